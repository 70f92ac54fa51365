"""The names of months, by language (BCP 47), from January on; several spellings of one month are set apart by "|"."""

MONTHS = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
    "october|oct november|nov december|dec",
    "fr": "janvier|janv février|fevrier|févr|fevr mars avril|avr mai juin juillet|juil août|aout septembre octobre "
    "novembre décembre|decembre|déc",
    "de": "januar|jänner|jän februar|feber märz|maerz|mär april mai juni juli august september oktober|okt november "
    "dezember|dez",
    "es": "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre "
    "diciembre|dic",
    "pt": "janeiro fevereiro|fev março|marco abril maio|mai junho julho agosto setembro|set outubro|out novembro "
    "dezembro|dez",
    "it": "gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre ottobre|ott novembre "
    "dicembre",
    "nl": "januari februari maart|mrt april mei juni juli augustus september oktober november december",
}

ALSO_WORDS = frozenset(("may", "march", "mar", "set", "out", "ago", "dic", "gen", "mag", "giu", "lug", "mai", "mars"))
"""Names that are words of some language as well: in small letters and before a day they are believed with a year."""

NEVER_WITHOUT_A_YEAR = frozenset(("set", "out", "ago", "gen", "mag", "dic", "ott", "marco"))
"""Names that begin an English sentence as easily: "Set 5 goals", "Out 10 minutes"."""

VERB_AFTER_NUMBERS = "may"
"""In small letters, "2 may" begins "2 may apply" as easily."""
