"""The shapes that values of a definition take: how each is read, and how JSON Schema says it."""
