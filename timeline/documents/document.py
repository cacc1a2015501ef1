"""What a document is to the rest of the project."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.documents.spans import Span, merge


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """One `[^label]` in a text, or a cell that names the source of its row; `text[start:end]` is the mark with its
    brackets."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document, read or (`skipped` says why) not; all offsets are Python string offsets into `text`.

    `matter` is sorted and without overlaps: the spans of `text` that are no running prose (front matter,
    dates of the page itself, footnote definitions, link targets, code). `marks` lie outside `matter`.
    """

    id: str
    """The path below the given folder, with `/`; the name of a file that was given itself."""
    title: str
    publisher: str = ""
    created: str = ""
    """ISO `YYYY-MM-DD`, or `YYYY-MM` where no day is said, or empty: unknown. Never the day of reading."""
    source: str = ""
    language: str = ""
    text: str = field(default="", repr=False)
    skipped: str = ""
    reports: tuple[tuple[int, str], ...] = ()
    """Where each report in the text begins that has a dateline of its own, and its ISO day."""
    matter: tuple[Span, ...] = field(default=(), repr=False)
    marks: tuple[FootnoteMark, ...] = field(default=(), repr=False)
    footnotes: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)
    """Label → text of the note, on one line."""

    def written_at(self, position: int) -> str:
        """`created`, or the day of the report that `position` lies in."""
        return next((day for start, day in reversed(self.reports) if start <= position), self.created)

    @property
    def no_prose(self) -> tuple[Span, ...]:
        """`matter` and the footnote marks: where no date is read ("[^roe1994]")."""
        return merge([*self.matter, *((mark.start, mark.end) for mark in self.marks)])
