"""Boxes that stand apart from each other, as coloured fields do, and make a table together."""

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_LEAST, _MOST = 6, 600
_NARROW, _MOSTLY = 0.5, 0.6  # of the width of all
_WIDE, _HIGH = 15.0, 8.0  # points, at least


def boxes_apart(boxes: Sequence[Box], tables: Sequence[Sequence[Box]]) -> tuple[Box, ...]:
    """Those of the boxes on a page that may be fields, outside of its tables; none where they lie in no columns."""
    wide = [each for each in boxes if each[2] - each[0] >= _WIDE and each[3] - each[1] >= _HIGH]
    if not _LEAST <= len(wide) <= _MOST:
        return ()
    inside = [cell for cells in tables for cell in cells]
    fields = [each for each in wide if not any(_is_in(each, cell) for cell in inside) and not _holds_others(each, wide)]
    found = tuple(dict.fromkeys(fields))
    return found if len(found) >= _LEAST and _lie_in_columns(found) else ()


def _is_in(box: Box, other: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def _holds_others(box: Box, boxes: Sequence[Box]) -> bool:
    """Whether a box is a frame around others, or the ground behind them."""
    return len({each for each in boxes if each != box and _is_in(each, box)}) > 1


def _lie_in_columns(boxes: Sequence[Box]) -> bool:
    width = max(each[2] for each in boxes) - min(each[0] for each in boxes)
    return sum(each[2] - each[0] < _NARROW * width for each in boxes) >= _MOSTLY * len(boxes)
