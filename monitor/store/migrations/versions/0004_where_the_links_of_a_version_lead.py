"""Where the links of a version lead: two versions of one text may differ in that alone."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("version", sa.Column("links_digest", sa.String(), nullable=False, server_default=""))
    op.add_column("version", sa.Column("links", sa.LargeBinary(), nullable=True))
    op.drop_index("ix_version_url_method_digest", table_name="version")
    op.create_index(
        "ix_version_url_method_digest_links_digest", "version", ["url", "method", "digest", "links_digest"], unique=True
    )
