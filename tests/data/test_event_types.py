"""The closed list of event types: the one that reading finds, in groups that people understand."""

import csv
from itertools import groupby
from pathlib import Path

from reading.events import event_types

DATA = Path(__file__).resolve().parents[2] / "data"
WITHOUT_WORDS = {"mention", "other", "sport"}
PLOVER = {
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE"),
    *("MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"),
}
"""The sixteen event types of PLOVER, which followed CAMEO's twenty root codes."""


def table() -> list[dict[str, str]]:
    with (DATA / "curated" / "event_types.tsv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t"))


def test_the_list_is_what_reading_finds_and_what_has_no_words() -> None:
    types = [row["event_type"] for row in table()]
    assert len(types) == len(set(types))
    assert set(types) == event_types() | WITHOUT_WORDS


def test_every_group_stands_together_under_one_label_with_its_types_sorted() -> None:
    rows = table()
    groups = [group for group, _ in groupby(rows, key=lambda row: row["group"])]
    assert len(groups) == len(set(groups)), "a group is torn apart"
    labels = {(row["group"], row["group_label"]) for row in rows}
    assert len(labels) == len(groups) == len({label for _, label in labels})
    for group in groups:
        types = [row["event_type"] for row in rows if row["group"] == group]
        assert types == sorted(types), group


def test_codes_are_plover_s_and_every_type_is_described() -> None:
    rows = {row["event_type"]: row for row in table()}
    assert {row["plover"] for row in rows.values()} <= PLOVER | {""}
    assert rows["attack"]["plover"] == "ASSAULT"
    assert rows["treaty"]["plover"] == "AGREE"
    assert rows["diplomatic_contact"]["plover"] == "CONSULT"
    assert rows["protest"]["plover"] == "PROTEST"
    assert rows["disaster"]["plover"] == "", "PLOVER counts what political actors do"
    assert all(len(row["description"]) > 15 for row in rows.values())


def test_what_fits_nowhere_comes_last() -> None:
    assert table()[-1]["group"] == "other"
