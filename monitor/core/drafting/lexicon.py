"""The words by which a page tells what it is about. Each line: what is meant, language, words."""

# What a programme offers, as the catalogue writes it.
KINDS: tuple[tuple[str, str, str], ...] = (
    ("observership", "en", "observership, observer, shadowing, observer program"),
    ("clerkship", "en", "clerkship"),
    ("elective", "en", "elective, visiting student, visiting medical student"),
    ("externship", "en", "externship, extern"),
    ("sub-internship", "en", "sub internship, subinternship, sub i, acting internship"),
    ("rotation", "en", "rotation"),
    ("preceptorship", "en", "preceptorship"),
    ("internship", "en", "internship"),
    ("research", "en", "research program, research fellowship, research opportunity, research elective"),
    ("observership", "es", "observación"),
    ("rotation", "es", "rotación, rotaciones"),
    ("internship", "es", "internado"),
    ("internship", "fr", "stage clinique, stage hospitalier, stage d’observation"),
    ("internship", "de", "Praktikum, Famulatur"),
    ("internship", "pt", "estágio"),
)

# Words of the names of those who offer it.
INSTITUTIONS: tuple[tuple[str, str], ...] = (
    ("en", "university, college, school of medicine, medical school, hospital, clinic, medical center, medical centre"),
    ("en", "health system, health, healthcare, institute, foundation, medicine, infirmary, academy"),
    ("es", "universidad, hospital, clínica, facultad, instituto"),
    ("fr", "université, hôpital, faculté, clinique, institut"),
    ("de", "Universität, Klinikum, Krankenhaus, Hochschule, Klinik, Institut"),
    ("pt", "universidade, faculdade, hospital"),
    ("it", "università, ospedale, facoltà, policlinico"),
)
# Of these, the ones that tell no institution from another, and what joins them: they are left out of ids.
GENERIC: tuple[tuple[str, str], ...] = (
    (
        "en",
        "university college school hospital clinic medical medicine center centre health system the of at and for in",
    ),
    ("en", "healthcare institute foundation department"),
    ("es", "universidad facultad hospital de la del y"),
    ("fr", "université faculté de la du des et"),
    ("de", "universität klinikum der die das und"),
    ("pt", "universidade faculdade de da do e"),
)

# What a link promises, by its words.
LINKS: tuple[tuple[str, str, str], ...] = (
    ("apply", "en", "apply, apply now, application, application form, how to apply, application portal"),
    ("apply", "es", "solicitud, inscripción"),
    ("apply", "fr", "candidature, postuler"),
    ("apply", "de", "Bewerbung, bewerben"),
    ("apply", "pt", "inscrição, candidatura"),
    ("fees", "en", "fee, tuition, cost, cost and fees, fee schedule"),
    ("fees", "es", "costo, tarifa, matrícula"),
    ("fees", "fr", "frais, tarif"),
    ("fees", "de", "Gebühr, Gebühren, Kosten"),
    ("fees", "pt", "taxa, custo"),
    ("requirements", "en", "requirement, eligibility, prerequisite, who can apply"),
    ("requirements", "es", "requisito"),
    ("requirements", "fr", "condition d’admission, prérequis"),
    ("requirements", "de", "Voraussetzung, Voraussetzungen"),
    ("requirements", "pt", "requisito"),
)
DOCUMENT_ENDINGS = (".pdf", ".doc", ".docx")

# Says whom something is for, before or behind their names.
OPEN_TO: tuple[tuple[str, str], ...] = (
    ("en", "open to, available to, eligible, designed for, intended for, welcome, welcomes, offered to, offer, for"),
    ("es", "dirigido a, abierto a, para"),
    ("fr", "ouvert aux, destiné aux, pour"),
    ("de", "richtet sich an, offen für, für"),
    ("pt", "destinado a, aberto a, para"),
)

# Parts two names of exams as alternatives: "TOEFL or IELTS".
ALTERNATIVES: tuple[tuple[str, str], ...] = (
    ("en", "or, either"),
    ("es", "o"),
    ("fr", "ou"),
    ("de", "oder"),
    ("pt", "ou"),
    ("it", "oppure"),
)
# Says that of a list one is enough.
ONE_OF: tuple[tuple[str, str], ...] = (
    ("en", "one of the following, any of the following, one of these, either of the following, any one of"),
    ("es", "uno de los siguientes"),
    ("fr", "un des suivants"),
    ("de", "eine der folgenden, einer der folgenden"),
    ("pt", "um dos seguintes"),
)

# Words of applying in what a day is the deadline of.
APPLYING: tuple[tuple[str, str], ...] = (
    ("en", "application, apply, applicant, applying, submission, submit"),
    ("es", "solicitud, inscripción"),
    ("fr", "candidature"),
    ("de", "Bewerbung, Bewerbungsfrist"),
    ("pt", "inscrição, candidatura"),
)
# What else has a deadline.
OTHER_DEADLINES: tuple[tuple[str, str, str], ...] = (
    ("payment", "en", "payment, fee, deposit, tuition"),
    ("refund", "en", "refund"),
    ("cancellation", "en", "cancel, cancellation, withdraw, withdrawal"),
    ("housing", "en", "housing"),
    ("document", "en", "document, paperwork, immunization"),
)

# Ends of streets and what stands behind them: where these end, the name of a city begins.
STREETS: tuple[tuple[str, str], ...] = (
    ("en", "street st avenue ave road rd boulevard blvd drive dr lane ln way parkway pkwy place pl court ct circle"),
    ("en", "highway hwy plaza square sq terrace suite ste floor fl room rm building bldg box"),
    ("en", "n s e w ne nw se sw unit hall tower campus center centre hospital university college school clinic"),
)

STATES: tuple[tuple[str, str], ...] = tuple(
    (line[:2], line[3:])
    for line in """\
AL Alabama
AK Alaska
AZ Arizona
AR Arkansas
CA California
CO Colorado
CT Connecticut
DE Delaware
DC District of Columbia
FL Florida
GA Georgia
HI Hawaii
ID Idaho
IL Illinois
IN Indiana
IA Iowa
KS Kansas
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts
MI Michigan
MN Minnesota
MS Mississippi
MO Missouri
MT Montana
NE Nebraska
NV Nevada
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York
NC North Carolina
ND North Dakota
OH Ohio
OK Oklahoma
OR Oregon
PA Pennsylvania
PR Puerto Rico
RI Rhode Island
SC South Carolina
SD South Dakota
TN Tennessee
TX Texas
UT Utah
VT Vermont
VA Virginia
WA Washington
WV West Virginia
WI Wisconsin
WY Wyoming""".splitlines()
)
"""States of the U.S., with the two letters that the post gives them (USPS Publication 28, appendix B)."""
