"""What stands around a closure and tells what it is: harmless, for once, conditional, past, or over.

Patterns over lower-case text, by language.
`{things}` stands for what can be shut, as in `closings`.
"""

from monitor.core.wording import vocabulary

HARMLESS = {
    "en": (
        r"\brumou?rs?\b|\b(?:heard|read|believe|thought) that\b|(?:not|n['’]t|never) (?:yet )?stopped\b|"
        r"\b(?:housing|parking|library|financial aid|visa|transcripts?|billing) (?:office|desk|team|department)\b|"
        r"never (?:been )?closed|(?:not|n['’]t) (?:be |been )?(?:closed|suspended|cancell?ed|discontinued|paused)|"
        r"clos(?:e|es|ing) (?:on|at|date)\b|closed[- ]toed?|closed[- ]loop|closed captions?|disclosed|enclosed|"
        r"\b(?:office|clinic|campus|library|building|department|school|university|hospital|lab|laborator\w+|cafeteria|"
        r"pharmacy|registrar|portal|session|sessions|website|system|parking|road|store|registration|deadline|position|"
        r"account|case|date|dates|waitlist|survey|window|housing|dorms?|gym|shop|form|section|block|slots?|"
        r"spots?)s?\b(?: \w+){0,3} (?:is|are|will be|(?:has|have)(?: \w+)? been|remains?)\b(?: \w+){0,3} (?:closed|"
        r"unavailable|full|suspended|cancell?ed|not available)|holidays?|weekends?|(?:in|during|over|"
        r"for) (?:the )?(?:months? of )?(?:early |late )?(?:january|february|march|april|may|june|july|august|"
        r"september|october|november|december|summer|winter|fall|spring|autumn)\b(?!,? \d)|reserves? the right|"
        r"may be (?:closed|suspended|cancell?ed|terminated|discontinued)|can be (?:cancell?ed|suspended)|"
        r"will be (?:cancell?ed|terminated|discontinued|closed) (?:if|after|when|without)|\b(?:faxed|fax|e-?mailed|"
        r"emailed|mailed|late|incomplete|paper|hard[- ]copy|handwritten|duplicate|partial|unsigned|scanned|early|"
        r"walk-?in|unsolicited|expired|additional|multiple|group)(?: or \w+)? (?:applications?|copies|forms?|"
        r"documents?|submissions?|requests?|students?|applicants?|visitors?)|(?:applications?|requests?|"
        r"documents?) (?:\w+ )?(?:by|via|through|over|from (?:agenc|third|recruit)|after|before|without|sent|received|"
        r"earlier|later|more than|outside|directly|that|which)\b|(?:not|n['’]t|unable to|cannot|never|"
        r"no longer) (?:be |currently |able to )*(?:accept\w*|offer\w*|provid\w*|tak(?:e|ing)|sponsor\w*|consider\w*|"
        r"have|host\w*) (?:\w+ ){0,4}?(?:checks?|cheques?|cash|cards?|payments?|phone|calls|housing|visas?|stipends?|"
        r"funding|financial|scholarships?|insurance|transcripts?|letters?|meals|parking|transportation|responsib\w+|"
        r"refunds?|faxes|e-?mails?|credit|evaluations?|scores?|toefl|usmle|ielts|duolingo|substitut\w+|exceptions?|"
        r"advice|more than|money|walk-?ins|tours?|call|vacation|vaccin\w+|tests?|liability|malpractice|accommodations?|"
        r"any role)|eligible for (?:\w+ ){0,3}?(?:financial|housing|funding|aid|stipend|credit|insurance|scholarship|"
        r"visa|refund|discount|reimburs\w+|award|loan|license|licensure|match|resident|parking|compensation|payment|"
        r"salary|benefits|tuition|federal)"
    ),
    "es": r"d[ií]as? festivos?|oficina",
    "fr": r"jours? fériés?|secrétariat",
    "de": r"feiertag\w*|sekretariat|büro",
    "pt": r"feriados?|secretaria",
}
"""Sentences with such words shut nothing, or an office, a way of sending; what only may happen is no news."""

ONE_CYCLE = {
    "en": (
        r"(?:for|of|during) (?:the |this |our |summer |fall |spring |winter |"
        r"academic |current )*(?:year |cycle |season )?(?:20\d\d|ay ?\d\d)(?:\s?[-–/]\s?\d{2,4})?\b(?= (?:cycle|season|"
        r"session|academic|year|application|block|rotation|term|class|calendar|summer|program)|[.,;)]|$| (?:is|are|has|"
        r"have) )|(?:cycle|year's class|this (?:year|summer|fall|spring|winter|season|cycle|session|month|block)|"
        r"next (?:cycle|year|session|application))"
    ),
}
"""What is closed for a cycle opens again; what is called off for one does not take place."""

CALLED_OFF = {
    "en": (
        r"cancell?ed|called off|discontinued|terminated|suspended|paused|on hold|halted|not take place|"
        r"had to (?:cancel|suspend|discontinue)|cancel(?:l?ed|l?ing) all|cancel(?:l?ed|l?ing)? this year|"
        r"\bno {things}(?: (?:are|will be|being|offered|available)){0,3} this year|"
        r"not (?:be |being )?offer(?:ed|ing)?(?: any)?(?: {things})? this year"
    ),
}

THIS_YEAR = {"en": r"\bthis (?:(?:academic|calendar) )?(?:year|season)\b"}
CALLED_OFF_ONCE = {"en": r"(?:was|were|had to be) (?:all )?(?:cancell?ed|called off)$|cancel(?:l?ed|l?ing) all$"}
"""What was called off is shut only where it was so this year."""

NAMED_LAST = {"en": r"{things}(?: (?:this year|here|for [\w ]{1,40}|at [\w ]{1,40}))?$"}
"""The programme itself, and not its fair or its orientation."""

OPEN_AGAIN = {
    "en": (
        r"\b(?:resum(?:ed|es|ing)|re-?opened|re-?opening|reinstated|(?:suspension|pause) (?:was|has been|is) lifted|"
        r"relaunch\w*|restarted|"
        r"(?<!not )(?<!n['’]t )(?:again|now|currently|once again) "
        r"(?:accepting|open\b(?! only)|offering|hosting|welcom\w+))"
    ),
    "es": r"se reanud\w+|reabr\w+",
    "fr": r"a repris|ont repris|rouvert\w*",
    "de": r"wieder (?:aufgenommen|geöffnet|möglich|angeboten)",
    "pt": r"retomad\w+|reaber\w+",
}
"""Where the same paragraph says so, what was shut is not shut any more."""

CONDITIONAL = {
    "en": (
        r"\b(?:if|unless|in case|whenever|should (?:the|a|your|you)|in the event|would(?! have\b)|could(?! not\b)|"
        r"might|were to|"
        r"until (?:their|your|they|you|all|it)|when)\b"
    ),
    "es": r"\bsi\b|en caso de|a menos que",
    "fr": r"\bsi\b|en cas de|lorsque",
    "de": r"\b(?:wenn|falls|sofern)\b",
    "pt": r"\bse\b|em caso de|caso",
}
PAST = {
    "en": r"\b(?:was|were|had been) (?:\w+ )?(?:suspended|paused|closed|cancell?ed|halted|on hold)",
}
OLD_NEWS = {
    "en": (
        r"\b(?:news|archives?|archived|history|past events|press|blog|previous|former announcements|timeline|"
        r"obituar\w+)\b"
    ),
    "es": r"\bnoticias\b|archivo",
    "fr": r"\bactualités\b|archives",
    "de": r"\b(?:aktuelles|archiv|neuigkeiten)\b",
    "pt": r"\bnotícias\b|arquivo",
}
"""Headings under which stands what once was."""

CYCLE_SUBJECTS = {
    "en": r"(?:applications?|registration|enrol?lment|admissions?|sign-?ups?|submissions?)",
}
"""What closes every year again: it shuts the programme only for good or until further notice."""

FOR_GOOD = {
    "en": (
        r"permanently|until further notice|indefinitely|not (?:currently |presently )?being|"
        r"(?:not|cannot) (?:be )?(?:accepted|taken|considered) (?:at (?:present|this time|the moment)|currently|"
        r"right now|for (?:the time being|now)|"
        r"any ?more)|\b(?:currently|presently|at present|at this time|at the moment|right now|for the time being|"
        r"for now)\b[^.;]{0,20}"
        r"\b(?:not|cannot) (?:be )?(?:accepted|taken|considered)|"
        r"\bno (?:new |further |more )?applications"
    ),
    "es": r"definitivamente|hasta nuevo aviso",
    "fr": r"définitivement|jusqu['’]à nouvel ordre",
    "de": r"dauerhaft|bis auf weiteres",
    "pt": r"definitivamente|até novo aviso",
}
ACTIVE = {
    "en": (
        r"(?:cancel(?:l?ed|l?ing)? (?:all|this year['’]s)|(?:cancel|suspend|discontinue|close) (?:our|the|all|its)|"
        r"accept(?:ing|s)?|offer(?:ing|s)?|host(?:ing|s)?|tak(?:es|e|ing)|consider(?:ing|s)?|sponsor(?:ing|s)?|"
        r"support(?:ing|s)?|"
        r"to (?:temporarily |indefinitely |permanently )?(?:suspend|discontinue|close|end|cancel|pause)|"
        r"provid(?:e|es|ing)|accommodat(?:e|es|ing)|have|(?:have|has) (?:now |recently |temporarily |"
        r"permanently )?(?:stopped|ended|discontinued|closed|suspended|paused|cancell?ed)|participate in|"
        r"(?:discontinued?|terminated|end|close|suspend|cancel) (?:its|our|the|their|all)|no|runs?|"
        r"running|has|(?:arrang|organi[sz]|welcom|admit|support|conduct|teach)\w*)$"
    ),
}
"""Verbs that say after them what is shut or to whom."""

GENERIC = {
    "en": vocabulary(
        """
        a abroad anyone now own countries country america accepted accepting accommodated hosted placed present
        additional all allowed already also an and any anymore applicant applicants
        application applications apply are aren't aren’t as at available away be because been being both by can
        can't candidates cannot can’t center centre classes clerkship clerkships clinic clinical
        coming considered current currently degree degrees department do doctor doctors does doesn't don't don’t due
        earned educational either elective electives eligible engage enrolled equivalent experience
        experiences external externs externship externships fellow
        fellows fellowship few fmg fmgs
        for foreign from further graduate graduated graduates graduation guest hands-on has have having holder
        holders holding hospital hospitals hosting img imgs in individuals ineligible institution institutions
        intern international internship internships into is it its learners
        learning training longer m.d m.d.s may mbbs moment md medical
        medicine more new no non non-us not note observation observer observers observership observerships of
        offered offering on open opportunities opportunity or other our outside overseas participants
        participate people permitted person persons physician physicians placements please program programme
        programmes programs regret requests right rotate rotation rotations rotators school schools shadowing
        short-term site sorry states student students sub-internships such taking that the their these this
        those through time to trainees u.s unfortunately united university us via visiting visitor visitors vsas
        vslo we were which who will with year
        """
    ),
}
"""Words that leave a closure general; any other word ("first-year students") narrows it, and it shuts nothing."""

STATUS = {
    "en": (
        r"(?:now |currently |permanently |temporarily )?(?:closed|suspended|discontinued|cancell?ed|paused|on hold|"
        r"inactive|unavailable|no longer offered|not offered|not available|not accepting (?:applications|students|"
        r"applicants|visitors))(?: (?:until further notice|indefinitely|at this time|permanently|temporarily))?"
    ),
}
"""All that a cell says beside the name of a programme."""

CUT = {
    "en": (
        r"[,;:()–—|]|\.(?!\w)|\b(?:due|because|until|through|since|as|effective|given|following|but|while|and we|so)\b"
    ),
}
"""Where what is shut has been said."""

UNTIL = {
    "en": r"\b(?:until|till|through|reopen(?:s|ing)? (?:on|in)|resume (?:on|in|as of)|before)\b",
    "es": r"\bhasta\b",
    "fr": r"\bjusqu['’]",
    "de": r"\bbis\b",
    "pt": r"\baté\b",
}
AUDIENCES = {
    "international": (
        r"international|foreign|non-?us\b|non-u\.s|outside (?:of )?the (?:us|u\.s|united states)|"
        r"other countries|another country|overseas|imgs?\b|"
        r"fmgs?\b|abroad|non-lcme|internacional\w*|extranjer\w*|étrang\w+|internationale\w*|ausländisch\w*|"
        r"estrangeir\w*|caribbean"
    ),
    "domestic": r"domestic|u\.?s\.? (?:students|citizens|medical students)|american students|lcme students",
    "graduates": (
        r"graduates?\b(?! medical education| school| stud)|graduated|holders?\b|"
        r"holding an? (?:m\.?d\b|mbbs|medical degree)|physicians?|imgs?\b|fmgs?\b|doctors\b|"
        r"residents?\b|médicos?|médecins?|ärzte|postgraduate|post-graduate"
    ),
    "students": (
        r"(?:medical |visiting |m\.?d\.? )?students?\b|estudiantes?|étudiants?|studierende\w*|estudantes?|"
        "alunos?|undergraduates"
    ),
}
"""Whom a closure is about."""
