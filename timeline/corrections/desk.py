"""An editor's desk: the timeline of one data folder, its ledger, and what can be done with both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from timeline.corrections import dump
from timeline.corrections.corrected import Corrected, correct, fingerprints
from timeline.corrections.errors import CorrectionError, Moved
from timeline.corrections.ledger import Ledger, Upload
from timeline.corrections.plan import Plan, plan
from timeline.corrections.sheet import Line, by_id, lines, remembered, to_csv
from timeline.corrections.standing import Entry, standing
from timeline.corrections.today import Today
from timeline.corrections.undoing import inverse
from timeline.table import store
from timeline.topic import load

_TRIES = 50  # at saving while others save too


class Desk:
    """Reads the build in ``folder`` once; the ledger is read anew at every call. An absent ledger is begun with the
    corrections that lie beside the documents. Raises ``StoreError`` when there is no build, :class:`CorrectionError`
    when the ledger cannot be used."""

    def __init__(self, folder: Path) -> None:
        self.ledger = Ledger(folder)
        self._timeline, self._topic = store.read(folder), load()
        self._mentions = fingerprints(self._timeline)
        if not self.ledger.head() and (shipped := _shipped(store.documents(folder))):
            self.ledger.start(shipped)

    def corrected(self) -> Corrected:
        """The timeline with all that was corrected until now."""
        ledger = self.ledger
        return correct(
            self._timeline,
            standing(ledger.entries()),
            self._topic,
            ledger.seen(),
            ledger.made(),
            self._mentions,
        )

    def sheet(self) -> bytes:
        """The editors' sheet as a file; what it shows is kept as the base of what comes back."""
        return to_csv(self._shown(self.corrected()))

    def today(self) -> Today:
        """What a page shows and is edited against; as of a sheet, its rows are kept as the base of what comes back."""
        corrected = self.corrected()
        return self._compared(corrected, self._shown(corrected))

    def check(self, raw: bytes) -> Plan:
        """What the file ``raw`` would change. Raises ``Refused``."""
        corrected = self.corrected()
        return plan(raw, self._compared(corrected, lines(corrected)))

    def apply(self, raw: bytes, editor: str, name: str = "") -> tuple[Plan, str]:
        """Save what the file ``raw`` changes; returns what that was and the id of the upload ('' when nothing
        changed). Rows with errors or conflicts are left out. Raises ``Refused``."""
        _named(editor)
        for _ in range(_TRIES):
            head = self.ledger.head()
            found = self.check(raw)
            if not found.entries:
                return found, ""
            try:
                return found, self.save(found.entries, head, editor, name, raw)
            except Moved:
                continue  # someone was quicker: look again at what they changed
        raise CorrectionError("others are saving all the time; nothing was changed. Try again in a moment.")

    def save(self, entries: Iterable[Entry], head: int, editor: str, name: str = "", raw: bytes = b"") -> str:
        """Append ``entries`` to the ledger whose head was ``head``. Raises ``Moved``."""
        self._remember()
        return self.ledger.commit(list(entries), head, editor, name, raw)

    def undo(self, upload: str, editor: str) -> str:
        """Take an upload back by entries that say the opposite; returns the id of the upload that they are. Raises
        :class:`CorrectionError` when there is none, or when later ones have changed the same."""
        _named(editor)
        head, entries = self.ledger.head(), self.ledger.entries()
        if upload not in {known.id for known in self.ledger.uploads()}:
            raise CorrectionError(f"there is no upload {upload}. `timeline history` lists them.")
        return self.ledger.commit(inverse(entries, upload), head, editor, undoes=upload)

    def history(self) -> list[Upload]:
        """All uploads, the oldest first."""
        return self.ledger.uploads()

    def _compared(self, corrected: Corrected, shown: Iterable[Line]) -> Today:
        rows, day = self.ledger.sheet_rows(), datetime.now(UTC).date()
        return Today(corrected, by_id(shown), self._mentions, rows, self._topic, day)

    def _shown(self, corrected: Corrected) -> list[Line]:
        shown = lines(corrected)
        self.ledger.remember_rows(remembered(shown))
        self._remember(corrected)
        return shown

    def _remember(self, corrected: Corrected | None = None) -> None:
        """Keep which mentions there are. Those that a person is asked about stay unknown, so that they are asked again."""
        known = {mention.mention_id for mention in self.ledger.seen()}
        new = [mention for ident, mention in self._mentions.items() if ident not in known]
        if new:
            attached = (corrected or self.corrected()).attached
            asked = {doubt.candidate for doubt in attached.doubts}
            self.ledger.remember_mentions(
                (mention for mention in new if mention.mention_id not in asked), attached.made
            )


def _shipped(documents: Iterable[Path]) -> list[Entry]:
    """The corrections that lie beside the documents."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in documents)
    return [
        entry
        for folder in folders
        if (folder / dump.NAME).is_file()
        for entry in dump.load(folder / dump.NAME)
    ]


def _named(editor: str) -> None:
    if not editor.strip():
        raise CorrectionError("say who corrects: --by NAME.")
