"""PDF files: words with their places become lines, and columns of times become tables, ruled or not."""
