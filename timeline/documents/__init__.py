"""Files in, `Document`s out: `.txt`, `.md` and `.html` each read, or skipped with a reason."""

from timeline.documents.document import Document, FootnoteMark
from timeline.documents.listing import NoDocuments
from timeline.documents.read import Reading, read

__all__ = ["Document", "FootnoteMark", "NoDocuments", "Reading", "read"]
