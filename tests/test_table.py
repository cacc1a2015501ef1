"""The table: its files survive a round trip and a cut, and a selection says what is shown."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest

from tests.made_up import many, six, with_date
from timeline.table import SchemaError, Selection, Timeline, schema, select, store, validate
from timeline.table.texts import SpooledTexts


def test_a_timeline_written_and_read_is_the_same(tmp_path):
    written = six()
    store.write(written, tmp_path)
    read = store.read(tmp_path)
    for name in ("events", "mentions", "documents", "hidden"):
        pd.testing.assert_frame_equal(getattr(read, name), getattr(written, name))
    assert read.texts == written.texts


def test_texts_kept_on_the_disk_are_as_they_were_given():
    given = {"b.txt": "Caf\u00e9 \udce9\r\n", "a/b.md": "", "c.txt": "Kabul \u0642\u0646\u062f"}
    texts = SpooledTexts()
    for name, text in given.items():
        texts.add(name, text)
    assert list(texts.items()) == list(given.items())
    assert given == texts
    assert texts.get("d.txt") is None
    texts.add("d.txt", "more")  # after it was read from
    assert (texts["d.txt"], texts["b.txt"]) == ("more", given["b.txt"])


def test_a_second_build_replaces_the_first_and_leaves_the_ledger(tmp_path):
    store.write(many(50), tmp_path)
    (tmp_path / "corrections.db").write_bytes(b"ledger")
    before = store.stamp(tmp_path)
    store.write(six(), tmp_path)
    assert len(store.read(tmp_path).events) == 6
    assert sorted(p.name for p in (tmp_path / "texts").iterdir()) == ["alpha.txt.txt", "beta.md.txt"]
    assert (tmp_path / "corrections.db").read_bytes() == b"ledger"
    assert store.stamp(tmp_path) != before


def test_the_same_timeline_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        store.write(many(200), tmp_path / name)
    files = [p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file()]
    assert files
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)


@pytest.mark.parametrize("moved", range(7))
def test_a_build_cut_off_while_it_is_moved_is_finished_by_the_next_reader(tmp_path, moved, monkeypatch):
    store.write(six(), tmp_path)
    moves = 0
    real = store.os.replace

    def cut(source, target):
        nonlocal moves
        if ".part" not in str(source):
            if moves == moved:
                raise OSError(28, "No space left on device")
            moves += 1
        real(source, target)

    monkeypatch.setattr(store.os, "replace", cut)
    cut_off = moved < 6
    if cut_off:
        with pytest.raises(store.StoreError, match="No space left"):
            store.write(many(50), tmp_path)
    else:
        store.write(many(50), tmp_path)
    monkeypatch.undo()
    assert len(store.read(tmp_path).events) == 50


def test_a_second_build_that_fails_does_not_undo_one_that_was_cut_off(tmp_path, monkeypatch):
    store.write(six(), tmp_path)
    real, moves = store.os.replace, 0

    def cut(source, target):
        nonlocal moves
        moves += ".part" not in str(source)
        if moves == 3:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(store.os, "replace", cut)
    with pytest.raises(store.StoreError):
        store.write(many(50), tmp_path)
    monkeypatch.setattr(store.os, "replace", real)
    monkeypatch.setattr(
        store.csv_file, "write", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(store.StoreError):
        store.write(six(), tmp_path)
    assert len(store.read(tmp_path).events) == 50


@pytest.mark.slow
def test_builds_and_readers_at_once_never_mix(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    store.write(six(), tmp_path)
    timelines = {6: six(), 50: many(50)}

    def work(number):
        if number % 3:
            store.write(timelines[6 if number % 2 else 50], tmp_path)
            return True
        read = store.read(tmp_path)
        return len(read.events) in timelines and len(read.mentions) == len(
            timelines[len(read.events)].mentions
        )

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(60)))


def test_a_build_cut_off_before_it_is_sealed_was_never_there(tmp_path):
    store.write(six(), tmp_path)
    incoming = tmp_path / store.INCOMING
    shutil.copytree(tmp_path, tmp_path.parent / "copy")
    (tmp_path.parent / "copy").rename(incoming)
    (incoming / store.MANIFEST).unlink()
    (incoming / "events.csv").write_text("half")
    assert len(store.read(tmp_path).events) == 6


DAMAGED = [
    ("nothing there", lambda d: shutil.rmtree(d), "or build one"),
    (
        "an older version",
        lambda d: (d / "build.json").write_text('{"version": 0, "files": {}}'),
        "another version",
    ),
    ("a broken manifest", lambda d: (d / "build.json").write_text("{"), "damaged"),
    ("a table gone", lambda d: (d / "events.csv").unlink(), "Build it anew"),
    ("a column gone", lambda d: (d / "events.csv").write_text("event_id\n"), "not as the build wrote it"),
    (
        "a row cut",
        lambda d: (d / "events.csv").write_text((d / "events.csv").read_text() + "ev_x,1919\n"),
        "not as the build wrote it",
    ),
    ("a text gone", lambda d: (d / "texts" / "beta.md.txt").unlink(), "Build it anew"),
]


@pytest.mark.parametrize(("damage", "says"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_a_damaged_folder_is_refused_with_what_to_do(tmp_path, damage, says):
    folder = tmp_path / "data"
    store.write(six(), folder)
    damage(folder)
    with pytest.raises(store.StoreError, match=says) as error:
        store.read(folder)
    assert "timeline build PATH… --data" in str(error.value)
    assert "\n" not in str(error.value)


def test_awkward_cells_survive(tmp_path):
    made = six()
    titles = ["001", "NA", "None", '=1+1, "quoted"', "two\nlines\r\n", "قندهار \u202e <b>"]
    events = made.events.assign(title=titles)
    store.write(Timeline(events, made.mentions, made.documents, made.hidden, made.texts), tmp_path)
    assert list(store.read(tmp_path).events["title"]) == titles


def test_the_schema_is_kept():
    made = six()
    events = made.events.assign(event_id="ev_bbbbbbbbbb")
    with pytest.raises(SchemaError, match="ev_bbbbbbbbbb stands twice"):
        validate(Timeline(events, made.mentions, made.documents, made.hidden))
    with pytest.raises(SchemaError, match="columns"):
        validate(Timeline(made.events.drop(columns="era"), made.mentions, made.documents, made.hidden))
    with pytest.raises(SchemaError, match="not among the events"):
        validate(Timeline(made.events.iloc[1:], made.mentions, made.documents, made.hidden))
    assert list(
        schema.frame([{"event_id": "x", "importance": 2, "mentions": 1, "confidence": 1}], schema.EVENTS)[
            "era"
        ]
    ) == [""]


SELECTIONS = [
    # what is asked, the selection, first words of the titles shown
    ("everything", Selection(), ["Envoy", "Soviet", "Soviet", "Soviet", "Taliban", "Two"]),
    ("an era, also one that a year only touches", Selection(eras=("soviet-war",)), ["Soviet"]),
    ("either of two eras", Selection(eras=("great-game", "since-2021")), ["Envoy", "Taliban"]),
    ("a category", Selection(categories=("diplomacy",)), ["Envoy", "Soviet"]),
    ("an actor", Selection(actors=("taliban",)), ["Taliban"]),
    ("an era and an actor", Selection(eras=("cold-war",), actors=("taliban",)), []),
    ("a document that tells it second", Selection(documents=("beta.md",), first_year=1960), ["Soviet", "Soviet", "Taliban"]),
    ("from a year, spans that reach into it too", Selection(first_year=1973, last_year=1979), ["Soviet", "Soviet"]),
    ("up to a year", Selection(last_year=1919), ["Envoy", "Soviet"]),
    ("words in a title, case and accents folded", Selection(words="SOVIÉT roads"), ["Soviet"]),
    ("words in a second telling", Selection(words="at night"), ["Soviet"]),
    ("words that stand nowhere", Selection(words="zeppelin"), []),
    ("a key that is none", Selection(eras=("nonsense",)), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("selection", "titles"), [row[1:] for row in SELECTIONS], ids=[row[0] for row in SELECTIONS]
)
def test_selections(selection, titles):
    assert [title.split()[0] for title in select(six(), selection)["title"]] == titles


@pytest.mark.parametrize(
    ("edtf", "first", "last", "shown"),
    [
        ("../1999", 1990, 2000, True),
        ("../1999", 1980, 1990, False),
        ("../1999", 2000, 2010, False),
        ("2007/..", 2010, 2015, True),
        ("2007/..", 2000, 2005, False),
        ("XXXX-05-03", 1900, 2000, False),
    ],
)
def test_years_of_a_date_that_is_open_at_one_end(edtf, first, last, shown):
    ident = six().events["event_id"].iloc[0]
    found = select(with_date(ident, edtf), Selection(first_year=first, last_year=last))
    assert (ident in set(found["event_id"])) == shown


@pytest.mark.parametrize("selection", [row[1] for row in SELECTIONS], ids=[row[0] for row in SELECTIONS])
def test_a_selection_in_the_address_is_read_back(selection):
    assert Selection.from_query(selection.to_query()) == selection


@pytest.mark.parametrize(
    "query",
    ["", "?", "?from=x&to=-1&from=99999", "?=&&&", "?%ff=%fe&era=", "?q=&zoom=1..2", "?" + "a=1&" * 500],
)
def test_nonsense_in_the_address_is_ignored(query):
    assert Selection.from_query(query) == Selection()
