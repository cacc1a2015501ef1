"""What can go wrong with corrections, told so that an editor knows what to do next."""

from __future__ import annotations


class CorrectionError(Exception):
    """A correction, a sheet or the ledger cannot be used; the message says why and what to do next."""


class Refused(CorrectionError):
    """A whole file is refused; nothing of it is applied."""


class Moved(CorrectionError):
    """The ledger has changed since it was looked at; look again."""


class CellError(CorrectionError):
    """One cell holds what cannot be meant. ``column`` is its column in the sheet."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column
