"""The whole way: paths of documents in, a timeline out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from timeline import topic as topics
from timeline.documents import Document, read
from timeline.events.cache import MentionCache
from timeline.events.mention import Mention
from timeline.events.merge import merge
from timeline.events.tables import timeline_of
from timeline.table.schema import Timeline

# Wraps the documents on their way, to show how far a build has come.
Progress = Callable[[Sequence[Document]], Iterable[Document]]


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
    """
    documents = list(read([Path(path) for path in paths], dct))
    kept = MentionCache(cache)
    topic = topics.load()
    mentions: list[Mention] = []
    for document in progress(documents):
        if document.skipped:
            continue
        found = kept.get(document)
        if found is None:
            from timeline.events import extract  # loads spaCy: not before it is needed

            found = extract.mentions_of(document, topic)
            kept.put(document, found)
        mentions += found
    kept.forget_others(documents)
    happenings = merge((m for m in mentions if not m.reason), topic)
    return timeline_of(documents, happenings, [m for m in mentions if m.reason], topic)
