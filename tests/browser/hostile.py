"""A timeline whose every text tries to run, to fetch or to break out of its place."""

from __future__ import annotations

from tests.made_up import six
from timeline.table import Timeline

TITLES = (
    "<img src=x onerror=alert(1)> strikes",
    '<span style="background:url(https://evil.example/)">Kabul</span>',
    '<a href="javascript:alert(2)">Moscow</a> & &lt;b&gt; friends',
    "</script><script>alert(3)</script> talks",
    "{{constructor.constructor('alert(4)')()}} %{x} $\\alpha$",
    '"><svg onload=alert(5)>',
)
SENTENCE = f"{TITLES[0]} {TITLES[3]} <!-- <script> \u2028 ${{alert(6)}}"


def hostile() -> Timeline:
    """Six events of such texts."""
    made = six()
    return Timeline(
        made.events.assign(
            title=list(TITLES), note=TITLES[3], place=TITLES[1], actors=TITLES[5], sentence=SENTENCE
        ),
        made.mentions.assign(sentence=SENTENCE, note=TITLES[2], citations=TITLES[1]),
        made.documents.assign(title=TITLES[1], publisher=TITLES[0], source="javascript:alert(7)"),
        made.hidden,
    )
