"""The whole way: paths of documents in, a timeline out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from timeline import topic as topics
from timeline.documents import Document, Reading, read
from timeline.events.cache import MentionCache
from timeline.events.mention import Mention
from timeline.events.merge import merge
from timeline.events.tables import document_row, timeline_of
from timeline.table.schema import Timeline
from timeline.table.texts import SpooledTexts

# Wraps the documents on their way, to show how far a build has come.
Progress = Callable[[Reading], Iterable[Document]]


def build(
    paths: Iterable[str | Path],
    dct: str | None = None,
    cache: Path | None = None,
    progress: Progress = lambda documents: documents,
) -> Timeline:
    """Read the documents at ``paths`` (files or folders) and make a timeline of their dated events.

    ``dct`` (ISO day) is the creation date of documents that do not give theirs; ``cache`` a folder that keeps
    what was read, by content. Raises ``NoDocuments`` when a path does not exist or nothing can be read there;
    a document that cannot be read is a row of ``documents`` with the reason in ``skipped``.

    Documents pass through one by one: in memory stay a row of each and the mentions, the texts lie on disk.
    """
    kept = MentionCache(cache)
    topic = topics.load()
    rows, texts = [], SpooledTexts()
    shown: list[Mention] = []
    hidden: list[Mention] = []
    for document in progress(read([Path(path) for path in paths], dct)):
        rows.append(document_row(document))
        if document.skipped:
            continue
        texts.add(document.id, document.text)
        found = kept.get(document)
        if found is None:
            from timeline.events import extract  # loads spaCy: not before it is needed

            found = extract.mentions_of(document, topic)
            kept.put(document, found)
        for mention in found:
            (hidden if mention.reason else shown).append(mention)
    kept.forget_others()
    return timeline_of(rows, merge(shown, topic), hidden, texts, topic)
