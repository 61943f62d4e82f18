"""What is odd about values as they were read: each a reason to doubt them."""
