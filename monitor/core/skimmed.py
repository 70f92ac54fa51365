"""The nouns of a skim: the digest of a body, and what it lets us say again without reading the body."""

from dataclasses import dataclass

from monitor.core.content import Clues


@dataclass(frozen=True, slots=True)
class Skim:
    """The digest of a body; two are comparable only within one `version` of the method."""

    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class Skimmed:
    """What was read when a body of this skim came from `url`, beside the version that was kept of it.

    `method`: how it was read, as in fingerprints. Version and this together are the whole page.
    """

    skim: Skim
    url: str
    method: int
    clues: Clues
    language: str | None
