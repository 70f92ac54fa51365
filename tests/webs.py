"""A small web on loopback for tests that run the command line as a process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers; `wait` keeps the visitor waiting until the web lets go.

    `adverts` take turns in place of `@advert@`; `@visit@` is the number of the visit.
    """

    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: bool = False
    adverts: tuple[str, ...] = ("",)


def page(*paragraphs: str, title: str = "Visiting students") -> str:
    """A page with words enough to be one."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!doctype html><html lang='en'><title>{title}</title><main><h1>{title}</h1>{text}</main></html>"


@dataclass(slots=True)
class Web:
    """Pages by path, and what was asked for, in order: (method, path, headers); robots.txt is noted apart."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    asked_for_robots: int = 0
    first_byte_after_s: float = 0.0
    otherwise: Answer = field(default_factory=lambda: Answer("<h1>Not found</h1>", 404))  # for any other path
    gate: threading.Event = field(default_factory=threading.Event)
    pause: threading.Event = field(default_factory=threading.Event)
    order: list[str] = field(default_factory=list)  # every path that was asked for, robots.txt too
    at_once: int = 0
    most_at_once: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def serving(*, slow_s: float = 0.0) -> Iterator[Web]:
    """A web that answers after *slow_s* seconds."""

    counting = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with counting:
                web.at_once += 1
                web.most_at_once = max(web.most_at_once, web.at_once)
            try:
                self.answer()
            finally:
                with counting:
                    web.at_once -= 1

        def answer(self) -> None:
            web.order.append(self.path)
            if self.path == "/robots.txt":
                web.asked_for_robots += 1
            else:
                web.asked.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = web.pages.get(self.path, web.otherwise)
            if answer.wait:
                web.gate.wait(timeout=30)
            if web.first_byte_after_s:
                web.pause.wait(timeout=web.first_byte_after_s)  # a slow server, until the test lets go
            visit = str(len(web.asked))
            advert = answer.adverts[len(web.asked) % len(answer.adverts)]
            body = (
                answer.body
                if isinstance(answer.body, bytes)
                else answer.body.replace("@advert@", advert).replace("@visit@", visit).encode()
            )
            self.send_response(answer.status)
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **answer.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None: ...  # a visitor that was killed

    server = Server(("127.0.0.1", 0), Handler)
    web = Web(server.server_port, first_byte_after_s=slow_s)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.gate.set()
        web.pause.set()
        server.shutdown()
        server.server_close()
        thread.join()
