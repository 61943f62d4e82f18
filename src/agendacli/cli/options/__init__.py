"""Options that commands share, and what completion offers for them."""
