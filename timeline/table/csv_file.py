"""One table as a CSV file: UTF-8, one header line; every cell comes back as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from timeline.table.schema import SchemaError, typed


def read(name: str, content: bytes, columns: tuple[str, ...]) -> pd.DataFrame:
    """The table in ``content``, the file ``name``. Raises :class:`SchemaError` when it has not these ``columns``."""
    # The csv module, all text: pandas would turn "001" into 1, "NA" into nothing, and shift rows.
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(content.decode("utf-8", "surrogatepass"), newline=""))
    header = tuple(next(reader, ()))
    if header != columns:
        raise SchemaError(f"{name}: columns are {', '.join(header)}; expected {', '.join(columns)}")
    rows = []
    for row in reader:
        if len(row) != len(columns):
            raise SchemaError(f"{name}, line {reader.line_num}: {len(row)} cells, not {len(columns)}")
        rows.append(row)
    return typed({column: [row[place] for row in rows] for place, column in enumerate(columns)})


def write(path: Path, table: pd.DataFrame, columns: tuple[str, ...]) -> None:
    """Write the ``columns`` of ``table`` to ``path``. Raises ``OSError``."""
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(table[list(columns)].itertuples(index=False))
