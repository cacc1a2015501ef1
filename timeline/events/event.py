"""What happened, as a parse has it: the word that tells it and who did it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.grammar import CLAUSES


@dataclass(frozen=True, slots=True)
class Event:
    """The head word of what happened, and its subject: a token of the sentence, None for a noun phrase.
    ``hedge`` is the adverb that keeps what was only alleged from being told as a fact; ``until``: the date is
    the end of it; ``same_time``: it is told beside another that the date stands with."""

    head: Token
    subject: Token | None
    hedge: str = ""
    until: bool = False
    same_time: bool = False

    @property
    def is_clause(self) -> bool:
        return self.head.pos_ in CLAUSES
