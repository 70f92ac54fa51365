"""What made-up names answered, the https twins of links, and whose name servers sites have."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stranger",
        sa.Column("directory", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("blocks", sa.LargeBinary(), nullable=False),
        sa.Column("own", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("directory", name=op.f("pk_stranger")),
    )
    op.create_table(
        "delegation",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("servers", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("site", name=op.f("pk_delegation")),
    )
    op.add_column("link", sa.Column("twin_asked_at", sa.DateTime(), nullable=True))
    op.add_column("link", sa.Column("twin_serves", sa.Boolean(), nullable=True))
    op.create_index(op.f("ix_version_digest"), "version", ["digest"], unique=False)
