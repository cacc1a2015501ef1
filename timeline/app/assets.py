"""Where style sheets and scripts are: the repository's ``assets/`` or the wheel's ``timeline/assets/``."""

from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
APART = ("edit", "offline", "present")  # folders of other pages, which the timeline's own does not load


def folder() -> Path:
    """The folder of assets. Raises FileNotFoundError when the installation is incomplete."""
    for place in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        if (place / "page.css").is_file():
            return place
    raise FileNotFoundError("the page's assets are missing; install the program again")


def text(path: str) -> str:
    """The text of the file at ``path`` in the folder."""
    return (folder() / path).read_text(encoding="utf-8")


def of_the_page(suffix: str) -> Iterator[str]:
    """The texts of the page's own files with this suffix, in the order in which Dash loads them."""
    root = folder()
    found = [path.relative_to(root) for path in root.rglob(f"*{suffix}")]
    own = [path for path in found if path.parts[0] not in APART]
    for path in sorted(own, key=lambda path: (path.parts[:-1], path.name)):
        yield text(path.as_posix())
