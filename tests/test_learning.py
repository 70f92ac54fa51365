"""What a look teaches of how often the page changes, and that most looks teach less than they seem to."""

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest
from fakes import DAY, HOUR, START

from monitor.core.belief import PRIOR, Belief, after_a_look
from monitor.core.content import Block, Page
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance
from monitor.core.learning import believed
from monitor.core.look import Hop, Judgement, LinkHistory, Observation, Reason, Validators
from monitor.core.sitewide import altered
from monitor.core.spots import Again
from monitor.core.volatile import unsteady

URL = "https://ward.example/visitors"
WEEK = 7 * DAY
LEARNED = Belief(2.0, 90.0)
FEE = ("Visiting students pay the university for each elective.", "The fee is 100 dollars a week.")
RAISED = (FEE[0], "The fee is 350 dollars a week.")


def page(*lines: str, at: timedelta = timedelta(), modified: str | None = None) -> Observation:
    """A look that read a page with these lines."""
    shown = Page("Visiting students", tuple(map(Block, lines)))
    return Observation(
        URL,
        START + at,
        Judgement(Reason.OK),
        URL,
        (Hop(URL, 200),),
        200,
        page=shown,
        fingerprint=fingerprint(shown.title, shown.blocks),
        validators=Validators(URL, last_modified=modified) if modified else None,
    )


def otherwise(reason: Reason, at: timedelta = WEEK, status: int = 404) -> Observation:
    """A look that read nothing."""
    return Observation(URL, START + at, Judgement(reason), URL, (Hop(URL, status),), status)


def known(*lines: str, belief: Belief | None = LEARNED) -> LinkHistory:
    """A page that was read a week ago."""
    return replace(advance(LinkHistory(URL), page(*lines)), belief=belief)


CHANGED = after_a_look(LEARNED, WEEK, found_a_change=True)
UNCHANGED = after_a_look(LEARNED, WEEK, found_a_change=False)


def test_words_that_are_new_are_a_change_and_the_same_words_are_none() -> None:
    assert believed(known(*FEE), page(*RAISED, at=WEEK)) == CHANGED
    assert believed(known(*FEE), page(*FEE, at=WEEK)) == UNCHANGED
    assert believed(known(*FEE), otherwise(Reason.NOT_MODIFIED, status=304)) == UNCHANGED
    assert UNCHANGED.mean < LEARNED.mean < CHANGED.mean


def test_of_a_page_that_was_known_before_there_were_beliefs_anything_is_possible() -> None:
    told = after_a_look(PRIOR, WEEK, found_a_change=False)
    assert believed(known(*FEE, belief=None), page(*FEE, at=WEEK)) == told


def test_how_a_page_is_dressed_is_no_change() -> None:
    assert believed(known(*FEE), page(FEE[0], FEE[1].upper(), at=WEEK)) == UNCHANGED


def test_what_cannot_be_compared_teaches_nothing() -> None:
    council = (
        "Minutes of the council",
        "Present were the mayor, two members and a guest",
        "Roads are mended in spring",
    )
    before, after = ([f"{line} {n}" for n in range(9) for line in lines] for lines in (FEE, council))
    assert believed(known(*before), page(*after, at=WEEK)) is None


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.NOT_MODIFIED])
def test_a_look_that_showed_no_text_teaches_nothing(reason: Reason) -> None:
    assert believed(known(*FEE), otherwise(reason)) is None
    assert advance(known(*FEE), otherwise(reason)).belief == LEARNED


def test_between_two_looks_that_showed_the_text_failures_are_no_looks() -> None:
    before = advance(advance(known(*FEE), otherwise(Reason.TIMEOUT, HOUR)), otherwise(Reason.FORBIDDEN, 2 * DAY))
    assert believed(before, page(*FEE, at=WEEK)) == UNCHANGED
    assert believed(before, page(*RAISED, at=WEEK)) == CHANGED


def test_a_change_that_a_second_visit_does_not_bear_out_teaches_nothing() -> None:
    seen = page(*RAISED, at=WEEK)
    again = page(FEE[0], "The fee is 420 dollars a week.")
    assert seen.page is not None
    assert again.page is not None
    assert believed(known(*FEE), replace(seen, again=Again(()))) == CHANGED
    assert believed(known(*FEE), replace(seen, again=Again(None))) is None
    assert believed(known(*FEE), replace(seen, again=Again(unsteady(seen.page, again.page)))) is None


def test_lines_that_the_whole_site_changed_are_no_change_of_the_page() -> None:
    news = page(*FEE, "The university is closed on Monday for a storm.", at=WEEK)
    before = known(*FEE)
    assert before.latest is not None
    assert news.page is not None
    assert believed(before, news) == CHANGED
    assert believed(before, news, altered(before.latest, news.page)) == UNCHANGED


# --- the first look -------------------------------------------------------------------------------------------------


def http(age: timedelta) -> str:
    return format_datetime(START - age, usegmt=True)


def test_the_first_look_teaches_what_the_page_tells_of_its_last_change() -> None:
    seen = page(*FEE, modified=http(100 * DAY))
    assert believed(LinkHistory(URL), seen) == Belief(PRIOR.a + 1, PRIOR.b + 100)
    assert believed(LinkHistory(URL), page(*FEE)) is None


@pytest.mark.parametrize("said", [http(timedelta()), http(DAY), http(-DAY), "yesterday", "", "Mon, 99 Foo 2026 1:1:1"])
def test_a_page_that_was_put_together_for_the_visit_tells_nothing_of_its_last_change(said: str) -> None:
    assert believed(LinkHistory(URL), page(*FEE, modified=said)) is None


def test_only_the_first_look_asks_for_the_last_change() -> None:
    assert believed(known(*FEE), page(*FEE, at=WEEK, modified=http(100 * DAY))) == UNCHANGED
