"""The records that scripts read: plain dicts with fields in a promised order, one module for each kind."""
