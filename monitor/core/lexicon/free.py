"""How pages say that nothing is to be paid, and when a price holds. Each line: language, words as patterns."""

import re

# Behind one of these a label is charged nothing: "no tuition", "there is no fee".
NO: tuple[tuple[str, str], ...] = (
    (
        "en",
        (
            r"nothing(?: is charged| to pay| to be paid)? for"
            r"|(?:not|never) (?:charge|bill)s? (?:(?:you|our|visiting|visitors|students|observers|applicants) ){0,3}for"
        ),
    ),
    (
        "en",
        (
            r"no|not charged?(?: any| an| a)?|\w+n['’]t charged?(?: any| an| a)?|without|never (?:any|an?)"
            r"|never charges?(?: any| an| a)?"
        ),
    ),
    (
        "en",
        (
            r"not required to pay(?: any| an| a)?|not pay(?: any| an| a)?|not require"
            r"|\w+n['’]t (?:pay|require)(?: any| an| a)?"
        ),
    ),
    ("en", r"exempt from(?: paying)?|zero|neither|nor"),
    ("es", r"no hay|sin|no se cobra"),
    ("fr", r"pas de|aucun|aucune|sans|sans aucun"),
    ("de", r"keine|keinerlei|ohne"),
    ("pt", r"não há|sem|isento de"),
)
# Behind "no fees" this says that none of any kind is charged.
NONE_AT_ALL = (
    r"\s*(?:of any kind|of any sort|whatsoever|at all"
    r"|(?:are |is |will be )?(?:charged|collected|levied|payable|due)(?= to| by|[.;!]|$))"
)
# Behind a label these say that it is charged nothing: "tuition: none", "the application fee is waived".
NOTHING: tuple[tuple[str, str], ...] = (
    (
        "en",
        r"(?:(?:is|are) )?(?:currently |always |completely )?(?:free|waived|not charged|not required|not applicable)",
    ),
    ("en", r"(?:none|free|waived|n/a|no charge|no fee|no cost|not applicable|not charged|nil)(?! \w)"),
    ("en", r"(?:is|are|comes?) (?:\w+ )?free (?:as well|too|of charge)|costs? (?:you )?nothing"),
    ("en", r"(?:will|is|are|does|do) not (?:be )?(?:charged|required|assessed|collected)|will be waived"),
    ("es", r"gratuit[oa]s?|gratis|ninguno|ninguna"),
    ("fr", r"(?:est |sont )?(?:gratuite?s?|offerte?s?)|néant"),
    ("de", r"kostenlos|kostenfrei|entfällt|keine"),
    ("pt", r"gratuit[oa]s?|isento"),
)
# By themselves: "the program is free of charge".
FREE: tuple[tuple[str, str], ...] = (
    (
        "en",
        (
            r"free of charge|at no (?:additional )?(?:cost|charge)|free of cost|without charge"
            r"|cost[- ]free|tuition[- ]free|(?<!feel )free(?= to (?:apply|attend|participate))"
        ),
    ),
    (
        "en",
        (
            r"(?:program|programme|elective|rotation|clerkship|observership|externship|course)s? (?:is|are) "
            r"(?:completely )?free"
        ),
    ),
    ("es", r"sin costo(?: alguno)?|sin coste"),
    ("fr", r"sans frais|à titre gratuit"),
    ("de", r"kostenlos|kostenfrei|gebührenfrei"),
    ("pt", r"sem custos?"),
)
# The same, where what is free is named: "the application itself is free".
FREE_OF_NAMED: tuple[tuple[str, str], ...] = (
    ("en", r"(?:is|are) (?:entirely |completely |also |itself )?free(?=\s*(?:[.,;!)]|$|for (?:all|every|our|visit)))"),
    ("en", r"costs? (?:you )?nothing"),
)
# The whole of a cell: "None", "No charge".
NOTHING_ALONE: tuple[tuple[str, str], ...] = (
    ("en", r"none|free|waived|no (?:charge|fee|cost)s?|free of charge|not charged|nil"),
    ("es", r"gratis|gratuit[oa]|ninguno|ninguna|sin costo"),
    ("fr", r"gratuite?|néant|aucun"),
    ("de", r"kostenlos|kostenfrei|keine"),
    ("pt", r"grátis|gratuit[oa]|sem custo"),
)
# A question that "no" answers, and the "no".
ASKED: tuple[tuple[str, str], ...] = (
    ("en", r"is|are|do|does|will|must|have|has"),
    ("es", r"hay|se cobra|existe|tengo"),
    ("fr", r"y a|est|faut|dois"),
    ("de", r"gibt|muss|fallen|wird"),
    ("pt", r"há|existe|é"),
)
NO_ANSWER: tuple[tuple[str, str], ...] = (
    ("en", "No|None"), ("es", "No"), ("fr", "Non"), ("de", "Nein"), ("pt", "Não"),
)  # fmt: skip

# What is not there is then not the price itself: "no additional fees", "no refund of tuition".
NOT_THE_PRICE: tuple[tuple[str, str], ...] = (
    (
        "en",
        "additional, extra, other, further, hidden, longer, refund, refunds, increase, later, more, change",
    ),
    (
        "en",
        "changes, late",
    ),
    ("en", "exceptions, exception, reimbursement, scholarship, scholarships, stipend, discount, separate, fewer, less"),
    ("en", "application will, applications will, application is, applications are, personal"),
)
# Who is let off is somebody, not everybody: "waived for alumni", "if eligible".
CONDITION = (
    r"\b(?:if|unless|may be|might|can be|could be|upon request|in some cases|only|except|eligible|hardship"
    r"|provided that"
    r"|approved|participating|agreements?|designated|selected"
    r"|until|before|prior to|up to|after|when|who|whose|partner\w*|affiliat\w*|alumni|our own|certain|some|need)\b"
)

_DROPPED = r"no longer (?:charge|collect|require|levy|ask for|pay)s?(?: an?| the| any)?"
DROPPED = re.compile(rf"\b{_DROPPED}\b", re.IGNORECASE)

# The price was another one: language, words before an amount.
WAS: tuple[tuple[str, str], ...] = (
    (
        "en",
        (
            r"was|were|formerly|previously|originally|used to (?:be|cost|charge)"
            rf"|{_DROPPED}"
            r"|(?:old|former|prior|previous|past) \w+(?: was| of|:)?"
        ),
    ),
    ("es", r"era|antes|anteriormente"),
    ("fr", r"était|auparavant|anciennement"),
    ("de", r"war|früher|vorher|bisher"),
    ("pt", r"era|antes|anteriormente"),
)
RAISED: tuple[tuple[str, str], ...] = (
    ("en", r"rais\w+|increas\w+|rose|went up|reduc\w+|lower\w+|chang\w+|decreas\w+|adjust\w+|up|down"),
    ("es", r"aument\w+|subi\w+"),
    ("fr", r"augment\w+|pass\w+"),
    ("de", r"erhöht|stieg|gestiegen"),
    ("pt", r"aument\w+"),
)


def pattern(lines: tuple[tuple[str, str], ...]) -> str:
    """The words of all languages as one alternative."""
    return "|".join(words for _, words in lines)
