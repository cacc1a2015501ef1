"""The editors' page without a browser: who may come in, what unsaved changes come to, the sheet over HTTP."""

from __future__ import annotations

import io
import json
import re
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.made_up import six
from tests.test_app import HOSTILE, parts, text_of
from timeline import cli
from timeline.app import LiveTimeline, create_app, serve
from timeline.app.edit import Access, NoEditor
from timeline.app.edit import mount as mounting
from timeline.app.edit.access import host_name
from timeline.app.edit.finder import found
from timeline.app.edit.grid import rows
from timeline.app.edit.items import LISTS, NEW, ORPHAN, listed
from timeline.app.edit.judged import Judged, judge
from timeline.app.edit.now import Newest, Now
from timeline.app.edit.panel import panel
from timeline.app.edit.preview import preview
from timeline.app.edit.saving import Saving
from timeline.app.edit.sign_in import FAILURES, Attempts
from timeline.app.edit.staged import read
from timeline.app.live import LiveDesk
from timeline.app.markup import to_html
from timeline.corrections import editors
from timeline.corrections.ledger import Ledger
from timeline.table import Timeline, schema, store
from timeline.topic import load

TOPIC = load()
BIRTH, TROOPS, KABUL, LOST = "ev_cccccccccc", "ev_ffffffffff", "ev_gggggggggg", "ev_hhhhhhhhhh"
COPY = "ev_jjjjjjjjjj"  # the second mention of TROOPS
SECRET = "ev_zzzzzzzzzz"  # a hidden mention
OWN = {"Origin": "http://localhost"}


def timeline() -> Timeline:
    made = six()
    hidden = {
        "mention_id": SECRET, "document": "beta.md", "sentence": "In 1922 a baker opened his shop in Kabul.", "date_text": "1922",
        "start_char": 0, "end_char": 4, "edtf": "1922", "relation": 0.1, "reason": "off topic", "rule": "year",
    }  # fmt: skip
    return Timeline(
        made.events, made.mentions, made.documents, schema.frame([hidden], schema.HIDDEN), made.texts
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store.write(timeline(), tmp_path)
    return tmp_path


@pytest.fixture
def newest(folder: Path) -> Newest:
    return Newest(LiveDesk(folder), TOPIC)


@pytest.fixture
def open_site(folder: Path) -> Callable[..., FlaskClient]:
    def start(host: str = "127.0.0.1", names: tuple[str, ...] = ()) -> FlaskClient:
        desks = LiveDesk(folder)
        access = Access(lambda: desks()[0].ledger, host, names)
        return create_app(LiveTimeline(folder, desks), desks, access).server.test_client()

    return start


@pytest.fixture
def site(open_site: Callable[..., FlaskClient]) -> FlaskClient:
    return open_site()


def staged(now: Now, ident: str, kind: str = "event", **more: Any) -> dict[str, Any]:
    item = now.items.get(ident)
    return {ident: {"kind": kind, "rev": item.rev if item else "", "cells": {}, "was": {}, "action": "", "targets": [], **more}}  # fmt: skip


def judged(newest: Newest, *changes: dict[str, Any]) -> Judged:
    return judge(read({ident: one for change in changes for ident, one in change.items()}), newest())


def save(newest: Newest, by: str, *changes: dict[str, Any]) -> str:
    now = newest()
    sent = read({ident: one for change in changes for ident, one in change.items()})
    answer = Saving(newest).save(sent, str(now.version), by)
    assert answer.saved, answer
    return str(re.findall(r"u\d{4}", answer.said)[0])


# Who may come in


@pytest.mark.parametrize(
    "path", ["/edit", "/edit/", "/edit/sheet.csv", "/edit/sheet", "/edit/login", "/edit/_dash-layout"]
)
def test_without_edit_there_is_nothing(folder: Path, path: str) -> None:
    client = create_app(LiveTimeline(folder)).server.test_client()
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


def test_the_page_and_its_headers(site: FlaskClient) -> None:
    answer = site.get("/edit/")
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]
    assert (
        answer.headers["Referrer-Policy"] == "same-origin"
    )  # else the browser hides the origin of a plain form
    assert answer.headers["Cache-Control"] == "no-store"
    assert "dash_ag_grid" in answer.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', answer.text)
    for path in re.findall(r'(?:src|href)="([^"]+)"', answer.text):
        assert site.get(path).status_code == 200, path
    assert site.get("/edit").headers["Location"].endswith("/edit/")


def test_the_page_for_readers_stays_as_it_was(site: FlaskClient) -> None:
    answer = site.get("/")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    loaded = " ".join(re.findall(r'(?:src|href)="([^"]+)"', answer.text))
    assert "dash_ag_grid" not in loaded
    assert "/assets/edit/" not in loaded


@pytest.mark.parametrize(
    ("host", "known", "foreign"),
    [
        ("127.0.0.1", ["127.0.0.1:8050", "localhost", "localhost:99", "[::1]:8050"], ["evil.example", "127.0.0.1.evil.example", "192.168.1.7", "", "a@localhost", "localhost:x"]),
        ("0.0.0.0", ["192.168.1.7:8050", "desk.example", "Desk.Example:80", "localhost"], ["evil.example", "desk.example.evil"]),
        ("desk.example", ["desk.example"], ["evil.example"]),
    ],
)  # fmt: skip
def test_hosts(folder: Path, host: str, known: list[str], foreign: list[str]) -> None:
    access = Access(lambda: Ledger(folder), host, ("desk.example",) if host == "0.0.0.0" else ())
    assert [name for name in known if not access.knows_host(name)] == []
    assert [name for name in foreign if access.knows_host(name)] == []
    assert host_name("[fe80::1]:8050") == "fe80::1"


@pytest.mark.parametrize(
    ("origin", "host", "fetch_site", "is_own"),
    [
        ("http://localhost:8050", "localhost:8050", "", True),
        ("https://localhost:8050", "localhost:8050", "", True),  # a proxy speaks https
        ("http://localhost:3000", "localhost:8050", "", False),  # another program on this machine
        ("http://evil.example", "localhost:8050", "", False),
        ("null", "localhost:8050", "", False),
        ("file://localhost:8050", "localhost:8050", "", False),
        (None, "localhost:8050", "", True),  # no page of a browser sends it so
        (None, "localhost:8050", "cross-site", False),
        (None, "localhost:8050", "same-site", False),
    ],
)
def test_origins(folder: Path, origin: str | None, host: str, fetch_site: str, is_own: bool) -> None:
    assert Access(lambda: Ledger(folder)).is_own_origin(origin, host, fetch_site) == is_own


@pytest.mark.parametrize(
    "path", ["/edit/sheet", "/edit/_dash-update-component", "/edit/login", "/edit/logout"]
)
@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}, {"Sec-Fetch-Site": "cross-site"},
                                     {"Host": "evil.example", "Origin": "http://evil.example"}], ids=json.dumps)  # fmt: skip
def test_what_comes_from_elsewhere_is_refused(site: FlaskClient, folder: Path, path: str, headers: dict[str, str]) -> None:  # fmt: skip
    before = Ledger(folder).head()
    answer = site.post(
        path, data={"file": (io.BytesIO(b"x"), "x.csv"), "apply": "yes", "by": "Eve"}, headers=headers
    )
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.text
    assert Ledger(folder).head() == before


def test_reading_under_a_foreign_name_is_refused_too(site: FlaskClient) -> None:
    assert site.get("/edit/", headers={"Host": "evil.example"}).status_code == 403
    assert site.get("/edit/sheet.csv", headers={"Host": "evil.example"}).status_code == 403


# Signing in


def test_an_open_server_without_editors_does_not_start(
    folder: Path, open_site: Callable[..., FlaskClient], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoEditor, match="timeline editor NAME"):
        open_site("0.0.0.0")
    assert cli.main(["serve", "--edit", "--host", "0.0.0.0", "--port", "0", "--data", str(folder)]) == 2
    assert "timeline editor NAME" in capsys.readouterr().err


def test_a_name_behind_a_proxy_asks_for_a_password_too(
    folder: Path, open_site: Callable[..., FlaskClient]
) -> None:
    with pytest.raises(NoEditor, match=r"example\.org"):
        open_site("127.0.0.1", ("example.org",))
    editors.add(Ledger(folder), " Ana ", "a long password")
    site = open_site("127.0.0.1", ("example.org",))
    headers = {"Host": "example.org", "Origin": "http://example.org"}
    assert site.get("/edit/sheet.csv", headers=headers).status_code == 401
    for path in ("/edit/login_x", "/edit/login/x", "/edit/login/../sheet.csv"):
        assert site.get(path).status_code in (303, 401, 404), path
    given = {"name": "Ana", "password": "a long password"}
    assert site.post("/edit/login", data=given, headers=headers).status_code == 303
    assert site.get("/edit/sheet.csv", headers=headers).status_code == 200


def test_a_ledger_that_cannot_be_used_is_told_of(site: FlaskClient, folder: Path) -> None:
    assert site.get("/edit/").status_code == 200
    for name in ("corrections.db-wal", "corrections.db-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / "corrections.db").write_bytes(b"no database " * 400)
    for path in ("/edit/sheet.csv", "/edit/_dash-layout"):
        answer = site.get(path)
        assert answer.status_code == 503, path
        assert "corrections.db" in answer.text
    assert site.get("/").status_code == 200


def test_signing_in_and_out(folder: Path, open_site: Callable[..., FlaskClient]) -> None:
    editors.add(Ledger(folder), "Ana", "a long password")
    site = open_site("0.0.0.0")
    assert site.get("/edit/").headers["Location"] == "/edit/login"
    for path in ("/edit/sheet.csv", "/edit/_dash-layout"):
        assert site.get(path).status_code == 401
    assert site.post("/edit/sheet").status_code == 401
    assert site.post("/edit/_dash-update-component", json={}).status_code == 401
    form = site.get("/edit/login")
    assert form.status_code == 200
    assert "<script" not in form.text
    wrong = site.post("/edit/login", data={"name": "<b>Ana", "password": "no"}, headers=OWN)
    assert wrong.status_code == 403
    assert "do not belong together" in wrong.text
    assert "<b>" not in wrong.text
    right = site.post("/edit/login", data={"name": "Ana", "password": "a long password"}, headers=OWN)
    assert (right.status_code, right.headers["Location"]) == (303, "/edit/")
    cookie = right.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/edit/" in cookie
    assert "Secure" not in cookie
    assert site.get("/edit/").status_code == 200
    assert '"Ana"' in site.get("/edit/_dash-layout").text
    raw = site.get("/edit/sheet.csv").data.replace(b",1919,", b",1918,")
    sent = {"file": (io.BytesIO(raw), "s.csv"), "apply": "yes", "by": "Someone else"}
    assert site.post("/edit/sheet", data=sent, headers=OWN).status_code == 200
    assert Ledger(folder).uploads()[-1].editor == "Ana"  # who signed in, whatever the form says
    editors.add(Ledger(folder), "Ana", "another password")  # who has the old one is out
    assert site.get("/edit/").status_code == 303
    site.post("/edit/login", data={"name": "Ana", "password": "another password"}, headers=OWN)
    assert site.get("/edit/").status_code == 200
    assert site.post("/edit/logout", headers=OWN).headers["Location"] == "/edit/login"
    assert site.get("/edit/").status_code == 303


def test_over_https_the_cookie_stays_there(folder: Path, open_site: Callable[..., FlaskClient]) -> None:
    editors.add(Ledger(folder), "Ana", "a long password")
    site = open_site("0.0.0.0", ("desk.example",))
    headers = {"Host": "desk.example", "Origin": "https://desk.example"}
    answer = site.post("/edit/login", data={"name": "Ana", "password": "a long password"}, headers=headers)
    assert "Secure" in answer.headers["Set-Cookie"]


def test_a_server_of_another_start_knows_nobody(folder: Path, open_site: Callable[..., FlaskClient]) -> None:
    editors.add(Ledger(folder), "Ana", "a long password")
    first, second = open_site(), open_site()
    cookie = first.post("/edit/login", data={"name": "Ana", "password": "a long password"}, headers=OWN).headers["Set-Cookie"]  # fmt: skip
    name, _, value = cookie.partition(";")[0].partition("=")
    second.set_cookie(name, value, path="/edit/")
    assert second.get("/edit/").status_code == 303


@pytest.mark.slow
def test_at_most_ten_failures_a_minute(folder: Path, open_site: Callable[..., FlaskClient]) -> None:
    editors.add(Ledger(folder), "Ana", "a long password")
    site = open_site()
    said = [
        site.post("/edit/login", data={"name": name, "password": "x"}, headers=OWN).status_code
        for name in ["Ana", "Eve"] * 6
    ]
    assert said == [403] * FAILURES + [429] * 2  # fmt: skip
    right = site.post("/edit/login", data={"name": "Ana", "password": "a long password"}, headers=OWN)
    assert right.status_code == 429
    assert 0 < int(right.headers["Retry-After"]) <= 60


def test_after_a_minute_one_may_guess_again() -> None:
    now = [1000.0]
    attempts = Attempts(lambda: now[0])
    assert [attempts(lambda: False) for _ in range(11)] == [(False, 0)] * 10 + [(False, 60)]
    now[0] += 59.5
    assert attempts(lambda: pytest.fail("it was not to be looked at")) == (False, 1)
    now[0] += 0.5
    assert attempts(lambda: True) == (True, 0)


# What unsaved changes come to


def test_an_edited_date_is_told_in_words_at_once(newest: Newest) -> None:
    one = judged(newest, staged(newest(), TROOPS, cells={"day": "27"}))
    assert one.marks()[TROOPS] == {"unsaved": "edited", "problem": "", "becomes": "27 December 1979", "edited": ["day"]}  # fmt: skip
    (row,) = rows([one.now.items[TROOPS]], one)
    assert (row["day"], row["shown"], row["becomes"]) == ("27", "December 1979", "27 December 1979")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"month": "13"}, "“13” is no month. Write 1 to 12, or spring, summer, autumn or winter."),
        ({"month": "2", "day": "30"}, "There is no 30 February 1979."),
        ({"year": "79"}, "79 is no year of this timeline. Write the year in full, for example 1979."),
        ({"year": ""}, "The year is blank"),
        ({"title": " "}, "The title is blank"),
        ({"category": "sport"}, "“sport” is no category"),
        ({"importance": "9"}, "“9” is no importance"),
        ({"certainty": "perhaps"}, "“perhaps” is unknown here"),
        ({"end_year": "1950"}, "The date ends before it starts"),
    ],
)
def test_what_cannot_be_meant_is_said_in_its_row(newest: Newest, cells: dict[str, str], message: str) -> None:
    one = judged(newest, staged(newest(), TROOPS, cells=cells), staged(newest(), KABUL, action="verify"))
    assert one.problem(TROOPS).startswith(message)
    assert one.word(TROOPS) == "error"
    assert one.marks()[TROOPS]["becomes"] == ""
    assert set(one.rows) == {KABUL}  # the others can be saved
    assert message in text_of(preview(one))


def test_every_action(newest: Newest) -> None:
    now = newest()
    one = judged(
        newest,
        staged(now, KABUL, action="verify"),
        staged(now, TROOPS, action="split", targets=[COPY]),
        staged(now, BIRTH, action="merge", targets=[LOST]),
        staged(now, "ev_dddddddddd", action="delete"),
        staged(now, SECRET, kind="hidden", action="restore"),
        staged(now, "new-1", kind="new", cells={"title": "By hand", "year": "1921"}),
    )
    assert {ident: one.word(ident) for ident in one.staged} == {
        KABUL: "checked", TROOPS: "split", BIRTH: "same as", "ev_dddddddddd": "delete", SECRET: "restore", "new-1": "new",
    }  # fmt: skip
    assert one.plan.errors == []
    words = text_of(preview(one))
    assert "The same event as “Two countries sign a friendship treaty”" in words
    assert "A new event, added by hand." in words
    upload = save(newest, "Ana", *({ident: vars_of(one, ident)} for ident in one.staged))
    after = newest()
    assert (upload, after.version.head > 0) == ("u0001", True)
    assert "ev_dddddddddd" in after.corrected.deleted
    assert {SECRET, COPY} <= set(after.corrected.timeline.events["event_id"])
    assert after.corrected.holder[BIRTH] == LOST
    assert "By hand" in set(after.corrected.timeline.events["title"])


def vars_of(one: Judged, ident: str) -> dict[str, Any]:
    given = one.staged[ident]
    return {"kind": given.kind, "rev": given.rev, "cells": dict(given.cells), "action": given.action, "targets": list(given.targets)}  # fmt: skip


def test_circles_are_refused(newest: Newest) -> None:
    now = newest()
    one = judged(
        newest,
        staged(now, KABUL, action="merge", targets=[TROOPS]),
        staged(now, TROOPS, action="merge", targets=[KABUL]),
    )
    assert not one.rows
    assert "in a circle" in one.problem(KABUL)


def test_a_hidden_sentence_can_be_restored_with_a_better_title_and_date(newest: Newest) -> None:
    save(
        newest, "Ana", staged(newest(), SECRET, kind="hidden", cells={"title": "A shop opens", "month": "5"})
    )
    event = newest().corrected.timeline.events.set_index("event_id").loc[SECRET]
    assert (event["title"], event["edtf"]) == ("A shop opens", "1922-05")


def test_several_mentions_can_be_let_go_at_once(folder: Path) -> None:
    made = timeline()
    copies = [
        dict(made.mentions.iloc[-1].to_dict(), mention_id=f"ev_jjjjjjjjj{n}", sentence=f"Troops came, {n}.")
        for n in "bc"
    ]
    mentions = schema.frame(
        [*made.mentions.to_dict("records"), *({**c, "event_id": TROOPS} for c in copies)], schema.MENTIONS
    )
    store.write(replace(made, mentions=mentions), folder)
    newest = Newest(LiveDesk(folder), TOPIC)
    save(newest, "Ana", staged(newest(), TROOPS, action="split", targets=["ev_jjjjjjjjjb", "ev_jjjjjjjjjc"]))
    assert {"ev_jjjjjjjjjb", "ev_jjjjjjjjjc"} <= newest().corrected.events.keys()


def test_nothing_the_browser_sends_is_trusted(newest: Newest) -> None:
    for sent in (
        None, [], "x", {"ev_x": None}, {"ev_x": {"cells": [], "targets": "no", "action": "drop table", "kind": 7}},
        {"ev_x": {"cells": {"year": {"a": 1}, "event_id": "ev_y", "rev": "r_1"}}}, {"": {}}, {SECRET: {"kind": "orphan", "action": "drop"}},
        {KABUL: {"kind": "new", "action": "delete"}}, {KABUL: {"action": "merge", "targets": [None]}},
    ):  # fmt: skip
        one = judge(read(sent), newest())
        assert one.plan.entries == []
        to_html(preview(one))
        one.marks()


# Two people


def test_the_second_to_save_sees_what_the_first_changed_and_loses_nothing(newest: Newest) -> None:
    now = newest()
    mine = staged(now, KABUL, cells={"title": "Mine", "place": "Herat"}) | staged(
        now, TROOPS, cells={"day": "25"}
    )
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers"}))
    saving = Saving(newest)
    answer = saving.save(read(mine), str(now.version), "Ben")
    assert answer.saved == []
    assert "Ana saved u0001" in answer.said
    assert answer.again
    for value in ("Taliban take Kabul", "Mine", "Hers"):  # all three
        assert value in answer.html
    again = saving.save(read(mine), str(newest().version), "Ben")
    assert again.saved == [TROOPS]  # the row in conflict stays with its editor
    settled = {KABUL: {**mine[KABUL], "rev": newest().items[KABUL].rev}}
    assert saving.save(read(settled), str(newest().version), "Ben").saved == [KABUL]
    event = newest().corrected.timeline.events.set_index("event_id").loc[KABUL]
    assert (event["title"], event["place"]) == ("Mine", "Herat")


def test_edits_of_other_cells_go_together(newest: Newest) -> None:
    now = newest()
    mine = staged(now, KABUL, cells={"place": "Herat"})
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers"}))
    save(newest, "Ben", mine)
    event = newest().corrected.timeline.events.set_index("event_id").loc[KABUL]
    assert (event["title"], event["place"]) == ("Hers", "Herat")


def test_saving_needs_a_name_and_undo_takes_it_back(newest: Newest, folder: Path) -> None:
    now = newest()
    saving = Saving(newest)
    change = staged(now, KABUL, cells={"title": "Better"})
    nameless = saving.save(read(change), str(now.version), "")
    assert (nameless.saved, Ledger(folder).head()) == ([], 0)
    assert "Say who you are" in nameless.html
    assert "dialog-name" in nameless.foot
    upload = save(newest, "Ana", change)
    live = LiveTimeline(folder)
    assert "Better" in set(live().events["title"])
    done = saving.undo(upload, "Ana")
    assert 'data-undo="u0002"' in done.result  # which can be undone too
    assert "Better" not in set(live().events["title"])
    assert "undone already" in saving.undo(upload, "Ana").html
    assert "there is no upload" in saving.undo("u9999", "Ana").html.casefold()
    history = saving.history("Ana").html
    assert history.index("u0002") < history.index("u0001")
    assert "takes back u0001" in history


# Lists


def test_lists(newest: Newest) -> None:
    def in_lists() -> dict[str, set[str]]:
        return {key: {item.ident for item in listed(newest().items.values(), key, "")} for key, _, _ in LISTS}

    first = in_lists()
    assert first["review"] == first["no-year"] == {LOST}
    assert first["hidden"] == {SECRET}
    assert len(first["all"]) == 6
    assert first["orphans"] == first["conflicts"] == first["corrected"] == first["deleted"] == first["unsaved"] == set()  # fmt: skip
    now = newest()
    save(newest, "Ana", staged(now, KABUL, action="delete"), staged(now, LOST, cells={"year": "1978"}))
    second = in_lists()
    assert second["deleted"] == {KABUL}
    assert second["corrected"] == {LOST}
    assert second["no-year"] == set()
    assert len(second["all"]) == 5
    assert [item.ident for item in listed(newest().items.values(), "all", "TROOPS 1979")] == [TROOPS]
    assert [item.ident for item in listed(newest().items.values(), "all", COPY)] == []


def test_a_correction_whose_sentence_is_gone_waits_and_can_be_given_up(folder: Path, newest: Newest) -> None:
    save(newest, "Ana", staged(newest(), KABUL, cells={"title": "Better"}))
    made = timeline()
    gone = Timeline(
        made.events[made.events["event_id"] != KABUL], made.mentions[made.mentions["event_id"] != KABUL],
        made.documents, made.hidden, made.texts,
    )  # fmt: skip
    store.write(gone, folder)
    (orphan,) = listed(newest().items.values(), "orphans", "")
    assert (orphan.ident, orphan.kind, orphan.cells["title"]) == (KABUL, ORPHAN, "Better")
    words = text_of(panel(KABUL, judged(newest)))
    for part in ("On 15 August 2021 the Taliban took Kabul.", "Taliban take Kabul", "Better", "Ana"):
        assert part in words
    save(newest, "Ben", staged(newest(), KABUL, kind=ORPHAN, action="drop"))
    assert listed(newest().items.values(), "orphans", "") == []
    store.write(made, folder)  # the sentence is back, as the program reads it
    assert newest().items[KABUL].cells["title"] == "Taliban take Kabul"


def test_a_doubtful_sentence_is_shown_with_the_event_it_may_have_become(folder: Path, newest: Newest) -> None:
    save(newest, "Ana", staged(newest(), KABUL, cells={"title": "Better"}))
    made = timeline()
    other = "On 15 August 2021 the fighters of the Taliban movement took the capital Kabul at last."
    events = made.events.replace({"event_id": {KABUL: "ev_kkkkkkkkkk"}})
    mentions = made.mentions.replace(
        {"event_id": {KABUL: "ev_kkkkkkkkkk"}, "mention_id": {KABUL: "ev_kkkkkkkkkk"}}
    )
    mentions.loc[mentions["mention_id"] == "ev_kkkkkkkkkk", "sentence"] = other
    store.write(Timeline(events, mentions, made.documents, made.hidden, made.texts), folder)
    (doubt,) = listed(newest().items.values(), "orphans", "")
    assert "% alike" in doubt.status
    shown = panel(KABUL, judged(newest))
    assert other.split(" the ")[1] in text_of(shown)
    (use,) = [button for button in parts(shown, "Button") if text_of(button) == "Correct that event so"]
    patch = json.loads(use.to_plotly_json()["props"]["data-stage"])
    assert (patch["id"], patch["cells"]) == ("ev_kkkkkkkkkk", {"title": "Better"})


# The panel


def test_the_panel_shows_every_mention_and_lets_go_of_all_but_the_first(newest: Newest) -> None:
    shown = panel(TROOPS, judged(newest))
    assert [text_of(mark) for mark in parts(shown, "Mark")] == ["In December", "The troops c"]
    assert len(parts(shown, "Figure")) == len(parts(shown, "Details")) == 2
    (split,) = [b for b in parts(shown, "Button") if text_of(b) == "Not the same event"]
    patch = json.loads(split.to_plotly_json()["props"]["data-stage"])
    assert (patch["action"], patch["targets"]) == ("split", [COPY])
    assert "This will be an event of its own" in text_of(panel(TROOPS, judged(newest, staged(newest(), TROOPS, action="split", targets=[COPY]))))  # fmt: skip


@pytest.mark.parametrize(
    ("ident", "buttons"),
    [
        (KABUL, ["Checked", "Same as…", "Delete"]),
        (SECRET, ["Restore"]),
        ("ev_nothing", []),
        ("", []),
    ],
)
def test_what_the_panel_offers(newest: Newest, ident: str, buttons: list[str]) -> None:
    assert [text_of(b) for b in parts(panel(ident, judged(newest)), "Button")] == buttons


def test_an_event_of_ones_own_says_so(newest: Newest) -> None:
    new = staged(newest(), "new-1", NEW, cells={"title": "By hand", "year": "1921", "note": "A letter."})
    words = text_of(panel("new-1", judged(newest, new)))
    assert "Drop this new event" in words
    assert "A letter." in words
    save(newest, "Ana", new)
    (item,) = listed(newest().items.values(), "all", "by hand")
    words = text_of(panel(item.ident, judged(newest)))
    assert "Added by hand" in words
    assert "A letter." in words
    assert "added by hand by Ana" in item.status


def test_finding_the_same_event(newest: Newest) -> None:
    now = newest()
    assert text_of(found(KABUL, "troops", now)).strip() == "December 1979   Soviet troops enter Afghanistan"
    assert "Soviet troops" in text_of(found(KABUL, TROOPS, now))
    assert text_of(found(TROOPS, "troops", now)) == "No event has these words."
    assert found(KABUL, " ", now) == []


def test_hostile_texts_are_only_text(folder: Path) -> None:
    made = timeline()
    store.write(
        Timeline(
            made.events.assign(title=HOSTILE, note=HOSTILE, review=HOSTILE, place=HOSTILE, actors=HOSTILE),
            made.mentions.assign(sentence=HOSTILE, date_text=HOSTILE[:9], citations=HOSTILE, rule=HOSTILE),
            made.documents.assign(title=HOSTILE),
            made.hidden.assign(sentence=HOSTILE, reason=HOSTILE),
            made.texts,
        ),
        folder,
    )
    newest = Newest(LiveDesk(folder), TOPIC)
    now = newest()
    one = judged(newest, staged(now, KABUL, cells={"title": HOSTILE + "!", "category": HOSTILE}), staged(now, LOST, cells={"title": HOSTILE + "?"}),
                 staged(now, HOSTILE))  # fmt: skip
    save(newest, HOSTILE, staged(now, TROOPS, cells={"note": HOSTILE * 2}))
    saving = Saving(newest)
    shown = to_html(
        [panel(KABUL, one), panel(SECRET, one), panel(HOSTILE, one), preview(one), found(KABUL, "img", now)]
    )
    shown += saving.history(HOSTILE).html + saving.undo(HOSTILE, "x").html
    tags = re.findall(r"<(\w+)((?: [\w-]+(?:=\"[^\"<>]*\")?)*)>", shown)
    assert len(tags) == len(re.findall("<[^/]", shown))  # every "<" opens a tag of ours, with quoted values
    assert "img" not in {tag for tag, _ in tags}
    assert not [name for _, inside in tags for name in re.findall(r' (on\w+)="', inside)]


# The sheet


def send(site: FlaskClient, raw: bytes, **fields: str) -> Any:
    return site.post("/edit/sheet", data={"file": (io.BytesIO(raw), "my sheet.csv"), **fields}, headers=OWN)


def test_a_sheet_goes_out_and_comes_in(site: FlaskClient, folder: Path) -> None:
    answer = site.get("/edit/sheet.csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    raw = answer.data
    same = send(site, raw)
    assert (same.status_code, same.json["changes"]) == (200, 0)
    better = raw.replace(b"Taliban take Kabul", b"The Taliban take Kabul")
    looked = send(site, better)
    assert (looked.status_code, looked.json["changes"], looked.json["upload"]) == (200, 1, "")
    assert "data-apply" in looked.json["html"]
    assert Ledger(folder).head() == 0  # looked at, not applied
    nameless = send(site, better, apply="yes")
    assert (nameless.status_code, Ledger(folder).head()) == (422, 0)
    applied = send(site, better, apply="yes", by="Ana", version=looked.json["version"])
    assert (applied.status_code, applied.json["upload"]) == (200, "u0001")
    (upload,) = Ledger(folder).uploads()
    assert (upload.editor, upload.name) == ("Ana", "my sheet.csv")
    assert Ledger(folder).raw("u0001") == better
    assert "The Taliban take Kabul" in LiveTimeline(folder)().events["title"].tolist()


@pytest.mark.parametrize(
    ("change", "status", "key"),
    [
        (lambda raw: raw.replace(b",1979,12,", b",1979,13,"), 422, "errors"),
        (lambda raw: b"PK\x03\x04" + raw, 422, "refused"),
        (lambda raw: b"", 422, "refused"),
        (
            lambda raw: raw.replace(b"status\r\n", b"status,mine\r\n").replace(b"]\r\n", b"],x\r\n"),
            200,
            "ignored",
        ),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told(site: FlaskClient, change: Callable[[bytes], bytes], status: int, key: str) -> None:  # fmt: skip
    answer = send(site, change(site.get("/edit/sheet.csv").data))
    assert answer.status_code == status, answer.json
    assert answer.json[key]
    assert answer.json["html"]


def test_a_conflict_has_all_three_values(site: FlaskClient, newest: Newest) -> None:
    raw = site.get("/edit/sheet.csv").data
    save(newest, "Ana", staged(newest(), KABUL, cells={"title": "Hers"}))
    answer = send(site, raw.replace(b"Taliban take Kabul", b"Mine"), apply="yes", by="Ben")
    assert answer.status_code == 409
    (conflict,) = answer.json["conflicts"]
    assert [conflict[key] for key in ("column", "base", "mine", "theirs")] == ["title", "Taliban take Kabul", "Mine", "Hers"]  # fmt: skip
    assert answer.json["upload"] == ""


def test_what_was_looked_at_is_what_is_applied(site: FlaskClient, newest: Newest, folder: Path) -> None:
    raw = site.get("/edit/sheet.csv").data.replace(b"Taliban take Kabul", b"Mine")
    looked = send(site, raw)
    save(newest, "Ana", staged(newest(), TROOPS, action="verify"))
    head = Ledger(folder).head()
    answer = send(site, raw, apply="yes", by="Ben", version=looked.json["version"])
    assert (answer.status_code, answer.json["upload"], Ledger(folder).head()) == (409, "", head)
    assert "Ana saved u0001" in answer.json["html"]
    assert send(site, raw, apply="yes", by="Ben", version=answer.json["version"]).json["upload"] == "u0002"


def test_no_file_and_too_large_a_file(
    open_site: Callable[..., FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mounting, "LARGEST", 20_000)
    site = open_site()
    assert site.post("/edit/sheet", headers=OWN).status_code == 422
    answer = send(site, b"x" * 30_000)
    assert answer.status_code == 413
    assert "Nothing was changed" in answer.text
    chunked = site.post("/edit/sheet", headers=OWN, content_type="multipart/form-data; boundary=x", input_stream=io.BytesIO(b"--x\r\n" + b"y" * 30_000), content_length=None)  # fmt: skip
    assert chunked.status_code in (413, 422)


def test_an_upload_can_be_had_again_as_it_came(site: FlaskClient, newest: Newest) -> None:
    raw = site.get("/edit/sheet.csv").data.replace(b",1919,", b",1918,")
    sent = {"file": (io.BytesIO(raw), "s.csv"), "apply": "yes", "by": "Ana"}
    upload = site.post("/edit/sheet", data=sent, headers=OWN).json["upload"]
    assert site.get(f"/edit/uploads/{upload}").data == raw
    assert f"/edit/uploads/{upload}" in Saving(newest).history("Ana").html
    assert site.get("/edit/uploads/u9999").status_code == 404


def test_the_server_answers_what_the_page_asks(site: FlaskClient) -> None:
    """One request as Dash sends it: the rows of the first list."""
    body = {
        "output": "..grid.rowData...lists-html.data...version.data..",
        "outputs": [{"id": "grid", "property": "rowData"}, {"id": "lists-html", "property": "data"}, {"id": "version", "property": "data"}],
        "inputs": [{"id": "listed", "property": "data"}, {"id": "words", "property": "value"}, {"id": "again", "property": "data"}],
        "state": [{"id": "staged", "property": "data", "value": {LOST: {"rev": "x", "cells": {"year": "1978"}}}}],
        "changedPropIds": [],
    }  # fmt: skip
    answer = site.post("/edit/_dash-update-component", json=body, headers=OWN)
    (row,) = answer.json["response"]["grid"]["rowData"]
    assert (row["id"], row["year"], row["becomes"]) == (LOST, "1978", "5 December 1978")
    assert answer.json["response"]["version"]["data"].endswith("-0")


def test_a_row_with_two_conflicts_is_settled_as_one(newest: Newest) -> None:
    """Keeping one cell must not decide the other unseen."""
    now = newest()
    mine = staged(now, KABUL, cells={"title": "Mine", "place": "Herat", "note": "n"})
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers", "place": "Balkh"}))
    shown = panel(KABUL, judged(newest, mine))
    (keep,) = [b for b in parts(shown, "Button") if text_of(b) == "Keep mine"]
    (take,) = [b for b in parts(shown, "Button") if text_of(b) == "Take theirs"]
    for value in ("Mine", "Hers", "Herat", "Balkh", "Kabul"):
        assert value in text_of(shown)
    kept, taken = (json.loads(b.to_plotly_json()["props"]["data-stage"]) for b in (keep, take))
    assert kept["cells"] == {"title": "Mine", "place": "Herat", "note": "n"}
    assert taken["cells"] == {"note": "n"}
    assert kept["rev"] == taken["rev"] == newest().items[KABUL].rev
    assert judged(newest, {KABUL: kept}).word(KABUL) == "edited"


def test_what_someone_else_changed_is_not_checked_unseen(newest: Newest) -> None:
    now = newest()
    mine = staged(now, KABUL, action="verify")
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers"}))
    one = judged(newest, mine)
    assert one.word(KABUL) == "conflict"
    (take,) = [b for b in parts(panel(KABUL, one), "Button") if text_of(b) == "Take theirs"]
    assert json.loads(take.to_plotly_json()["props"]["data-stage"])["action"] == ""


def test_serving_with_edit(folder: Path) -> None:
    announced: list[str] = []
    ready = threading.Event()

    def announce(url: str) -> None:
        announced.append(url)
        ready.set()

    threading.Thread(target=serve, args=(folder, "127.0.0.1", 0, announce, True), daemon=True).start()
    assert ready.wait(20)
    with urllib.request.urlopen(f"{announced[0]}/edit/", timeout=20) as answer:
        assert answer.status == 200
