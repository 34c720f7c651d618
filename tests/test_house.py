"""The house keeps its walls: imports, formatting, types, cost of opening, and the README's word."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import reading

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("reading", "geo", "layers", "web", "dateline")
HEAVY = {"flask", "folium", "geopandas", "pandas", "matplotlib", "numpy", "shapely", "pyogrio"}
BIN = Path(sys.executable).parent


def run(*command: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300, **options
    )


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_the_checkers_find_nothing(command):
    result = run(str(BIN / command[0]), *command[1:])
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_merge_was_left_half_done():
    marks = run("git", "grep", "-lE", "^(<<<<<<<|>>>>>>>) ")
    if marks.returncode > 1:
        pytest.skip("this is no git checkout")
    assert marks.stdout == ""


def test_nothing_lies_beside_the_rooms():
    kept = run("git", "ls-files")
    if kept.returncode:
        pytest.skip("this is no git checkout")
    rooms = {path.partition("/")[0] for path in kept.stdout.splitlines()}
    assert rooms == {
        *PACKAGES,
        *(".ci", ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md", "LICENSE", "README.md"),
        *("app.py", "benchmarks", "data", "docs", "licences", "pyproject.toml", "tests"),
    }


def test_app_imports_web_only_and_nothing_imports_app():
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"web"}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            names = {
                alias.name
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Import)
                for alias in node.names
            } | {
                node.module
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.ImportFrom)
            }
            assert "app" not in names, path


def test_no_file_has_more_than_one_thought():
    long = {
        str(path.relative_to(ROOT)): lines
        for package in (*PACKAGES, "tests", "data/build", "benchmarks")
        for path in (ROOT / package).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert not long


def _modules_after(code: str) -> set[str]:
    probe = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    result = run(sys.executable, "-c", probe)
    assert result.returncode == 0, result.stderr
    return set(json.loads(result.stdout.splitlines()[-1]))


def test_importing_dateline_imports_nothing_of_weight():
    assert not _modules_after("import dateline") & (HEAVY | {"layers", "geo", "sqlalchemy"})


@pytest.mark.parametrize(
    "arguments",
    [["geoparse", "-o", "/dev/null", "{text}"], ["read", "{text}", "-o", "/dev/null"]],
    ids=lambda a: a[0],
)
def test_reading_and_geoparsing_need_nothing_heavy(arguments, tmp_path):
    text = tmp_path / "report.txt"
    text.write_text(
        "Floods reached Lagos on Monday, the ministry said. Herders crossed the border between "
        "Malawi and Tanzania, and aid came to eastern Russia, witnesses said.",
        encoding="utf-8",
    )
    given = [a.format(text=text) for a in arguments]
    if given[0] == "read":
        given += ["--date", "2024-10-24"]
    loaded = _modules_after(f"from dateline.cli import main\nassert main({given!r}) == 0")
    assert not loaded & HEAVY


def test_the_readme_s_commands_are_those_that_are_run():
    commands = re.findall(
        r"^    (python3 -m venv .*)$", (ROOT / "README.md").read_text(), re.MULTILINE
    )
    assert len(commands) == 2
    serves, tests = commands
    assert serves.endswith("dateline serve")
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == tests


def test_the_version_is_one():
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^version = "(.+)"$', pyproject, re.MULTILINE).group(1) == reading.__version__


def test_no_path_of_a_machine_and_no_foreign_host_is_written_down():
    listing = run("git", "ls-files", "-z").stdout.split("\0")
    if not listing[0]:
        pytest.skip("not a git checkout")
    pattern = re.compile(r"/(?:home|root|work|Users)/[a-z]|pypi\.org|registry\.npmjs|cdn\.|unpkg")
    found = []
    for name in filter(None, listing):
        path = ROOT / name
        if path.suffix in {".py", ".toml", ".md", ".js", ".css", ".html", ".tsv"} and (
            "vendor" not in path.parts and path != Path(__file__)
        ):
            found += [
                f"{name}: {match.group(0)}"
                for match in pattern.finditer(path.read_text(encoding="utf-8"))
            ]
    assert not found


def test_every_file_that_the_documents_point_to_is_there():
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), ROOT / "data" / "README.md"]
    link = re.compile(r"\]\((?!https?:)([^)#]+)\)")
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in link.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken
