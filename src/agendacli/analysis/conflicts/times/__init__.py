"""When two sessions lie together, or too near: for certain, perhaps, or never."""
