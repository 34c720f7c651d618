"""The disagreement view and the timeline as served: tables, bars, links, and bad parameters."""

import dataclasses
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from layers.reader import read
from reading.article import read_article
from web.axis import day_axis, number_axis

SAMPLE = "/maps/nk-soldiers-kursk"
QUESTIONS, TIMELINE = f"{SAMPLE}/questions", f"{SAMPLE}/timeline"


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("path", [QUESTIONS, TIMELINE])
def test_nothing_is_inline_and_one_policy_holds(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]
    for tag, attributes in tags(answer.text):
        assert tag != "style"
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        if tag == "script" and attributes.get("type") != "application/json":
            assert (attributes["src"] or "").startswith("/static/")


@pytest.mark.parametrize("path", [QUESTIONS, TIMELINE])
def test_the_same_map_gives_the_same_bytes(client, path):
    assert client.get(path).data == client.get(path).data


@pytest.mark.parametrize("page", [SAMPLE, f"{SAMPLE}/claims", QUESTIONS, TIMELINE])
def test_every_page_of_a_map_leads_to_both(client, page):
    links = {a.get("href") for tag, a in tags(client.get(page).text) if tag == "a"}
    assert {QUESTIONS, TIMELINE} <= links


def test_the_table_has_a_head_for_every_row_and_column(client):
    found = tags(client.get(QUESTIONS).text)
    columns = sum(tag == "th" and a.get("scope") == "col" for tag, a in found)
    rows = sum(tag == "th" and a.get("scope") == "row" for tag, a in found)
    cells = sum(tag == "td" for tag, _ in found)
    assert rows >= 3
    assert cells == rows * (columns - 1)
    assert sum(tag == "caption" for tag, _ in found) == 1


def test_every_cell_leads_to_its_sentence_and_to_the_map(client):
    html = client.get(QUESTIONS).text
    known = set(client.get(f"{SAMPLE}/drawing.json").json["claims"])
    links = [a["href"] or "" for tag, a in tags(html) if tag == "a" and a.get("class") == "chip"]
    assert links
    reader = client.get(SAMPLE).text
    for link in links:
        claim, paragraph = re.fullmatch(rf"{SAMPLE}\?claim=([^#&]+)#(p\d+)", link).groups()
        assert claim in known
        assert f'id="{paragraph}"' in reader or paragraph == "p1"
    assert f'href="{SAMPLE}/map?claim=' in html


def test_words_stand_beside_every_bar(client):
    html = client.get(QUESTIONS).text
    blocks = [block.split('<p class="ways">')[0] for block in html.split('<div class="answer')[1:]]
    with_bar = [block for block in blocks if "<svg" in block]
    assert with_bar
    for block in with_bar:
        assert re.search(r'<p class="value"><bdi>[^<]+ (camps|soldiers)</bdi>', block)
        assert 'aria-hidden="true"' in block.split("<svg")[1].split(">")[0]


def test_a_map_without_disagreement_says_so(make_app, document):
    app = make_app()
    peaceful = dataclasses.replace(document, id="peace", annotations=document.annotations[:1])
    app.extensions["dateline"].store.add(peaceful)
    page = app.test_client().get("/maps/peace/questions").text
    assert "No two speakers of this map answer the same question" in page
    assert "<table" not in page
    assert "Asked of one speaker only" in page


def test_answers_of_several_reports_name_their_outlet(make_app):
    app = make_app()
    context = app.extensions["dateline"]
    articles = [
        read_article(
            f"The {who} said on Thursday that {number} people had died in floods in Ghana.",
            id=f"report-{number}",
            date="2024-10-24",
            publisher=f"Paper {number}",
        )
        for who, number in (("Red Cross", 41), ("interior ministry", 27))
    ]
    context.store.add(read(articles, context.gazetteer, context.boundaries, id="floods"))
    html = app.test_client().get("/maps/floods/questions").text
    row = html.split('<tr role="row" id="how-many')[1].split("</tr>")[0]
    assert "Paper 41, 24 Oct 2024" in row
    assert "Paper 27, 24 Oct 2024" in row
    assert "<b>differs</b>" in row
    assert "#report-27-p" in row


def test_a_map_that_is_not_there_is_not_found(client):
    assert client.get("/maps/none/questions").status_code == 404
    assert client.get("/maps/none/timeline").status_code == 404


def shown_moments(html: str) -> list[str | None]:
    return [
        a["data-moment"]
        for tag, a in tags(html)
        if tag == "li" and "data-moment" in a and "hidden" not in a
    ]


def test_without_a_choice_every_claim_is_on_the_timeline(client):
    known = set(client.get(f"{SAMPLE}/drawing.json").json["claims"])
    assert set(shown_moments(client.get(TIMELINE).text)) == known


def test_the_form_filters_without_script(client):
    whole = shown_moments(client.get(TIMELINE).text)
    html = client.get(
        TIMELINE, query_string={"filter": "days", "lane": "said", "to": "2024-10-23"}
    ).text
    kept = shown_moments(html)
    assert 0 < len(kept) < len(whole)
    assert f"{len(kept)} of {len(whole)} claims shown" in html
    said = {
        f["properties"]["claim_id"]: f["properties"]["statement_date_start"]
        for f in client.get(f"{SAMPLE}.geojson").json["features"]
    }
    assert all(said[claim] is None or said[claim] <= "2024-10-23" for claim in kept)
    assert 'value="2024-10-23"' in html


def test_the_undated_leave_only_when_their_box_is_not_ticked(client):
    bare = {"filter": "days", "lane": "refers"}
    with_them = shown_moments(client.get(TIMELINE, query_string={**bare, "undated": 1}).text)
    without = shown_moments(client.get(TIMELINE, query_string=bare).text)
    undated = re.search(r'undated-count">(\d+)<', client.get(TIMELINE).text)
    assert len(with_them) - len(without) == int(undated.group(1)) > 0


@pytest.mark.parametrize(
    "query",
    [
        {"from": "yesterday"},
        {"to": "2024-02-30"},
        {"from": "2024-10-24", "to": "2024-10-23"},
        {"lane": "both"},
        {"from": "{{5309*2741}}"},
    ],
)
def test_days_that_are_none_are_refused_in_words(client, query):
    answer = client.get(TIMELINE, query_string=query, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert next(iter(query)) in answer.text or "to" in answer.text
    assert "14551969" not in answer.text


@pytest.mark.parametrize(
    ("values", "top", "labels"),
    [
        ([3, 5], 6.0, ["0", "2", "4", "6"]),
        ([1], 2.0, ["0", "1", "2"]),
        ([12000, 13200], 15000.0, ["0", "5,000", "10,000", "15,000"]),
        ([0], 2.0, ["0", "1", "2"]),
        ([41.7], 60.0, ["0", "20", "40", "60"]),
        ([2.5e9], 3e9, ["0", "1,000,000,000", "2,000,000,000", "3,000,000,000"]),
    ],
)
def test_the_axis_of_a_row_begins_at_nought_and_ends_round(values, top, labels):
    axis = number_axis(values)
    assert axis.top == top
    assert [tick.label for tick in axis.ticks] == labels
    assert axis.at(0) == 0.0
    assert axis.at(top) == 100.0


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2024, 10, 24), date(2024, 10, 24), ["24 Oct 2024"]),
        (date(2024, 10, 21), date(2024, 10, 23), ["21 Oct 2024", "22 Oct", "23 Oct"]),
        (date(2024, 6, 1), date(2024, 10, 24), ["Jun 2024", "Jul", "Aug", "Sep", "Oct"]),
        (date(2024, 11, 1), date(2025, 2, 10), ["Nov 2024", "Dec", "Jan 2025", "Feb"]),
    ],
)
def test_the_axis_of_days_is_marked_at_round_days(first, last, labels):
    axis = day_axis(first, last)
    assert [tick.label for tick in axis.ticks] == labels
    assert axis.start(first) == 3.0
    assert axis.end(last) == 97.0
