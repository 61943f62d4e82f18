"""What the tool costs, beside others that do the same, in one run: `python benchmarks`."""
