"""Dated sentences → events: find, select, describe, merge."""


class ModelMissing(RuntimeError):
    """No English model is installed; the message says how to get it."""
