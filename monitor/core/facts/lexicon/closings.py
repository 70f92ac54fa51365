"""The words that shut a programme, and those that only look so: patterns over lower-case text, by language.

`{things}` stands for what can be shut, `{people}` for whom it can be shut to, `{affiliated}` for schools of one's own.
"""

THINGS = {
    "en": (
        r"(?:programs?|programmes?|electives?|observerships?|observer program|clerkships?|rotations?|externships?|"
        r"internships?|sub-?internships?|preceptorships?|shadowing|opportunit(?:y|ies)|placements?|fellowships?|"
        r"residenc(?:y|ies)|courses?|traineeships?|exchanges?|visits?)"
    ),
    "es": r"(?:programas?|rotaci(?:ón|ones)|observerships?|prácticas|pasantías?)",
    "fr": r"(?:programmes?|stages?|externats?)",
    "de": r"(?:programme?s?|famulatur(?:en)?|hospitation(?:en)?|praktik(?:um|a))",
    "pt": r"(?:programas?|estágios?|rotaç(?:ão|ões))",
}
PEOPLE = {
    "en": (
        r"(?:students?|applicants?|visitors?|observers?|externs?|interns?|trainees?|graduates?|imgs?|fmgs?|physicians?|"
        r"doctors?|learners?|candidates?|residents?|fellows?|scholars?|applications?)"
    ),
    "es": r"(?:estudiantes?|alumnos?|médicos?|solicitudes)",
    "fr": r"(?:étudiante?s?|candidatures?|stagiaires?|médecins)",
    "de": r"(?:studierenden?|studenten|bewerbungen|bewerber\w*|famulanten|ärzte)",
    "pt": r"(?:estudantes?|alunos?|médicos?|inscrições|candidaturas)",
}

KINDS = "observ|shadow|elective|clerkship|rotation|externship|internship|sub-?intern|research|residenc|fellowship"
"""Beginnings of words that say which programme: an answer without one is about what was asked."""

AFFILIATED = {
    "en": (
        r"(?:affiliated?|affiliates?|affiliations?(?: agreements?)?|partner(?:ed|ing)?|sister|partnership|member|"
        r"(?:formal|exchange|signed|active|bilateral) agreements?|memorand(?:um|a) of understanding|mous?)"
    ),
}
"""Schools that have a contract: "students of our affiliated schools only"."""

CLOSED = {
    "en": (
        (
            r"no longer (?:be |being )?(?:accept\w*|offer\w*|host\w*|tak(?:es|e|ing)|consider\w*|sponsor\w*|provid\w*|"
            r"run(?:s|ning)?|available|open|active|exists?|operat\w*|in operation|arrang\w*|organi[sz]\w*|welcom\w*|"
            r"admit\w*|support\w*|conduct\w*|participat\w*|given|teach\w*|have|has)"
        ),
        r"(?:came|come|comes) to an end",
        r"(?<=\bprogram )(?:ended|closed) (?:in|with|after|as of)",
        r"(?<=\bprogramme )(?:ended|closed) (?:in|with|after|as of)",
        r"(?:was|were) closed (?:permanently|for good)",
        r"(?:is|are|(?:has|have) been) (?:all )?cancell?ed",
        r"(?:discontinued|terminated) (?:its|our|the|their)\b",
        r"\b(?:tak(?:es|e|ing)|accept(?:s|ing)?|host(?:s|ing)?|offer(?:s|ing)?) no\b",
        r"\bthere (?:are|is|will be) (?:currently |presently |at present |now )?no\b",
        (
            r"\bno (?:new |further |more )?applications (?:for [\w ]{1,40}? )?(?:are|will be|can be) (?:being |"
            r"currently )?"
            r"(?:accepted|taken|considered)"
        ),
        r"not (?:currently |presently )?being (?:accepted|taken|considered)",
        (
            r"(?:not|cannot) (?:be )?(?:accepted|taken|considered) (?:at (?:present|this time|the moment)|"
            r"currently|right now|for (?:the time being|now)|"
            r"until further notice|any ?more)"
        ),
        (
            r"\b(?:currently|presently|at present|at this time|at the moment|right now|for the time being|for now|"
            r"until further notice),? "
            r"(?:applications (?:are|will be|can) )?(?:not|cannot) (?:being |be )?(?:accepted|taken|considered)(?=\W*$)"
        ),
        r"(?:was|were|had to be) (?:all )?(?:cancell?ed|called off)",
        r"(?:(?:have|has) )?cancel(?:l?ed|l?ing) all\b",
        r"(?:(?:have|has) )?cancel(?:l?ed|l?ing)? this year['’]s",
        (
            r"(?<!who )(?<!that )(?:had|were forced|was forced) to (?:cancel|suspend|discontinue|close) "
            r"(?:our|the|all|its|this year['’]s)\b"
        ),
        (
            r"(?:will|do|does) not (?:currently )?take place(?=\W*$| this (?:year|season)| until further|"
            r" at (?:present|this time|the moment))"
        ),
        (
            r"(?:(?:do|does) not|don['’]t|doesn['’]t) (?:currently )?have (?:the )?(?:resources|capacity|staff|means|"
            r"space|personnel|infrastructure) to (?:accept|host|tak|offer|accommodat)e?\b"
        ),
        (
            r"(?:has|have) (?:now |since )?been (?:permanently )?(?:discontinued|closed|terminated|cancell?ed|"
            r"phased out|ended|dissolved|eliminated|withdrawn|retired|called off)"
        ),
        (r"(?:is|are) no more\b|decided to (?:discontinue|end|close|suspend|cancel) (?:its|our|the|their|all)\b"),
        (
            r"(?:is|are|was|were|being) (?:now |currently |permanently )?(?:discontinued|terminated|phased out|"
            r"permanently closed|defunct)"
        ),
        (
            r"(?:is|are) (?:now |currently |presently |temporarily |indefinitely |at this time )?(?:closed|inactive|"
            r"unavailable)"
        ),
        r"ceased (?:to )?(?:accept|offer|host|operat)\w*",
        r"(?:have|has) (?:stopped|ended|discontinued|closed|cancell?ed)",
        r"stopped (?:accepting|offering|taking|hosting)",
        r"(?:not|n['’]t) (?:currently |presently |now |longer )?(?:being offered|offered|available|running|active)",
        (
            r"(?:not|n['’]t|unable to|cannot|never) (?:currently |presently |now |able to |be |"
            r"be able to )?(?:accept(?:ing)?|offer(?:ing)?|host(?:ing)?|tak(?:e|ing)|sponsor(?:ing)?|accommodat(?:e|"
            r"ing)|consider(?:ing)?|provid(?:e|ing)|have|participate in|"
            r"support(?:ing)?)"
        ),
        r"\bpolicy (?:is )?not to (?:accept|take|host|offer|sponsor|accommodate|provide)\b",
        (
            r"(?:made the decision|made the choice|have chosen|has chosen|(?:have|has) elected|(?:have|has) had) to "
            r"(?:temporarily |indefinitely |permanently )?(?:suspend|discontinue|close|end|cancel|pause)\b"
        ),
    ),
    "es": (
        r"ya no (?:acepta\w*|ofrece\w*|recibe\w*|está disponible)",
        r"no (?:se )?(?:acepta\w*|ofrece\w*|recibe\w*)",
        r"ha sido (?:cancelado|cerrado|descontinuado)",
    ),
    "fr": (
        r"n['’](?:accept\w+|accueill\w+|offr\w+) (?:plus|pas)",
        r"ne (?:sont|sera|seront|est) plus (?:accept\w+|propos\w+|offert\w*)",
        r"a été (?:supprimé|arrêté|fermé)",
    ),
    "de": (
        r"(?:nicht mehr|derzeit nicht|momentan nicht) (?:an|auf|möglich|angeboten|angenommen)",
        r"wurde (?:eingestellt|geschlossen|beendet)",
        r"keine (?:neuen |weiteren )?(?=\w*(?:bewerbungen|famulanten|studierenden|praktikanten))",
    ),
    "pt": (
        r"não (?:está |estamos |está mais )?(?:aceita\w*|aceitando|oferece\w*|recebe\w*)",
        r"foi (?:cancelado|encerrado|descontinuado)",
    ),
}
SUSPENDED = {
    "en": (
        (
            r"(?:has|have) (?:now |temporarily |currently |since )?(?:been )?(?:temporarily |"
            r"indefinitely )?(?:suspended|paused|put on hold|placed on hold|halted|postponed indefinitely|put on pause)"
        ),
        (
            r"(?:is|are|remains?|will remain|will be) (?:now |currently |temporarily |still |indefinitely |"
            r"presently )*(?:suspended|paused|on hold|on pause|on hiatus|halted|on (?:a )?(?:temporary )?hiatus|"
            r"closed until|not available until)"
        ),
        r"(?:suspended|paused|closed|on hold|cancell?ed) (?:until|through)",
        r"(?:suspended|paused|on hold) (?:indefinitely|due to|because of)",
        r"temporarily (?:suspended|closed|paused|unavailable)",
        r"we (?:have|are) (?:temporarily )?(?:suspend(?:ed|ing)|paus(?:ed|ing))",
    ),
    "es": (r"(?:suspendid[oa]s?|en pausa) (?:hasta|temporalmente|por)", r"(?:está|están) suspendid[oa]s?"),
    "fr": (r"(?:est|sont) (?:actuellement |temporairement )?suspendue?s?",),
    "de": (r"(?:ist|sind) (?:derzeit |vorübergehend |bis auf weiteres )?(?:ausgesetzt|geschlossen|pausiert)",),
    "pt": (r"(?:está|estão) (?:temporariamente )?suspens[oa]s?",),
}
AFFILIATES_ONLY = {
    "en": (
        r"only (?:\w+ ){0,3}?(?:{people}|open|available|offered|accept\w*)[^.;|]{0,100}?\b{affiliated}\b",
        (
            r"(?:(?:open|available|offered) (?:only |exclusively |solely )|(?:limited|restricted|"
            r"reserved) (?:only )?)(?:to|for) (?:\w+ ){0,3}?(?:{people} )?(?:\w+ ){0,4}?{affiliated}\b[^.;|"
            r"]{0,50}(?:only)?"
        ),
        r"(?:accept|accepts|take|takes|host|hosts) only [^.;|]{0,50}\b{affiliated}\b",
        r"only (?:accept|accepts|take|takes|host|hosts|accepting|accepted)\b[^.;|]{0,50}\b{affiliated}\b",
        r"{affiliated} (?:schools?|institutions?|universit(?:y|ies)|programs?) only",
        (
            r"(?:schools?|institutions?|universit(?:y|ies))\b[^.;|]{0,40}(?:not|n['’]t|no) (?:have |hold )?"
            r"(?:an? |any )?{affiliated}\b[^.;|]{0,60}"
            r"(?:not (?:be )?(?:eligible|accepted|considered)|(?:cannot|may not|unable to|not able to) "
            r"(?:apply|rotate|participate|be (?:accepted|considered|accommodated|hosted)))(?! until)"
        ),
        (
            r"must (?:be|come) (?:from|enrolled (?:at|in)|attending|students of) [^.;|"
            r"]{0,30}\b{affiliated}\b (?:\w+ ){0,2}(?:school|institution|universit)"
        ),
        (
            r"(?:reserved|only|exclusively|solely|limited|restricted)(?: \w+){0,2} (?:for|to|of) "
            r"(?:our|its|the school['’]s) own (?:\w+ )?students"
        ),
        (
            r"(?:from|of|at) (?:\w+ ){0,3}{affiliated} (?:\w+ ){0,2}(?:schools?|institutions?|universit(?:y|"
            r"ies)) (?:are|is) (?:the only|only)"
        ),
    ),
}
"""Open to the few whose school has a contract."""

UNAFFILIATED = {"en": r"non-?affiliat\w+|unaffiliated|not affiliated|affiliated and|affiliated or"}
"""Where such words stand as well, the others may come too."""

AFFILIATED_ELSEWISE = {
    "en": (
        r"\bpriorit\w+|\bpreferen\w+|\bprefer\b|\bwho (?:have|has) signed\b|\b(?:been|is|are|be) signed\b|"
        r"\b(?:after|once|before|as soon as)\b[^.;|]{0,60}\b{affiliated}\b|"
        r"\b(?:librar\w+|cafeteria|gym|parking|forward\w*|checks?)\b"
    ),
}
"""Such schools come first, or a contract will yet be signed: nobody is shut out."""

AFFILIATED_PLACES = {
    "en": r"\b{affiliated}(?: [\w-]+)? (?:hospitals?|clinics?|sites?|cent(?:er|re)s?|facilit\w+|practices?|offices?)\b",
}
SCHOOLS = {"en": r"\b(?:schools?|institutions?|universit(?:y|ies)|colleges?)\b"}
"""What is affiliated is where one works, unless schools are named as well."""

AFTER_ALL = {
    "en": (
        r"\bwaiver\b|\bcase[- ]by[- ]case\b|\bexceptions? (?:may|can|will|might) be\b|"
        r"\b(?:also|in addition|otherwise)\b[^.;|]{0,40}\b(?:non-?affiliated|unaffiliated|not affiliated)"
    ),
}
"""Where the same paragraph says so, others than those from affiliated schools may ask."""

NOT_ELIGIBLE = {
    "en": (
        (
            r"(?:{people}|holders?|citizens|those|anyone|individuals|persons|schools?|degree)\b[^.;|]{0,80}?(?:(?:are|"
            r"is|will) (?:\w+ )?not|n['’]t) (?:be |currently |presently )?(?:eligible|accepted|permitted|allowed|"
            r"considered|admitted|able to (?:apply|rotate|participate))"
        ),
        r"(?:{people}|holders?)\b[^.;|]{0,60}?(?:are|is) ineligible",
        (
            r"(?:{people}|holders?)\b[^.;|]{0,60}?(?:cannot|can not|may not|can['’]t) (?:apply|participate|be accepted|"
            r"rotate|be considered|be accommodated|be hosted|be placed)"
        ),
        r"(?:not|n['’]t) (?:open|available|offered|accessible) to (?:\w+ ){0,4}?{people}",
        r"closed to (?:\w+ ){0,3}?{people}",
        (
            r"\bno (?:\w+ ){0,3}?(?:{people}|{things}) (?:\w+ ){0,3}?(?:are|is|will be) (?:currently )?(?:accepted|"
            r"offered|available|considered|eligible)"
        ),
    ),
}
"""Shut to some, who are named before or after."""

DOMESTIC_ONLY = {
    "en": (
        (
            r"(?:only|limited to|restricted to|exclusively)\b[^.;|]{0,80}\b(?:lcme|u\.?s\.? (?:citizens|medical|"
            r"allopathic|and canadian)|american medical schools|united states)"
        ),
        (
            r"\b(?:lcme|u\.?s\.?|domestic|american)(?!\w)[^.;|]{0,60}(?:students|schools|applicants) only"
            r"(?=\s*(?:[.;,:!)–—|]|$|(?:and|because|due|at this time|currently)\b))"
        ),
        r"(?:students|applicants) (?:from|of|at|in) [^.;|]{0,40}\b(?:united states|u\.?s\.?a?) only",
        r"(?:{people}) must be (?:a )?u\.?s\.? citizens?\b(?! or (?:international|foreign))",
        (
            r"must (?:(?:be|come) (?:[\w.]+ ){0,3}?(?:enrolled|attending|students?|from)|attend|study)\b"
            r"[^.;|]{0,60}\b(?:lcme|u\.?s\.? (?:medical|allopathic|osteopathic)|american medical|united states)"
        ),
    ),
}
"""Open to those who study in the country: shut to everybody from abroad."""

NO_PROGRAMME = {
    "en": (
        r"\b(?:fees?|financial|aid|housing|scholarships?|stipends?|free|tuition|waiv\w+|funding|grants?|loans?|"
        r"insurance|discounts?|visas?|letters?|vslo|vsas|parking|meals|reimburs\w+|awards?|prizes?|credit)\b"
    ),
}
"""What may be for those within the country only, while the programme is for all."""

SIGNS_OF_SUSPENSION = (
    "suspen", "paus", "hold", "halt", "hiatus", "postpon", "clos", "cancel", "available", "ausgesetzt", "geschlossen",
)  # fmt: skip
SIGNS_OF_AFFILIATES = ("affiliat", "partner", "sister", "member", "own", "agreement", "memorand", "mou")
SIGNS_OF_DOMESTIC = ("only", "limited to", "restricted to", "exclusive", "must")
SIGNS_OF_REFUSAL = ("not", "n't", "n’t", "ineligible", "closed to", "no ")
SIGNS_OF_SHUTTING = (
    "no longer", "to an end", "to end", "had to", "decision to", "choice to", "chosen to", "elected to",
    "called off", "no more", "program ended", "programme ended", "suspend",
    "suspens", "discontinu", "clos", "paus", "hold", "halt", "hiatus", "cease", "stopp",
    "terminat", "phased", "eligible", "affiliat", "partner", "sister", "member", "lcme", "only", "exclusive",
    "not ", "n't", "n’t", "cannot", "unable", "inactive", "unavailable", "ended", "eliminat", "withdrawn",
    "retired", "dissolved", "defunct", "postponed", "cancel", "never", "no ", "non", "n'", "n’", "arrêt", "supprim",
    "ferm", "nicht", "keine", "eingestellt", "beendet", "ausgesetzt", "geschlossen", "pausiert", "não",
    "cerrad", "descontinuad", "plus", "limited", "restricted", "reserved", "must",
)  # fmt: skip
SIGNS_OF_PROGRAMMES = (
    "program", "elective", "observer", "clerk", "rotation", "extern", "intern", "ship", "student", "applic",
    "graduat", "img", "fmg", "physician", "doctor", "resident", "residenc", "visitor", "trainee", "fellow",
    "shadow", "opportunit", "placement", "course", "exchange", "visit", "learner", "candidat", "scholar", "rotaci",
    "práctica", "pasant", "stage", "famul", "hospit", "prakti", "estágio", "rotaç", "estudiant", "alumn", "médic",
    "solicitud", "étudiant", "médecin", "studieren", "bewerb", "ärzt", "estudant", "alun", "inscriç", "holder",
    "citizen", "school", "anyone", "those", "degree",
)  # fmt: skip
"""Parts of words; without one of each no sentence shuts a programme. Looked for first, because that is fast."""
