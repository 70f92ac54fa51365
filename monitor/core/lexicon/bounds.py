"""How exactly a sum is meant, and whether it comes back, in the words of pages."""

import re

from monitor.core.fact import Bound

# A sentence that begins so speaks of what the one before it named.
GOES_ON = re.compile(
    r"(?:it|this|these|they|the (?:fee|cost|charge|price|amount)|ésta?|il|elle|ce|sie|es|dies\w*|ele|ela)\b",
    re.IGNORECASE,
)

# Before a sum: English, then Spanish, French, German, Portuguese.
BEFORE: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        Bound.AT_MOST,
        re.compile(
            r"\b(?:up to|max(?:imum)?(?: of)?\.?|no more than|not (?:to )?exceed(?:ing)?|as much as"
            r"|hasta|jusqu'à|bis zu|até)[ :]*$",
            re.IGNORECASE,
        ),
    ),
    (
        Bound.AT_LEAST,
        re.compile(
            r"\b(?:from|start(?:ing|s)? (?:at|from)|at least|minimum(?: of)?|no less than"
            r"|desde|à partir de|ab|a partir de)[ :]*$",
            re.IGNORECASE,
        ),
    ),
    (
        Bound.ABOUT,
        re.compile(
            r"(?:\b(?:approximately|approx\.?|about|around|roughly|estimated(?: at)?|circa|ca\."
            r"|environ|etwa|aproximadamente)|~)[ :]*$",
            re.IGNORECASE,
        ),
    ),
)
BEHIND: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (Bound.AT_LEAST, re.compile(r" ?(?:\+|or more\b|and up\b|or higher\b)", re.IGNORECASE)),
    (Bound.AT_MOST, re.compile(r" ?\(?(?:max(?:imum)?\b|or less\b|at most\b)", re.IGNORECASE)),
)
# A share or a surcharge is not the price itself: "$100 of the tuition", "an additional $500".
SHARE_BEHIND = re.compile(r"\s*(?:of|off) (?:the|your|this|that|their|which)\b", re.IGNORECASE)
EXTRA_BEFORE = re.compile(r"\b(?:additional|extra|another|further)\s*(?:fee of|charge of|cost of)?\s*$", re.IGNORECASE)
EXTRA_BEHIND = re.compile(
    r"[\s(]*(?:fee )?(?:for |per )?(?:each |every |any |the |an )?"
    r"(?:additional|extra|subsequent|further|second|third)\b"
    r"|,? ?(?:(?:for |per |each |an? |/ ?)+\w+ )?(?:after that|thereafter|from then on)\b",
    re.IGNORECASE,
)
# A price on a condition, or of undoing something, is not the price: "if you submit late", "a rush fee", "for refunds".
SPECIAL = re.compile(
    r"\b(?:if|unless|early|rush|expedited?|express|priority|discounted|reduced|optional|cancel\w*|withdraw\w*"
    r"|reschedul\w*|resubmi\w*|refunds|(?<!not )(?<!not be )refunded|for example|example)\b",
    re.IGNORECASE,
)
# What an insurance must cover is no price of it: "at a level of $1,000,000 per occurrence".
COVERED = re.compile(
    r"\b(?:level|limits?|coverage) of\b|\bper (?:occurrence|claim|incident)\b|\baggregate\b|\bprimary\b", re.IGNORECASE
)
# What somebody once paid is a story: "she paid a company $1,200 a month".
PAID_ONCE = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bif )(?<!\bbeing )(?<!\bwhen )(?<!\bonce )\b(?:paid|spent)"
    r"(?: (?:an?|the|his|her|them|us|around|about|over|nearly))?(?: [a-z]+)? $",
    re.IGNORECASE,
)
# A room is paid for by whoever takes one: that is no condition of its price.
IF_TAKEN = re.compile(
    r"\b(?:only )?if (?:you|they|applicants|students|visitors|an? \w+|one) (?:\w+ )?"
    r"(?:takes?|needs?|wants?|wish(?:es)?|requests?|chooses?|require|stay|lives?|rents?|books?)\b"
    r"|\bif (?:needed|requested|taken)\b",
    re.IGNORECASE,
)
# What somebody else's price would come to is no price: "if your tuition is $5,000, you would pay only $900".
EXAMPLE = re.compile(
    r"\bif\b[^.;]{0,60}\b(?:tuition|fees?|costs?|price|rate)\b[^.;]{0,80}\bwould\b"
    r"|\bwould\b[^.;]{0,60}\bif\b[^.;]{0,60}\b(?:tuition|fees?|costs?|price|rate)\b",
    re.IGNORECASE,
)
# "A further $1,150 in tuition" is a price beside others, not a surcharge to it.
NAMED_BEHIND = re.compile(r"\s*(?:in|for|as|toward|towards)(?: the)? ", re.IGNORECASE)
# Prices of others, which a page tells to compare or to explain.
ELSEWHERE = re.compile(
    r"\b(?:at|by|in|of|from) (?:(?:many|most|some|several|all|the|nearby) )?other "
    r"(?:hospitals?|schools?|institutions?|universit\w+|programs?|programmes?|cent(?:er|re)s?|sites?|places|agencies)\b"
    r"|\b(?:other|some|most|many) (?:hospitals|schools|institutions|universities|agencies|programs|cent(?:er|re)s) "
    r"(?:\w+ )?(?:charge|ask|cost|collect|demand)"
    r"|\b(?:elsewhere|at your (?:own|home) (?:school|university|institution))\b",
    re.IGNORECASE,
)
WAIVED_FOR = re.compile(
    r"\b(?:(?:is|are|may be|can be|will be) )?(?:waived|reduced|not (?:charged|asked)) (?:for|to|of)\b", re.IGNORECASE
)
BETWEEN = re.compile(r"\b(?:between|entre|zwischen)\s*$", re.IGNORECASE)
NOT_REFUNDABLE = re.compile(
    r"\bnon[- ]?refundable\b|\bnot (?:be )?refund(?:able|ed)\b|\bno reembolsable\b", re.IGNORECASE
)
REFUNDABLE = re.compile(r"(?<![\w-])refundable\b|\breembolsable\b", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively\b|\brespectivamente\b|\brespectivement\b|\bbeziehungsweise\b", re.IGNORECASE)
