"""Invented texts → documents, mentions and happenings, of the topic that comes with the program."""

from __future__ import annotations

from timeline import topic
from timeline.documents import Document
from timeline.events import merge
from timeline.events.extract import mentions_of

TOPIC = topic.load()


def document(text, name="a.txt", **more):
    return Document(id=name, title="A text", text=text, **more)


def mentions(text, **more):
    return mentions_of(document(text, **more), TOPIC)


def happenings(*texts):
    found = [m for number, text in enumerate(texts) for m in mentions(text, name=f"{number}.txt")]
    return merge.merge((m for m in found if not m.reason), TOPIC)
