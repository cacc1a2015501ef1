"""The event table: its schema, its files, and the selection of what is shown."""

from timeline.table.filters import Selection, select
from timeline.table.schema import SchemaError, Timeline, validate

__all__ = ["SchemaError", "Selection", "Timeline", "select", "validate"]
