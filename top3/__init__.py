"""From one family's case file to a shared, phased safety plan."""

__version__ = "0.1.0"
