"""What was found in the place of pages that are gone."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("link", sa.Column("search", sa.JSON(none_as_null=True), nullable=True))
