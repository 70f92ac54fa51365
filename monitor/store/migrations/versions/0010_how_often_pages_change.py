"""What is believed of how often a page changes; of pages known before, nothing yet."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("link", sa.Column("changes", sa.Float(), nullable=True))
    op.add_column("link", sa.Column("change_days", sa.Float(), nullable=True))
