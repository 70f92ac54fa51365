"""The rules: each complains about one kind of thing, with what proves it and what to do."""

from monitor.core.rules.acceptances import accepted
from monitor.core.rules.catalogue import catalogue_findings

__all__ = ["accepted", "catalogue_findings"]
