"""Exams and certificates: their names as pages write them, and the scales of their scores."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of total scores: `low` is the least that a programme can sensibly ask for.

    `words` tell it in lower case beside the exam's name where numbers alone do not.
    """

    name: str
    low: Decimal
    high: Decimal
    words: tuple[str, ...] = ()

    def holds(self, points: Decimal) -> bool:
        """Whether somebody could ask for so many points."""
        return self.low <= points <= self.high


@dataclass(frozen=True, slots=True)
class Exam:
    """`name` as the catalogue writes it; `written`: patterns in any case; `letters`: abbreviations, in capitals only.

    `sectioned` exams have the four skills of a language, each with points within `part`.
    """

    name: str
    written: tuple[str, ...]
    letters: tuple[str, ...] = ()
    scales: tuple[Scale, ...] = ()
    sectioned: bool = False
    part: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))


def _scale(name: str, low: str, high: str, *words: str) -> Scale:
    return Scale(name, Decimal(low), Decimal(high), words)


def _part(low: str, high: str) -> tuple[Decimal, Decimal]:
    return Decimal(low), Decimal(high)


_STEP = (_scale("1–300", "150", "300"),)  # usmle.org: three digits; passing lies above 180

EXAMS = (
    Exam(
        "TOEFL",
        (
            r"(?:internet[- ]based |paper[- ]based )?toefl(?:[- ]?(?:ibt|pbt|cbt|itp|essentials))?(?:®|™)?",
            r"paper[- ]based (?:test|exam|scores?|version)",
            r"test of english as a foreign language(?: \(toefl(?:®|™)?(?:[- ]ibt)?\))?",
        ),
        (),
        (
            _scale("1–6", "2", "6"),  # iBT from 21 January 2026
            _scale("0–120", "40", "120", "ibt", "internet"),
            _scale("0–300", "133", "300", "cbt", "computer"),
            _scale("310–677", "310", "677", "pbt", "paper", "itp"),
        ),
        sectioned=True,
        part=_part("1", "30"),
    ),
    Exam(
        "IELTS",
        (
            r"ielts(?:[- ]academic)?(?:®|™)?",
            r"international english language testing system(?: \(ielts\))?",
        ),
        (),
        (_scale("0–9", "4", "9"),),
        sectioned=True,
        part=_part("4", "9"),
    ),
    Exam(
        "Duolingo",
        (r"duolingo(?: english)?(?: test)?(?: \(det\))?",),
        ("DET",),
        (_scale("10–160", "60", "160"),),
        sectioned=True,
        part=_part("60", "160"),
    ),
    Exam(
        "PTE",
        (r"pearson(?:'s|’s)? (?:test of english|pte)(?: \(?academic\)?)?(?: \(pte\))?", r"pte[- ]academic"),
        ("PTE",),
        (_scale("10–90", "30", "90"),),
        sectioned=True,
        part=_part("30", "90"),
    ),
    Exam(
        "OET",
        (r"occupational english test(?: \(oet\))?", r"oet medicine"),
        ("OET",),
        (_scale("0–500", "200", "500"),),
        sectioned=True,
        part=_part("200", "500"),
    ),
    Exam(
        "Cambridge English",
        (
            r"cambridge (?:english|certificate|advanced|proficiency|c1|c2)(?: (?:advanced|proficiency|english))?",
            r"certificate (?:in|of) (?:advanced english|proficiency in english)",
            r"c1 advanced|c2 proficiency",
        ),
        ("CAE", "CPE"),
        (_scale("80–230", "140", "230"),),
        sectioned=True,
        part=_part("140", "230"),
    ),
    Exam("USMLE Step 1", (r"usmle[ ,:(]{1,3}(?:part|steps?) ?(?:1|i|one)\b",), scales=_STEP),
    Exam(
        "USMLE Step 2 CK",
        (r"usmle[ ,:(]{1,3}steps? ?(?:2|ii|two)(?:\b[ -]?|(?=c))\(?(?:ck\b|clinical knowledge)\)?",),
        scales=_STEP,
    ),
    Exam("USMLE Step 2 CS", (r"usmle[ ,:(]{1,3}steps? ?(?:2|ii|two)(?:\b[ -]?|(?=c))\(?(?:cs\b|clinical skills)\)?",)),
    Exam("USMLE Step 2", (r"usmle[ ,:(]{1,3}(?:part|steps?) ?(?:2|ii|two)\b",), scales=_STEP),
    Exam("USMLE Step 3", (r"usmle[ ,:(]{1,3}(?:part|steps?) ?(?:3|iii|three)\b",), scales=_STEP),
    Exam(
        "USMLE",
        (r"united states medical licensing exam(?:ination)?(?: \(usmle\))?", r"(?:usmle )?step exam(?:ination)?s?"),
        ("USMLE",),
        _STEP,
    ),
    Exam("COMLEX Level 1", (r"comlex(?:[- ]usa)?,? level ?(?:1|i|one)\b",), scales=(_scale("9–999", "300", "999"),)),
    Exam(
        "COMLEX Level 2",
        (r"comlex(?:[- ]usa)?,? level ?(?:2|ii|two)\b(?:[- ]?(?:ce|pe))?",),
        scales=(_scale("9–999", "300", "999"),),
    ),
    Exam("COMLEX", (r"comlex(?:[- ]usa)?",), scales=(_scale("9–999", "300", "999"),)),
    Exam("MCAT", (r"medical college admission test",), ("MCAT",), (_scale("472–528", "472", "528"),)),
    Exam("GRE", (r"graduate record exam(?:ination)?s?(?: \(gre\))?",), ("GRE",)),
    Exam("GMAT", (r"graduate management admission test",), ("GMAT",)),
    Exam("MELAB", (r"michigan english language assessment battery",), ("MELAB",)),
    Exam(
        "ECFMG certification",
        (
            r"ecfmg[- ](?:certificat(?:e|ion)|certified)",
            r"certifi(?:cate|ed|cation) (?:by|from|of) (?:the )?ecfmg",
            r"educational commission for foreign medical graduates \(ecfmg\) certificat(?:e|ion)",
        ),
    ),
    Exam("BLS", (r"basic life support(?: \(bls\))?(?: certificat\w+)?", r"bls certificat\w+"), ("BLS",)),
    Exam(
        "ACLS",
        (r"advanced (?:cardiac|cardiovascular) life support(?: \(acls\))?(?: certificat\w+)?",),
        ("ACLS",),
    ),
    Exam("PALS", (r"pediatric advanced life support(?: \(pals\))?",), ("PALS",)),
    Exam(
        "English test",
        (r"english(?:[- ](?:language|proficiency|skills?)){0,2} (?:tests?|exam(?:ination)?s?|scores?)\b",),
    ),
    Exam("HIPAA training", (r"hipaa(?: \w+){0,2} (?:training|certificat\w+|course|module)", r"training in hipaa")),
    Exam("OSHA training", (r"osha(?: \w+){0,2} (?:training|certificat\w+|course|module)", r"training in osha")),
)

ANY_ENGLISH_TEST = "English test"
ENGLISH_TESTS = frozenset(("TOEFL", "IELTS", "Duolingo", "PTE", "OET", "Cambridge English"))
"""What a page asks of an English test, it asks of each of these."""

BARE_STEPS = {
    "USMLE Step 1": r"steps? ?(?:1|i|one)\b",
    "USMLE Step 2 CK": r"steps? ?(?:2|ii|two)(?:\b[ -]?|(?=c))\(?(?:ck\b|clinical knowledge)\)?",
    "USMLE Step 2 CS": r"steps? ?(?:2|ii|two)(?:\b[ -]?|(?=c))\(?(?:cs\b|clinical skills)\)?",
    "USMLE Step 2": r"steps? ?(?:2|ii|two)\b",
    "USMLE Step 3": r"steps? ?(?:3|iii|three)\b",
}
"""Steps without the name of the exam: believed only beside words of exams, because instructions have steps too."""

FURTHER_STEPS = {
    "USMLE Step 1": r"(?:1|i|one)\b",
    "USMLE Step 2 CK": r"(?:2|ii|two)(?:\b[ -]?|(?=c))\(?ck\b\)?",
    "USMLE Step 2 CS": r"(?:2|ii|two)(?:\b[ -]?|(?=c))\(?cs\b\)?",
    "USMLE Step 2": r"(?:2|ii|two)\b",
    "USMLE Step 3": r"(?:3|iii|three)\b",
}
"""What follows "Steps 1, 2 CK and …"."""

SECTIONS = {
    "reading": "reading|lecture|lectura|lesen|compréhension écrite",
    "listening": "listening|escucha|hören|compréhension orale",
    "speaking": "speaking|speak(?= scores?)|spoken|oral|sprechen|expression orale",
    "writing": "writing|written|schreiben|expression écrite",
}
"""The four skills, as pages write them."""

EACH_SECTION = (
    r"(?:each|every|any|all|no|individual|per)(?: of the| individual)?(?: \w+)? ?"
    r"(?:section|band|component|part|subscore|sub-score|subtest|skill|module|area|element)s?"
)
"""What is asked of every skill alike."""

SIGNS = (
    "toefl", "english as a foreign", "ielts", "language testing", "duolingo", "det", "pte", "pearson", "oet",
    "occupational", "cambridge", "advanced", "proficiency", "usmle", "step", "licensing exam", "comlex", "mcat",
    "college admission", "ecfmg", "foreign medical graduates", "bls", "life support", "acls", "pals", "hipaa",
    "osha", "cae", "cpe", "english", "gre", "graduate record", "gmat", "graduate management", "melab",
)  # fmt: skip
"""Parts of words without one of which no text names an exam: looked for first, because that is fast."""
