"""What made-up names say about a page: that its server knows a page from none, or shows this one for every name."""

from collections.abc import Iterator

from monitor.core.look import Signal
from monitor.core.siblings import directory, is_stranger_s, may_go_by_number, root
from monitor.core.signs.kinds import is_shell
from monitor.core.signs.scene import ALMOST_NOTHING, Scene
from monitor.core.surroundings import StrangerAnswer

_SAME = 6
_KNOWS = -4


def strangers(scene: Scene, weight: int) -> Iterator[Signal]:
    """The signs that made-up names give; *weight* is the sum of the page's own signs that it is not there."""
    url = scene.reply.final_url
    beside = scene.around.stranger(directory(url))
    if beside is None:
        return
    if beside.answer is StrangerAnswer.MISSING and weight > 0:
        yield Signal("a made-up name beside it is not found", _KNOWS, beside.url)
    elif is_every_name_s(scene):
        yield Signal("a made-up name beside it shows the same", _SAME, beside.url)


def is_every_name_s(scene: Scene) -> bool:
    """Whether the page is what any made-up name gets.

    Where a number on the way may be all that the server
    reads, a made-up name below the root must get the page as well.
    """
    url, page = scene.reply.final_url, scene.page
    if page is None or not says_something(scene):
        return False
    wanted = [directory(url), *([root(url)] if may_go_by_number(url) else [])]
    known = [scene.around.stranger(where) for where in wanted]
    return all(stranger is not None and is_stranger_s(page, url, stranger) for stranger in known)


def says_something(scene: Scene) -> bool:
    """Whether a page holds enough of its own to be compared: a script may fill a shell with another page a name."""
    unfilled = scene.page is None or scene.page.clues.unfilled
    return not unfilled and scene.prose >= ALMOST_NOTHING and not is_shell(scene)
