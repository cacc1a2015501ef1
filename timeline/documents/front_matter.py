"""YAML front matter: the lines between `---` and `---` at the top of a Markdown file."""

import re
from itertools import islice
from typing import NamedTuple

import yaml

from timeline.documents.spans import Line, lines, one_line

# Our name → the keys it may have in a file, best first.
KEYS = {
    "title": ("title",),
    "publisher": ("publisher", "author", "authors"),
    "created": ("created", "date", "published"),
    "source": ("source", "url"),
    "language": ("language", "lang"),
}
LONGEST = 200  # lines

_KEY = re.compile(r"([A-Za-z][\w .-]*?)[ \t]*:(?:[ \t]+(.*)|$)")
_NOTHING = {"", "~", "null", "Null", "NULL"}


class BrokenFrontMatter(ValueError):
    """The front matter cannot be read; the message names the line and what to do."""


class FrontMatter(NamedTuple):
    """Our names → values as written, without empty ones; `end` is where the closing line ends."""

    values: dict[str, str]
    end: int


def front_matter(text: str) -> FrontMatter:
    """The front matter of a Markdown source, if it has one; raises `BrokenFrontMatter`.

    A first `---` with prose below it is a rule across the page, not front matter.

    >>> front_matter("---\\ntitle: Two neighbours: a history\\ncreated: 2021-09-08\\n---\\nText").values
    {'title': 'Two neighbours: a history', 'created': '2021-09-08'}
    """
    top = list(islice(lines(text), LONGEST))
    if not top or top[0].text.rstrip() != "---":
        return FrontMatter({}, 0)
    close = next((n for n, line in enumerate(top) if n and line.text.rstrip() in ("---", "...")), 0)
    inner = top[1 : close or None]
    first = next((line.text for line in inner if line.text.strip() and not line.text.startswith("#")), None)
    if first is not None and not _KEY.match(first):
        return FrontMatter({}, 0)
    if not close:
        key = _KEY.match(first or "")
        if not key or not any(key[1].lower() in keys for keys in KEYS.values()):
            return FrontMatter({}, 0)
        raise BrokenFrontMatter("front matter: line 1 opens it with --- and no line --- closes it")
    raw = _load(inner)
    lower = {str(key).lower(): _words(value) for key, value in raw.items()}
    values = {name: next((lower[key] for key in keys if lower.get(key)), "") for name, keys in KEYS.items()}
    return FrontMatter({name: value for name, value in values.items() if value}, top[close].end)


def _load(inner: list[Line]) -> dict[object, object]:
    try:
        # BaseLoader makes neither objects nor numbers: "title: 1979" stays text, and no date is invalid.
        loaded = yaml.load("\n".join(line.text for line in inner), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        plain = [
            _KEY.match(line.text) for line in inner if line.text.strip() and not line.text.startswith("#")
        ]
        if all(plain):  # a value with a colon or a quotation mark of its own, meant as it stands
            return {match[1]: match[2] or "" for match in plain if match}
        raise BrokenFrontMatter(_where(error)) from None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise BrokenFrontMatter("front matter: line 2 is no `key: value`")
    return loaded


def _where(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        # + 2: lines are counted from 1, and the first is the --- line.
        return f"front matter: line {error.problem_mark.line + 2}: {error.problem}; put the value in quotes"
    return f"front matter: {one_line(str(error))}"


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(words for item in value if isinstance(item, str) and (words := _words(item)))
    return one_line(value) if isinstance(value, str) and value not in _NOTHING else ""
