"""Alembic's door to the database: always the connection that the store holds."""

from alembic import context

from workshop.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
