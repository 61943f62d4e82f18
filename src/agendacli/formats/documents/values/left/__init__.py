"""What a document names and no session says, each with its line."""
