"""The editors' page without a browser: one data folder, what is newest in it, and its server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.edit.changes import TOPIC, timeline
from timeline.app import LiveTimeline, create_app
from timeline.app.edit import Access
from timeline.app.edit.now import Newest
from timeline.app.live import LiveDesk
from timeline.table import store


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
