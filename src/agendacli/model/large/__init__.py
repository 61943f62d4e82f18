"""What a very large programme needs so that it costs no more than what is looked at."""
