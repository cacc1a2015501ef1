"""Corrections survive: the sentences to which they belong are found again when documents were renamed, reordered, wrapped
anew, added to and lightly edited; and none goes to a sentence that is not its own."""

from __future__ import annotations

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

import timeline
from tests.rewritten import Rewritten, dates_of, rewritten, words_of
from tests.sheets import edited, rows_of
from timeline.corrections.attach import LIKELY, SURE, attach, likeness
from timeline.corrections.corrected import Corrected
from timeline.corrections.desk import Desk
from timeline.corrections.ledger import NAME
from timeline.corrections.named import swaps
from timeline.corrections.standing import Fingerprint
from timeline.corrections.values import DIFFER
from timeline.table import Timeline, store
from timeline.topic import load

OLD = (
    "On 5 May 1955 Moscow sent forty engineers to Kabul, who were to build a bakery and a mill for the city."
)
TEHRAN = OLD.replace("Moscow", "Tehran")
LINES_APART = OLD.replace(" who were", "\n who  were")
TWO_WORDS = OLD.replace("forty engineers", "engineers at once")
JOINED = f"{OLD} they never came back, for the bakery had to be built again and again, and nobody wanted it."
HALF = "On 5 May 1955 Moscow sent forty engineers to Kabul, where they met with no success, and so went home."
OTHER = "On 5 May 1955 a letter of the Afghan king reached the Soviet government."
SHORT, SHORTER = "In 1955 the talks failed.", "In 1955 the trial began."
SWAPS = swaps(load())


def mentions(sentences, date_words="5 May 1955"):
    """Fingerprints by id; ``sentences`` by id."""
    return {
        ident: Fingerprint(
            ident, sentence, date_words if date_words in sentence else "1955", ident.count("again")
        )
        for ident, sentence in sentences.items()
    }


FOUND = [
    # what happened, the sentences before (the first is corrected), those after, where the first belongs
    ("nothing", {"a": OLD}, {"a": OLD}, "a"),
    ("some words changed", {"a": OLD}, {"b": TWO_WORDS}, "b"),
    ("lines wrapped", {"a": OLD}, {"b": LINES_APART}, "b"),
    ("the next sentence joined", {"a": OLD}, {"b": JOINED}, "b"),
    ("and cut off again", {"a": JOINED}, {"b": OLD}, "b"),
    ("its words changed, its twin stays", {"a": OLD, "t": TEHRAN}, {"b": TWO_WORDS, "t": TEHRAN}, "b"),
    ("both changed", {"a": OLD, "t": TEHRAN}, {"b": TWO_WORDS, "u": TEHRAN.replace("forty", "fifty")}, "b"),
    ("changed, and a twin put in", {"a": OLD}, {"b": TWO_WORDS, "t": TEHRAN}, "b"),
    ("the same twice, both changed", {"a": OLD, "a again": OLD}, {"b": TWO_WORDS, "b again": TWO_WORDS}, "b"),
    ("gone", {"a": OLD}, {}, "orphan"),
    ("another of the same day", {"a": OLD}, {"b": OTHER}, "orphan"),
    ("gone, and its twin stays", {"a": OLD, "t": TEHRAN}, {"t": TEHRAN}, "orphan"),
    ("gone, and its twin changed", {"a": OLD, "t": TEHRAN}, {"u": TEHRAN.replace("forty", "fifty")}, "orphan"),
    ("a twin in its stead", {"a": OLD}, {"t": TEHRAN}, "doubt"),
    ("half of it changed", {"a": OLD}, {"b": HALF}, "doubt"),
    ("two that may be it", {"a": OLD}, {"b": TWO_WORDS, "c": TWO_WORDS.replace("mill", "hall")}, "doubt"),
    ("short, and two words of few changed", {"a": SHORT}, {"b": SHORTER}, "doubt"),
    ("another man in his stead", {"a": OLD.replace("engineers", "men of Kovalev")}, {"b": OLD.replace("engineers", "men of Ivanov")}, "doubt"),
    ("another figure", {"a": OLD.replace("forty", "12")}, {"b": OLD.replace("forty", "47")}, "doubt"),
    ("the same words of another date", {"a": OLD}, {"b": OLD.replace("5 May 1955", "1955")}, "orphan"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "belongs"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_where_a_correction_belongs(before, after, belongs):
    known = mentions(before)
    found = attach([known["a"]], known.values(), mentions(after), swaps=SWAPS)
    where = found.today.get("a") or ("doubt" if found.doubts else "orphan")
    assert where == belongs
    assert len(found.today.keys() & {"a"}) + len(found.doubts) + len(found.orphans) == 1


def test_the_limits_are_where_the_table_says():
    assert likeness(OLD, TWO_WORDS) >= SURE > likeness(OLD, HALF) >= LIKELY > likeness(OLD, OTHER)
    assert likeness(OLD, TEHRAN) > likeness(OLD, TWO_WORDS)  # and yet it is another


def test_what_was_found_once_is_known_from_then_on():
    """X was found as Y, and Y was seen; then Y is changed to what X alone would not be known by."""
    x, y, z = "a", "b", "c"
    last = TWO_WORDS.replace("who were to build", "and had them build").replace("bakery", "bread shop")
    assert likeness(OLD, last) < SURE
    seen = mentions({x: OLD, y: TWO_WORDS})
    found = attach([seen[x]], seen.values(), mentions({z: last}), {x: y}, SWAPS)
    assert (found.today[x], found.made[y]) == (z, z)
    assert attach([seen[x]], seen.values(), mentions({y: TWO_WORDS}), {x: y}, SWAPS).today[x] == y
    assert attach([seen[x]], seen.values(), mentions({y: TWO_WORDS}), {}, SWAPS).today.get(x) is None
    assert attach([seen[x]], seen.values(), mentions({x: OLD, y: TWO_WORDS}), {x: y}, SWAPS).today[x] == x
    back = attach([seen[y]], seen.values(), mentions({x: OLD}), {x: y}, SWAPS)
    assert back.today[y] == x  # the edit was taken back, and what was corrected meanwhile goes with it
    two = attach([seen[y]], seen.values(), mentions({x: OLD, z: TEHRAN}), {x: y, z: y}, SWAPS)
    assert y not in two.today
    circle = attach([seen[x]], seen.values(), {}, {x: y, y: x}, SWAPS)
    assert [mention.mention_id for mention in circle.orphans] == [x]


TWINS = """Near twins

On 3 May 1955 Soviet engineers came to Kabul to build a bakery for the Afghan government.
On 3 May 1955 British engineers came to Kabul to build a bakery for the Afghan government.
In June 1957 the Soviet Union promised Afghanistan a loan for the roads in the north.
In June 1957 Iran promised Afghanistan a loan for the roads in the north.
In 1959 the Soviet Union and Afghanistan signed a treaty on the trade over the river Amu Darya, which had been prepared for a year.
In 1959 Pakistan and Afghanistan signed a treaty on the trade over the river Amu Darya, which had been prepared for a year.
"""
# Put in afterwards: twins of sentences that are there, or were.
MORE_TWINS = """More of them

On 3 May 1955 American engineers came to Kabul to build a bakery for the Afghan government.
In June 1957 India promised Afghanistan a loan for the roads in the north.
In 1959 Iran and Afghanistan signed a treaty on the trade over the river Amu Darya, which had been prepared for a year.
"""


class Survival:
    """The documents with every event's title and date corrected, and what becomes of that."""

    def __init__(self, documents: Path, folder: Path) -> None:
        self.folder = folder
        self.texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(documents.iterdir())}
        self.texts["twins.txt"] = TWINS
        self.words = words_of(self.texts)
        self.before = self._built(self.texts, folder / "before")
        desk = Desk(folder / "before")
        raw = desk.sheet()
        self.events = [row[0] for row in rows_of(raw)[1:]]
        blank = ("month", "day", "end_year", "end_month", "end_day", "certainty")
        plan, _ = desk.apply(
            edited(raw, *(
                cell for number, ident in enumerate(self.events, start=2) for cell in (
                    (number, "title", self.title(ident)), (number, "year", self.year(ident)), *((number, name, "") for name in blank)
                )
            )), "Anna",
        )  # fmt: skip
        assert (plan.errors, plan.conflicts, len(plan.rows)) == ([], [], len(self.events))

    def title(self, ident: str) -> str:
        return f"Title {self.events.index(ident)}"

    def year(self, ident: str) -> str:
        return str(1701 + self.events.index(ident) % 300)

    def after(self, seed: int) -> Counter[tuple[str, str]]:
        """How many events, edited and unchanged, were found "right", "wrong" or not but "listed"."""
        draw = random.Random(seed)
        new = {
            name: rewritten(text, [*dates_of(text), *self._dates(name)], draw, self.words)
            for name, text in self.texts.items()
        }
        renamed = {name: f"{chr(ord('z') - number)}/{name[::2]}.txt" for number, name in enumerate(new)}
        folder = self.folder / str(seed)
        texts = {renamed[name]: one.text for name, one in new.items()} | {"more twins.txt": MORE_TWINS}
        timeline = self._built(texts, folder)
        shutil.copy(self.folder / "before" / NAME, folder / NAME)
        belongs, touched = self._truth(timeline, new, renamed)
        found = []
        for _ in range(2):
            corrected = Desk(folder).corrected()
            found.append(
                Counter(
                    self._judged(ident, belongs[ident], ident in touched, corrected) for ident in self.events
                )
            )
            Desk(folder).sheet()  # who looks changes nothing
        assert found[0] == found[1]
        return found[0]

    def _judged(
        self, ident: str, belongs: set[str], was_edited: bool, corrected: Corrected
    ) -> tuple[str, str]:
        found, kind = corrected.attached.today.get(ident), "edited" if was_edited else "unchanged"
        if found is None:
            asked = {doubt.mention.mention_id for doubt in corrected.attached.doubts}
            assert ident in asked | {mention.mention_id for mention in corrected.attached.orphans}
            return kind, "listed"
        row = corrected.events[corrected.holder_of(ident)].row
        stands = (row["title"], row["edtf"]) == (self.title(ident), self.year(ident))
        assert stands or DIFFER in str(row["review"]), (ident, row)
        return kind, "right" if found in belongs else "wrong"

    def _truth(
        self, timeline: Timeline, new: Mapping[str, Rewritten], renamed: Mapping[str, str]
    ) -> tuple[dict[str, set[str]], set[str]]:
        """The ids that stand today where each mention stood, and the mentions whose sentence was edited."""
        here: dict[tuple[str, int, int], set[str]] = defaultdict(set)
        for row in _mentions(timeline):
            here[str(row["document"]), int(row["start_char"]), int(row["end_char"])].add(
                str(row["mention_id"])
            )
        belongs, touched = defaultdict(set), set()
        for row in _mentions(self.before):
            ident, document, start, end = (
                row[name] for name in ("mention_id", "document", "start_char", "end_char")
            )
            belongs[ident] |= here[renamed[document], *new[document].span(start, end)]
            if new[document].was_edited(start):
                touched.add(ident)
        return belongs, touched

    def _dates(self, document: str) -> list[tuple[int, int]]:
        return [
            (row["start_char"], row["end_char"])
            for row in _mentions(self.before)
            if row["document"] == document
        ]

    @staticmethod
    def _built(texts: Mapping[str, str], folder: Path) -> Timeline:
        for name, text in texts.items():
            path = folder / "documents" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        built = timeline.build([folder / "documents"])
        store.write(built, folder)
        return built


def _mentions(built: Timeline) -> list[dict]:
    return [*built.mentions.to_dict("records"), *built.hidden.to_dict("records")]


@pytest.fixture(scope="module")
def survival(real_documents, tmp_path_factory):
    return Survival(real_documents, tmp_path_factory.mktemp("survival"))


SEEDS = [
    pytest.param((5,), marks=pytest.mark.slow, id="one drawing"),
    pytest.param(range(20), marks=pytest.mark.full, id="twenty drawings"),
]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seeds", SEEDS)
def test_corrections_survive_what_is_done_to_the_documents(survival, seeds):
    """All events of the real documents corrected: 100 % of those whose sentence is unchanged are found again, at least
    95 % of those whose sentence was edited, none wrongly, and the rest is listed."""
    total = Counter()
    for seed in seeds:
        counted = survival.after(seed)
        print(f"drawing {seed}: {dict(counted)}")
        total += counted
    edited_ones = total["edited", "right"] + total["edited", "listed"]
    assert total["edited", "wrong"] == total["unchanged", "wrong"] == total["unchanged", "listed"] == 0
    assert total["edited", "right"] >= 0.95 * edited_ones
    assert edited_ones >= 8 * len(seeds)
