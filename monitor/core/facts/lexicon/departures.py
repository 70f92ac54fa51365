"""How pages say that a mailbox is out of use, or that somebody is gone, by language (ISO 639-1); patterns."""

OUT_BEFORE = {
    "en": (
        r"instead of|rather than|in place of|formerly|previously|no longer (?:use|write to|send (?:\w+ )?to)"
        r"|(?:do not|don['’]t|stop) (?:use|using|write to|writing to|mail|send(?:ing)? (?:\w+ ){0,2}to|call|calling)"
        r"|replac(?:es|ing)|(?:changed|moved|switched) from|(?:old|former|previous) (?:\w+ )?(?:address|mailbox|e-?mail"
        r"|number|phone|line)(?: was| is|,|:)?"
    ),
    "de": r"statt|anstelle von|früher|nicht mehr (?:an|über)",
    "es": r"en lugar de|en vez de|anteriormente|antes",
    "fr": r"au lieu de|anciennement|auparavant",
    "pt": r"em vez de|anteriormente|antes",
}
"""Before an address or a number that is out of use."""

OUT_BEHIND = {
    "en": (
        r"(?:is|are|was|were|has|have|will|can)(?: now| since| been| be)* (?:no longer|replaced|closed|discontinued"
        r"|retired|deactivated|disabled|shut|switched off|out of (?:use|service)|not (?:in use|used|read|monitored)"
        r"|superseded|abandoned|obsolete)|no longer (?:works?|exists?|in use|valid|active|monitored|read)"
        r"|(?:has|have) (?:changed|moved) to|is now(?=\s\S{1,80}@)"
    ),
    "de": r"(?:wird|ist|wurde) (?:nicht mehr|abgeschaltet|ersetzt|geschlossen)",
    "es": r"(?:ya no|fue (?:reemplazad|sustituid)[oa]|ha sido (?:reemplazad|sustituid)[oa])",
    "fr": r"(?:n['’]est plus|a été (?:remplacée?|fermée?))",
    "pt": r"(?:já não|não é mais|foi (?:substituíd|desativad)[oa])",
}
"""Behind such an address or number."""

GONE_BEHIND = {
    "en": (
        r"(?:who )?(?:has|have|had|is|was)(?: now| since| recently)? (?:retired|left(?! an?\b)|departed|moved on"
        r"|stepped down|passed away|died|resigned|been (?:succeeded|replaced)|succeeded by|replaced by)"
        r"|(?:who )?(?:retired|departed|resigned|stepped down|moved on) (?:in|on|from|at|as|last|this|after)"
        r"|(?:who )?left (?:us|the|our|in|on|at|last)|(?:who )?(?:passed away|died)"
        r"|(?:who )?(?:is |has |are )?no longer (?:with|at|works?|working|employed|part|our|the|in|serves?|handles?|on)"
    ),
    "de": r"(?:ist|hat|wurde) (?:\w+ ){0,4}(?:im ruhestand|verlassen|verabschiedet|ausgeschieden|nicht mehr)",
    "es": r"(?:ya no trabaja|se (?:ha )?jubil(?:ó|ado)|dejó|ha dejado)",
    "fr": r"(?:a quitté|est parti|ne travaille plus|a pris sa retraite)",
    "pt": r"(?:já não trabalha|não trabalha mais|aposentou-se|se aposentou|deixou)",
}
"""Behind the name of somebody who is gone."""

GONE_BEFORE = {
    "en": (
        r"succeed(?:s|ed|ing)|replac(?:es|ed|ing)|(?:takes|took|taken|taking) over (?:from|for)|successor (?:of|to)"
        r"|farewell to|goodbye to|retirement of|departure of|in place of|instead of"
    ),
    "de": r"nachfolger(?:in)? von|nachfolge von",
    "es": r"sucesora? de|reemplaza a|sustituye a",
    "fr": r"remplace|succède à|successeur de",
    "pt": r"sucessora? de|substitui",
}
"""Before the name of somebody who is gone."""

GONE_NOTE = {
    "en": r"retired(?! (?:dean|professor|physician|nurse))|former(?:ly)?|until (?:\w+ )?20\d\d|left in|no longer",
    "de": r"im ruhestand|bis (?:\w+ )?20\d\d|ehemals",
    "es": r"jubilad[oa]|hasta (?:\w+ )?20\d\d",
    "fr": r"retraitée?|jusqu['’](?:à|en) (?:\w+ )?20\d\d",
    "pt": r"aposentad[oa]|até (?:\w+ )?20\d\d",
}
"""In parentheses, in the next cell or after a dash behind such a name."""
