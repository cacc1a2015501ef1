"""What the first lines of a text say about it: its title, and who wrote or published it."""

import re
from typing import NamedTuple

from timeline.documents.spans import Span, inside, lines, one_line

LABELS = {"publisher": "publisher", "published by": "publisher", "author": "author", "authors": "author"}
LINES = 12  # lines with words that belong to the head at most
LONGEST_TITLE = 120  # characters

_LABELLED = re.compile(rf"[\s>*_#-]*({'|'.join(LABELS)})[*_]*\s*:[\s*_]*(\S.{{0,98}})$", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:To|From|Cc|CC|Attn|Via|Eds|Ref)\b\s?[.:]|[^a-zA-Z]{0,20}$")
_SUBJECT = re.compile(r"(?:Subject|Re)\s?:\s*", re.IGNORECASE)
# "HARBOUR INSTITUTE FOR RIVERS" over the title is who published it.
_BODY = re.compile(
    r"\b(?:INSTITUTE|CENT(?:RE|ER)|MINISTRY|SERVICE|COURIER|GAZETTE|POST|TIMES|HERALD|REVIEW|FORUM|UNIVERSITY|PRESS|JOURNAL"
    r"|NEWS|AGENCY|FOUNDATION|COUNCIL|STUDIES|NETWORK|BULLETIN)\b"
)
_LIST_ITEM = re.compile(r"(?:\d{1,2}(?:\.\d+)*[.)]|[•*–—-])\s")


class Head(NamedTuple):
    """Title and publisher, '' if unknown; the spans of the lines that name the publisher or author."""

    title: str
    publisher: str
    spans: tuple[Span, ...]


def head(text: str, start: int = 0, matter: tuple[Span, ...] = ()) -> Head:
    r"""Read the first lines of `text` from `start` on; lines inside `matter` say nothing.

    The title is the first short line that is no sentence, no list item and no banner ("Support us!");
    prose ends the search.

    >>> head("Support us!\nAuthor: A. Writer\nTwo neighbours\nIn 1919 it began.")[:2]
    ('Two neighbours', 'A. Writer')
    """
    title, prose = "", False
    named: dict[str, str] = {}
    spans: list[Span] = []
    seen = 0
    for line in lines(text, start):
        words = line.text[: LONGEST_TITLE + 80].strip()
        if not words or inside(line.start, matter):
            continue
        seen += 1
        if seen > LINES:
            break
        if match := _LABELLED.match(line.text, 0, 200):
            named.setdefault(LABELS[match[1].lower()], one_line(match[2].strip(" *_")))
            spans.append((line.start, line.end))
        elif _ADDRESSED.match(words):
            continue
        elif not title and not prose:
            plain = one_line(_SUBJECT.sub("", words.strip("#*_ \t")))
            prose = len(words) > LONGEST_TITLE or bool(
                re.search(r"[.:;,…]$", plain) or _LIST_ITEM.match(words)
            )
            if not prose and not re.search(r"[!?]$", plain):
                title = plain
        elif (
            title
            and not prose
            and _BODY.search(title)
            and title.upper() == title
            and "publisher" not in named
        ):
            plain = one_line(_SUBJECT.sub("", words.strip("#*_ \t")))
            if len(plain) <= LONGEST_TITLE and len(plain.split()) > 2 and not re.search(r"[.:;,…!?]$", plain):
                named["publisher"], title = title, plain
    return Head(title, named.get("publisher") or named.get("author", ""), tuple(spans))
