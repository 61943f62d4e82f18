"""Floor 3: answers as records with a schema, in JSON, CSV, Markdown and plain lines."""
