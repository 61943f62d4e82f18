"""Floor 0: frozen values with slots. Imports nothing but the standard library."""
