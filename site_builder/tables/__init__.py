"""Tables of rows that pure functions make: fresh every time, or remembered between runs."""

from site_builder.tables.late import LATE, Joined
from site_builder.tables.table import changed_keys
from site_builder.tables.workshop import FRESH, Tables, grouped

__all__ = ["FRESH", "LATE", "Joined", "Tables", "changed_keys", "grouped"]
