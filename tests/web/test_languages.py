"""Every word of the interface is translated, and the reports' own words stay what they are."""

import csv
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest

from geo.data import data_path
from layers import citations, style
from layers.lexicon import table
from layers.model import HowMany
from layers.questions import RELATION_WORDS
from reading.model import SourceType
from web import catalogue, language, phrases, scriptwords, words

WEB = Path(language.__file__).parent
SAMPLE = "/maps/nk-soldiers-kursk"
PAGES = (
    "/",
    SAMPLE,
    *(
        f"{SAMPLE}/{name}"
        for name in ("map", "claims", "questions", "timeline", "places", "method")
    ),
)
TRANSLATED = tuple(code for code in language.LANGUAGES if code != language.SOURCE)
FIELD = re.compile(r"%\(\w+\)s|%%|\{\w+\}|</?\w+[^>]*>")
OURS = re.compile(
    r"Dateline|GeoJSON|Leaflet|GeoNames|Natural Earth|Unicode CLDR|Unicode|CC BY|BSD|Clause|sha256"
)


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_message_is_left_untranslated(code):
    assert catalogue.missing(catalogue.read(code)) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_catalogue_holds_just_what_the_sources_say(code):
    kept = catalogue.path_of(code).read_bytes()
    assert kept == catalogue.written(catalogue.updated(code)), "run python -m web.catalogue"


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_text(code):
    compiled = catalogue.path_of(code).with_suffix(".mo").read_bytes()
    assert compiled == catalogue.compiled(catalogue.read(code)), "run python -m web.catalogue"


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_fills_the_same_fields_and_holds_the_same_tags(code):
    for message in catalogue.read(code):
        if not message.id:
            continue
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        wanted = sorted(set(FIELD.findall(ids[-1])))
        for form in forms:
            assert sorted(set(FIELD.findall(form))) == wanted, message.id


def test_templates_say_nothing_past_the_catalogue():
    """What is left of a template without its tags and expressions holds no words."""
    block = re.compile(
        r"\{% trans\b.*?\{% endtrans %\}|\{% block body_class %\}.*?\{% endblock %\}", re.DOTALL
    )
    code = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!doctype html>", re.DOTALL)
    spoken = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')
    for path in sorted((WEB / "templates").glob("*.html")):
        bare = code.sub("", block.sub("", path.read_text(encoding="utf-8")))
        said = [*spoken.findall(bare), re.sub(r"<[^>]*>", "", bare, flags=re.DOTALL)]
        left = [re.findall(r"[^\W\d_]{2,}", OURS.sub("", one)) for one in said]
        assert not any(left), (path.name, left)


def test_scripts_ask_only_for_words_that_the_page_brings():
    asked = {
        name
        for path in (WEB / "static" / "js").glob("*.js")
        for name in re.findall(r'\bsay\("(\w+)"', path.read_text(encoding="utf-8"))
    }
    sides = {"north", "south", "east", "west"}
    assert asked | sides == set(scriptwords.WORDS) | set(scriptwords.COUNTED)


def test_the_words_of_the_other_rooms_are_known():
    with data_path("curated", "event_types.tsv").open(encoding="utf-8", newline="") as handle:
        events = list(csv.DictReader(handle, delimiter="\t"))
    asked = table("event_questions").values()
    spoken = {
        *style.STATUS_WORDS.values(),
        *style.PRECISION_WORDS.values(),
        *RELATION_WORDS.values(),
        *(row["event_type"].replace("_", " ") for row in events),
        *(row["group_label"] for row in events),
        *(row["question"] for row in table("count_questions").values()),
        *(row["where"] for row in asked if row["where"] != "-"),
        *(row["whether"] for row in asked),
        *(k.replace("_", " ") for k in get_args(SourceType) if k not in {"narrator", "other"}),
        *(citations.disclaimer(view).rstrip(".") for view in ("un", "defacto")),
        citations.GAZETTEER_CREDIT.rstrip("."),
        citations.BOUNDARY_CREDIT.rstrip("."),
    }
    assert spoken <= set(phrases.forms())


@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [
        (
            "Outline of Kursk Oblast: the text says only “Kursk region”.",
            "Контур: Курська область: у тексті сказано лише «Kursk region».",
        ),
        ("Where are the soldiers from North Korea?", "Де солдати (звідки: Північна Корея)?"),
        ("Did the soldiers come to Russia?", "Чи прибули солдати (куди: Росія)?"),
        ("How many camps?", "Скільки таборів?"),
        ("How many gizmos?", "Скільки «gizmos»?"),
        (
            "How many of the camps in Charlton County?",
            "Скільки з-поміж таборів (де: Округ Charlton)?",
        ),
        ("How many were killed in Assam?", "Скільки загиблих (де: Ассам)?"),
        ("five unnamed camps in Russian Far East", "табори без назви (five): Далекий Схід Росії"),
        ("northern Kenya", "Кенія (північ)"),
        ("Russia-Ukraine border zone", "Прикордоння: Росія і Україна"),
    ],
)
def test_sentences_of_the_other_rooms_are_told_in_ukrainian(english, ukrainian):
    with language.speaking("uk"):
        assert phrases.phrase(english) == ukrainian
    assert phrases.phrase(english) == english


def test_what_no_form_fits_is_shown_as_it_is_and_marked_as_english():
    with language.speaking("uk"):
        assert phrases.said("A new <doubt>") == '<bdi lang="en">A new &lt;doubt&gt;</bdi>'
        assert phrases.phrase("Something else: the text says only “Kursk”.") == (
            "Something else: the text says only “Kursk”."
        )


@pytest.mark.parametrize(
    ("number", "qualifier", "unit", "said"),
    [
        (1.0, None, "soldiers", "1 солдат"),
        (3.0, None, "camps", "3 табори"),
        (5.0, None, "camps", "5 таборів"),
        (21.0, None, "dead", "21 загиблий"),
        (3.0, "at_least", "officers", "щонайменше 3 офіцери"),
        (3.0, "approximately", "officers", "близько 3 офіцерів"),
        (2.0, "up_to", "people", "до 2 осіб"),
        (None, "dozens", "missing", "десятки зниклих безвісти"),
        (None, "some", "soldiers", "якась кількість солдатів"),
        (2.5, None, "kilometres", "2,5 км"),
        (7.0, None, "gizmos", "7 gizmos"),
    ],
)
def test_what_is_counted_takes_the_form_that_ukrainian_asks_for(number, qualifier, unit, said):
    with language.speaking("uk"):
        assert words.quantity(HowMany(number, None, None, qualifier, unit, None)) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 твердження"),
        (2, "2 твердження"),
        (5, "5 тверджень"),
        (11, "11 тверджень"),
        (21, "21 твердження"),
        (112, "112 тверджень"),
    ],
)
def test_ukrainian_counts_by_its_own_rules(count, said):
    with language.speaking("uk"):
        assert language.ngettext("%(num)s claim", "%(num)s claims", count) == said


def test_the_browser_gets_every_form_by_its_name():
    with language.speaking("uk"):
        forms = language.forms("%(num)s place", "%(num)s places")
    assert forms == {
        "one": "%(num)s місце",
        "few": "%(num)s місця",
        "many": "%(num)s місць",
    }
    assert set(language.forms("%(num)s place", "%(num)s places")) == {"one", "other"}


def test_numbers_and_days_are_written_as_the_language_writes_them():
    many = HowMany(12000.0, None, None, "approximately", "soldiers", None)
    with language.speaking("uk"):
        assert words.quantity(many) == "близько 12\u00a0000 солдатів"
    assert words.quantity(many) == "about 12,000 soldiers"


@pytest.mark.parametrize(
    ("query", "header", "spoken"),
    [
        ("", None, "en"),
        ("", "uk", "uk"),
        ("", "uk-UA,uk;q=0.9,en;q=0.5", "uk"),
        ("", "de,fr;q=0.7", "en"),
        ("?lang=uk", "en", "uk"),
        ("?lang=en", "uk", "en"),
        ("?lang=xx", "uk", "uk"),
        ("?lang=<script>", None, "en"),
    ],
)
def test_the_address_decides_the_language_then_the_browser(client, query, header, spoken):
    headers = {"Accept-Language": header} if header else {}
    for path in PAGES:
        answer = client.get(f"{path}{query}", headers=headers)
        assert f'<html lang="{spoken}" dir="ltr">' in answer.text
        assert "Accept-Language" in answer.headers["Vary"]


class Links(HTMLParser):
    """Where a page leads: its links, the forms that post, and the forms that ask."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.asking_forms = 0
        self.kept = 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" and "hreflang" not in given:
            self.links.append(given["href"])
        if tag == "form" and given["method"] == "post":
            self.links.append(given["action"])
        self.asking_forms += tag == "form" and given["method"] == "get"
        self.kept += (given.get("type"), given.get("name"), given.get("value")) == (
            "hidden",
            "lang",
            "uk",
        )


@pytest.mark.parametrize("path", PAGES)
def test_a_chosen_language_stays_in_every_link_to_a_page(client, path):
    page = Links()
    page.feed(client.get(f"{path}?lang=uk").text)
    to_pages = [
        a for a in page.links if not a.startswith(("#", "http", "/static")) and ".geojson" not in a
    ]
    assert to_pages
    assert [a for a in to_pages if "lang=uk" not in a] == []
    assert page.kept == page.asking_forms


def test_without_a_choice_no_link_names_a_language(client):
    page = Links()
    page.feed(client.get(SAMPLE, headers={"Accept-Language": "uk"}).text)
    assert [a for a in page.links if "lang=" in a.replace("?lang=uk", "")] == []


def test_the_report_and_its_quotes_stay_english_on_a_ukrainian_page(client, app):
    text = client.get(f"{SAMPLE}?lang=uk").text
    document = app.extensions["dateline"].store.get("nk-soldiers-kursk")
    assert text.count('<blockquote><p dir="ltr" lang="en">') == len(document.claims())
    assert '<p dir="ltr" lang="en">' in text


def test_a_stand_alone_file_speaks_the_language_too(client):
    text = client.get(f"{SAMPLE}.html?lang=uk").text
    assert '<html lang="uk" dir="ltr">' in text
    assert "Хто каже" in text


def test_errors_are_told_in_the_language_of_the_reader(client):
    answer = client.get("/maps/none", headers={"Accept": "text/html", "Accept-Language": "uk"})
    assert "<h1>Не знайдено</h1>" in answer.text


def test_the_terminal_s_file_speaks_the_language_that_is_asked_for(document):
    from dateline.api import MapDocument
    from layers.errors import ExportError

    made = MapDocument(**{name: getattr(document, name) for name in document.__dataclass_fields__})
    assert '<html lang="uk" dir="ltr">' in made.to_html(lang="uk").decode()
    assert '<html lang="en" dir="ltr">' in made.to_html().decode()
    with pytest.raises(ExportError, match="choose en or uk"):
        made.to_html(lang="xx")


def test_a_frame_speaks_the_language_of_the_address_it_was_asked_for(client):
    address = f"http://localhost{SAMPLE}?lang=uk"
    html = client.get("/oembed", query_string={"url": address}).json["html"]
    assert 'title="Мапа: ' in html
    assert "/embed/nk-soldiers-kursk?lang=uk" in html
