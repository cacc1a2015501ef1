r"""Tables in plain text: which of their columns name sources. Cells are parted by tabs, bars, commas,
semicolons or several blanks.

A cell of sources is to its row what a footnote's mark is to a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import mode

from timeline.documents.document import FootnoteMark
from timeline.documents.spans import Span, lines, one_line

ROWS = 3  # lines that a table has at least, and columns beside that of sources
_PARTS = (
    re.compile(r"\t"),
    re.compile(r"\|"),
    re.compile(r";(?=\S)"),
    re.compile(r"(?<!\d),(?=\S)|,(?=[^\s\d])"),
    re.compile(r"[ \u00a0]{2,}"),
)
_RULE = re.compile(r"[\s|:+=–—-]*$")
_HEADER = re.compile(
    r"\W*(?:sources?|references?|refs?|citations?|cited|literature|bibliography|read(?:ings?)?|(?:what|whom) to read"
    r"|see(?: also)?|where from|according to|author(?:ity|s)?|archive)\b.{0,24}$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\W*(?:ibid|id|idem|op\. ?cit|loc\. ?cit|same|ditto|[\"”″]$)", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:n/?a|none)?\W*$", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:[_*“\"(\[]*+[A-Z][\w.’'&-]*+[*_”\"]*+,?\s+){1,6}(?:[(]?(?:1[5-9]|20)\d\d[a-z]?\b|(?:pp?|no|vol|ch|f)\.|\d{1,2}[./]\d|[A-Z][a-z]{2,8}\.? \d)"
    r"[^.!?]{0,40}$|(?:https?://|www\.)\S+$|\[\d{1,3}\]$"
)


def source_cells(text: str) -> list[FootnoteMark]:
    r"""The cells of `text` that name the sources of their rows, each with its words for a label; "ibid." says
    those of the row above.

    >>> text = "3.5.1928\tA landing\tRoe 1966\n4.6.1929\tA vote\tibid.\n5.7.1930\tA law\tDoe 1971"
    >>> [mark.label for mark in source_cells(text)]
    ['Roe 1966', 'Roe 1966', 'Doe 1971']
    """
    return sorted(
        (mark for parts in _PARTS for rows in _tables(text, parts) for mark in _marks(text, rows)),
        key=lambda mark: mark.start,
    )


def _tables(text: str, parts: re.Pattern[str]) -> Iterator[list[list[Span]]]:
    """The cells of each run of lines that `parts` divides; rules between rows and blank lines are passed over."""
    if not parts.search(text):
        return
    kept = (line for line in lines(text) if not _RULE.match(line.text))
    for divided, run in groupby(kept, key=lambda line: len(parts.findall(line.text.strip())) > 1):
        rows = [list(_cells(line.text, line.start, parts)) for line in run] if divided else []
        if len(rows) >= ROWS:
            yield rows


def _cells(line: str, start: int, parts: re.Pattern[str]) -> Iterator[Span]:
    position = 0
    for match in [*parts.finditer(line), None]:
        end = match.start() if match else len(line)
        words = line[position:end]
        left = position + len(words) - len(words.lstrip())
        if words.strip() or (position > 0 and match):
            yield start + left, start + left + len(words.strip())
        position = match.end() if match else end


def _marks(text: str, rows: Sequence[Sequence[Span]]) -> Iterator[FootnoteMark]:
    wide = mode(len(row) for row in rows)
    whole = [row for row in rows if len(row) == wide]
    column = _column_of_sources(text, whole) if 3 * len(whole) >= 2 * len(rows) else None
    before = ""
    for row in rows:
        if column is None or len(row) != wide:
            continue
        start, end = row[column]
        words = one_line(text[start:end])
        if _HEADER.fullmatch(words):
            continue
        if not _AGAIN.match(words):
            before = "" if _NONE.fullmatch(words) else words
        if end > start:
            yield FootnoteMark(start, end, before)


def _column_of_sources(text: str, rows: Sequence[Sequence[Span]]) -> int | None:
    """The last column whose header says so, or most of whose cells look like sources; never the first two."""
    for column in range(len(rows[0]) - 1, 1, -1):
        cells = [one_line(text[start:end]) for start, end in (row[column] for row in rows)]
        if _HEADER.fullmatch(cells[0]):
            return column
        like = sum(bool(_SOURCE.match(cell)) for cell in cells)
        again = sum(bool(_AGAIN.match(cell)) for cell in cells)
        others = len(cells) - like - again - sum(bool(_NONE.fullmatch(cell)) for cell in cells)
        if like and like + again > 1 and like + again >= 2 * others:
            return column
    return None
