"""Doubts: what may be one person or room, or two; reported at its line until somebody settles it."""

from agendacli.analysis.doubts.values import NO_DOUBTS, Doubts, persons_behind

__all__ = ["NO_DOUBTS", "Doubts", "persons_behind"]
