"""The days and times at which a rule repeats: arithmetic where the rule is simple, step by step where it is not."""
