"""Pages as they are written in tests, and what they are judged to be."""

from datetime import UTC, datetime

from monitor.core.fingerprint import fingerprint
from monitor.core.liveness import judge
from monitor.core.look import Hop, Judgement, Reply, Version
from monitor.core.page import read

START = datetime(2026, 11, 1, 6, tzinfo=UTC)
DEEP = "https://ward.example/education/visiting-students"


def page(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def look(
    html: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    way: tuple[str, ...] = (DEEP,),
    known: str | None = None,
) -> Judgement:
    """The judgement of a page that came by *way*, with *known* as the last good copy."""
    hops = (*(Hop(url, 302) for url in way[:-1]), Hop(way[-1], status))
    sent = tuple({"content-type": "text/html; charset=utf-8", **(headers or {})}.items())
    reply = Reply(way[0], way[-1], hops, status, sent, html.encode())
    return judge(reply, read(html.encode(), "text/html; charset=utf-8", way[-1]), version(known) if known else None)


def version(html: str) -> Version:
    was = read(html.encode(), "text/html; charset=utf-8", DEEP)
    return Version(fingerprint(was.title, was.blocks), was.title, was.blocks, START, START)
