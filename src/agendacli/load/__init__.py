"""Floor 2: the one composition of files and source."""

from agendacli.load.programmes import BUNDLED, Floating, Loaded, load, load_text

__all__ = ["BUNDLED", "Floating", "Loaded", "load", "load_text"]
