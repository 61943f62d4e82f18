"""Slots as sessions: each value with the lines that say it, and each inference with the reason to doubt it."""
