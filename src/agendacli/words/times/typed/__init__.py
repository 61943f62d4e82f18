"""What people type in options: days, hours, moments, and day keys made of them."""
