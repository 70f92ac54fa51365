"""What maintainers decided about findings, and the baselines that their reviews set."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "baseline",
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_baseline_version_id_version")),
        sa.PrimaryKeyConstraint("listing", "url", name=op.f("pk_baseline")),
    )
    op.create_table(
        "decision",
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["finding"], ["incident.finding"], name=op.f("fk_decision_finding_incident")),
        sa.PrimaryKeyConstraint("finding", name=op.f("pk_decision")),
    )
