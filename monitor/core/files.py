"""Files whose text cannot be read: whether another one stands there, by size and digest."""

from typing import Protocol

from monitor.core.content import Area, Block
from monitor.core.look import Change, ChangeKind, Comparison, Drift


class Shown(Protocol):
    """A page or a version of one; `opaque` says why it shows no text, "" where it does."""

    @property
    def opaque(self) -> str: ...
    @property
    def blocks(self) -> tuple[Block, ...]: ...


def compare_files(before: Shown, after: Shown) -> Comparison | None:
    """How two sides differ of which at least one cannot be read, None where both can.

    Of two files that cannot be read only that they are two is known. Between a text and a file that cannot be read
    nothing is: the file may hold that very text.
    """
    if not before.opaque and not after.opaque:
        return None
    if not before.opaque or not after.opaque:
        side, why = ("newer", after.opaque) if after.opaque else ("older", before.opaque)
        return Comparison(Drift.INCOMPARABLE, 0.0, (), f"the {side} version cannot be read: {why}")
    one, two = (" ".join(block.text for block in side.blocks) for side in (before, after))
    if one == two:
        return Comparison(Drift.SAME, 0.0, (), "the same file stands there")
    change = Change(ChangeKind.REPLACED, one, two, Area.MAIN)
    return Comparison(Drift.SUBSTANTIVE, 1.0, (change,), "another file stands there")
