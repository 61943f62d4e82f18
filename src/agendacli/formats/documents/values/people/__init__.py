"""Who has a part in a session, by columns, titles, verbs and the kind of what takes place."""
