"""Blocks and their items in the search: an item does not clash with its block, and what clashes with both is told once.

An item takes the time and the room of its block. So of two conflicts of one thing, with the block and with an item of
it, that of the block is told, unless the other is the surer one or concerns somebody who is not in the block.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.parties import Party
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import session_address


@frozen
class Blocks:
    """The items of a board: by their index that of their block, and those that lie wholly in it, for certain."""

    board: Board
    blocks: Mapping[int, int]
    covered: frozenset[int]

    @classmethod
    def of(cls, board: Board) -> "Blocks":
        """Those of a board."""
        found = dict(_held(board))
        return cls(board, found, frozenset(item for item, block in found.items() if _covers(board, block, item)))

    def are_one(self, one: int, other: int) -> bool:
        """Whether one of the two is an item of the other."""
        return self.blocks.get(one) == other or self.blocks.get(other) == one

    def are_beside(self, one: int, other: int) -> bool:
        """Whether both are items of one block."""
        return one in self.blocks and self.blocks[one] == self.blocks.get(other)

    def instead(self, party: Party, one: int, other: int) -> Iterator[tuple[int, int]]:
        """The pairs of a party that clash as surely as these two: with a block in the place of its item."""
        for item, beside in ((one, other), (other, one)):
            if item in self.covered and not self.are_beside(item, beside):
                block = self.blocks[item]
                if self._has(party.members, block) and self._is_sure_of(party.persons, block):
                    yield block, beside

    def _has(self, members: Sequence[int], index: int) -> bool:
        """Whether an index is among some that are in the order of telling."""
        place = bisect_left(members, self.board.position(index), key=self.board.position)
        return place < len(members) and members[place] == index

    def _is_sure_of(self, persons: Collection[str], block: int) -> bool:
        """Whether those of the persons who have seats in a block are confirmed in each."""
        seats = self.board.occurrence(block).session.participants
        return all(each.confirmed for each in seats if each.person and each.person.id in persons)


def _held(board: Board) -> Iterator[tuple[int, int]]:
    """Each item with its block, of one that repeats with the time that the item touches."""
    items = [index for index in range(len(board)) if board.occurrence(index).session.parent]
    wanted = {board.occurrence(index).parent for index in items}
    blocks: dict[str | None, list[int]] = {}
    for index in board.in_order(range(len(board))) if items else ():
        if (address := session_address(board.occurrence(index))) in wanted:
            blocks.setdefault(address, []).append(index)
    low, high = board.bounds.low, board.bounds.high
    for item in items:
        times = blocks.get(board.occurrence(item).parent, ())
        yield from ((item, each) for each in times if low[each] < high[item] and low[item] < high[each])


def _covers(board: Board, block: int, item: int) -> bool:
    """Whether whatever clashes with the item clashes with its block, and as surely."""
    low, high = board.bounds.low, board.bounds.high
    is_around = low[block] <= low[item] and high[item] <= high[block] and board.places[block] == board.places[item]
    return is_around and block not in board.loose and (board.is_tentative(item) or not board.is_tentative(block))
