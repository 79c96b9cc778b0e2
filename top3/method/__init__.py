"""Gefaseerd Samenwerken voor Veiligheid and TOP-3: what the professionals are told."""
