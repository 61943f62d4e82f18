"""`import NEW --onto MINE`: what changed in what others send, brought into one's own file."""
