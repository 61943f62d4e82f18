"""Floor 2: values to interchange formats."""
