"""The terminal as scripts use it: results on stdout, one line of error, exit status 0, 1, 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample" / "nk-soldiers-kursk.txt"
TEXT = "Floods reached Lagos on Monday, the health ministry said.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def dateline(home):
    """Run the command as a new user would; return the finished process."""

    def run(*arguments, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "dateline", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env={**os.environ, "DATELINE_DATA": str(home), "DATELINE_GAZETTEER": "core"},
        )

    return run


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_pipe_is_written_into_and_a_link_followed(dateline, report, tmp_path):
    pipe, link, target = tmp_path / "pipe", tmp_path / "link.json", tmp_path / "target.json"
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDWR | os.O_NONBLOCK), "rb") as reading:
        assert dateline("geoparse", report, "-o", pipe).returncode == 0
        assert json.loads(reading.readline())["places"][0]["name"] == "Lagos"
    assert pipe.is_fifo()
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    assert dateline("geoparse", report, "-o", link).returncode == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["places"][0]["name"] == "Lagos"


def test_read_writes_a_feature_collection(dateline, report):
    result = dateline("read", report, "--date", "2024-10-24", "--publisher", "The Post")
    assert result.returncode == 0, result.stderr
    data = json.loads(result.stdout)
    (feature,) = data["features"]
    own = feature["properties"]
    assert own["place"] == "Lagos"
    assert own["source"] == "the health ministry" or "health ministry" in own["source"]
    assert (own["date_start"], own["date_end"]) == ("2024-10-21", "2024-10-21")
    assert own["publisher"] == "The Post"
    assert TEXT[own["start"] : own["end"]] == own["quote"]


def test_two_runs_give_equal_bytes(dateline):
    one = dateline("read", SAMPLE, "--date", "2024-10-24")
    two = dateline("read", SAMPLE, "--date", "2024-10-24")
    assert one.returncode == 0, one.stderr
    assert one.stdout == two.stdout


def test_the_stand_alone_map_is_the_same_bytes_twice(dateline, tmp_path):
    for name in ("one.html", "two.html"):
        result = dateline("map", SAMPLE, "--date", "2024-10-24", "-o", tmp_path / name)
        assert result.returncode == 0, result.stderr
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_quotes_only_leaves_the_full_text_out(dateline, tmp_path):
    dateline("map", SAMPLE, "--date", "2024-10-24", "--quotes-only", "-o", tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    full = dateline("map", SAMPLE, "--date", "2024-10-24").stdout.decode()
    assert len(page) < len(full)


def test_a_map_may_hold_several_reports(dateline, report, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("The army denied that troops had entered Nairobi.", encoding="utf-8")
    result = dateline("map", report, other, "--date", "2024-10-24")
    assert result.returncode == 0, result.stderr
    assert b"Lagos" in result.stdout
    assert b"Nairobi" in result.stdout


def test_explain_says_for_each_sentence_what_fired(dateline):
    result = dateline("read", SAMPLE, "--date", "2024-10-24", "--explain")
    assert result.returncode == 0, result.stderr
    out = result.stdout.decode()
    assert "five camps" in out
    camps = out.split("They are being prepared at five camps", 1)[1].split("\n\n", 1)[0]
    assert (
        "Ukraine’s Defense Intelligence Agency (intelligence_agency, named in an earlier" in camps
    )
    assert "5 camps, exactly [5, 5]" in camps
    assert "Russian Far East (event_location, vague_area)" in camps
    assert "rules     " in camps
    assert out.count("\n\n") > 20


def test_geoparse_reads_standard_input(dateline):
    result = dateline("geoparse", stdin=TEXT.encode())
    (place,) = json.loads(result.stdout)["places"]
    assert (place["text"], place["country_code"], place["kind"]) == ("Lagos", "NG", "literal")
    assert TEXT[place["start"] : place["end"]] == "Lagos"


def test_a_report_without_claims_or_places_says_so(dateline):
    result = dateline("read", "-", "--date", "2024-10-24", stdin=b"He hoped so.")
    assert json.loads(result.stdout)["warnings"][-1] == (
        "No place was found in this report, so nothing of it is drawn."
    )
    assert b"warning: No place was found" in result.stderr


def test_geoparse_answers_each_line_with_a_line(dateline):
    lines = [
        b'{"id": 1, "text": "Rain fell in Nairobi."}',
        b"not json",
        b'{"id": 3}',
        b'{"id": 4, "text": "\xff"}',
        b"[1, 2]",
        b'{"id": "six", "text": "Snow fell in Oslo."}',
    ]
    result = dateline("geoparse", "--jsonl", stdin=b"\n".join(lines))
    assert result.returncode == 0, result.stderr
    out = [json.loads(line) for line in result.stdout.splitlines()]
    assert [o["id"] for o in out] == [1, None, None, None, None, "six"]
    assert ["error" in o for o in out] == [False, True, True, True, True, False]
    assert "line 2" in out[1]["error"]
    assert out[5]["places"][0]["name"] == "Oslo"


def test_geocode_ranks_and_filters(dateline):
    found = json.loads(dateline("geocode", "Paris").stdout)["features"]
    assert found[0]["properties"]["country_code"] == "FR"
    assert json.loads(dateline("geocode", "Paris", "--country", "XX").stdout)["features"] == []


def test_geocode_the_other_way(dateline):
    found = json.loads(dateline("geocode", "--reverse", "3.39,6.45", "--limit", "1").stdout)
    assert found["features"][0]["properties"]["name"] == "Lagos"


def test_a_map_is_added_listed_and_removed(dateline, report):
    assert dateline("add", report, "--date", "2024-10-24", "--id", "floods").stdout == b"floods\n"
    assert b"floods\t2024-10-24\t" in dateline("list").stdout
    again = dateline("add", report, "--date", "2024-10-24", "--id", "floods")
    assert again.returncode == 1
    assert b"'floods' is kept already" in again.stderr
    assert dateline("remove", "floods").returncode == 0
    gone = dateline("remove", "floods")
    assert gone.returncode == 1
    assert b"no map 'floods'" in gone.stderr


def test_evaluate_scores_the_sample(dateline):
    gold = ROOT / "tests" / "articles" / "nk-soldiers-kursk.gold.json"
    result = dateline("evaluate", "claims", gold, SAMPLE, "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["figures"]["quote_exact"]["value"] == 1.0
    mentions = dateline("evaluate", "mentions", gold, SAMPLE)
    assert b"right" in mentions.stdout


def test_evaluate_scores_what_geoparse_wrote(dateline, tmp_path):
    gold = tmp_path / "gold.jsonl"
    record = {"id": "a", "text": "Floods hit Lagos and Accra."}
    lagos = {"start": 11, "end": 16, "text": "Lagos", "lat": 6.45, "lon": 3.39, "fcode": "PPLA"}
    accra = {"start": 21, "end": 26, "text": "Accra", "lat": 5.55, "lon": -0.2, "fcode": "PPLC"}
    gold.write_text(json.dumps(record | {"toponyms": [lagos, accra]}) + "\n", "utf-8")
    written = dateline("geoparse", "--jsonl", gold).stdout
    saved = tmp_path / "places.jsonl"
    saved.write_bytes(written)
    fresh = dateline("evaluate", "places", gold)
    assert fresh.returncode == 0, fresh.stderr
    assert fresh.stdout == dateline("evaluate", "places", gold, "--predicted", saved).stdout
    table = fresh.stdout.decode()
    assert "end to end                 P 100.0  R 100.0  F1 100.0" in table
    assert "expected calibration error" in table
    assert len([line for line in table.splitlines() if " to " in line and "  0." in line]) == 10
    saved.write_text('{"id": "a", "places": []}\n', "utf-8")
    nothing = dateline("evaluate", "places", gold, "--predicted", saved).stdout.decode()
    assert "end to end                 P   0.0  R   0.0" in nothing


def test_evaluate_scores_saved_proposals_beside_the_rules(dateline, tmp_path):
    articles = ROOT / "tests" / "articles"
    gold, text, proposals = (
        articles / f"flood-bangladesh{end}" for end in (".gold.json", ".txt", ".proposals.json")
    )
    alone = json.loads(dateline("evaluate", "claims", gold, text, "--json").stdout)
    result = dateline("evaluate", "claims", gold, text, "--proposals", proposals, "--json")
    assert result.returncode == 0, result.stderr
    assert b"Chhatak was swept away" in result.stderr
    beside = json.loads(result.stdout)
    assert beside["rules"] == alone
    figures = beside["proposals"]["figures"]
    assert figures["precision"] == {"value": 1.0, "n": 14}
    assert figures["quantity"]["value"] == 1.0
    table = dateline("evaluate", "claims", gold, text, "--proposals", proposals).stdout.decode()
    assert table.splitlines()[1].split() == ["rules", "proposals"]
    bad = tmp_path / "bad.json"
    bad.write_text('[{"quote": "x"}]', encoding="utf-8")
    refused = dateline("evaluate", "claims", gold, text, "--proposals", bad)
    assert refused.returncode == 1
    assert refused.stderr.endswith(b"bad.json: proposal 1: 'stance' must be a string\n")


def test_the_gazetteer_says_what_answers(dateline):
    info = json.loads(dateline("gazetteer", "info").stdout)
    assert info["kind"] == "core"
    check = dateline("gazetteer", "check")
    assert check.returncode == 1
    assert b"not built" in check.stdout


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", b"empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b""),
        (b"Rain in Oslo.\x00", b""),
        (b"Rain in Oslo\xff\xfe.", b""),
        (b" \n\t \n", b"empty"),
    ],
    ids=["empty", "picture", "nul", "invalid utf-8", "blank"],
)
def test_what_is_no_article_is_one_clear_line(dateline, tmp_path, content, words):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    out = tmp_path / "out.geojson"
    result = dateline("read", path, "--date", "2024-10-24", "-o", out)
    assert result.returncode == 1
    assert result.stdout == b""
    assert result.stderr.count(b"\n") == 1
    assert b"Traceback" not in result.stderr
    assert words in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "missing.txt", "--date", "2024-10-24"),
        ("read", "{report}", "--date", "2024-10-24", "-o", "{tmp}/no/such/folder/x"),
        ("read", "{report}", "--overrides", "missing.csv"),
        ("add", "{report}", "--id", "Not.A.Slug"),
        ("geocode",),
        ("geocode", "--reverse", "north"),
        ("geocode", "--reverse", "200,95"),
        ("evaluate", "places", "missing.jsonl"),
    ],
    ids=" ".join,
)
def test_a_failure_is_one_line_and_status_1(dateline, report, tmp_path, arguments):
    given = [a.format(report=report, tmp=tmp_path) for a in arguments]
    result = dateline(*given)
    assert result.returncode == 1
    errors = [line for line in result.stderr.splitlines() if b"warning" not in line]
    assert len(errors) == 1
    assert errors[0].startswith(b"dateline " + given[0].encode())
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("read",),
        ("gazetteer",),
        ("geocode", "--limit", "many"),
        ("read", "report.txt", "--date", "2024-02-30"),
        ("add", "report.txt", "--date", "yesterday"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(dateline, arguments):
    result = dateline(*arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"--help" in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        "read",
        "map",
        "geoparse",
        "geocode",
        "evaluate",
        "gazetteer",
        "add",
        "list",
        "remove",
        "serve",
    ],
)
def test_every_command_has_help_with_an_example(dateline, command):
    result = dateline(command, "--help")
    assert result.returncode == 0
    assert "example: " in result.stdout.decode()
    assert f"dateline {command}" in result.stdout.decode()


def test_no_date_is_a_warning_not_a_guess(dateline, report):
    result = dateline("read", report)
    assert result.returncode == 0
    own = json.loads(result.stdout)["features"][0]["properties"]
    assert (own["date_start"], own["date_end"], own["date_published"]) == (None, None, None)
    assert b"No publication date" in result.stderr


def test_another_language_gives_places_only(dateline, tmp_path):
    path = tmp_path / "bericht.txt"
    path.write_text(
        "Die Regierung in Berlin hat am Montag erklärt, dass die Truppen nicht nach Warschau "
        "verlegt werden. Das sagte ein Sprecher der Regierung bei einer Konferenz in München.",
        encoding="utf-8",
    )
    result = dateline("read", path, "--date", "2024-10-24")
    data = json.loads(result.stdout)
    assert {f["properties"]["event_type"] for f in data["features"]} == {"mention"}
    assert {f["properties"]["place"] for f in data["features"]} >= {"Berlin", "München"}
    assert "The text is not in English: places only, no claims." in data["warnings"]


def test_text_that_looks_like_a_template_stays_text(dateline, tmp_path):
    path = tmp_path / "report.txt"
    words = (
        "The mayor said that the {{ 7 * 7 }} {% raw %} {# no #} ${x} `y` </script> flood has "
        "reached Lagos and that the water is still rising."
    )
    path.write_text(words, encoding="utf-8")
    result = dateline("read", path, "--date", "2024-10-24")
    assert result.returncode == 0, result.stderr
    assert any(
        "{{ 7 * 7 }}" in f["properties"]["quote"] for f in json.loads(result.stdout)["features"]
    )


@pytest.mark.parametrize(
    "content",
    [b"x" * 10_000_000, "Ł".encode() * 5_000_000, b"Lagos " * 20_000, "á".encode() * 100_000],
    ids=["10 MB without a space", "letters of two bytes", "one name again and again", "marks"],
)
def test_monstrous_texts_are_read_to_the_end(dateline, tmp_path, content):
    path = tmp_path / "long.txt"
    path.write_bytes(content)
    result = dateline("geoparse", path, "-o", tmp_path / "out.json")
    assert result.returncode == 0, result.stderr
    places = json.loads((tmp_path / "out.json").read_bytes())["places"]
    assert len(places) == content.count(b"Lagos")
