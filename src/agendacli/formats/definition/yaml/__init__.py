"""YAML as the definition format takes it: nodes whose scalars stay text, each with its span."""
