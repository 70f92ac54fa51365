"""A page with a rotating advert and a nonce, over the wire: its noise is no finding, an edit of its fee is one."""

from pathlib import Path

import pytest
from commands import Desk
from webs import Answer, page, serving

ADVERTS = ("Discover our new cardiology wing", "Meet alumni who became surgeons", "Jazz concert of the residents")


def electives(fee: str) -> Answer:
    lines = ("Students take part in the rounds of the ward.", "@advert@", "Write to the office of the dean.", fee)
    body = page(*lines).replace("<main>", "<script nonce='@visit@'>var visit = @visit@</script><main>")
    return Answer(body, adverts=ADVERTS)


@pytest.mark.process
def test_noise_is_no_finding_over_six_looks_and_an_edit_of_the_fee_is_open_at_once(tmp_path: Path) -> None:
    def changed(day: int) -> list[tuple[str, str]]:
        document = desk.json("check", MONITOR_NOW=f"2026-11-{day:02}T06:00:00Z")
        return [(f["state"], f["evidence"]["found"]) for f in document["findings"] if f["rule"] == "page-changed"]

    with serving() as web:
        desk = Desk(tmp_path)
        url = web.url("/electives")
        links = f'links = [{{ role = "program", url = "{url}" }}]'
        desk.write(f'[[listing]]\nid = "ward"\ninstitution = "Ward Hospital"\n{links}\n')
        web.pages["/electives"] = electives("The fee is $300 per week.")
        assert [changed(day) for day in range(1, 7)] == [[]] * 6
        web.pages["/electives"] = electives("The fee is $350 per week.")
        assert changed(7) == [("open", "The fee is $350 per week.")]
