"""Where style sheet and scripts are: the repository's ``assets/`` or the wheel's ``timeline/assets/``."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def folder() -> Path:
    """The folder of assets. Raises FileNotFoundError when the installation is incomplete."""
    for place in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        if (place / "page.css").is_file():
            return place
    raise FileNotFoundError("the page's assets are missing; install the program again")
