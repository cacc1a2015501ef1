"""Files and folders → documents, one after another; what cannot be read is yielded too, with the reason."""

import stat
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bs4.exceptions import ParserRejectedMarkup

from timeline.documents.columns import source_cells
from timeline.documents.created import page_dates
from timeline.documents.day import iso_day
from timeline.documents.document import Document, FootnoteMark
from timeline.documents.encoding import NotText, decode
from timeline.documents.front_matter import BrokenFrontMatter
from timeline.documents.head import head
from timeline.documents.html import page
from timeline.documents.imprint import imprint
from timeline.documents.listing import Entry, listing, reason
from timeline.documents.markdown import markdown
from timeline.documents.notes import notes
from timeline.documents.spans import merge, one_line, urls

# Bytes. Beyond it is a dump, not a document, and the memory would not hold its tokens.
LARGEST = 64 * 2**20


class Reading:
    """Documents on their way: as many as `len` says, each read when its turn comes and held by nobody here.

    Going through it again reads the files again.
    """

    def __init__(self, entries: Sequence[Entry], dct: str) -> None:
        self._entries = entries
        self._dct = dct

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Document]:
        return (_document(entry, self._dct) for entry in self._entries)


def read(paths: Iterable[Path | str], dct: str | None = None) -> Reading:
    """The documents of these files and folders, sorted by id; `dct` is for those with no day in markup.

    Raises, at once and not at the first document, `NoDocuments` if a path does not exist or there is nothing
    to read, and ValueError if `dct` is no day.
    """
    day = iso_day(dct or "")
    if dct and not day:
        raise ValueError(f"{dct!r} is no day: write it as YYYY-MM-DD")
    return Reading(listing(paths), day)


def _document(entry: Entry, dct: str) -> Document:
    if entry.problem:
        return _skipped(entry, entry.problem)
    try:
        text = decode(_bytes(entry.path))
        if not text.strip():
            return _skipped(entry, "only white space" if text else "empty")
        suffix = entry.path.suffix.lower()
        reader = _markdown if suffix == ".md" else _plain if suffix == ".txt" else _html
        return reader(entry, text, dct)
    except OSError as error:
        return _skipped(entry, reason(error))
    except (NotText, BrokenFrontMatter) as error:
        return _skipped(entry, str(error))
    except RecursionError:
        return _skipped(entry, "nested too deeply to be read")
    except MemoryError:
        return _skipped(entry, "too large for the memory of this machine")
    except (ParserRejectedMarkup, ValueError) as error:
        return _skipped(entry, f"cannot be read: {one_line(str(error))}")


def _bytes(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotText("not a regular file")  # opening a pipe would wait for ever
    if status.st_size > LARGEST:
        raise NotText(f"larger than {LARGEST // 2**20} MB: split it")
    return path.read_bytes()


def _skipped(entry: Entry, why: str) -> Document:
    return Document(entry.id, title=_stem(entry), skipped=why)


def _stem(entry: Entry) -> str:
    return Path(entry.id).stem


def _plain(entry: Entry, text: str, dct: str) -> Document:
    dates = page_dates(text, known=dct)
    top = head(text, 0, merge([*dates.spans, *imprint(text)]))
    end = notes(text, 0, dates.spans)
    return Document(
        entry.id,
        title=top.title or _stem(entry),
        publisher=top.publisher,
        created=dct or dates.created,
        text=text,
        reports=dates.reports,
        matter=merge([*dates.spans, *top.spans, *end.spans, *imprint(text), *urls(text)]),
        marks=_marks(text, end.marks),
        footnotes=end.footnotes,
    )


def _markdown(entry: Entry, text: str, dct: str) -> Document:
    source = markdown(text)
    if not text[source.body :].strip():
        return _skipped(entry, "empty below its front matter")
    front = source.front
    known = iso_day(front.get("created", "")) or dct
    dates = page_dates(text, source.body, known)
    top = head(text, source.body, merge([*source.matter, *dates.spans, *imprint(text, source.body)]))
    end = notes(text, source.body, merge([*source.matter, *dates.spans]))
    return Document(
        entry.id,
        title=front.get("title") or source.title or top.title or _stem(entry),
        publisher=front.get("publisher") or top.publisher,
        created=known or dates.created,
        source=front.get("source", ""),
        language=front.get("language", ""),
        text=text,
        reports=dates.reports,
        matter=merge([*source.matter, *dates.spans, *top.spans, *end.spans, *imprint(text), *urls(text)]),
        marks=_marks(text, [*source.marks, *end.marks]),
        footnotes={**end.footnotes, **source.footnotes},
    )


def _html(entry: Entry, markup: str, dct: str) -> Document:
    found = page(markup)
    if not found.text:
        return _skipped(entry, "no text in the page")
    dates = page_dates(found.text, known=found.created or dct)
    top = head(found.text, 0, merge([*dates.spans, *imprint(found.text)]))
    end = notes(found.text, 0, dates.spans)
    return Document(
        entry.id,
        title=found.title or top.title or _stem(entry),
        publisher=found.publisher or top.publisher,
        created=found.created or dct or dates.created,
        source=found.source,
        language=found.language,
        text=found.text,
        reports=dates.reports,
        matter=merge([*dates.spans, *top.spans, *end.spans, *imprint(found.text), *urls(found.text)]),
        marks=_marks(found.text, end.marks),
        footnotes=end.footnotes,
    )


def _marks(text: str, notes: Sequence[FootnoteMark]) -> tuple[FootnoteMark, ...]:
    """The marks of notes, and the cells of sources that hold none."""
    footnotes = sorted(notes, key=lambda mark: mark.start)
    starts = [mark.start for mark in footnotes]
    cells = [c for c in source_cells(text) if bisect_left(starts, c.start) == bisect_left(starts, c.end)]
    return tuple(sorted([*footnotes, *cells], key=lambda mark: mark.start))
