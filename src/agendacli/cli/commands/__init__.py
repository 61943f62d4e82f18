"""One thin module a command: it loads, selects, asks, draws."""
