"""The config file: TOML to settings, with the spans that TOML libraries do not keep."""
