"""Which column a cell stands in."""

import pytest

from monitor.core.content import Block
from monitor.core.grid import MAX_COLUMNS, Grid
from monitor.core.page import read


def rows(table: str) -> list[Block]:
    return list(read(f"<table>{table}</table>".encode(), "text/html; charset=utf-8", "https://a.example/").blocks)


@pytest.mark.parametrize(
    ("table", "blocks"),
    [
        pytest.param(
            "<tr><td></td><th>2 weeks</th><th>4 weeks</th></tr>",
            [Block("| 2 weeks | 4 weeks", cells=3, head=True)],
            id="an empty corner",
        ),
        pytest.param("<tr><td>a</td><td></td><td>c</td></tr>", [Block("a | | c", cells=3)], id="an empty cell"),
        pytest.param("<tr><td>a</td><td></td><td></td></tr>", [Block("a", cells=3)], id="empty cells at the end"),
        pytest.param("<tr><td> </td><td>\n</td></tr>", [], id="nothing but empty cells"),
        pytest.param("<tr><th>Tuition</th><td>$1</td></tr>", [Block("Tuition | $1", cells=2)], id="the head of a row"),
        pytest.param(
            "<thead><tr><td>a</td><td>b</td></tr></thead>",
            [Block("a | b", cells=2, head=True)],
            id="the head of a table",
        ),
        pytest.param(
            "<tr><td colspan=2>a</td><td>b</td></tr>", [Block("a | | b", cells=3)], id="a cell over two columns"
        ),
        pytest.param(
            "<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr>",
            [Block("a | b", cells=2), Block("| c", cells=2), Block("d | e", cells=2)],
            id="a cell over two rows",
        ),
        pytest.param(
            "<tr><td rowspan=9>a</td></tr></table><table><tr><td>b</td><td>c</td></tr>",
            [Block("a", cells=1), Block("b | c", cells=2)],
            id="a cell that ends with its table",
        ),
        pytest.param("<tr><td colspan=x rowspan=-1>a</td><td>b</td></tr>", [Block("a | b", cells=2)], id="nonsense"),
    ],
)
def test_every_cell_keeps_its_column(table: str, blocks: list[Block]) -> None:
    assert rows(table) == blocks


def test_spans_without_end_make_no_table_without_end() -> None:
    (block,) = rows(f"<tr><td colspan=99999 rowspan=99999>a</td>{'<td>b</td>' * 3}</tr>")
    assert (block.text.count("|"), block.cells) == (MAX_COLUMNS + 2, MAX_COLUMNS + 3)


def test_a_cell_is_so_many_columns_behind_the_one_before() -> None:
    grid = Grid()
    grid.row()
    assert [grid.cell(1, 1), grid.cell(2, 3), grid.cell(1, 1)] == [0, 1, 2]
    grid.row()
    assert [grid.cell(1, 1), grid.cell(1, 1)] == [0, 3]
