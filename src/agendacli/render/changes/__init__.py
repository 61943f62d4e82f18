"""Changes between two versions as texts: a mail, a list of corrections, a changelog."""
