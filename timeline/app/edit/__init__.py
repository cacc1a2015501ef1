"""The editors' page under ``/edit/``: an app of its own on the page's server."""

from timeline.app.edit.access import Access, NoEditor

__all__ = [
    "Access",
    "NoEditor",
]  # not `mount`: it brings the grid along, which a server without --edit does not need
