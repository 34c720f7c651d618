"""Every row of the lexicons of times, quantities and segments does what it is there for."""

import datetime as dt

import pytest

from reading import lexicon
from reading.article import read_article
from reading.errors import LexiconError
from reading.language import language_of
from reading.lexicon import rows
from reading.model import Article
from reading.numerals import number_value
from reading.quantities import quantities
from reading.segment import segment
from reading.timex import time_expressions
from reading.words import verb_form, verb_forms

OURS = (
    "abbreviations",
    "calendar_names",
    "casualty_words",
    "change_verbs",
    "currencies",
    "designators",
    "dual_nouns",
    "function_words",
    "holidays",
    "irregular_plurals",
    "kickers",
    "named_weekdays",
    "numbers",
    "one_idioms",
    "phrase_breaks",
    "quantity_qualifiers",
    "quotation_verbs",
    "sentence_openers",
    "units",
    "vague_quantities",
)


def column(name, key):
    return [row[key] for row in rows(name)]


def cut(text):
    return [s.span.of(text) for s in segment(Article(id="x", text=text, sha256="")).sentences]


def read(text):
    return quantities(text, 0, len(text))


def times(text):
    return time_expressions(text, 0, len(text), dt.date(2024, 10, 24), tense="past")


@pytest.mark.parametrize("name", OURS)
def test_a_lexicon_is_sorted_and_has_no_row_twice(name):
    lines = ["\t".join(row.values()) for row in rows(name)]
    assert lines == sorted(lines)
    assert len(lines) == len(set(lines))


def test_a_damaged_lexicon_is_named_with_its_line(tmp_path, monkeypatch):
    (tmp_path / "broken.tsv").write_text("# remark\nword\tclass\nyes\tgood\nno\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    with pytest.raises(
        LexiconError, match=r"broken\.tsv, line 4: 1 columns where the header has 2"
    ):
        rows("broken")
    with pytest.raises(LexiconError, match="no lexicon 'absent'"):
        rows("absent")


@pytest.mark.parametrize("row", rows("abbreviations"), ids=lambda row: row["abbreviation"])
def test_a_full_stop_after_an_abbreviation_does_not_end_a_sentence(row):
    word = "12" if row["class"] in {"number", "month"} else "Tuesday"
    text = f"He asked {row['abbreviation']}. {word} about it."
    assert cut(text) == [text]


@pytest.mark.parametrize("opener", column("sentence_openers", "opener"))
def test_an_opener_after_a_final_abbreviation_begins_a_sentence(opener):
    text = f"He lives in the U.S. {opener} day."
    assert cut(text) == ["He lives in the U.S.", f"{opener} day."]


@pytest.mark.parametrize("verb", column("quotation_verbs", "verb"))
def test_a_verb_of_speaking_keeps_its_question(verb):
    text = f"“Will they go?” Ana Roe {verb}."
    assert cut(text) == [text]


@pytest.mark.parametrize("row", rows("calendar_names"), ids=lambda row: row["name"])
def test_a_name_of_the_calendar_is_read_in_a_date(row):
    if row["kind"] == "month":
        (found,) = times(f"It fell on {row['name']} 5, 2020.")
        assert found.start == dt.date(2020, int(row["number"]), 5)
    else:
        day = dt.date(2024, 9, 1) + dt.timedelta(days=int(row["number"]))
        (found,) = times(f"It fell on {row['name']}, Sept. {day.day}.")
        assert (found.start, found.kind) == (day, "month_day")


@pytest.mark.parametrize("row", rows("holidays"), ids=lambda row: row["name"])
def test_a_holiday_is_its_day(row):
    text = f"It fell on {row['name']} 2019."
    (found,) = times(text)
    assert (found.start.month, found.start.day) == (int(row["month"]), int(row["day"]))
    assert found.start.year == 2019


@pytest.mark.parametrize("name", column("named_weekdays", "name"))
def test_a_name_with_a_weekday_in_it_is_no_time(name):
    assert times(f"They spoke of {name} there.") == ()


@pytest.mark.parametrize("word", [r["word"] for r in rows("numbers") if r["class"] != "suffix"])
def test_a_number_word_is_read(word):
    row = next(row for row in rows("numbers") if row["word"] == word)
    assert number_value(word) == float(row["value"])


@pytest.mark.parametrize("word", [r["word"] for r in rows("numbers") if r["class"] == "suffix"])
def test_a_suffix_multiplies_money(word):
    row = next(row for row in rows("numbers") if row["word"] == word)
    assert [q.value for q in read(f"It cost $3{word}.")] == [3.0 * float(row["value"])]


QUALIFIERS = rows("quantity_qualifiers")


@pytest.mark.parametrize("row", QUALIFIERS, ids=lambda row: f"{row['phrase']} {row['position']}")
def test_a_qualifier_qualifies(row):
    if row["position"] == "before":
        text = f"They had {row['phrase']} 30 trucks."
    else:
        text = f"They had 30 {row['phrase']} trucks."
    (found,) = read(text)
    assert (found.qualifier, found.value, found.unit) == (row["qualifier"], 30, "trucks")


@pytest.mark.parametrize("row", rows("vague_quantities"), ids=lambda row: row["phrase"])
def test_a_vague_quantity_has_its_least_size(row):
    of = " of" if row["qualifier"] not in {"some", "several"} and row["phrase"][-1] == "s" else ""
    of = " of" if row["phrase"] in {"a couple", "a handful"} else of
    (found,) = read(f"They saw {row['phrase']}{of} trucks.")
    assert (found.value, found.minimum) == (None, float(row["minimum"]))
    assert (found.qualifier, found.unit) == (row["qualifier"], "trucks")


@pytest.mark.parametrize("row", rows("casualty_words"), ids=lambda row: row["word"])
def test_a_casualty_word_is_a_unit(row):
    text = f"The storm left 14 {row['word']}."
    if row["form"] == "verb":
        text = f"The storm came, {row['word']} 14."
    assert [(q.value, q.unit) for q in read(text)] == [(14, row["unit"])]


@pytest.mark.parametrize("row", rows("currencies"), ids=lambda row: row["sign"])
def test_a_sign_of_money_is_a_unit(row):
    found = [(q.value, q.unit) for q in read(f"It cost {row['sign']}500,000.")]
    assert found == [(500_000, row["unit"])]


@pytest.mark.parametrize("row", rows("units"), ids=lambda row: row["form"])
def test_a_measure_is_a_unit(row):
    if row["unit"] in {"millimetres", "millimeters", "centimetres", "centimeters"}:
        text, unit = f"They had 30 {row['form']} of rain.", row["form"]
    else:
        text, unit = f"It is a 30-{row['form']} thing.", row["unit"]
    assert [(q.value, q.unit) for q in read(text)] == [(30, unit)]


@pytest.mark.parametrize("noun", column("irregular_plurals", "noun"))
def test_an_irregular_plural_can_be_counted(noun):
    assert [(q.value, q.unit) for q in read(f"They saw five old {noun}.")] == [(5, noun)]


@pytest.mark.parametrize("noun", column("dual_nouns", "noun"))
def test_the_two_sides_count_nothing(noun):
    assert read(f"Then the two {noun} agreed.") == ()
    assert [q.value for q in read(f"Then two {noun} agreed.")] == [2]


@pytest.mark.parametrize("verb", column("change_verbs", "verb"))
def test_a_change_is_no_range(verb):
    assert [q.minimum for q in read(f"The price {verb} from 20 to 30 dollars.")] == [30]


@pytest.mark.parametrize("word", column("designators", "word"))
def test_a_number_after_a_designator_is_a_name(word):
    assert read(f"They spoke of {word} 12 cases.") == ()


@pytest.mark.parametrize("word", column("one_idioms", "word"))
def test_one_in_an_idiom_counts_nothing(word):
    assert read(f"They spoke of one {word} there.") == ()


@pytest.mark.parametrize("word", column("phrase_breaks", "word"))
def test_a_noun_phrase_ends_before_these_words(word):
    assert read(f"They saw 30 old houses {word} trucks.")[0].unit == "houses"


@pytest.mark.parametrize("kicker", column("kickers", "kicker"))
def test_a_kicker_is_no_dateline(kicker):
    assert read_article(f"{kicker} — Rain fell in the night.").dateline is None


@pytest.mark.parametrize("row", rows("function_words"), ids=lambda row: row["language"])
def test_function_words_give_their_language_away(row):
    assert language_of(" ".join(row["words"].split() * 3)) == row["language"]


def test_one_form_of_a_verb_is_what_the_table_of_all_forms_says():
    forms = verb_forms()
    assert all(verb_form(form) == known for form, known in forms.items())
    others = {form + ending for form in forms for ending in ("s", "ed", "ing")} - forms.keys()
    assert not any(verb_form(word) for word in others | {"", "kursk"})
