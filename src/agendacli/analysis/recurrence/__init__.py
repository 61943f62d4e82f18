"""The days and times at which a rule repeats: arithmetic where the rule is simple, python-dateutil where it is not."""
