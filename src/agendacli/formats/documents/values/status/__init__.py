"""Whether a session takes place, as a document says it."""
