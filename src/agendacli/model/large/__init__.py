"""What keeps very large programmes cheap: a run pays only for what it looks at."""
