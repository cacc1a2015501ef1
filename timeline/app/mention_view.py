"""A mention as it is shown: the sentence with its date words marked, where it stands, how its date was read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from dash import html

from timeline.app.hits import marked
from timeline.app.sentence import context, mark
from timeline.app.words import date_words
from timeline.table import Timeline

_CALENDARS = {
    "julian": "Old Style (Julian calendar)",
    "solar hijri": "a Solar Hijri date",
    "islamic": "an Islamic year",
}


def telling(
    mention: Mapping[Any, Any],
    edtf: str,
    timeline: Timeline,
    more: Iterable[Any] = (),
    searched: str = "",
) -> html.Figure:
    """A mention of an event whose date is ``edtf``, its sentence between its neighbours; ``more`` stands under it,
    and the words that were ``searched`` for are marked."""
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
    if calendar := calendar_note(mention):
        said.append(html.Span(calendar))
    inside = [*marked(before, searched), *([html.Mark(words)] if words else []), *marked(after, searched)]
    earlier, later = context(mention["sentence"], text, mention["start_char"])
    return html.Figure(
        [
            *([html.P(marked(earlier, searched), className="context")] if earlier else []),
            html.Blockquote(inside),
            *([html.P(marked(later, searched), className="context")] if later else []),
            html.Figcaption(said),
            *more,
        ]
    )


def calendar_note(mention: Mapping[Any, Any]) -> str:
    """Which other calendar the text dates in, and the day that is in ours; '' for our own."""
    name = _CALENDARS.get(mention["calendar"], "")
    if not name:
        return ""
    ours = f", {date_words(mention['edtf'])[0]} in the Gregorian calendar" if mention["edtf"] else ""
    return f"“{' '.join(mention['date_text'].split())}” is {name}{ours}."


def citation(event: Any, mentions: pd.DataFrame, timeline: Timeline) -> str:
    """Title, date and sources of an event as one line of text."""
    sources = dict.fromkeys(
        source
        for mention in mentions.to_dict("records")
        for source in (mention["citations"] or _title(mention["document"], timeline),)
    )
    told = "; ".join(sources) or event["note"] or "no source given"
    return f"“{event['title']}”, {date_words(event['edtf'])[0]}. Source: {told}."


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
