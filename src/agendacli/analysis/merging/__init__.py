"""Three versions of a programme: what changed from the base to theirs is brought into mine."""
