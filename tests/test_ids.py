"""Mention ids last: whatever happens to the documents around a sentence, and every id leads to its event."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import timeline
from tests.conftest import ROOT
from timeline.app.address import resolve
from timeline.table import Timeline

TREATY = (
    "The envoy Orlov reached Kabul with forty camels and a letter. In May 1921 Soviet Russia and Afghanistan "
    "signed a treaty of trade on salt and wool (Roe 1987: 74; Doe and Poe 1990). Two years later Moscow sent the Afghan king three aeroplanes, "
    "and on 9 August of that year the first Soviet pilot, a man from Tver, landed near Herat in the rain."
)
BRIDGE = (
    "Soviet engineers drew a bridge over the river for the government in Kabul. On 15 June 1964 the Afghan "
    "prime minister and the Soviet ambassador opened the bridge together. Between 1966 and 1969 Moscow lent "
    "the Afghan-Soviet company the money for a second one. In the spring of 1970 Soviet trucks crossed it for Kabul."
)
TALKS = (
    "Russia hosted Taliban envoys in a hotel by the river in March 2018. On 4 March 2018 a Russian diplomat "
    "told reporters that Afghanistan would get wheat.\n\n"
    "Russia hosted Taliban envoys in a hotel by the river in March 2018."
)
DOCUMENTS = {"treaty.txt": TREATY, "bridge.txt": BRIDGE, "talks.txt": TALKS}
LATER = "Soviet Russia and Afghanistan signed their treaty of trade on salt and wool on 3 May 1921."


def built(folder: Path, documents: dict[str, str]) -> Timeline:
    """The timeline of ``documents``, written to ``folder`` as they are."""
    folder.mkdir()
    for name, text in documents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return timeline.build([folder])


def ids(made: Timeline) -> list[tuple[str, str, str]]:
    """Sentence, value and id of every mention, shown or hidden."""
    columns = ["sentence", "edtf", "mention_id"]
    return sorted(
        row
        for table in (made.mentions, made.hidden)
        for row in table[columns].itertuples(index=False, name=None)
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Timeline:
    made = built(tmp_path_factory.mktemp("first") / "in", DOCUMENTS)
    assert len(made.mentions) >= 8
    return made


def wrapped(width: int, line_end: str = "\n") -> dict[str, str]:
    return {
        name: (line_end * 2).join(
            line_end.join(textwrap.wrap(paragraph, width)) for paragraph in text.split("\n\n")
        )
        for name, text in DOCUMENTS.items()
    }


SAME = [
    ("renamed, so that they come in another order", {"a/z.txt": TREATY, "b.md": BRIDGE, "0.txt": TALKS}),
    ("wrapped", wrapped(70)),
    ("wrapped, a year at the start of a line and a hyphen at the end of one", wrapped(22)),
    ("wrapped within a citation", wrapped(37)),
    ("wrapped, CRLF", wrapped(70, "\r\n")),
    ("wrapped closely, CRLF", wrapped(22, "\r\n")),
    ("a byte order mark", {name: "\ufeff" + text for name, text in DOCUMENTS.items()}),
    ("more blanks", {name: text.replace(" ", "  ") for name, text in DOCUMENTS.items()}),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("documents", [row[1] for row in SAME], ids=[row[0] for row in SAME])
def test_the_same_sentences_keep_their_ids_and_dates(first, tmp_path, documents):
    def compared(made: Timeline) -> list[tuple[str, str, str]]:
        # What is shown of a word that was cut at its hyphen has a blank there.
        return [(sentence.replace("- ", "-"), edtf, ident) for sentence, edtf, ident in ids(made)]

    assert compared(built(tmp_path / "in", documents)) == compared(first)


CHANGED = [
    # what was done, the documents then, sentences that are gone
    ("a document more", {**DOCUMENTS, "0.txt": LATER}, 0),
    ("a document less", {name: DOCUMENTS[name] for name in ("treaty.txt", "talks.txt")}, 3),
    ("sentences in front and behind", {name: f"{LATER} {text}\n\n{LATER}" for name, text in DOCUMENTS.items()}, 0),
    ("paragraphs in another order", DOCUMENTS | {"talks.txt": "\n\n".join(TALKS.split("\n\n")[::-1])}, 0),
    ("one sentence told anew", DOCUMENTS | {"treaty.txt": TREATY.replace("forty camels", "a horse").replace("salt", "tea")}, 1),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("documents", "gone"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_a_change_elsewhere_leaves_ids_alone_and_old_ids_resolve(first, tmp_path, documents, gone):
    made = built(tmp_path / "in", documents)
    before = {(sentence, ident) for sentence, _, ident in ids(first)}
    now = {(sentence, ident) for sentence, _, ident in ids(made)}
    assert len(before - now) == gone
    kept = {ident for _, ident in before & now}
    for ident, event in zip(first.mentions["mention_id"], first.mentions["event_id"], strict=True):
        for old in (ident, event):
            assert bool(resolve(old, made)) == (old in kept)


def test_every_mention_id_resolves_to_the_event_that_holds_it(tmp_path):
    made = built(tmp_path / "in", {**DOCUMENTS, "later.txt": LATER})
    assert len(made.mentions) > len(made.events)  # some are no event's primary mention
    for ident, event in zip(made.mentions["mention_id"], made.mentions["event_id"], strict=True):
        assert resolve(ident, made) == event
        assert event in set(made.events["event_id"])


@pytest.mark.slow
def test_the_event_shown_before_a_better_telling_came_resolves_to_the_same_event(first, tmp_path):
    (old,) = first.events.loc[first.events["edtf"] == "1921-05", "event_id"]
    made = built(tmp_path / "in", {**DOCUMENTS, "later.txt": LATER})
    (new,) = made.events.loc[made.events["edtf"] == "1921-05-03", "event_id"]
    assert new != old
    assert resolve(old, made) == new


@pytest.mark.slow
def test_the_same_bytes_whatever_the_order_of_the_files_or_the_hash_seed(tmp_path):
    folder = tmp_path / "in"
    built(folder, {**DOCUMENTS, "later.txt": LATER})
    paths = sorted(folder.iterdir())
    written = []
    for seed, order in (("0", paths), ("1", paths[::-1])):
        data = tmp_path / seed
        command = [sys.executable, "-m", "timeline", "build", *order, "--data", data]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        files = sorted(path for path in data.rglob("*") if path.is_file() and ".cache" not in path.parts)
        written.append({path.relative_to(data): path.read_bytes() for path in files})
    assert written[0] == written[1]
    assert len(written[0]) >= 9
