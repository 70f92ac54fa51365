"""What a price is counted by, in the words of pages. Each line: the unit as a catalogue writes it, language, words."""

UNITS: tuple[tuple[str, str, str], ...] = (
    ("hour", "en", "hour"),
    ("day", "en", "day, diem"),
    ("night", "en", "night"),
    ("week", "en", "week, wk"),
    ("month", "en", "month, mo, calendar month"),
    ("quarter", "en", "quarter"),
    ("semester", "en", "semester"),
    ("term", "en", "term, trimester"),
    ("year", "en", "year, yr, annum, academic year, calendar year"),
    ("credit", "en", "credit, credit hour"),
    ("elective", "en", "elective"),
    ("rotation", "en", "rotation"),
    ("clerkship", "en", "clerkship"),
    ("observership", "en", "observership"),
    ("externship", "en", "externship"),
    ("internship", "en", "internship"),
    ("sub-internship", "en", "sub internship, subinternship, acting internship"),
    ("course", "en", "course"),
    ("block", "en", "block"),
    ("placement", "en", "placement"),
    ("module", "en", "module"),
    ("session", "en", "session"),
    ("stay", "en", "stay"),
    ("visit", "en", "visit"),
    ("period", "en", "period"),
    ("program", "en", "program, programme"),
    ("specialty", "en", "specialty, speciality, department"),
    ("application", "en", "application, submission"),
    ("request", "en", "request"),
    ("person", "en", "person, student, participant, applicant, trainee, individual, observer, visitor, learner"),
    ("day", "es", "día"), ("week", "es", "semana"), ("month", "es", "mes, meses"), ("year", "es", "año"),
    ("rotation", "es", "rotación"), ("course", "es", "curso"), ("person", "es", "persona, estudiante"),
    ("day", "fr", "jour"), ("week", "fr", "semaine"), ("month", "fr", "mois"), ("year", "fr", "an, année"),
    ("placement", "fr", "stage"), ("person", "fr", "personne, étudiant"),
    ("day", "de", "Tag"), ("week", "de", "Woche, Wochen"), ("month", "de", "Monat, Monate"), ("year", "de", "Jahr"),
    ("semester", "de", "Semester"), ("person", "de", "Person"),
    ("day", "pt", "dia"), ("month", "pt", "mês, meses"), ("year", "pt", "ano"), ("rotation", "pt", "rotação"),
)  # fmt: skip

# A unit in one word, before or behind a price.
ADVERBS: tuple[tuple[str, str, str], ...] = (
    ("hour", "en", "hourly"), ("day", "en", "daily"), ("night", "en", "nightly"), ("week", "en", "weekly"),
    ("month", "en", "monthly"), ("year", "en", "annual, annually, yearly"),
    ("month", "es", "mensual"), ("week", "es", "semanal"), ("year", "es", "anual"),
    ("month", "fr", "mensuel, mensuelle"), ("year", "fr", "annuel, annuelle"),
    ("month", "de", "monatlich"), ("week", "de", "wöchentlich"), ("year", "de", "jährlich"),
    ("month", "pt", "mensal"), ("week", "pt", "semanal"),
)  # fmt: skip

# Stands between a price and its unit: "$300 per week"; language, words.
EACH: tuple[tuple[str, str], ...] = (
    ("en", "per, each, every"),
    ("es", "por, cada, al"),
    ("fr", "par"),
    ("de", "pro, je"),
    ("pt", "por, ao, cada"),
)
# Stands before a length of time that a price covers: "$500 for two weeks"; language, words.
FOR: tuple[tuple[str, str], ...] = (("en", "for"), ("es", "para"), ("fr", "pour"), ("de", "für"), ("pt", "para"))
ARTICLES: tuple[tuple[str, str], ...] = (
    ("en", "a, an, one, the, any, single"),
    ("es", "un, una"),
    ("fr", "un, une"),
    ("de", "ein, eine, einen"),
    ("pt", "um, uma"),
)

# One product of a programme under several names: a guide's "elective" is a page's "rotation".
STAYS = frozenset({"elective", "rotation", "clerkship", "course", "block", "placement", "module", "session"})
# What may be so and so long: "2-week observership".
LASTING = STAYS | {"observership", "externship", "internship", "sub-internship", "program", "visit", "stay"}
RATES = frozenset({"day", "night", "week", "month"})
# Whoever is counted by it pays it once: as if nothing were said.
PEOPLE = frozenset({"person", "request", "application"})
