"""Markdown: front matter, footnotes, and what in the source is no prose. The text stays as it is.

Footnotes as in GitHub Flavored Markdown: `[^label]` and, at the start of a line, `[^label]: text`, which goes
on in indented lines and to the end of its paragraph.
"""

import re
from dataclasses import dataclass, field

from timeline.documents.document import FootnoteMark
from timeline.documents.front_matter import front_matter
from timeline.documents.spans import Line, Span, inside, lines, merge, one_line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[\^([^\[\]\s]{1,200})\]:[ \t]*")
_MARK = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
_HEADING = re.compile(r" {0,3}#[ \t]+(.*?)[ \t]*#*$")
_EMPHASIS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_BLOCK = re.compile(r" {0,3}(?:#{1,6}[ \t]|>|[-*+][ \t]|\d+[.)][ \t])")
# Possessive, so that a file of nothing but "](" is read in linear time; brackets may be one deep inside.
_TARGET = re.compile(
    r"""\]\((<[^<>\r\n]{0,2000}>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)"""
    r"""(?:[ \t]+(?:"[^"\r\n]{0,300}"|'[^'\r\n]{0,300}'))?[ \t]*\)"""
)
_REFERENCE = re.compile(r" {0,3}\[[^\]\^][^\]]{0,200}\]:[ \t]*\S+")
_INLINE = re.compile(r"!?\[([^\]]{0,300})\](?:\([^)]{0,2000}\))?")


@dataclass(slots=True)
class Markdown:
    """What a Markdown source says beside its prose; `body` is where the front matter ends."""

    front: dict[str, str]
    body: int
    title: str = ""
    matter: tuple[Span, ...] = ()
    marks: tuple[FootnoteMark, ...] = ()
    footnotes: dict[str, str] = field(default_factory=dict)


def markdown(text: str) -> Markdown:
    """Take a source apart; raises `BrokenFrontMatter`."""
    front = front_matter(text)
    found = Markdown(front.values, front.end)
    matter: list[Span] = [(0, front.end), *_comments(text, front.end)]
    outside = merge(matter)
    rest: list[Line] = [line for line in lines(text, front.end) if not inside(line.start, outside)]
    at = 0
    while at < len(rest):
        line = rest[at]
        after = at + 1
        if fence := _FENCE.match(line.text):
            after = _end_of_code(rest, at, fence[1])
            matter.append((line.start, rest[after - 1].end))
        elif note := _DEFINITION.match(line.text):
            after = _end_of_note(rest, at)
            words = [line.text[note.end() :], *(other.text for other in rest[at + 1 : after])]
            found.footnotes.setdefault(note[1], one_line(" ".join(words)))
            matter.append((line.start, rest[after - 1].end))
        elif _REFERENCE.match(line.text):
            matter.append((line.start, line.end))
        elif not found.title and (heading := _HEADING.match(line.text)):
            found.title = one_line(_EMPHASIS.sub("", _INLINE.sub(r"\1", _MARK.sub("", heading[1]))))
        at = after
    matter += [match.span(1) for match in _TARGET.finditer(text, front.end)]
    found.matter = merge(matter)
    found.marks = tuple(
        FootnoteMark(match.start(), match.end(), match[1])
        for match in _MARK.finditer(text, front.end)
        if not inside(match.start(), found.matter)
    )
    return found


def _comments(text: str, start: int) -> list[Span]:
    spans: list[Span] = []
    while (begin := text.find("<!--", start)) >= 0 and (end := text.find("-->", begin)) >= 0:
        start = end + 3
        spans.append((begin, start))
    return spans


def _end_of_code(rest: list[Line], at: int, fence: str) -> int:
    for index in range(at + 1, len(rest)):
        words = rest[index].text.strip()
        if words.startswith(fence) and not words.strip(fence[0]):
            return index + 1
    return len(rest)


def _end_of_note(rest: list[Line], at: int) -> int:
    """The index after the last line of the note that begins at `at`."""
    end, paragraph = at + 1, True
    for index in range(at + 1, len(rest)):
        line = rest[index].text
        if not line.strip():
            paragraph = False
        elif line.startswith(("  ", "\t")):
            end, paragraph = index + 1, True
        elif paragraph and not (_DEFINITION.match(line) or _FENCE.match(line) or _BLOCK.match(line)):
            end = index + 1
        else:
            break
    return end
