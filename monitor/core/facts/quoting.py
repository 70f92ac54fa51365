"""The words of a block around a value, cut to what a person reads at a glance."""

MAX_QUOTE_CHARACTERS = 300


def quote(text: str, start: int, end: int, within: tuple[int, int]) -> str:
    """The part *within* (a sentence, a row) of *text*, verbatim; where too long, what is around *start* to *end*."""
    left, right = within
    if right - left > MAX_QUOTE_CHARACTERS:
        spare = max(0, MAX_QUOTE_CHARACTERS - (end - start)) // 2
        left = max(left, min(start - spare, right - MAX_QUOTE_CHARACTERS))
        right = min(right, left + MAX_QUOTE_CHARACTERS)
        left, right = _whole_words(text, left, right, start, end)
    return text[left:right].strip()


def _whole_words(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """The same span without halves of words at its ends, as long as it holds the value."""
    if left > 0 and not text[left - 1].isspace():
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    if right < len(text) and not text[right].isspace():
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else right
    return left, right
