"""What one copy says, and whether it may exist."""
