"""The wheel carries data, templates and static files, and works from another folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command, cwd, **environment) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "DATELINE_GAZETTEER": "core", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
        cwd=folder,
    )
    (built,) = folder.glob("dateline-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """An environment of its own that holds the wheel, and this one's libraries beside it."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False, symlinks=True)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        own,
        wheel,
        cwd=folder,
    )
    # A path in a .pth file is searched, but its own .pth files are not read: the checkout that
    # is installed for development stays out of sight.
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "python"


def test_the_wheel_holds_what_is_needed_and_no_tests(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "app.py",
        "geo/_data/gazetteer.csv",
        "geo/_data/boundaries/index.tsv",
        "geo/_data/curated/event_types.tsv",
        "geo/_data/sample/nk-soldiers-kursk.txt",
        "reading/lexicon/cues.tsv",
    ):
        assert needed in names
    assert any(name.startswith("web/templates/") for name in names)
    assert "web/translations/uk/LC_MESSAGES/messages.mo" in names
    assert any(name.startswith("web/static/") and name.endswith("leaflet.js") for name in names)
    outside = ("tests/", "data/", "benchmarks/", "geo/_data/build/")
    assert not any(name.startswith(outside) for name in names)
    texts = {Path(name).name for name in names if "/licenses/" in name}
    assert "LICENSE" in texts
    assert any("CC-BY-4.0" in name for name in texts)


def test_it_reads_from_another_folder(python, tmp_path):
    where = run(python, "-c", "import geo.data; print(geo.data.data_root())", cwd=tmp_path)
    assert where.strip().endswith("geo/_data")
    (tmp_path / "report.txt").write_text(
        "Floods reached Lagos on Monday, the ministry said.", encoding="utf-8"
    )
    data = {"DATELINE_DATA": str(tmp_path / "data")}
    out = run(python, "-m", "dateline", "geoparse", "report.txt", cwd=tmp_path, **data)
    assert '"name": "Lagos"' in out
    run(
        python,
        "-m",
        "dateline",
        "map",
        "report.txt",
        "--date",
        "2024-10-24",
        "-o",
        "map.html",
        cwd=tmp_path,
        **data,
    )
    assert (tmp_path / "map.html").stat().st_size > 100_000


def test_a_foreign_app_py_in_the_folder_does_no_harm(python, tmp_path):
    (tmp_path / "app.py").write_text("raise SystemExit('foreign')", encoding="utf-8")
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "__init__.py").write_text("raise SystemExit('foreign')", encoding="utf-8")
    out = run(python, "-P", "-m", "dateline", "--version", cwd=tmp_path)
    assert out.startswith("dateline ")
