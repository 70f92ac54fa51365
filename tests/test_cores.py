"""Work that is spread over processes comes back in order, and what it raises is raised."""

import os
from collections.abc import Iterator
from itertools import islice

import pytest

from monitor.cli.cores import FEW, side_by_side
from monitor.errors import OperatorError


@pytest.mark.parametrize("size", [0, 1, FEW - 1, FEW, 100])
def test_answers_come_in_the_order_of_the_questions(size: int) -> None:
    held = {n: n * n for n in range(size)}  # a closure need not be picklable
    assert list(side_by_side(lambda n: held[n], range(size))) == [n * n for n in range(size)]


def test_questions_without_end_are_asked_only_as_far_as_they_are_wanted() -> None:
    asked = 0

    def questions() -> Iterator[int]:
        nonlocal asked
        while True:
            asked += 1
            yield asked

    assert list(islice(side_by_side(lambda n: n, questions()), 30)) == list(range(1, 31))
    assert asked < 30 + 8 * (os.cpu_count() or 1)


@pytest.mark.parametrize("size", [FEW - 1, 50])
def test_what_the_work_or_the_questions_raise_is_raised(size: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(side_by_side(lambda n: 1 // n, [*range(1, size), 0]))

    def torn() -> Iterator[int]:
        yield from range(size)
        raise OperatorError("torn")

    with pytest.raises(OperatorError, match="torn"):
        list(side_by_side(lambda n: n, torn()))


def test_a_process_that_is_ended_from_outside_ends_the_run_in_words() -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core: the work is done here")
    here = os.getpid()
    with pytest.raises(OperatorError, match="was ended from outside"):
        list(side_by_side(lambda n: os._exit(9) if n == 20 and os.getpid() != here else n, range(50)))
