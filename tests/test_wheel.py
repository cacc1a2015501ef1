"""A wheel built from the project works elsewhere: in an environment of its own, outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(170)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The `timeline` command of a wheel in a new environment; the libraries are those of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            folder,
            ROOT,
        ],
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel],
        check=True,
    )
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    with open(
        os.path.join(site, "libraries.pth"), "w"
    ) as file:  # a .pth in a .pth is not followed: not the checkout
        file.write(sysconfig.get_path("purelib") + "\n")
    return folder / "env" / "bin" / "timeline"


def test_it_is_the_wheel_that_runs(installed):
    where = subprocess.run(
        [installed.with_name("python"), "-c", "import timeline; print(timeline.__file__)"],
        cwd="/",
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert str(ROOT) not in where


def test_it_builds_and_serves_its_default_documents(installed, tmp_path):
    built = subprocess.run([installed, "build"], cwd=tmp_path, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    assert "14 documents" in built.stdout
    assert (tmp_path / "data" / "events.csv").exists()
    server = subprocess.Popen(
        [installed, "serve", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    try:
        url = next(word for word in server.stdout.readline().split() if word.startswith("http"))
        deadline = time.monotonic() + 30
        while True:
            try:
                page = urllib.request.urlopen(url, timeout=5).read().decode()
                break
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.2)
        assert "page.css" in page
        assert "_dash-config" in page
    finally:
        server.terminate()
        server.wait(10)
