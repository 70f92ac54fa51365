"""What stands where in the small web, and what becomes of it: the only script of the demo. No verdict is in here."""

from datetime import UTC, datetime

from monitor.demo.web import Chapter, Condition, Forbidden, Missing, Moved, Place, Shown


def _day(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


_ALWAYS = Chapter(_day(2, 11), Shown())


def _place(url: str, file: str, *later: Chapter) -> Place:
    return Place(url, file, (_ALWAYS, *later))


def _later(month: int, day: int, condition: Condition, told: str) -> Chapter:
    return Chapter(_day(month, day), condition, told)


_NORTHFIELD = "http://medicine.northfield.example"
_SUSPENDED = "The program for students from abroad has been suspended until further notice."
_LAKESHORE = "http://www.lakeshore-hospital.example"
_NORTHFIELD_NOW = f"{_NORTHFIELD}/admissions/visiting-students/international-electives"


def _wardbridge(slogan: str) -> Shown:
    """The page with another slogan, and a banner that is worded anew each time."""
    return Shown(
        (
            ("Clinical experience for doctors from everywhere", slogan),
            ("You may accept all of them or only the ones it needs.", f"Choose what you accept. {slogan}!"),
        )
    )


PLACES = (
    _place(
        f"{_NORTHFIELD}/education/visiting/international",
        "northfield.html",
        _later(9, 24, Moved(_NORTHFIELD_NOW), "Northfield tidies up its site: the page gets a new address for good."),
    ),
    Place(_NORTHFIELD_NOW, "northfield.html", (Chapter(_day(9, 24), Shown()),)),
    _place(
        f"{_LAKESHORE}/departments/internal-medicine/observership.html",
        "lakeshore.html",
        _later(9, 25, Missing(), "Lakeshore gives its page another address, and forgets to send people on."),
    ),
    Place(
        f"{_LAKESHORE}/education/visitors/internal-medicine-observership.html",
        "lakeshore.html",
        (Chapter(_day(9, 25), Shown()),),
    ),
    Place(
        f"{_LAKESHORE}/departments/internal-medicine/", "lakeshore-department.html", (Chapter(_day(9, 25), Shown()),)
    ),
    _place("http://www.riverbend.example/med/electives/", "riverbend.html"),
    _place(
        "http://www.riverbend.example/med/electives/fees.html",
        "riverbend-fees.html",
        _later(
            10,
            2,
            Shown(
                (
                    ("<td>$300</td>", "<td>$350</td>"),
                    ("for spring 2027 is November 15, 2026.", "for spring 2027 is November 1, 2026."),
                )
            ),
            "Riverbend raises a fee and moves a deadline forward.",
        ),
    ),
    _place("http://gme.stonebridge.example/visiting/", "stonebridge.html"),
    _place("http://intl.harrow-bay.example/programs/observer", "harrow-bay.html"),
    _place(
        "http://www.hollowell.example/professionals/training/student-questions",
        "hollowell.html",
        _later(
            10,
            1,
            Shown(
                (
                    (
                        'Write to <a href="mailto:students@hollowell.example">students@hollowell.example</a> and allow',
                        'Fill in <a href="/questions">our form</a> and allow',
                    ),
                )
            ),
            "Hollowell puts a form in the place of its e-mail address.",
        ),
    ),
    _place(
        "http://surgery.tamarack.example/~students/foreign.htm",
        "tamarack.html",
        _later(
            10,
            2,
            Shown(
                (
                    (
                        "<B>Students from abroad</B></FONT>",
                        f"<B>Students from abroad</B></FONT>\n<P>{_SUSPENDED}</P>",
                    ),
                )
            ),
            "Tamarack stops taking students from abroad.",
        ),
    ),
    _place(
        "http://www.wardbridge.example/programs/hands-on-externship/",
        "wardbridge.html",
        _later(9, 24, _wardbridge("Your first step into American medicine"), "Wardbridge thinks up another slogan."),
        _later(10, 1, _wardbridge("More than a thousand doctors placed"), "Wardbridge changes its slogan again."),
    ),
    _place("http://pathology.alder.example/visitors.html", "alder.html"),
    _place("http://www.cedar-valley.example/contact/visiting-students.php", "cedar-valley.html"),
    _place(
        "http://education.copperline-health.example/visiting-learners",
        "copperline.html",
        _later(10, 3, Forbidden(), "Copperline puts up a firewall that lets no program in."),
    ),
    _place(
        "http://neurology.sandhill.example/education/observers",
        "sandhill.html",
        _later(9, 26, Missing(), "Sandhill loses its page while its server is renewed."),
        _later(10, 16, Shown(), "Sandhill notices, and puts the page back."),
    ),
)
