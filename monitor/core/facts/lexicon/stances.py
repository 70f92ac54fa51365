"""The words that tell what a page asks for by naming an exam, as parts of patterns by language."""

NOT_REQUIRED = {
    "en": (
        r"(?:\bnot|n['’]t|never|no longer|neither|nor) (?:(?:be|currently|a|an|strictly|generally|usually|been|"
        r"considered) ){0,2}(?:required|needed|necessary|mandatory|compulsory|requirements?|prerequisites?|obligatory|"
        r"asked(?: for)?|requested|expected|demanded|looked at|read\b)|"
        r"(?:do|does|did|will|would) ?(?:not|n['’]t) (?:currently |generally )?(?:require|need|ask for|have to)\b|"
        r"\boptional\b|requires? no\b|\bno (?:[\w’'-]+ ){0,4}?(?:required|needed|necessary|requirement|asked)|"
        r"need not|needs? no\b|no longer (?:require|need|ask)|(?:;|,|\band|\bbut) [^,;]{1,60} (?:is|are) not\W*$|"
        r"^[^,;]{1,60} (?:is|are) not\W*$|neither (?:[\w®]+ ){1,8}(?:is|are) (?:required|needed|necessary|"
        r"mandatory)|without (?:the |a |any )?(?:toefl|usmle|step|ielts)"
    ),
    "es": r"no (?:\w+ ){0,2}(?:requiere|requieren|necesario|necesaria|obligatorio|exige)",
    "fr": r"(?:n['’]est|ne sont) pas (?:requis|exigée?s?|obligatoires?|nécessaires?)",
    "de": r"(?:nicht|kein\w*) (?:\w+ ){0,2}(?:erforderlich|notwendig|nötig|verlangt)",
    "pt": r"não (?:\w+ ){0,2}(?:exigido|exigida|necessário|necessária|obrigatório)",
}
WAIVED = {
    "en": r"waive[ds]?\b|waiver|waiving|exempt(?:ed|ion|ions)?\b|excused",
    "es": r"exent[oa]s?|exención",
    "fr": r"dispensé?e?s?|exempté?e?s?",
    "de": r"befreit|entfällt für",
}
NO_WAIVER = {
    "en": r"(?:no|not|cannot|can['’]t|never|without|n['’]t)(?: \w+){0,4} (?:waive|waiver|exempt|exception)",
}
FOR_SOME = {
    "en": (
        r"\b(?:if|unless|when|except|who(?:se)?|where|provided)\b|u\.s\.|\bu\.?s\.? (?:students|citizens|applicants|"
        r"medical|graduates|residents|schools)|\b(?:native|canadian|domestic|american|lcme)\b|(?:for|of|"
        r"from) (?:\w+ ){0,3}(?:native|u\.?s\.?|us|american|canadian|domestic|english|citizens|lcme|residents|"
        r"australian|british|uk)\b"
    ),
}
PREFERRED = {
    "en": (
        r"preferred|preference|prefer\b|recommended|recommend\b|"
        r"encouraged(?! to (?:apply|submit|send|contact|attend|visit))|"
        r"desirable|desired|advantage|a plus\b|"
        r"suggested|ideally|helpful|an asset|competitive applicants"
    ),
    "es": r"recomend\w+|preferible\w*|preferente\w*",
    "fr": r"recommandée?s?|souhaitée?s?",
    "de": r"empfohlen|erwünscht|bevorzugt|wünschenswert",
    "pt": r"recomendad\w+|preferível|desejável",
}
REQUIRED = {
    "en": (
        r"require[ds]?\b|requirements?\b|requiring|must\b|mandatory|minimum|prerequisite|need(?:s|ed)?\b|necessary|"
        r"at least|no less than|not less than|have (?:passed|taken|completed|obtained|achieved)|has (?:passed|taken)|"
        r"passed\b|\bpass\b(?!/|-| or fail)|passing|proof of|evidence of|copy of|submit|provide|or (?:higher|above|"
        r"better|greater|more)|be certified|greater than|more than|higher than|"
        r"above(?= (?:an? |the )?(?:\w+ )?\d)|"
        r"we ask|compulsory|obligatory|"
        r"should have|hold (?:a|an|the)|eligibility|criteria|qualifications|checklist|"
        r"(?:will|we|also|department|school|program) accepts?\b|\baccepted (?:tests|exams|scores)|"
        r"(?:is|are) (?:also )?accept(?:ed|able)\b"
    ),
    "es": r"requisitos?|requiere[ns]?|obligatori[oa]|mínim[oa]|debe[ns]?\b|exige",
    "fr": r"exigée?s?|requise?s?|obligatoires?|minimum|doivent|minimal\w*",
    "de": r"erforderlich|mindestens|voraussetzung\w*|müssen|notwendig|nachweis",
    "pt": r"exigid[oa]|requisitos?|obrigatóri[oa]|mínim[oa]|devem?\b",
}
NO_MINIMUM = {
    "en": (
        r"(?:\bno|without (?:a|any)|(?:do|does) ?(?:not|n['’]t) (?:set|have|require|ask for|state) (?:a|any)|"
        r"is(?: not|n['’]t) (?:a|any)) (?:[\w’'-]+ ){0,3}?(?:minimum|minimal|cut-?off|lowest|passing|"
        r"specific|particular|"
        r"required) (?:[\w’'-]+ ){0,3}?(?:scores?|points|marks?|totals?|results?)\b(?: (?:is |are )?(?:required|needed|"
        r"necessary|asked for|set))?|"
        r"\bno (?:numeric(?:al)? |certain )?scores? (?:is|are) (?:required|needed|necessary|asked for)|"
        r"\bno (?:score )?(?:minimum|cut-?off)\b|any (?:score|result) (?:is|will be) (?:accepted|enough)"
    ),
}
"""The exam is asked for, or spoken of, and no points in it."""

NOT_ACCEPTED = {
    "en": (
        r"(?:(?:is|are|was|will|has|have)(?: now| currently)? (?:not|no longer)|(?:is|are)n['’]t|cannot|can no longer)"
        r"(?: be)? (?:be )?(?:accepted|recogni[sz]ed|considered|a substitute|an alternative)"
    ),
}
"""Behind the name of an exam: another one must be taken instead."""

DO_NOT_ACCEPT = {
    "en": (
        r"(?:(?:do|does|can|will) ?(?:not|n['’]t)|cannot|no longer|never) (?:accept|recogni[sz]e|"
        r"consider)\w*(?: any| the| old)*(?: (?:scores?|results?|reports?) (?:of|from|on|in)(?: the| old)*)? $"
    ),
}
"""Before it."""

ONE_FORM = {
    "en": (
        r"(?:[- ](?:scores?|results?|reports?|tests?|exams?))*[- ](?:[A-Z][\w®-]+|(?:at[- ])?home|online|general|"
        r"super-?scores?|indicator|essentials|taken|sent|reported|uploaded|from|that|which|by)\b"
    ),
}
"""Behind it: only one form of the exam, or one way of sending its scores, is refused."""

OF_TAKERS = {
    "en": (
        r"\b(?:for|from|of|by) (?:those|students|applicants|candidates|anyone|people)\b"
        r"(?![^.;,]*\bto (?:take|submit|provide|have)\b)[^.;,]{0,30}$"
    ),
}
"""Before the name of an exam: it is told by whom something else need not be done."""

WISHED_NUMBER = {
    "en": (
        r"(?<=\d)\)?(?:,|,? (?:with|and|but|although)| \() ?(?:an? |at least |scores? of |score of )*\d[\d.]*\+?"
        r"(?: or (?:higher|above|better))? (?:is |are )?(?:strongly )?(?:preferred|recommended|desired|desirable)"
    ),
}
"""Behind points that are asked for: more of them would be welcome."""

NOW_ANOTHER = {
    "en": r"(?:raised|increased|lowered|reduced|changed|went up|gone up|moved)(?: from \d[\d.]*)? (?:to|from)\b",
}
"""A score that took the place of another."""

TAKEN_BEFORE = {
    "en": (
        r"\b(?:took|taken|sat|passed|tested|examined)\b[^.;|]{0,25} (?:before|"
        r"prior to) (?:[a-z]+ )?(?:\d{1,2},? )?20\d\d"
    ),
}
"""Of those who took the exam so long ago something is asked now."""

CATEGORY = {
    "en": (
        r"(?:usmle|english|language|licensing|required|english language|test)?\s?(?:exams?|examinations?|"
        r"tests?|scores?|"
        r"proficiency|skills?|english|usmle|language|certificates?|certifications?|training|credentials|life support)"
    ),
}
"""A label that stands for what is asked for, where exams follow it and nothing else: "Certificates: BLS, ACLS"."""

NO_REQUIREMENT = {
    "en": r"not accept(?:ed)?|no longer accept|not been accepted|n['’]t accept|cannot be accepted|average|"
    r"typical(?:ly)?|median|"
    r"most (?:successful )?(?:applicants|candidates|students)",
}
"""Words beside an exam that ask for nothing: other tests are refused, or it is told how others fared."""

BELOW_A_LINE = {"en": r"older|expired|below|lower|less than|under\b"}
"""Beside "not accepted" they only draw a line."""

NOT_NOW = {
    "en": (
        r"at this (?:stage|point)|"
        r"(?:not|n['’]t) (?:[\w-]+ ){0,3}to apply\b|"
        r"when applying|if available|if applicable|if taken|if you have|formerly|"
        r"previously|used to|in the past|(?:until|before|prior to) (?:january |july )?20\d\d|(?:was|were) (?:required|"
        r"needed|accepted|enough|\d)"
    ),
    "de": r"früher|bis 20\d\d",
    "fr": r"auparavant|jusqu['’]en 20\d\d",
    "es": r"anteriormente|hasta 20\d\d",
}
"""What was asked once, or may be asked later, says nothing of what is asked now."""
