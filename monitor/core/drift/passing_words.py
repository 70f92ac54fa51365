"""Words by language of what differs from visit to visit: counters, clocks, times ago and to come, buttons, notices."""

from collections.abc import Mapping

AGO: Mapping[str, str] = {
    "en": r"\b(?:an?|one|two|\d{1,3})\s+(?:second|sec|minute|min|hour|hr|day|week)s?\s+ago\b|\bjust now\b",
    "de": r"\bvor\s+(?:eine[rm]|zwei|\d{1,3})\s+(?:sekunden?|minuten?|stunden?|tage?n?|wochen?)\b|\bgerade eben\b",
    "fr": r"\bil\s+y\s+a\s+(?:une?|\d{1,3})\s+(?:seconde|minute|heure|jour|semaine)s?\b",
    "es": r"\bhace\s+(?:una?|\d{1,3})\s+(?:segundo|minuto|hora|día|semana)s?\b",
    "pt": r"\bhá\s+(?:uma?|\d{1,3})\s+(?:segundo|minuto|hora|dia|semana)s?\b",
    "it": r"\b(?:une?|una|un|\d{1,3})\s+(?:second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae])\s+fa\b",
    "nl": r"\b(?:een|\d{1,3})\s+(?:seconden?|minuten?|minuut|uur|dagen|dag|weken|week)\s+geleden\b",
}
"""Language → the ways to say how long ago something was, up to weeks: what is years ago is a statement."""

TOUCHED: Mapping[str, tuple[str, str]] = {
    "en": (
        "updated|posted|published|edited|modified|reviewed|revised|asked|answered|added|created|written",
        r"(?:about |over |almost )?(?:an?|one|\d{1,3})\s+(?:month|year)s?\s+ago|today|yesterday|last\s+(?:month|year)",
    ),
    "de": (
        "aktualisiert|veröffentlicht|bearbeitet|geändert|erstellt",
        r"vor\s+(?:einem|\d{1,3})\s+(?:monat|jahr)(?:en?)?|heute|gestern",
    ),
    "fr": (
        "mise? à jour|publiée?|modifiée?|créée?",
        r"il\s+y\s+a\s+(?:un|\d{1,3})\s+(?:mois|ans?)|aujourd[’']hui|hier",
    ),
    "es": (
        "actualizad[oa]|publicad[oa]|editad[oa]|modificad[oa]",
        r"hace\s+(?:un|\d{1,3})\s+(?:mes(?:es)?|años?)|hoy|ayer",
    ),
    "pt": ("atualizad[oa]|publicad[oa]|editad[oa]", r"há\s+(?:um|\d{1,3})\s+(?:mês|meses|anos?)|hoje|ontem"),
    "it": ("aggiornat[oa]|pubblicat[oa]|modificat[oa]", r"(?:un|\d{1,3})\s+(?:mes[ei]|ann[oi])\s+fa|oggi|ieri"),
    "nl": ("bijgewerkt|gepubliceerd|gewijzigd", r"(?:een|\d{1,3})\s+(?:maanden?|jaar)\s+geleden|vandaag|gisteren"),
}
"""Language → what was done to a page or a post, and how far back that is told beyond weeks."""

TO_COME: Mapping[str, str] = {
    "en": r"\b\d{1,3}\s+(?:second|minute|hour|day)s?\s+(?:left|remaining|to go)\b|"
    r"\b(?:starts?|begins?|opens?|closes?|ends?)\s+in\s+\d{1,3}\s+(?:minute|hour|day|week)s?\b"
    r"(?:\W{1,3}\d{1,2}\s+(?:minute|hour)s?\b)?|"
    r"\b(?:expires?|times? out|logged out|sign(?:ed)? out)\s+in\s+\d{1,2}:\d\d\b",
    "de": r"\bnoch\s+\d{1,3}\s+(?:minuten?|stunden?|tage?)\b",
    "fr": r"\b(?:plus que|il reste)\s+\d{1,3}\s+(?:minute|heure|jour)s?\b",
    "es": r"\b(?:faltan?|quedan?)\s+\d{1,3}\s+(?:minuto|hora|día)s?\b",
    "pt": r"\b(?:faltam?|restam?)\s+\d{1,3}\s+(?:minuto|hora|dia)s?\b",
    "it": r"\bmancano\s+\d{1,3}\s+(?:minuti|ore|giorni)\b",
    "nl": r"\bnog\s+\d{1,3}\s+(?:minuten|uur|dagen)\b",
}
"""Language → what counts down to something."""

COUNTED: Mapping[str, str] = {
    "en": "views?|page views?|likes?|shares?|followers?|comments?|downloads?|hits|retweets?|subscribers?|replies|"
    r"reviews?|ratings?|votes?|claps|(?:users?|people|members?|guests?|visitors?)\s+online|"
    r"(?:people|users?|visitors?)\s+(?:are\s+)?(?:viewing|watching|looking\s+at|reading)",
    "de": "aufrufe?|kommentare?|abonnenten|gefällt mir|bewertungen|besucher online",
    "fr": "vues?|commentaires?|abonnés|avis",
    "es": "vistas?|comentarios?|seguidores|visualizaciones|reseñas",
    "pt": "visualizações|comentários?|seguidores|avaliações",
    "it": "visualizzazioni|commenti|commento|recensioni",
    "nl": "weergaven|reacties|volgers|beoordelingen",
}
"""Language → what the counters of a page count."""

TALLIES: Mapping[str, str] = {
    "en": r"\d+\s+(?:out\s+)?of\s+\d+\s+(?:people\s+|users\s+)?found\s+this\s+helpful|"
    r"\d{1,3}\s*-?\s*min(?:ute)?s?\s+read|(?:rated\s+)?\d(?:\.\d)?\s+(?:out\s+)?of\s+5\s+stars?|rated\s+\d(?:\.\d)?\s+(?:out\s+)?of\s+5|"
    r"(?:visitors?|hits)\s*(?:counter|number|today)?\s*[:#]\s*[\d.,]+|visitor\s+(?:number|no\.?|#)\s*[\d.,]+",
    "de": r"\d+\s+von\s+\d+\s+fanden\s+dies\s+hilfreich|\d{1,3}\s+min(?:uten)?\s+lesezeit|"
    r"besucher(?:zähler)?\s*:\s*[\d.,]+",
    "fr": r"(?:ont\s+trouvé\s+cela\s+utile|utile)\s*:\s*\d+\s+sur\s+\d+|\d{1,3}\s+min(?:utes)?\s+de\s+lecture",
    "es": r"les\s+pareció\s+útil\s*:\s*\d+\s+de\s+\d+|\d{1,3}\s+min(?:utos)?\s+de\s+lectura",
    "pt": r"acharam\s+isso\s+útil\s*:\s*\d+\s+de\s+\d+|\d{1,3}\s+min(?:utos)?\s+de\s+leitura",
    "it": r"ritengono\s+sia\s+utile\s*:\s*\d+\s+su\s+\d+|\d{1,3}\s+min(?:uti)?\s+di\s+lettura",
    "nl": r"dit\s+nuttig\s+vond\s*:\s*\d+\s+van\s+\d+",
}
"""Language → the ways in which a page says what its visitors thought of it, how many they were, how long it takes."""

CLOCKS: Mapping[str, str] = {
    "en": "today is|current time|local time|time now|server time|page (?:generated|loaded) (?:in|on|at)|"
    "your ip(?: address)?|you are visitor",
    "de": "heute ist|aktuelle uhrzeit|seite erstellt (?:in|am)|ihre ip",
    "fr": "nous sommes le|heure locale|page générée (?:en|le)|votre adresse ip",
    "es": "hoy es|hora local|página generada en|su dirección ip",
    "it": "oggi è|ora locale|pagina generata in|il tuo indirizzo ip",
}
"""Language → how a line begins that tells of the visit: its time, where it comes from."""

MADE: Mapping[str, str] = {
    "en": r"(?:generated|rendered|loaded|executed|served)\s+in\s+[\d.,]+\s*(?:ms|s|sec|seconds?|milliseconds?)\b",
    "de": r"(?:erstellt|geladen|erzeugt)\s+in\s+[\d.,]+\s*(?:ms|s|sek|sekunden?)\b",
    "fr": r"générée\s+en\s+[\d.,]+\s*(?:ms|s|secondes?)\b",
    "es": r"generada\s+en\s+[\d.,]+\s*(?:ms|s|segundos?)\b",
    "it": r"generata\s+in\s+[\d.,]+\s*(?:ms|s|secondi)\b",
}
"""Language → what a server tells of its own work."""

CONTROLS: Mapping[str, frozenset[str]] = {
    language: frozenset(each.strip() for each in phrases.split("|"))
    for language, phrases in {
        "en": "see details | show details | show more | show less | see more | see less | read more | view more | "
        "load more | back to top | scroll to top | top | top of page | return to top | skip to content | "
        "skip to main content | skip to navigation | copy link | print | print this page | print page | share | "
        "share this page | share this | share on facebook | share on twitter | share on x | share on linkedin | "
        "share via email | email this page | facebook | twitter | linkedin | instagram | youtube | whatsapp | tweet | "
        "pin it | like | open menu | close menu | toggle navigation | toggle menu | menu | search | close | next | "
        "previous | get the app | download the app | was this article helpful | was this page helpful | "
        "was this helpful | accept all | accept all cookies | accept cookies | reject all | cookie settings | "
        "cookie preferences | manage cookies | manage preferences | privacy settings | got it | chat with us | "
        "live chat | chat now | expand all | collapse all | select language | add to calendar",
        "de": "mehr anzeigen | weniger anzeigen | mehr lesen | weiterlesen | nach oben | zum inhalt springen | "
        "seite drucken | drucken | teilen | menü öffnen | menü schließen | menü | suche | schließen | zurück | "
        "weiter | war dieser beitrag hilfreich | alle akzeptieren | alle ablehnen | cookie-einstellungen",
        "fr": "voir plus | voir moins | lire la suite | afficher plus | haut de page | aller au contenu | imprimer | "
        "partager | ouvrir le menu | fermer le menu | rechercher | recherche | fermer | suivant | précédent | "
        "cet article vous a-t-il été utile | tout accepter | tout refuser | gérer les cookies",
        "es": "ver más | ver menos | leer más | mostrar más | volver arriba | saltar al contenido | imprimir | "
        "compartir | menú | buscar | cerrar | siguiente | anterior | ¿fue útil este artículo? | aceptar todo | "
        "rechazar todo",
        "pt": "ver mais | ver menos | leia mais | mostrar mais | voltar ao topo | ir para o conteúdo | imprimir | "
        "compartilhar | buscar | fechar | próximo | anterior | este artigo foi útil | aceitar tudo | rejeitar tudo",
        "it": "mostra di più | mostra meno | leggi di più | torna su | vai al contenuto | stampa | condividi | cerca | "
        "chiudi | questo articolo ti è stato utile | accetta tutti | rifiuta tutti",
        "nl": "meer weergeven | minder weergeven | lees meer | naar boven | naar inhoud | afdrukken | delen | zoeken | "
        "sluiten | was dit artikel nuttig | alles accepteren",
    }.items()
}
"""Language → what a button says that turns, folds, shares or closes something: none of it is about anything."""

TONGUES = frozenset((
    "english", "español", "espanol", "français", "francais", "deutsch", "italiano", "português", "nederlands",
    "svenska", "dansk", "norsk", "suomi", "polski", "čeština", "magyar", "română", "türkçe", "русский", "українська",
    "ελληνικά", "עברית", "العربية", "हिन्दी", "中文", "简体中文", "繁體中文", "日本語", "한국어", "tiếng việt",
    "kreyòl ayisyen", "tagalog", "bahasa indonesia",
))  # fmt: skip
"""What languages call themselves, in a list to choose from."""

NOTICES: Mapping[str, str] = {
    "en": r"(?:please\s+)?(?:enable|turn on|activate|allow)\s+javascript|"
    r"javascript\s+(?:is|must be|(?:seems|appears) to be|has been)\s+(?:currently\s+)?"
    r"(?:required|disabled|enabled|turned off|not)|"
    r"your\s+(?:web\s+)?browser\s+(?:does\s+not|doesn[’']t|is\s+(?:not|out\s?dated|out of date|no longer))|"
    r"you\s+are\s+using\s+an?\s+(?:out\s?dated|old|unsupported)\s+(?:version\s+of\s+)?\w*\s?browser",
    "de": r"bitte\s+(?:aktivieren|schalten)\s+sie\s+javascript|ihr\s+browser\s+(?:ist\s+veraltet|unterstützt)",
    "fr": r"(?:veuillez\s+)?activer\s+javascript|votre\s+navigateur\s+(?:n[’']est\s+pas|ne\s+prend)",
    "es": r"(?:por\s+favor,?\s+)?(?:active|habilite)\s+javascript|su\s+navegador\s+no\s+(?:es|admite)",
}
"""Language → how a notice begins that is about the visitor's browser, not about the page's matter."""
