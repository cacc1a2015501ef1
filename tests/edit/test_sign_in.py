"""Signing in and out: who needs a password, how long it holds, and how often one may guess."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.edit.changes import OWN
from timeline import cli
from timeline.app.edit import NoEditor
from timeline.app.edit.sign_in import FAILURES, Attempts
from timeline.corrections import editors
from timeline.corrections.ledger import Ledger


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
