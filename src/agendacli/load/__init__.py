"""Floor 2: the one composition of files and source."""

from agendacli.load.cache import Cache
from agendacli.load.paths import BUNDLED
from agendacli.load.programmes import Floating, Loaded, load, load_text

__all__ = ["BUNDLED", "Cache", "Floating", "Loaded", "load", "load_text"]
