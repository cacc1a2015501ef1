"""HTML: the prose of a page with one blank line between its blocks, and what its head says about it."""

import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import CData, NavigableString, Tag

from timeline.documents.day import iso_day
from timeline.documents.spans import one_line

_TAGS = {
    "never": "script style noscript template head svg iframe object button select textarea",
    "furniture": "nav header footer aside form",
    "blocks": "address article blockquote body caption center dd details dialog div dl dt fieldset figcaption"
    " figure h1 h2 h3 h4 h5 h6 hr html legend li main ol p section summary table tbody tfoot thead tr ul",
}
NEVER = frozenset(_TAGS["never"].split())
FURNITURE = frozenset(_TAGS["furniture"].split())
BLOCKS = FURNITURE | frozenset(_TAGS["blocks"].split())
CELLS = frozenset(["td", "th"])
_PROSE = ["p", "li", "td", "dd", "dt", "blockquote", "figcaption", "aside", "nav", "footer"]
_META = {  # our name → the names of <meta>, best first
    "title": "og:title dc.title citation_title",
    "publisher": "og:site_name dc.publisher citation_publisher author dc.creator citation_author",
    "source": "og:url",
    "created": "article:published_time datepublished citation_publication_date dc.date.issued dcterms.issued"
    " dc.date dcterms.created dcterms.date pubdate publish-date publication_date date",
}


@dataclass(slots=True)
class Page:
    """The text of a page and what its markup says of it; '' is unknown."""

    text: str
    title: str
    publisher: str
    created: str
    source: str
    language: str


def page(markup: str) -> Page:
    """Read a page; `created` is an ISO day."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML is read well enough
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        # No tag ends after the last ">": html.parser would look for the end of each anew, for minutes.
        end = markup.rfind(">") + 1
        soup = BeautifulSoup(markup[:end] + markup[end:].replace("<", "&lt;"), "html.parser")
    for mark in soup.find_all("sup"):  # a footnote's mark; glued to "2025" it would make another year
        if mark.find("a") or re.fullmatch(r"\s*\[?[\w*†]{1,4}\]?\s*", mark.get_text()):
            mark.decompose()
    named = _meta(soup)
    # Old sites wrap the whole page in a form, and an unclosed <nav> holds all that follows.
    text = _text(soup, NEVER | FURNITURE) or _text(soup, NEVER)
    heading = soup.find("h1")
    canonical = next((_attribute(link, "href") for link in soup.find_all("link", rel="canonical")), "")
    return Page(
        text=text,
        title=named["title"] or _inner(soup.title) or _inner(heading),
        publisher=named["publisher"],
        created=named["created"] or _marked_time(soup),
        source=canonical or named["source"],
        language=_attribute(soup.html, "lang"),
    )


def _attribute(tag: Tag | None, name: str) -> str:
    value = tag.get(name) if tag else None
    return one_line(value) if isinstance(value, str) else ""


def _inner(tag: Tag | None) -> str:
    return one_line(tag.get_text(" ")) if tag else ""


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault(_attribute(tag, attribute).lower(), _attribute(tag, "content"))
    named = {
        name: next((found[key] for key in keys.split() if found.get(key)), "") for name, keys in _META.items()
    }
    days = (iso_day(found.get(key, "")) for key in _META["created"].split())
    return {**named, "created": next((day for day in days if day), "")}


def _marked_time(soup: BeautifulSoup) -> str:
    """The day of publication from structured data or a <time> outside the prose, where it dates events."""
    for script in soup.find_all("script", type="application/ld+json"):
        match = re.search(r'"datePublished"\s*:\s*"([^"\\]{1,40})"', script.get_text())
        if match and (day := iso_day(match[1])):
            return day
    for tag in soup.find_all(itemprop="datePublished"):
        if day := iso_day(_attribute(tag, "datetime")) or iso_day(_inner(tag)):
            return day
    for tag in soup.find_all("time"):
        if (day := iso_day(_attribute(tag, "datetime"))) and not tag.find_parent(_PROSE):
            return day
    return ""


def _text(soup: BeautifulSoup, dropped: frozenset[str]) -> str:
    """Walks with a stack of its own: pages nest deeper than Python's."""
    parts: list[str] = []
    waiting: list[object] = [soup]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            parts.append(node)
        elif type(node) in (NavigableString, CData):
            parts.append(re.sub(r"\s+", " ", str(node)))
        elif not isinstance(node, Tag) or node.name in dropped:
            continue
        elif node.name == "br":
            parts.append("\n")
        elif node.name == "pre":
            parts.append("\n\n" + re.sub(r"\r\n?", "\n", node.get_text()) + "\n\n")
        else:
            around = "\n\n" if node.name in BLOCKS else "\t" if node.name in CELLS else ""
            waiting += [around, *reversed(node.contents), around]
    text = re.sub(r"[^\S\n\t]+", " ", "".join(parts))
    text = re.sub(
        r"\s*\n\s*", lambda m: "\n\n" if m[0].count("\n") > 1 else "\n", re.sub(r" ?\t[ \t]*", "\t", text)
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip()
