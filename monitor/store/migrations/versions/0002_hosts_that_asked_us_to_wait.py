"""Hosts that asked to be left alone, and how many links a pass spared because of them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "host",
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("retry_at", sa.DateTime(), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_host")),
    )
    op.add_column("pass", sa.Column("spared", sa.Integer(), nullable=False, server_default="0"))
