"""folium builds a constant shell, and no word of a report ever passes through it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from layers.render.shell import map_script

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("reading", "geo", "layers", "web", "dateline")
FOLIUM = {"folium", "branca"}


def modules() -> list[tuple[Path, ast.Module]]:
    paths = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return [
        (path, ast.parse(path.read_text(encoding="utf-8"))) for path in [*paths, ROOT / "app.py"]
    ]


def imports_folium(tree: ast.Module) -> bool:
    """Say whether it is imported at run time, not only for its types."""
    typing_only = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in set(ast.walk(tree)) - typing_only:
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        if any(name.split(".")[0] in FOLIUM for name in names):
            return True
    return False


def test_one_module_imports_folium():
    found = {path.relative_to(ROOT).as_posix() for path, tree in modules() if imports_folium(tree)}
    assert found == {"layers/render/shell.py"}


def root_name(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def test_folium_is_called_with_constants_only():
    tree = dict(modules())[ROOT / "layers/render/shell.py"]
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in FOLIUM
        for alias in node.names
    }
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and root_name(node.func) in FOLIUM | imported
    ]
    assert len(calls) >= 5
    for call in calls:
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            ast.literal_eval(argument)


def test_what_branca_is_given_renders_itself_untouched():
    tree = dict(modules())[ROOT / "layers/render/shell.py"]
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert {c.name for c in classes} == {"Raw", "Tail"}
    for one in classes:
        assert any(isinstance(n, ast.FunctionDef) and n.name == "render" for n in one.body)


def test_the_shell_is_the_same_in_three_processes():
    code = "from layers.render.shell import map_script; print(map_script().decode(), end='')"
    made = set()
    for seed in ("0", "1", "random"):
        result = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        made.add(result.stdout)
    assert made == {map_script()}
    assert b'var map_00 = L.map(\n"map_00"' in map_script()
    assert b"http" not in map_script()


def test_a_notebooks_map_is_folium_and_holds_braces_as_they_are(document):
    import dataclasses

    import folium

    from web.notebook import folium_map

    title = "{{ 5309*2741 }} {% raw %} {# x </script><img src=x onerror=alert(1)>"
    hostile = dataclasses.replace(document, title=title)
    made = folium_map(hostile)
    assert isinstance(made, folium.Map)
    folium.Marker((11.0, 11.0)).add_to(made)
    page = made.get_root().render()
    assert "{{ 5309*2741 }}" in page
    assert "</script><img" not in page
    assert "L.marker" in page
