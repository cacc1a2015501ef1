"""Documents read from files that a test writes."""

from pathlib import Path

from timeline.documents import Document, read


def read_one(folder: Path, name: str, content: str | bytes, dct: str | None = None) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (document,) = read([path], dct)
    return document


def matter(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.matter]
