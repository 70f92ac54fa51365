"""The language that a text is written in, told by its commonest words of grammar, or by its script."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_SAMPLE = 4_000  # words that a language is told by
_ENOUGH_WORDS = 30
_ENOUGH_OF_ITS_WORDS = 5
_TOLD_FROM = 0.1  # share of function words; running text has 0.25 to 0.5 of its own language's
_AHEAD = 1.5  # times the next likely language
_MOST_LETTERS = 0.5  # of them are of the script


def language(words: Sequence[str]) -> str | None:
    """The language of a text (BCP 47; for other scripts than Latin, one that is written in it), None if unsure."""
    sample = words[:_SAMPLE]
    letters = "".join(sample)
    for name, script in _SCRIPT_RANGES.items():
        if len(letters) >= _ENOUGH_WORDS and len(script.findall(letters)) > _MOST_LETTERS * len(letters):
            return name
    if len(sample) < _ENOUGH_WORDS:
        return None
    counted = Counter(sample)
    scores = {
        name: sum(counted[word] for word in known) / len(sample)
        for name, known in FUNCTION_WORDS.items()
        if len(known & counted.keys()) >= _ENOUGH_OF_ITS_WORDS
    }
    if not scores:
        return None
    best, *others = sorted(scores, key=lambda name: -scores[name])
    ahead = all(scores[best] >= _AHEAD * scores[name] for name in others[:1])
    return best if ahead and scores[best] >= _TOLD_FROM else None


FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it with as you this be are by on not or your from have which may will",
        "de": "der die das und ist nicht mit den von zu auf für ein eine des dem im sich werden auch wird oder sind",
        "fr": "le la les des et est dans pour que une vous du qui au sur nous par pas ce avec aux ces ne ou sont",
        "es": "el los las y es en para que una por del con su no se al como más sus esta este puede lo o",
        "pt": "os as e é em para que uma por do da com não se ao como mais seu sua dos das pelo você ou na no",
        "it": "il gli le di e è per che una con non si della dei del alla sono nel delle più al come ai anche",
        "nl": "de het een en van is dat op te in voor met niet zijn u aan door wordt ook deze uw om bij of",
        "sv": "och att det som är på för en av med till den inte har om ett vi kan eller från du de vid",
        "da": "og at det som er på for en af med til den ikke har om et vi kan eller fra du de ved også blive",
        "nb": "og at det som er på for en av med til den ikke har om et vi kan eller fra du de ved også bli",
        "pl": "i w na się nie z do jest że o to przez dla oraz jak lub są po od za przy być które może",
        "cs": "a se na v je že s z do pro o to jako jsou nebo by při k od ve které může není být",
        "tr": "ve bir bu için ile olarak olan da de daha veya her çok gibi kadar sonra olup bunu size ise",
        "ro": "și în de la cu pe care este nu o un să din pentru mai sau sunt prin ale fi vă acest ce",
        "hu": "a az és hogy nem is egy meg ez vagy van mint el csak ha minden de azt ki által kell",
        "fi": "ja on ei se että oli kun myös tai ovat sen voi mutta jos niin kuin ole hän tämä sekä",
        "id": "dan yang di untuk dengan ini dari pada tidak dalam adalah atau akan itu anda ke oleh kami",
        "vi": "và của là có cho các được không trong với một những này đã khi để về người từ bạn",
    }.items()
}
"""Language (BCP 47) → its commonest words of grammar, the ones that few of the others share."""

SCRIPTS: Mapping[str, str] = {
    "el": "\u0370-\u03ff",
    "ru": "\u0400-\u04ff",
    "he": "\u0590-\u05ff",
    "ar": "\u0600-\u06ff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
    "ko": "\uac00-\ud7af",
}
"""A language for each script that is not Latin, with its range of characters: which of those it has does not matter."""

_SCRIPT_RANGES = {language: re.compile(f"[{span}]") for language, span in SCRIPTS.items()}
