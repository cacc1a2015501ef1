"""What a selection is called: over a handout, at the foot of a slide, over a picture or a file. Pure."""

from __future__ import annotations

from textwrap import shorten

from timeline.app.address import View
from timeline.table import Timeline
from timeline.table.schema import items
from timeline.topic import Topic, slug


def heading(view: View, timeline: Timeline, topic: Topic, whole: str, length: int = 120) -> str:
    """The names of what is selected, or ``whole`` when nothing is; at most ``length`` characters.

    >>> from timeline.topic import load
    >>> from timeline.table import Selection
    >>> chosen = View(Selection(eras=("soviet-war",), first_year=1985))
    >>> heading(chosen, None, load(), "Everything")
    'Soviet–Afghan War · since 1985'
    """
    if view.picks:
        return f"{len(view.picks)} events picked" if len(view.picks) > 1 else "1 event picked"
    chosen = view.selection
    parts = [
        *(era.name for era in topic.eras if era.key in chosen.eras),
        *(category.name for category in topic.categories if category.key in chosen.categories),
    ]
    if chosen.actors:
        found = {slug(name): name for cell in timeline.events["actors"] for name in items(cell)}
        parts += [found[key] for key in chosen.actors if key in found]
    if chosen.places:
        parts += [place for place in sorted(set(timeline.events["place"])) if slug(place) in chosen.places]
    if chosen.documents:
        titles = dict(zip(timeline.documents["document"], timeline.documents["title"], strict=True))
        parts += [titles.get(key) or key for key in chosen.documents]
    if chosen.importance:
        parts.append(f"importance {' or '.join(sorted(chosen.importance))}")
    if chosen.review:
        parts.append(
            " or ".join({"yes": "to check", "no": "nothing to check"}[each] for each in chosen.review)
        )
    parts += _years(chosen.first_year, chosen.last_year)
    if chosen.words:
        parts.append(f"“{chosen.words}”")
    return shorten(" · ".join(parts) or whole, length, placeholder="…")


def _years(first: int | None, last: int | None) -> list[str]:
    if first and last:
        return [f"{first}–{last}"]
    return [f"since {first}"] if first else [f"until {last}"] if last else []
