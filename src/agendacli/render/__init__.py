"""Floor 2: values to something that a person reads."""
