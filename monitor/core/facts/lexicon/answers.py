"""The words of questions about a programme and of their answers: patterns by language."""

from monitor.core.wording import vocabulary

LABEL = {"en": r"(?:(?:q|a|question|answer)\s?[:.]|(?:and|but|so),?)\s+"}
"""What may stand before a question or an answer."""

ASKED = {
    "en": (
        r"^(?:do|does|can|are|is|may|will|could) .{0,120}\b(?:accept|take|host|offer|offered|apply|eligible|"
        r"participate|rotate|open|available|considered|allowed|do|come|get|visit|still|exist|running)\b"
    ),
}
"""Questions whose answer may shut the programme to somebody."""

ASKED_WHETHER_SHUT = {
    "en": (
        r"^(?:is|are|has|have)\b.{0,120}\b(?:closed|suspended|cancell?ed|discontinued|terminated|paused|on hold|"
        r"no longer|ended|stopped)\b|"
        r"^did\b.{0,120}\b(?:end|close|stop)\b|^(?:was|were)\b.{0,120}\b(?:discontinued|terminated|ended)\b"
    ),
    "de": r"geschlossen|ausgesetzt|eingestellt",
    "es": r"cerrad[oa]|suspendid[oa]",
    "fr": r"fermée?|suspendue?",
    "pt": r"fechad[oa]|suspens[oa]",
}
"""A question to which "yes" is what shuts."""

YES = {
    "en": (
        r"(?:(?:unfortunately|sadly|sorry|regrettably),? )?"
        r"(?:yes\b(?! and no|,? but)|(?:that is (?:right|true|correct|so)|"
        r"(?:it|they|we|this) (?:has|have|is|are|did))(?=\W*$|\s?[.,;:!–—]))"
    ),
    "es": r"sí\b",
    "fr": r"oui\b",
    "de": r"ja\b",
    "pt": r"sim\b",
}
NO = {
    "en": (
        r"(?:(?:unfortunately|sadly|sorry|regrettably|currently|at present|at this time),? )?"
        r"(?:no|not at all|not any ?more|not any longer|no longer|"
        r"not (?:currently|at present|at this time|at the moment)|"
        r"(?:we|it|they|you|this) (?:no longer (?:do|does|is|are|can)|(?:do|does|is|are|can) not|"
        r"(?:don|doesn|isn|aren)['’]t|cannot|can['’]t)"
        r"(?: any ?more| (?:currently|at present|at this time|at the moment))?)"
        r"(?:,? (?:unfortunately|sadly|sorry))?(?:[.,;:!–—]|$|\s+(?:we|it|they|only)\b)|"
        r"(?:unfortunately|regrettably|sadly|i am afraid|i['’]m afraid),? "
        r"not(?:[.,;:!–—]|$| any ?more| at this)"
    ),
    "es": r"no(?:[.,;:!–—]|$)",
    "fr": r"non(?:[.,;:!–—]|$)",
    "de": r"nein(?:[.,;:!–—]|$)",
    "pt": r"não(?:[.,;:!–—]|$)",
}
ENDED = {
    "en": (
        r"(?:no[,;.:] )?(?:unfortunately,? )?(?:it|they|this|that one|we) "
        r"(?:(?:has|have|was|were|is|are) (?:now |since |been |"
        r"permanently |currently )*(?:discontinued|terminated|phased out|permanently closed|ended)|"
        r"(?:is|are|has been|have been) (?:now |currently )?(?:closed|suspended|on hold|no longer offered)|ended|"
        r"stopped)(?=\W*$| (?:in|since|with|after|last|for good|until further)\b)|not since\b"
    ),
}
"""An answer that needs no yes or no."""

ANOTHER_REASON = {
    "en": (
        r"\b(?:deadlines?|passed|full|filled|booked|spots?|slots?|places|unless|except|other than|apart from|"
        r"need|worry|only that|this (?:year|season|cycle|month|summer)|20\d\d cycle|next (?:year|cycle))\b"
    ),
}
"""With such words an answer tells of a deadline, of places, or of exceptions."""

ASKING = vocabulary(
    """
    i you we he she they do does did can may is are was were if it possible there accept take host have has had get come
    study studying what about offer offered offering provide available open eligible apply participate rotate allowed
    considered year currently done here my me your still one abroad country countries interested in become be able been
    exist exists running run closed suspended cancelled canceled discontinued terminated paused hold ended stopped
    taking well too really true that temporarily permanently hosting accepting observers end close stop also now
    """
)
"""Words that narrow no question."""
