"""Files and folders → documents, one after another; what cannot be read is yielded too, with the reason."""

import stat
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bs4.exceptions import ParserRejectedMarkup

from timeline.documents.columns import source_cells
from timeline.documents.created import page_dates
from timeline.documents.day import iso_day
from timeline.documents.document import Document, FootnoteMark
from timeline.documents.encoding import NotText, decode
from timeline.documents.front_matter import BrokenFrontMatter
from timeline.documents.head import Head, head
from timeline.documents.html import page
from timeline.documents.imprint import imprint
from timeline.documents.listing import Entry, listing, reason
from timeline.documents.markdown import Markdown, markdown
from timeline.documents.notes import notes
from timeline.documents.spans import Span, merge, one_line, urls

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


class _Read(NamedTuple):
    """What a text says of itself, whatever its file was."""

    top: Head
    created: str
    reports: tuple[tuple[int, str], ...]
    matter: tuple[Span, ...]
    marks: tuple[FootnoteMark, ...]
    footnotes: Mapping[str, str]


def _read(text: str, known: str, source: Markdown | None = None) -> _Read:
    """Read `text`, whose creation date is `known` or ''; `source` is what its Markdown says."""
    start, matter, marks = (source.body, source.matter, source.marks) if source else (0, (), ())
    dates = page_dates(text, start, known)
    page_lines = imprint(text, start)
    top = head(text, start, merge([*matter, *dates.spans, *page_lines]))
    end = notes(text, start, merge([*matter, *dates.spans]))
    return _Read(
        top,
        known or dates.created,
        dates.reports,
        merge([*matter, *dates.spans, *top.spans, *end.spans, *page_lines, *urls(text)]),
        _marks(text, [*marks, *end.marks]),
        {**end.footnotes, **(source.footnotes if source else {})},
    )


def _plain(entry: Entry, text: str, dct: str) -> Document:
    found = _read(text, dct)
    return Document(
        entry.id,
        title=found.top.title or _stem(entry),
        publisher=found.top.publisher,
        created=found.created,
        text=text,
        reports=found.reports,
        matter=found.matter,
        marks=found.marks,
        footnotes=found.footnotes,
    )


def _markdown(entry: Entry, text: str, dct: str) -> Document:
    source = markdown(text)
    if not text[source.body :].strip():
        return _skipped(entry, "empty below its front matter")
    front = source.front
    found = _read(text, iso_day(front.get("created", "")) or dct, source)
    return Document(
        entry.id,
        title=front.get("title") or source.title or found.top.title or _stem(entry),
        publisher=front.get("publisher") or found.top.publisher,
        created=found.created,
        source=front.get("source", ""),
        language=front.get("language", ""),
        text=text,
        reports=found.reports,
        matter=found.matter,
        marks=found.marks,
        footnotes=found.footnotes,
    )


def _html(entry: Entry, markup: str, dct: str) -> Document:
    markup_says = page(markup)
    if not markup_says.text:
        return _skipped(entry, "no text in the page")
    found = _read(markup_says.text, markup_says.created or dct)
    return Document(
        entry.id,
        title=markup_says.title or found.top.title or _stem(entry),
        publisher=markup_says.publisher or found.top.publisher,
        created=found.created,
        source=markup_says.source,
        language=markup_says.language,
        text=markup_says.text,
        reports=found.reports,
        matter=found.matter,
        marks=found.marks,
        footnotes=found.footnotes,
    )


def _marks(text: str, notes: Sequence[FootnoteMark]) -> tuple[FootnoteMark, ...]:
    """The marks of notes, and the cells of sources that hold none."""
    footnotes = sorted(notes, key=lambda mark: mark.start)
    starts = [mark.start for mark in footnotes]
    cells = [c for c in source_cells(text) if bisect_left(starts, c.start) == bisect_left(starts, c.end)]
    return tuple(sorted([*footnotes, *cells], key=lambda mark: mark.start))
