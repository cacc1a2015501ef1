"""The sheet over HTTP, out and in again, and the page's own requests."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.edit.changes import KABUL, LOST, OWN, TROOPS, save, staged
from timeline.app import LiveTimeline
from timeline.app.edit import mount as mounting
from timeline.app.edit.now import Newest
from timeline.app.edit.saving import Saving
from timeline.corrections.ledger import Ledger


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
        "inputs": [{"id": "listed", "property": "data"}, {"id": "again", "property": "data"}],
        "state": [{"id": "staged", "property": "data", "value": {LOST: {"rev": "x", "cells": {"year": "1978"}}}}],
        "changedPropIds": [],
    }  # fmt: skip
    answer = site.post("/edit/_dash-update-component", json=body, headers=OWN)
    (row,) = answer.json["response"]["grid"]["rowData"]
    assert (row["id"], row["year"], row["becomes"]) == (LOST, "1978", "5 December 1978")
    assert answer.json["response"]["version"]["data"].endswith("-0")
