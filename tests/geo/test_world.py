import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer
from geo.gazetteer.layout import FILES
from geo.gazetteer.store import current
from geo.gazetteer.world import build, check, info, is_name, stream_objects

THRESHOLD = 15000


@pytest.fixture(scope="module")
def world_dir(tmp_path_factory, small_core, small_source) -> Path:
    """A data folder with the world index of four countries."""
    folder = tmp_path_factory.mktemp("world")
    build(folder, THRESHOLD, core=small_core, source=small_source)
    Gazetteer.open(folder, core_only=True, core=small_core).close()
    return folder


@pytest.fixture
def copied(world_dir, tmp_path) -> Path:
    """A copy that a test may damage, hard-linked until it does; the core's index beside it."""
    source = current(world_dir / "gazetteer")
    for folder in (source, *world_dir.glob("gazetteer/core-*")):
        target = tmp_path / "gazetteer" / folder.name
        target.mkdir(parents=True)
        for path in folder.iterdir():
            os.link(path, target / path.name)
    (tmp_path / "gazetteer" / "current").write_text(f"{source.name}\n", "utf-8")
    return tmp_path


def rewrite(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


def test_the_world_knows_towns_that_the_core_does_not(world_dir, gazetteer, small_core):
    world = Gazetteer.open(world_dir, core=small_core)
    assert not world.is_core_only
    assert world.warnings == ()
    assert world.version.startswith(f"world{THRESHOLD}-")
    assert gazetteer.places_named("kurchatov") == ()
    assert {place.country_code for place in world.places_named("kurchatov")} == {"RU"}
    world.close()


def test_the_package_brings_the_cities_of_a_world(tmp_path, core):
    build(tmp_path, THRESHOLD, core=core)
    facts = info(tmp_path)
    assert facts["places"] > 34_000
    assert facts["names"] > 200_000
    world = Gazetteer.open(tmp_path, core=core)
    for name, country in (("timbuktu", "ML"), ("tromso", "NO"), ("ushuaia", "AR")):
        assert country in {place.country_code for place in world.places_named(name)}
    world.close()


def test_core_rows_win_and_keep_their_names(world_dir, gazetteer, small_core):
    world = Gazetteer.open(world_dir, core=small_core)
    assert world.place("gn:703448") == gazetteer.place("gn:703448")
    names = {name.name for name in world.names("gn:703448")}
    assert names >= {name.name for name in gazetteer.names("gn:703448")}
    assert [place.id for place in world.places_named("kyiv")].count("gn:703448") == 1
    world.close()


def test_towns_of_crimea_are_ukraine_to_the_un_and_russia_de_facto(world_dir, small_core):
    world = Gazetteer.open(world_dir, core=small_core)
    (dzhankoy,) = (place for place in world.places_named("dzhankoy") if place.population > 20_000)
    assert (dzhankoy.country_code, dzhankoy.country_code_defacto) == ("UA", "RU")
    world.close()


def test_two_builds_give_equal_bytes(world_dir, tmp_path, small_core, small_source):
    build(tmp_path, THRESHOLD, core=small_core, source=small_source)
    one, other = current(world_dir / "gazetteer"), current(tmp_path / "gazetteer")
    assert one.name == other.name
    for name in (*FILES, "manifest.json"):
        assert (one / name).read_bytes() == (other / name).read_bytes()


def test_names_sorted_in_many_pieces_give_the_same_bytes(
    world_dir, tmp_path, small_core, small_source, monkeypatch
):
    monkeypatch.setattr("geo.gazetteer.writer._SORTED_KEYS", 1000)
    build(tmp_path, THRESHOLD, core=small_core, source=small_source)
    first, second = current(world_dir / "gazetteer"), current(tmp_path / "gazetteer")
    assert info(tmp_path)["names"] > 5 * 1000
    assert {path.name for path in second.iterdir()} == {path.name for path in first.iterdir()}
    for name in FILES:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_an_intact_index_is_not_built_again(world_dir, small_core, small_source):
    folder = current(world_dir / "gazetteer")
    before = (folder / "manifest.json").stat().st_mtime_ns
    steps = []
    assert (
        build(
            world_dir, THRESHOLD, lambda step, _done: steps.append(step), small_core, small_source
        )
        == folder
    )
    assert steps == []
    assert (folder / "manifest.json").stat().st_mtime_ns == before


def test_an_intact_index_has_no_problems_and_says_what_it_is(world_dir, small_core):
    assert check(world_dir, small_core) == []
    facts = info(world_dir)
    assert facts["threshold"] == THRESHOLD
    assert facts["places"] > 1_000
    assert "CC BY 4.0" in facts["credit"]
    assert facts["bytes"] == sum(facts["files"][name]["bytes"] for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_truncated_file_is_named_and_the_core_answers(copied, name, small_core):
    path = current(copied / "gazetteer") / name
    rewrite(path, path.read_bytes()[:-100])
    (problem,) = check(copied, small_core)
    assert f"{name} is truncated" in problem
    gazetteer = Gazetteer.open(copied, core=small_core)
    assert gazetteer.is_core_only
    assert f"{name} is truncated" in gazetteer.warnings[0]
    assert "dateline gazetteer build" in gazetteer.warnings[0]
    gazetteer.close()


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_byte_is_found_by_check(copied, name, small_core):
    path = current(copied / "gazetteer") / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    rewrite(path, bytes(content))
    (problem,) = check(copied, small_core)
    assert f"{name} is damaged" in problem


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(copied, name, small_core):
    (current(copied / "gazetteer") / name).unlink()
    assert f"{name} is missing" in check(copied, small_core)[0]
    gazetteer = Gazetteer.open(copied, core=small_core)
    assert f"{name} is missing" in gazetteer.warnings[0]
    gazetteer.close()


def test_a_flipped_posting_leads_to_an_error_and_not_to_another_place(copied, small_core):
    path = current(copied / "gazetteer") / "first.u32"
    content = bytearray(path.read_bytes())
    for at in range(0, len(content), 4):
        content[at] ^= 1
    rewrite(path, bytes(content))
    gazetteer = Gazetteer.open(copied, core=small_core)
    for key in ("pyongyang", "vladivostok", "kurchatov", "ulan-ude", "sevastopol"):
        with pytest.raises(GazetteerError, match="is damaged"):
            gazetteer.places_named(key)
    gazetteer.close()


@pytest.mark.parametrize("at", [0, 40, 1000, -1])
def test_a_flipped_bit_in_the_trie_is_named_when_it_is_opened(copied, at, small_core):
    path = current(copied / "gazetteer") / "names.marisa"
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    rewrite(path, bytes(content))
    gazetteer = Gazetteer.open(copied, core=small_core)
    assert gazetteer.is_core_only
    assert "names.marisa is damaged" in gazetteer.warnings[0]
    gazetteer.close()


def test_a_manifest_of_another_hand_is_refused(copied, small_core):
    path = current(copied / "gazetteer") / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["threshold"] = 1
    rewrite(path, json.dumps(manifest).encode())
    assert "seal does not match" in check(copied, small_core)[0]


def test_an_index_of_another_format_is_outdated(copied, small_core):
    from geo.gazetteer.layout import seal

    path = current(copied / "gazetteer") / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["format"] = 0
    manifest["seal"] = seal(manifest)
    rewrite(path, json.dumps(manifest).encode())
    assert "is outdated: format 0" in check(copied, small_core)[0]


def test_an_index_over_another_core_is_outdated(copied, tmp_path):
    core = tmp_path / "other-core"
    core.mkdir()
    header = "id,geonameid,wikidata_id,name,asciiname,alternatenames,latitude,longitude,"
    header += "feature_class,feature_code,country_code,country_code_defacto,admin1_code,"
    header += "admin2_code,population,boundary_id,precision,dispute_note,source"
    line = "dl:one,,,Onetown,Onetown,,51,36,P,PPL,RU,RU,41,,10,,city,,test"
    (core / "gazetteer.csv").write_text(f"{header}\n{line}\n", "utf-8")
    gazetteer = Gazetteer.open(copied, core=core)
    assert gazetteer.is_core_only
    assert "is outdated: it was built over another core" in gazetteer.warnings[0]
    gazetteer.close()


@pytest.mark.parametrize("content", ["../elsewhere", "", "world\x00", "worlds/of"])
def test_a_pointer_that_leads_elsewhere_is_refused(copied, content, small_core):
    (copied / "gazetteer" / "current").write_text(content, "utf-8")
    assert "is damaged" in check(copied, small_core)[0]


def test_a_missing_world_is_a_problem_to_check(tmp_path, small_core):
    assert "not built" in check(tmp_path, small_core)[0]
    with pytest.raises(GazetteerError, match="not built"):
        info(tmp_path)


def test_a_threshold_that_is_none_is_named(tmp_path):
    with pytest.raises(GazetteerError, match="threshold 123 is none of 500, 1000, 5000, 15000"):
        build(tmp_path, 123)


def test_a_folder_that_cannot_be_written_is_named(tmp_path, small_core, small_source):
    (tmp_path / "gazetteer").write_text("in the way", "utf-8")
    with pytest.raises(GazetteerError, match=r"cannot be written to .*gazetteer"):
        build(tmp_path, THRESHOLD, core=small_core, source=small_source)


def test_a_build_that_was_killed_leaves_the_old_index_and_is_cleared_away(
    world_dir, copied, small_core, small_source
):
    code = (
        "import sys; from pathlib import Path; from geo.gazetteer.world import build;"
        "build(Path(sys.argv[1]), 5000, core=Path(sys.argv[2]))"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(copied), str(small_core)])
    home = copied / "gazetteer"
    deadline = time.monotonic() + 60
    while not list(home.glob("world*.part/places.sqlite")) and time.monotonic() < deadline:
        time.sleep(0.02)
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert list(home.glob("world*.part"))
    assert check(copied, small_core) == []
    build(copied, THRESHOLD, core=small_core, source=small_source)
    assert list(home.glob("world*.part")) == []
    assert current(home).name == current(world_dir / "gazetteer").name


def test_an_interrupted_build_leaves_nothing(tmp_path, small_core, small_source):
    def interrupt(step, _done):
        if step == "reading places":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, THRESHOLD, interrupt, small_core, small_source)
    assert sorted(path.name for path in (tmp_path / "gazetteer").iterdir()) == ["build.lock"]


def test_two_builders_at_once_build_once(tmp_path, small_core, small_source):
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        one, other = pool.starmap(
            build, [(tmp_path, THRESHOLD, None, small_core, small_source)] * 2
        )
    assert one == other
    assert check(tmp_path, small_core) == []
    assert [path.name for path in (tmp_path / "gazetteer").glob("world*")] == [one.name]


def test_objects_are_read_across_the_edges_of_pieces(tmp_path, monkeypatch):
    path = tmp_path / "cities.json"
    cities = {str(at): {"name": f"T{at} }}, {{ é", "n": [at]} for at in range(50)}
    path.write_text(json.dumps(cities, ensure_ascii=False), "utf-8")
    for size in (7, 64, 1 << 20):
        monkeypatch.setattr("geo.gazetteer.world._CHUNK", size)
        assert list(stream_objects(path)) == list(cities.values())


def test_a_file_that_ends_early_is_named(tmp_path):
    path = tmp_path / "cities.json"
    path.write_text('{"1": {"a": 1}, "2": {"b"', "utf-8")
    with pytest.raises(GazetteerError, match=r"cities\.json is damaged: it ends inside"):
        list(stream_objects(path))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Москва", True),
        ("al-Hasakah", True),
        ("京", True),
        ("Ō", False),
        ("SVO", False),
        ("mwskw", False),
        ("https://example.org", False),
    ],
)
def test_codes_and_romanisations_are_no_names(text, kept):
    assert is_name(text) is kept
