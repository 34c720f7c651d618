"""Where paragraphs, sentences and quotations begin and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.article import read_article
from reading.claims import extract
from reading.model import Article, Span
from reading.segment import segment


def article(text, headline=None, dateline=None):
    return Article(id="x", text=text, sha256="", headline=headline, dateline=dateline)


def sentences(text, **known):
    return [s.span.of(text) for s in segment(article(text, **known)).sentences]


def quoted(text):
    return [q.content.of(text) for q in segment(article(text)).quotations]


# Sentences are divided by | in the row and by a space in the text.
SENTENCES = [
    "Gen. Lee left the U.S. on Nov. 3.|He did not come back.",
    "She lives in the U.S.|The talks begin on Monday.",
    "The U.S. National Security Council met.",
    "He met Mr. Osei and Mrs. Osei.|They ate.",
    "J. K. Rowling wrote it.|George W. Bush read it.",
    "It fell by 2.5 percent.|Then it rose.",
    "Call No. 5 first.|Then No. 6.",
    "St. Louis lies on a river.|So does St. Paul.",
    "Martin Jr. spoke.|The crowd cheered.",
    "He came at 9 a.m. Tuesday.|She came at 10 p.m.|Police closed the road.",
    "He waited... and waited.|Nothing came.",
    "He waited…|Nothing came.",
    "Who fired?|Nobody knows!|The inquiry goes on.",
    "“We are tired. We want to go home,” he said.|The line moved on.",
    '"We are tired. We want to go home," he said.|The line moved on.',
    "He said: “We are tired. We go.”|The line moved on.",
    "“Will they fight?” Kirby asked.|Nobody answered.",
    "“Will they fight?” the general asked.|Nobody answered.",
    "“Go!” Captain Ana de la Cruz shouted.|They went.",
    "(The road is closed.)|Trains run.",
    "It cost $3.5 bn.|Nobody paid.",
    "The firm, Acme Inc., sold it.|Acme Co. Ltd. bought it.",
    "Apple Inc. said so.",
    "He works for Apple Inc.|It pays well.",
    "The score was 3-1.|It rained.",
    "They left on Oct. 24.|On Oct. 25 they returned.",
    "See www.example.org for more.|Or call.",
    "The report[1] is new.[2]|The old one is gone.",
    "Mr. A. B. Smith et al. wrote it.",
    "He is a Ph.D. student.|She has a Ph.D.",
    "The crash on U.S. 50 killed two.|It was foggy.",
    "WXYZ-Ch. 4 said so.|Others did not.",
    "He won on 5. Apr 2018.|She won 5.|They left.",
    "Residents of Washington, D.C. voted.",
    "They fled at night.|“We ran.”|“They shot.”",
    "Lt. Gov. Dan Roe spoke.|Sen. Ann Poe did not.",
    "The plane, a Boeing vs. Airbus story, landed.",
    "He said ‘No. Never.’ twice.|She left.",
    "Fewer came than in Jan. or Feb.|March was better.",
    "It was 5 p.m. EST.|Shops closed.",
    "Дождь шёл весь день.|Река вышла из берегов.",
]


@pytest.mark.parametrize("row", SENTENCES)
def test_sentences_end_where_they_end(row):
    assert sentences(row.replace("|", " ")) == row.split("|")


def test_a_wide_full_stop_needs_no_space():
    assert sentences("大雨が降った。川があふれた。") == ["大雨が降った。", "川があふれた。"]


QUOTATIONS = [
    ("“Yes,” she said.", ["Yes,"]),
    ('"Yes," she said.', ["Yes,"]),
    ("‘Yes,’ she said.", ["Yes,"]),
    ("'Yes,' she said.", ["Yes,"]),
    ("«Oui», dit-elle.", ["Oui"]),
    ("„Ja“, sagte sie.", ["Ja"]),
    ("„Tak”, powiedziała.", ["Tak"]),
    ("”Ja”, sa hon.", ["Ja"]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
    ("\"He said 'no' to me,\" she said.", ["He said 'no' to me,", "no"]),
    ("“First,” he said, “then second.”", ["First,", "then second."]),
    ("It’s the soldiers’ camp.", []),
    ("It's the soldiers' camp.", []),
    ("The ‘soldiers’ camp’ is old.", ["soldiers’ camp"]),
    ("In the ’90s and the '80s they sang rock ’n’ roll.", []),
    ("He is 6'2\" tall and she 5'7\".", []),
    ('A 6" pipe burst.', []),
    ('He said "a 6\'2" man came" and left.', ["a 6'2\" man came"]),
    ("Ukraine’s “training and adaptation” of troops", ["training and adaptation"]),
    ("('So it is.')", ["So it is."]),
    ("Nothing is said.", []),
    ("“”", []),
]


@pytest.mark.parametrize(("text", "contents"), QUOTATIONS)
def test_quotations_are_found_and_apostrophes_are_none(text, contents):
    assert quoted(text) == contents


def test_a_quotation_over_paragraphs_goes_on_where_it_is_opened_again():
    text = "He said: “The road is closed. Wait.\n\n“The bridge is open,” he added. Cars came."
    first, second = segment(article(text)).quotations
    assert (first.content.of(text), first.continues) == ("The road is closed. Wait.", False)
    assert (second.content.of(text), second.continues) == ("The bridge is open,", True)
    assert sentences(text) == [
        "He said: “The road is closed. Wait.",
        "“The bridge is open,” he added.",
        "Cars came.",
    ]


def test_a_quotation_over_paragraphs_goes_on_where_only_its_end_is_marked():
    text = "He said: “The road is closed.\n\nThe bridge is open.” Cars came."
    found = segment(article(text)).quotations
    assert [(q.content.of(text), q.continues) for q in found] == [
        ("The road is closed.", False),
        ("The bridge is open.", True),
    ]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    text = "He said: “The road is closed. Wait.\n\nThe bridge is open."
    assert quoted(text) == ["The road is closed. Wait."]
    assert sentences(text) == ["He said: “The road is closed.", "Wait.", "The bridge is open."]


def paragraphs(text):
    return [p.of(text) for p in segment(article(text)).paragraphs]


def test_blank_lines_divide_paragraphs():
    assert paragraphs("One.\n\nTwo.\r\n\r\nThree.\n \nFour.") == ["One.", "Two.", "Three.", "Four."]


def test_single_line_ends_divide_paragraphs_that_are_lines():
    text = (
        "The river rose in the night.\nThe mayor spoke.\nSchools stay shut until Monday at least."
    )
    assert paragraphs(text) == text.split("\n")


def test_lines_wrapped_at_a_column_are_one_paragraph():
    text = (
        "The river rose in the night and took two\nbridges with it, the mayor said. Schools\n"
        "stay shut until Monday."
    )
    assert paragraphs(text) == [text]
    assert sentences(text)[0].endswith("the mayor said.")


def test_the_headline_is_a_sentence_of_its_own():
    text = "Floods. Again\n\nThe river rose."
    cut = segment(article(text, headline=Span(0, 13)))
    assert [(s.span.of(text), s.is_headline, s.paragraph) for s in cut.sentences] == [
        ("Floods. Again", True, 0),
        ("The river rose.", False, 1),
    ]


def test_a_headline_in_one_line_with_the_text_is_cut_off():
    text = "Floods again The river rose."
    assert sentences(text, headline=Span(0, 12)) == ["Floods again", "The river rose."]


def test_the_dateline_stands_in_no_sentence():
    text = "LIMA, Peru — The river rose. It fell."
    assert sentences(text, dateline=Span(0, 12)) == ["The river rose.", "It fell."]


def test_offsets_hold_after_characters_beyond_the_basic_plane():
    text = "🙂🙂 One. “Two 🙂.” Three."
    assert sentences(text) == ["🙂🙂 One.", "“Two 🙂.”", "Three."]


NEWSY = st.text(
    alphabet=st.one_of(st.sampled_from("ab AB.!?…\"'“”‘’„«»\n\r\u2028()[]1’s—"), st.characters()),
    max_size=120,
)


@settings(max_examples=300, deadline=None)
@given(NEWSY)
def test_every_span_is_in_the_text_in_order_and_stripped(text):
    cut = segment(article(text))
    edge = 0
    for sentence in cut.sentences:
        words = sentence.span.of(text)
        assert edge <= sentence.span.start < sentence.span.end <= len(text)
        assert words == words.strip()
        assert cut.paragraphs[sentence.paragraph].contains(sentence.span)
        edge = sentence.span.end
    assert [s.index for s in cut.sentences] == list(range(len(cut.sentences)))
    for quotation in cut.quotations:
        assert quotation.span.contains(quotation.content)
        assert any(p.contains(quotation.span) for p in cut.paragraphs)


@settings(max_examples=200, deadline=None)
@given(NEWSY)
def test_no_visible_character_is_lost_between_sentences(text):
    cut = segment(article(text))
    covered = "".join(s.span.of(text) for s in cut.sentences)
    kept = [c for c in text if not c.isspace() and c not in "\ufeff\u200b"]
    assert [c for c in covered if not c.isspace() and c not in "\ufeff\u200b"] == kept


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "“‘" * 100_000, "." * 300_000, "Kursk " * 100_000, "'a" * 100_000]
)
def test_hostile_length_is_read(text):
    cut = segment(read_article(text))
    assert cut.sentences[-1].span.end == len(text.rstrip())


def test_a_subheading_is_a_few_words_over_paragraphs():
    text = (
        "Flood in Orvel\n\nRivers rose on Monday, the mayor said.\n\nSchools shut\n\n"
        "All schools were closed.\n\n“We lost everything”\n\nThey had no homes.\n\n"
        "A list of towns:\n\nOrvel\n\nReporting by Anna Berg"
    )
    found = segment(article(text)).sentences
    subheadings = [s.span.of(text) for s in found if s.is_subheading]
    assert subheadings == ["Schools shut", "“We lost everything”"]


def test_a_subheading_claims_nothing():
    text = (
        "Flood in Orvel\n\nRivers rose on Monday, the mayor said.\n\nSchools shut\n\n"
        "All schools were closed on Tuesday.\n"
    )
    claims = extract(read_article(text, date="2024-05-10")).claims
    assert [claim.evidence.of(text) for claim in claims[1:]] == [
        "Rivers rose on Monday, the mayor said",
        "All schools were closed on Tuesday.",
    ]
