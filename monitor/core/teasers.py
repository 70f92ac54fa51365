"""Sections that point away from what a page is about: latest news, related articles, what others have read."""

from collections.abc import Iterator, Sequence
from itertools import islice

from monitor.core.content import Block

MAX_SECTION_BLOCKS = 30
PROSE_WORDS = 40  # a passage as long as this, with next to no link in it, is no teaser: the section has ended
PROSE_LINKED = 0.2
TEASER_LINKED = 0.3  # of a section's words: the headlines are links, the dates and openings between them are not
_EDGES = " .:…»›→"
_HEADINGS = frozenset(
    heading.strip()
    for heading in """
    related articles | related pages | related posts | related stories | related content | related news |
    related topics | latest news | recent news | news | in the news | news & events | news and events | latest stories |
    latest updates | upcoming events | events | events calendar | featured stories | featured news | top stories |
    recent posts | latest posts | recent articles | latest articles | popular posts | popular articles | popular pages |
    most read | most popular | most viewed | trending | trending now | you may also like | you might also like |
    you may also be interested in | recommended for you | recommended articles | read next | more news | more stories |
    more articles | recently viewed | recently viewed articles | recent comments | latest tweets | follow us |
    connect with us | share this page | tags | categories | archives | promoted articles | explore more | keep reading |
    articles in this section | other articles | stay connected |
    aktuelles | neuigkeiten | aktuelle meldungen | veranstaltungen | verwandte artikel | verwandte beiträge |
    ähnliche beiträge | das könnte sie auch interessieren | meistgelesen | zuletzt angesehen | neueste beiträge |
    actualités | dernières actualités | agenda | articles associés | articles liés | à lire aussi | sur le même sujet |
    vous aimerez aussi | articles récents | les plus lus | dans la même rubrique |
    noticias | últimas noticias | eventos | próximos eventos | artículos relacionados | también te puede interesar |
    entradas recientes | más leídas | notícias | artigos relacionados | veja também | mais lidas |
    notizie | ultime notizie | articoli correlati | potrebbe interessarti anche | nieuws | gerelateerde artikelen |
    evenementen
    """.replace("\n", " ").split("|")
)


def teasers(blocks: Sequence[Block], linked: Sequence[int]) -> frozenset[int]:
    """The positions of the blocks of such sections, headings included.

    `linked`: how many words of each block are words of links. Told by the heading (of the second level or lower: a page
    may be about its news) and by the share of links in what follows; a section of which nothing follows is one too.
    """
    found = set[int]()
    for at, block in enumerate(blocks):
        if block.heading > 1 and block.text.casefold().strip(_EDGES) in _HEADINGS:
            section = list(_section(blocks, linked, at))
            words = sum(_words(blocks[each]) for each in section)
            if sum(linked[each] for each in section) >= TEASER_LINKED * words:
                found |= {at, *section}
    return frozenset(found)


def _section(blocks: Sequence[Block], linked: Sequence[int], heading: int) -> Iterator[int]:
    level = blocks[heading].heading
    for at in islice(range(heading + 1, len(blocks)), MAX_SECTION_BLOCKS):
        words = _words(blocks[at])
        if 0 < blocks[at].heading <= level or (words >= PROSE_WORDS and linked[at] < PROSE_LINKED * words):
            return
        yield at


def _words(block: Block) -> int:
    return len(block.text.split())
