"""What pages say of a listing's claims, and since when."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim",
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("support", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("found", sa.String(), nullable=True),
        sa.Column("quote", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("judged_at", sa.DateTime(), nullable=False),
        sa.Column("borne_first", sa.DateTime(), nullable=True),
        sa.Column("borne_last", sa.DateTime(), nullable=True),
        sa.Column("borne_by", sa.String(), nullable=True),
        sa.Column("borne_quote", sa.String(), nullable=True),
        sa.Column("silent_since", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("listing", "claim", name=op.f("pk_claim")),
    )
