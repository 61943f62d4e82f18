"""A large calendar: plain VEVENTs are passed over and read when they are looked at."""
