"""Forgetting what was read, so that a repetition does the work again."""

from __future__ import annotations

import sys


def forget() -> None:
    """Empty the program's memos of expressions and titles read: its functions with a bounded cache.

    Those with an unbounded one hold what is loaded once (model, topic) and keep it.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != "timeline":
            continue
        for function in vars(module).values():
            told = getattr(function, "cache_parameters", None)
            if callable(told) and told()["maxsize"] is not None:
                function.cache_clear()
