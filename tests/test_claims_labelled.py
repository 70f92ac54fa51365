"""What `monitor inspect` says of claims and closures, held against the labelled set (tests/claims/README.md)."""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from commands import Desk
from labelled import HELD_OUT, PAGES, TUNING, ClaimCase, ClosureCase, claim_cases, closure_cases, drawn, toml

from monitor.catalogue import load
from monitor.core.claims import claims
from monitor.core.listing import Catalogue
from monitor.core.wording import day

pytestmark = pytest.mark.process

CLAIMS, CLOSURES = claim_cases(), closure_cases()
ALL = [*CLAIMS, *CLOSURES]

SUPPORTS = ("supported", "refuted", "undecided")
FEWEST = {"supported": 70, "refuted": 50, "undecided": 80}
FEWEST_CLOSURES = 40

REFUTED_PRECISION = 0.97
SUPPORTED_RECALL = 0.95
CLOSED_PRECISION = 0.97
CLOSED_RECALL = 0.88  # a closure opens an error at once: where its words are unusual, silence is right
VALUE_NAMED = 0.95

MOST_SECONDS = 240  # for the whole batch, on a busy machine

# A price beside which a number stands that pays for something else, or for nothing that is named.
LABEL_TRAPS = {"no-label", "other-label", "elsewhere", "late-fee", "two-in-a-sentence"}

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of a claim, beside what is right."""

    case: ClaimCase
    said: str
    found: str
    quote: str

    @property
    def right(self) -> bool:
        return self.said == self.case.support


# --- the set itself -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """All listings of the set as one catalogue."""
    file = tmp_path_factory.mktemp("labelled") / "listings.toml"
    tables = ("[[listing]]\n" + "".join(f"{k} = {toml(v)}\n" for k, v in case.listing.items()) for case in ALL)
    file.write_text("\n".join(tables), "utf-8")
    return load(file).catalogue


def test_every_listing_is_one_that_a_catalogue_may_hold(catalogue: Catalogue) -> None:
    assert [listing.id for listing in catalogue.listings] == [case.id for case in ALL]


def test_every_case_asks_about_a_claim_of_its_listing(catalogue: Catalogue) -> None:
    ids = {listing.id: {claim.id for claim in claims(listing)} for listing in catalogue.listings}
    assert [case.id for case in CLAIMS if case.claim not in ids[case.id]] == []


def test_every_case_has_an_id_of_its_own() -> None:
    assert [id_ for id_, times in Counter(case.id for case in ALL).items() if times > 1] == []


def test_every_page_is_asked_about_and_every_question_has_a_page() -> None:
    assert {case.page for case in ALL} == {path.name for path in PAGES.iterdir()}


def test_the_name_of_a_page_draws_its_split() -> None:
    assert [case.id for case in ALL if case.split != drawn(case.page)] == []


def test_a_third_of_the_claims_is_held_out() -> None:
    share = sum(case.split == HELD_OUT for case in CLAIMS) / len(CLAIMS)
    assert 0.25 < share < 0.42


def test_the_set_is_balanced() -> None:
    counts = Counter(case.support for case in CLAIMS)
    assert set(counts) == set(SUPPORTS)
    assert {support: counts[support] for support in SUPPORTS if counts[support] < FEWEST[support]} == {}
    assert len(CLOSURES) >= FEWEST_CLOSURES


def test_the_readme_of_the_set_counts_right() -> None:
    counts = Counter(case.support for case in CLAIMS)
    kinds = ", ".join(f"{counts[support]} {support}" for support in SUPPORTS)
    closed = sum(case.closed for case in CLOSURES)
    text = " ".join((PAGES.parent / "README.md").read_text("utf-8").split())
    assert f"{len(list(PAGES.iterdir()))} programme pages" in text
    assert f"{len(CLAIMS)} claims ({kinds}) and {len(CLOSURES)} closures ({closed} of them true)" in text


def test_only_a_refuted_claim_has_another_value() -> None:
    assert [case.id for case in CLAIMS if case.value is not None and case.support != "refuted"] == []


# --- what is said of it -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """What one process says of the whole set, by the id of the case."""
    desk = Desk(tmp_path_factory.mktemp("batch"))
    lines = ({"id": case.id, "path": str(case.path), "listing": case.listing} for case in ALL)
    batch = desk.folder / "batch.jsonl"
    batch.write_text("".join(json.dumps(line, default=date.isoformat) + "\n" for line in lines))
    with desk.start("inspect", "--batch", str(batch)) as process:
        out, err = process.communicate(timeout=MOST_SECONDS)
    assert (process.returncode, err) == (0, "")
    read = {document["id"]: document for document in map(json.loads, out.splitlines())}
    assert list(read) == [case.id for case in ALL]
    assert {id_: document["error"] for id_, document in read.items() if "error" in document} == {}
    return read


@pytest.fixture(scope="module")
def answers(documents: Mapping[str, Document]) -> list[Answer]:
    given = [_answer(case, documents[case.id]) for case in CLAIMS]
    sys.stdout.write(f"{_report(given)}\n")  # pytest shows it with -s, also where all is well
    return given


@pytest.fixture(scope="module")
def closings(documents: Mapping[str, Document]) -> list[tuple[ClosureCase, str | None]]:
    """Each closure with the words in which the page was found to say it."""
    given = [(case, (documents[case.id]["facts"]["closed"] or {}).get("quote")) for case in CLOSURES]
    sys.stdout.write(f"{_closing_report(given)}\n")
    return given


def _answer(case: ClaimCase, document: Document) -> Answer:
    said = {verdict["claim"]: verdict for verdict in document["verdicts"]}.get(case.claim, {})
    return Answer(case, said.get("support", "unanswered"), said.get("found") or "", said.get("quote") or "")


def test_every_page_is_read_as_a_living_page(documents: Mapping[str, Document]) -> None:
    assert {id_: seen["liveness"] for id_, seen in documents.items() if seen["liveness"] != "alive"} == {}


def test_what_is_called_refuted_is_refuted(answers: Sequence[Answer]) -> None:
    right = [answer.right for answer in answers if answer.said == "refuted"]
    assert _share(right) >= REFUTED_PRECISION, _report(answers)


def test_what_a_page_bears_out_is_supported(answers: Sequence[Answer]) -> None:
    right = [answer.right for answer in answers if answer.case.support == "supported"]
    assert _share(right) >= SUPPORTED_RECALL, _report(answers)


def test_no_fee_is_supported_by_a_number_without_its_label(answers: Sequence[Answer]) -> None:
    lured = [a for a in answers if a.case.claim.startswith("fee:") and a.case.trap in LABEL_TRAPS]
    assert any(a.right for a in lured)
    assert [a.case.id for a in lured if a.said == "supported" and not a.right] == [], _report(answers)


def test_what_bears_a_claim_out_or_refutes_it_is_quoted(answers: Sequence[Answer]) -> None:
    decided = [answer for answer in answers if answer.said in {"supported", "refuted"}]
    assert decided
    assert [answer.case.id for answer in decided if not answer.quote] == []


def test_what_a_page_states_instead_is_named(answers: Sequence[Answer]) -> None:
    refuted = [a for a in answers if a.case.value is not None and a.right]
    silent = [a for a in refuted if not _names(f"{a.found}\n{a.quote}", a.case.value)]
    told = "\n".join(f"{_told(a)}; {a.case.value} is not named" for a in silent)
    assert _share([a not in silent for a in refuted]) >= VALUE_NAMED, told


def test_what_is_called_closed_is_closed(closings: Sequence[tuple[ClosureCase, str | None]]) -> None:
    right = [case.closed for case, quote in closings if quote is not None]
    assert _share(right) >= CLOSED_PRECISION, _closing_report(closings)


def test_what_is_closed_is_called_so(closings: Sequence[tuple[ClosureCase, str | None]]) -> None:
    found = [quote is not None for case, quote in closings if case.closed]
    assert _share(found) >= CLOSED_RECALL, _closing_report(closings)


# --- how it is counted and told -----------------------------------------------------------------------------------


def _share(right: Sequence[bool]) -> float:
    """0 to 1; nothing at all is 0, because who says nothing has not shown that it can."""
    return sum(right) / len(right) if right else 0.0


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _names(text: str, value: object) -> bool:
    """Whether words tell a value: a number, a date (as ISO, in words or as a page may write it) or a text."""
    match value:
        case date():
            written = (value.isoformat(), day(value), f"{value:%B} {value.day}", f"{value:%m/%d/%Y}")
            return any(form in text for form in written)
        case 0:
            return bool(re.search(r"(?i)\b(0|free|no|none|nothing|neither|waived)\b", text))
        case int() | float():
            return any(float(found.replace(",", "")) == value for found in _NUMBER.findall(text))
        case _:
            return _bare(str(value)) in _bare(text)


def _bare(text: str) -> str:
    """Letters, digits and @ alone: a phone is written in many ways."""
    return re.sub(r"[^0-9a-z@]", "", text.lower())


def _report(answers: Sequence[Answer]) -> str:
    """The confusion table of each split, and each wrong answer; of what is held out only where it stands."""
    parts = []
    for split in (TUNING, HELD_OUT):
        its = [answer for answer in answers if answer.case.split == split]
        parts += ["", f"{split}: {len(its)} claims, {sum(answer.right for answer in its)} right", *_table(its)]
        parts += [_told(answer) for answer in its if not answer.right]
    return "\n".join(parts)


def _table(answers: Sequence[Answer]) -> Iterator[str]:
    counts = Counter((answer.case.support, answer.said) for answer in answers)
    columns = (*SUPPORTS, "unanswered")
    yield "right is \\ said".ljust(16) + "".join(column.rjust(12) for column in columns)
    for row in SUPPORTS:
        yield row.ljust(16) + "".join(str(counts[row, column]).rjust(12) for column in columns)


def _told(answer: Answer) -> str:
    case = answer.case
    place = f"{case.id} ({case.trap}, {case.page}): {case.support}, said to be {answer.said}"
    return place if case.split == HELD_OUT else f"{place}; found {answer.found!r} in {answer.quote!r}"


def _closing_report(closings: Sequence[tuple[ClosureCase, str | None]]) -> str:
    parts = []
    for split in (TUNING, HELD_OUT):
        its = [(case, quote) for case, quote in closings if case.split == split]
        wrong = [(case, quote) for case, quote in its if case.closed is (quote is None)]
        counts = Counter((case.closed, quote is not None) for case, quote in its)
        parts += [
            "",
            f"{split}: {len(its)} closures, {len(its) - len(wrong)} right; (closed, called so): {dict(counts)}",
        ]
        for case, quote in wrong:
            place = f"{case.id} ({case.trap}, {case.page}): {'closed' if case.closed else 'not closed'}"
            parts.append(place if split == HELD_OUT else f"{place}; quoted {quote!r}")
    return "\n".join(parts)
