"""Alembic's way in: the connection, and its transaction, come from service/schema.py."""

from __future__ import annotations

from alembic import context

from service.schema import whole_schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=whole_schema(),
    # SQLite can do DDL in a transaction; ours is open already and holds the lock.
    transactional_ddl=True,
)

with context.begin_transaction():
    context.run_migrations()
