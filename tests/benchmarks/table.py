"""The printed table: one measurement a row, each with its unit."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 62  # characters of the first column


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. ``note``: what it was measured on or how often."""

    what: str
    value: float
    unit: str
    note: str = ""

    def __str__(self) -> str:
        return f"  {self.what:<{WIDTH}}{_three_digits(self.value):>9} {self.unit:<10}{self.note}".rstrip()


def heading(text: str) -> str:
    """A line that begins a part of the table."""
    return f"\n{text}\n{'-' * len(text)}"


def _three_digits(value: float) -> str:
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{decimals}f}"
