"""Families to practise on: invented, calibrated, with mistakes to find and the answers to them."""
