"""What people type in options: days, hours, moments, and keys that are made of them."""
