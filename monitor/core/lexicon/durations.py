"""Spans of time and what lasts so long, in the words of pages."""

SPANS: tuple[tuple[int, str, str], ...] = (  # days, language, words
    (1, "en", "day, business day, calendar day, working day"), (7, "en", "week"), (30, "en", "month"),
    (365, "en", "year"),
    (1, "es", "día"), (7, "es", "semana"), (30, "es", "mes, meses"), (365, "es", "año"),
    (1, "fr", "jour"), (7, "fr", "semaine"), (30, "fr", "mois"), (365, "fr", "an, ans, année"),
    (1, "de", "Tag, Tage, Tagen"), (7, "de", "Woche, Wochen"), (30, "de", "Monat, Monate, Monaten"),
    (365, "de", "Jahr, Jahre, Jahren"),
    (1, "pt", "dia"), (7, "pt", "semana"), (30, "pt", "mês, meses"), (365, "pt", "ano"),
)  # fmt: skip
NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60,
    "ninety": 90, "dos": 2, "tres": 3, "cuatro": 4, "seis": 6, "ocho": 8, "deux": 2, "trois": 3, "quatre": 4,
    "huit": 8, "zwei": 2, "drei": 3, "vier": 4, "sechs": 6, "acht": 8, "dois": 2, "duas": 2, "três": 3, "quatro": 4,
}  # fmt: skip
