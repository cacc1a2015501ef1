"""What people correct, laid over what was extracted: the editors' sheet, the ledger, the corrected timeline."""

from __future__ import annotations

from timeline.corrections.errors import CorrectionError

__all__ = ["CorrectionError"]
