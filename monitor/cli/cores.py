"""Work that keeps a processor busy, spread over all that there are."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any, TypeVar

from monitor.errors import OperatorError

FEW = 8  # so few pages are read sooner than processes are started
AHEAD = 4  # questions that wait for each process: enough to keep it busy, little to lose when a run is stopped

_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")


def side_by_side(work: Callable[[_Question], _Answer], questions: Iterable[_Question]) -> Iterator[_Answer]:
    """*work* on each of *questions*, in their order: in as many processes as there are cores, where that pays.

    What *work* raises is raised here, and what it holds need not be picklable; questions and answers must be.
    """
    waiting = iter(questions)
    first = list(islice(waiting, FEW))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(first) < FEW or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, chain(first, waiting))
        return
    pool = ProcessPoolExecutor(cores, multiprocessing.get_context("fork"), initializer=_begin, initargs=(work,))
    try:
        yield from _in_order(pool, chain(first, waiting), cores * AHEAD)
    except BrokenProcessPool as error:
        raise OperatorError("a process that read a page was ended from outside; was memory short?") from error
    finally:
        # Waited for, were it for a page or two after Ctrl-C: at the interpreter's end its threads find pipes closed.
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, questions: Iterable[_Question], most: int) -> Iterator[_Answer]:
    asked: deque[Future[_Answer]] = deque()
    for question in questions:
        asked.append(pool.submit(_work, question))
        if len(asked) >= most:
            yield asked.popleft().result()
    while asked:
        yield asked.popleft().result()


def _begin(work: Callable[[Any], Any]) -> None:
    """In each process: Ctrl-C is for the one that asks, which ends this one."""
    global _WORK  # noqa: PLW0603  # a process has one, and it cannot be sent with every question
    _WORK = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(question: Any) -> Any:
    return _WORK(question)


_WORK: Callable[[Any], Any] = repr
