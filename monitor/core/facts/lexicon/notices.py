"""The words of a deadline that is no day: so long ahead, or none at all. Parts of patterns, by language."""

AHEAD = {
    "en": r"ahead|in advance|of advance|advance notice|beforehand|before|prior|preceding|earlier than",
    "de": r"vor\b|vorher|im voraus",
    "es": r"antes|de antelación|de anticipación|previos",
    "fr": r"avant|à l['’]avance",
    "pt": r"antes|de antecedência",
}
"""Behind a span of time: it is counted back from a day."""

AHEAD_FIRST = {"de": r"spätestens|mindestens", "es": r"con"}
"""Before it, where the language says so there."""

BETWEEN = {
    "en": r"or more|at least|minimum|at a minimum|at the latest|time|notice",
}
"""What may stand between the span and those words."""

EARLIEST = {
    "en": (
        r"open\w*|earliest|no earlier|not earlier|no more than|not more than|up to|as early as|maximum|within|"
        r"at most|begin\w* accepting|accept\w* (?:applications )?from"
    ),
}
"""Shortly before the span: one may not act before."""

ROLLING = {
    "en": (
        r"rolling|year[- ]round|all year(?: round| long)?|throughout the (?:calendar |academic )?year|"
        r"at any time|any time of (?:the )?year|continuous(?:ly)?|ongoing|"
        r"as they (?:come in|arrive|are received|reach us)|in the order (?:in which )?(?:they are |"
        r"they were )?received|"
        r"every month of the year|twelve months a year"
    ),
    "es": r"todo el año|en cualquier momento",
    "fr": r"toute l['’]année|à tout moment",
    "de": r"ganzjährig|jederzeit",
    "pt": r"todo o ano|a qualquer momento",
}
NO_DAY = {
    "en": (
        r"no (?:\w+ ){0,2}?deadlines?\b|(?:not|n['’]t) (?:have|set) (?:a|any) (?:\w+ ){0,2}?deadlines?\b|"
        r"(?:not|n['’]t) (?:a|any) (?:\w+ ){0,2}?deadlines?\b"
    ),
    "es": r"sin fecha límite|no hay fecha límite",
    "fr": r"pas de date limite|sans date limite",
    "de": r"keine (?:\w+)?frist",
    "pt": r"sem prazo|não há prazo",
}
"""More than rolling: a day that a listing names is wrong."""

APPLYING = {
    "en": r"appl(?:y|ies|ied|ying|ication|ications)|deadlines?|admissions?|requests?|submissions?|submit\w*|accept\w*",
    "es": r"solicitud\w*|plazo",
    "fr": r"candidature\w*",
    "de": r"bewerb\w*|frist\w*",
    "pt": r"candidatura\w*|inscriç\w*|prazo",
}
"""What goes on at any time."""

SIGNS_OF_AHEAD = (
    "ahead", "advance", "before", "prior", "preceding", "earlier", "vor", "antes", "antelación", "anticipación",
    "previos", "avant", "avance", "antecedência",
)  # fmt: skip
SIGNS_OF_NO_DAY = (
    "rolling", "year", "any time", "continuous", "ongoing", "as they", "in the order", "twelve months", "todo el año",
    "momento", "toute l", "moment", "ganzjährig", "jederzeit", "todo o ano", "deadline", "fecha límite",
    "date limite", "frist", "prazo",
)  # fmt: skip
"""Parts of words; without one of them no time of notice is stated. Looked for first, because that is fast."""
