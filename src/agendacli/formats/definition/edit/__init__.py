"""New text in a file that is there: comments and layout stay as they are."""
