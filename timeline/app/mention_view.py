"""A mention as it is shown: the sentence with its date words marked, where it stands, how its date was read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dash import html

from timeline.app.sentence import mark
from timeline.app.words import date_words
from timeline.table import Timeline


def telling(
    mention: Mapping[Any, Any], edtf: str, timeline: Timeline, more: Iterable[Any] = ()
) -> html.Figure:
    """A mention of an event whose date is ``edtf``; ``more`` stands under it."""
    text = timeline.texts.get(mention["document"], "")
    before, words, after = mark(mention["sentence"], mention["date_text"], text, mention["start_char"])
    said: list[Any] = [_document(mention["document"], timeline)]
    if mention["edtf"] and mention["edtf"] != edtf:
        said.append(html.Span(f"Gives {date_words(mention['edtf'])[0]}.", className="differs"))
    if mention["citations"] and _title(mention["document"], timeline) not in mention["citations"]:
        said.append(
            html.Span(f"Cites {mention['citations']}")
        )  # without footnotes it cites the document itself
    if mention["note"]:
        said.append(html.Span(mention["note"]))
    quote = html.Blockquote([before, html.Mark(words), after] if words else before)
    return html.Figure([quote, html.Figcaption(said), *more])


def _title(name: str, timeline: Timeline) -> str:
    titles = timeline.documents.loc[timeline.documents["document"] == name, "title"]
    return str(titles.iloc[0]) if len(titles) and titles.iloc[0] else name


def _document(name: str, timeline: Timeline) -> html.Span:
    rows = timeline.documents[timeline.documents["document"] == name]
    if not len(rows):
        return html.Span(name)
    row = rows.iloc[0]
    title = _title(name, timeline)
    # A document's "source" may be anything: only an address of the web becomes a link.
    linked = row["source"].startswith(("https://", "http://"))
    shown = html.A(title, href=row["source"], target="_blank", rel="noopener noreferrer") if linked else title
    rest = ", ".join(part for part in (row["publisher"], row["created"]) if part)
    return html.Span([shown, f" · {rest}" if rest else ""], title=name)


def how_read(mentions: Iterable[Mapping[Any, Any]]) -> html.Details:
    """The date words of each mention, their value, the rule that read them and what they were read against."""
    rows = [
        html.Tr(
            [html.Td(m["date_text"]), html.Td(html.Code(m["edtf"])), html.Td(m["rule"]), html.Td(_anchor(m))]
        )
        for m in mentions
    ]
    head = html.Tr([html.Th(name, scope="col") for name in ("Words", "Read as", "Rule", "Counted from")])
    return html.Details(
        [
            html.Summary("How it was read"),
            html.Div(html.Table([html.Thead(head), html.Tbody(rows)]), className="scroll", tabIndex=0),
        ]
    )


def _anchor(mention: Mapping[Any, Any]) -> str:
    return str(mention["anchor"]) or "nothing: stated in full"
