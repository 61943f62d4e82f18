"""What lies on the web: addresses, what is kept of them, and how it is fetched."""
