"""Link → Probe: one deadline, one size cap; the web's errors become values here and nowhere else."""

from monitor.fetch.addresses import Address, PrivateNetworks
from monitor.fetch.environment import Proxies
from monitor.fetch.fetcher import Fetcher
from monitor.fetch.mishaps import NoAddress, NoSuchHost, PrivateAddress, ResolutionFailed
from monitor.fetch.resolve import Resolver, SystemResolver
from monitor.fetch.robots import Robots
from monitor.fetch.transport import Retry, Throttle
from monitor.fetch.wire import Wire

__all__ = [
    "Address",
    "Fetcher",
    "NoAddress",
    "NoSuchHost",
    "PrivateAddress",
    "PrivateNetworks",
    "Proxies",
    "ResolutionFailed",
    "Resolver",
    "Retry",
    "Robots",
    "SystemResolver",
    "Throttle",
    "Wire",
]
