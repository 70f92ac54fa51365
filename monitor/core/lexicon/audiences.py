"""Whom a price or a rule is about, in the words of pages. Each line: audience, language, words."""

import re

from monitor.core.fact import Audience

AUDIENCES: tuple[tuple[Audience, str, str], ...] = (
    (Audience.STUDENTS, "en", "student, medical student, current student, final year student"),
    (Audience.STUDENTS, "es", "estudiante, alumno"),
    (Audience.STUDENTS, "fr", "étudiant, étudiante"),
    (Audience.STUDENTS, "de", "Student, Studierende, Studenten"),
    (Audience.STUDENTS, "pt", "estudante, aluno"),
    (Audience.GRADUATES, "en", "graduate, medical graduate, physician, doctor, img, postgraduate"),
    (Audience.GRADUATES, "es", "graduado, egresado, médico"),
    (Audience.GRADUATES, "fr", "diplômé, médecin"),
    (Audience.GRADUATES, "de", "Absolvent, Absolventen, Ärzte"),
    (Audience.GRADUATES, "pt", "graduado, formado, médico"),
    (Audience.DOMESTIC, "en", "domestic, lcme, lcme accredited, us student, u s student, us medical student"),
    (Audience.DOMESTIC, "en", "u s medical student, us school, u s school, us medical school, u s medical school"),
    (Audience.DOMESTIC, "en", "american medical school, u s and canadian, us and canadian, us canadian, in state"),
    (Audience.DOMESTIC, "en", "state resident, resident tuition, united states medical school"),
    (Audience.DOMESTIC, "en", "coca accredited, us citizen, u s citizen, permanent resident, domestic student"),
    (Audience.DOMESTIC, "de", "inländisch"),
    (Audience.INTERNATIONAL, "en", "international, foreign, foreigner, overseas, non us, non u s, non lcme"),
    (Audience.INTERNATIONAL, "en", "foreign medical graduate, international student, outside the us, outside the u s"),
    (Audience.INTERNATIONAL, "en", "outside the united states, non citizen"),
    (Audience.INTERNATIONAL, "es", "internacional, extranjero"),
    (Audience.INTERNATIONAL, "fr", "international, internationaux, étranger"),
    (Audience.INTERNATIONAL, "de", "international, internationale, ausländisch"),
    (Audience.INTERNATIONAL, "pt", "internacional, estrangeiro"),
    (Audience.OTHERS, "en", "resident, resident physician, visiting resident, fellow, nurse, employee"),
    (Audience.OTHERS, "en", "out of state, non resident, nonresident, non resident student, degree program"),
    (Audience.OTHERS, "en", "residency, residency program, nursing, phd, ph d, pa program, pharmacy, dental, children"),
    (Audience.OTHERS, "en", "kid, youth, teen, camp, master student, mph, midwifery, veterinary, paramedic"),
    (Audience.OTHERS, "en", "high school student, high school, undergraduate student, premed student, alumni"),
    (Audience.OTHERS, "en", "pre med student, pre medical student, physician assistant, pa student, faculty"),
    (Audience.OTHERS, "en", "pharmacy student, dental student, phd student, staff, affiliate, affiliated school"),
    (Audience.OTHERS, "en", "affiliated institution, partner institution, partner school, member, nurse practitioner"),
    (Audience.OTHERS, "en", "our own student, enrolled student, degree student, degree seeking student"),
)  # fmt: skip

# Trades beside the physician's, for which a listing may be: their prices are theirs alone.
TRADES = (
    "nurs", "pharm", "dental", "dentist", "physician-assistant", "pa-student", "pa-program", "veterinar", "paramedic",
    "midwif", "mph", "high-school", "undergraduate", "premed", "pre-med",
)  # fmt: skip

# Of whom a specialty takes care, in brackets behind it: nobody who pays for learning it.
PATIENTS = re.compile(
    r"\([^()]{0,40}\b(?:adults?|children|child|kids?|infants?|newborns?|teens?|adolescents?|women)\b[^()]{0,40}\)",
    re.IGNORECASE,
)

# Holds such a word and tells nothing of the kind.
NO_AUDIENCE: tuple[tuple[str, str], ...] = (
    ("en", "graduate medical education, graduate school, international affairs, office of international"),
    ("en", "international office, global, student affairs, student health"),
    ("en", "student account, student activity, international program, international visitor program, staff id"),
    ("en", "student services, nurse residence, nurse home, nurse hall, doctor residence, doctor mess"),
    ("en", "non affiliated, unaffiliated, student id, student loan, student service, student record"),
)  # fmt: skip
