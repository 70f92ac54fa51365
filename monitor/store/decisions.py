"""What maintainers decided: rows of their own, so that a pass that runs meanwhile cannot write over them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert
from sqlalchemy.dialects.sqlite import insert as upsert

from monitor.core.finding import State
from monitor.core.incidents import Reconciled
from monitor.core.triage import Triaged
from monitor.store import rows
from monitor.store.tables import DecisionRow, IncidentRow, TransitionRow

_DECIDED = (State.ACKNOWLEDGED, State.SNOOZED)


def record(connection: Connection, triaged: Iterable[Triaged]) -> None:
    """Keep decisions, those to open again included. A finding that only the catalogue gave away gets its row."""
    for each in triaged:
        _follow(connection, rows.incident_columns(each.incident))
        decision = each.incident.decision
        connection.execute(delete(DecisionRow).where(_c(DecisionRow.finding) == each.incident.id))
        if decision is not None:
            connection.execute(insert(DecisionRow).values(finding=each.incident.id, **rows.decision_columns(decision)))
        if each.transition is not None:
            connection.execute(insert(TransitionRow).values(rows.transition_columns(each.transition)))


def forget(connection: Connection, reconciled: Reconciled) -> None:
    """Drop the decisions that a round of rulings has ended: the finding is over, or is not what it was."""
    over = {incident.id for incident in reconciled.incidents if incident.state is State.RESOLVED}
    over |= {news.finding for news in reconciled.transitions if news.before in _DECIDED and news.after not in _DECIDED}
    for finding in over:
        connection.execute(delete(DecisionRow).where(_c(DecisionRow.finding) == finding))


def _follow(connection: Connection, columns: rows.Columns) -> None:
    """The incident's row, unless it is there and alive: its life is the passes' to tell."""
    adding = upsert(IncidentRow).values(columns)
    anew = {name: adding.excluded[name] for name in columns}
    connection.execute(
        adding.on_conflict_do_update(
            index_elements=["finding"], set_=anew, where=_c(IncidentRow.state) == State.RESOLVED
        )
    )


def _c(attribute: Any) -> Any:
    """A column of a row class: to the type checker a row's attribute is its value."""
    return attribute
