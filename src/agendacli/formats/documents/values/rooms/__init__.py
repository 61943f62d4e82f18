"""The rooms of sessions: where a document says them, and what may be one."""
