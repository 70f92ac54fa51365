"""Spots of pages that waver, and lines that came or went on pages of a host."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "volatile",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("above", sa.String(), nullable=False),
        sa.Column("below", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("url", "heading", "above", "below", name=op.f("pk_volatile")),
    )
    op.create_table(
        "altered",
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("host", "at", "url", "line", name=op.f("pk_altered")),
    )
