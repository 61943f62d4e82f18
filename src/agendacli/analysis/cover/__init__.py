"""Who goes where: how few people cover all sessions, when each further one is needed, and what fewer of them miss."""
