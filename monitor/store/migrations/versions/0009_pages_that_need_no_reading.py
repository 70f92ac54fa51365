"""By what a page is known again unread; files without text; what finds the versions that may go."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("link", sa.Column("skimmed", sa.LargeBinary(), nullable=True))
    op.add_column("version", sa.Column("opaque", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_version_url_last_seen", "version", ["url", "last_seen"])
    op.create_index("ix_observation_version_id", "observation", ["version_id"])
