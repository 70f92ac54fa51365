"""The words that shut a programme, and those that only look so: patterns over lower-case text, by language.

`{things}` stands for what can be shut, `{people}` for whom it can be shut to, `{affiliated}` for schools of one's own.
"""

from monitor.core.wording import vocabulary

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
