"""Floor 3: values to something that a person looks at."""
