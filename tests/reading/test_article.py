"""What an article is read into, and what is refused with which words."""

import datetime as dt
import hashlib
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.article import NO_DATE, NOT_ENGLISH, read_article
from reading.errors import ArticleError, DateError, ReadingError
from reading.language import language_of

REPORT = (
    "River floods town\n\nThe river rose on Monday and the bridge was closed, the mayor said.\n"
)


def test_the_text_is_the_decoded_input_unchanged():
    text = "One line\r\n\r\nThe “café” – naïve\tand \u00a0old. \n"
    article = read_article(text.encode())
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_text(encoding):
    assert read_article("Málaga floods.".encode(encoding)).text == "Málaga floods."


def test_utf_16_of_either_end_is_read():
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert read_article(mark + "Kyiv stands.".encode(encoding)).text == "Kyiv stands."


REFUSED = [
    (b"", "empty"),
    (b" \n\t ", "empty"),
    ("\u200b\ufeff".encode(), "empty"),
    (b"The river\x00rose", "NUL byte at byte 9"),
    (b"The river \xff rose", "byte 10 (0xff) is not valid UTF-8"),
    ("Caf\u00e9".encode("latin-1"), "byte 3 (0xe9) is not valid UTF-8"),
    (b"\xff\xfeA", "not valid UTF-16"),
    (b"%PDF-1.7 stream", "a PDF file"),
    (b"PK\x03\x04rest", "a ZIP archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (bytes(range(1, 9)) * 40, "control characters"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_bytes_that_are_no_article_are_refused_with_the_reason(data, words):
    with pytest.raises(ArticleError) as caught:
        read_article(data)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), ("a\0b", "NUL character at character 1"), ("a\ud800b", "character 1 (U+D800)")],
)
def test_text_that_is_no_article_is_refused_with_the_reason(text, words):
    with pytest.raises(ArticleError) as caught:
        read_article(text)
    assert words in str(caught.value)


def test_a_limit_is_named_with_the_length():
    with pytest.raises(ArticleError, match="12 characters where 10 characters are allowed"):
        read_article("Twelve signs", max_chars=10)
    with pytest.raises(ArticleError, match="100 bytes"):
        read_article(b"a" * 100, max_chars=10)
    assert read_article("Ten signs.", max_chars=10).text == "Ten signs."


def test_a_path_is_read_by_its_suffix_and_names_the_article(tmp_path):
    path = tmp_path / "River Flood.txt"
    path.write_bytes(REPORT.encode())
    article = read_article(path)
    assert (article.id, article.text, article.title) == ("river-flood", REPORT, "River floods town")


def test_a_path_that_cannot_be_read_is_an_error_of_ours(tmp_path):
    with pytest.raises(ArticleError, match="No such file"):
        read_article(tmp_path / "none.txt")
    odd = tmp_path / "report.docx"
    odd.write_bytes(b"x")
    with pytest.raises(ArticleError, match=r"unknown suffix '\.docx'"):
        read_article(odd)
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(tmp_path)


def test_a_long_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 1000)
    with pytest.raises(ArticleError, match="1,000 bytes"):
        read_article(path, max_chars=10)


# Publication date and where it is from


def test_the_given_date_wins():
    article = read_article("OSLO, 3 May 2021 — It rained.", date="2021-05-04")
    assert (article.date_published, article.date_source) == (dt.date(2021, 5, 4), "given")
    assert NO_DATE not in article.warnings


@pytest.mark.parametrize(
    "bad", ["2024-02-30", "2024-13-01", "24.10.2024", "Thursday", "2024-1-1", ""]
)
def test_a_date_that_is_none_is_refused(bad):
    with pytest.raises(DateError) as caught:
        read_article(REPORT, date=bad)
    assert repr(bad) in str(caught.value)


def test_date_and_datetime_objects_are_taken():
    moment = dt.datetime(2024, 10, 24, 23, 30, tzinfo=dt.UTC)
    assert read_article(REPORT, date=dt.date(2024, 2, 29)).date_published == dt.date(2024, 2, 29)
    kyiv = read_article(REPORT, date=moment, timezone="Europe/Kyiv")
    assert kyiv.date_published == dt.date(2024, 10, 25)


def test_a_moment_is_read_in_the_time_zone_of_the_report():
    known = {"date": "2024-10-24T23:30:00Z"}
    assert read_article(REPORT, **known).date_published == dt.date(2024, 10, 24)
    manila = read_article(REPORT, timezone="Asia/Manila", **known)
    assert (manila.date_published, manila.timezone) == (dt.date(2024, 10, 25), "Asia/Manila")


def test_an_unknown_time_zone_is_refused():
    for name in ("Europe/Atlantis", "../etc", ""):
        with pytest.raises(DateError, match="no time zone"):
            read_article(REPORT, timezone=name)


def test_without_a_date_the_reader_is_warned():
    article = read_article(REPORT)
    assert (article.date_published, article.date_source) == (None, None)
    assert article.warnings == (
        "No publication date: relative dates such as “Thursday” stay open.",
    )


DATELINES = [
    ("KYIV, Ukraine, Oct. 24, 2024 (Agency) — Rain fell.", 39, "2024-10-24"),
    ("KYIV, Ukraine, Oct. 24 (Agency) — Rain fell.", 33, None),
    ("24 October 2024, Nairobi – Rain fell.", 26, "2024-10-24"),
    ("LONDON — Rain fell.", 8, None),
    ("LONDON (Agency) - Rain fell.", 17, None),
    ("GENEVA/NAIROBI, 3 May 2024 – Rain fell.", 28, "2024-05-03"),
    ("SAN JOSÉ, Costa Rica (XY) -- Rain fell.", 28, None),
    ("WASHINGTON, D.C., 2024-05-03 — Rain fell.", 30, "2024-05-03"),
    ("ISLAMABAD: Rain fell.", 10, None),
    (f"KOTABATO, Philippines: Rain fell in the night{' and in the morning' * 5}.", 22, None),
    ("OPEC, Russia: talks go on.", None, None),
    ("THE HAGUE, Netherlands (XY) The rain fell.", 27, None),
    ("NATO (North Atlantic Treaty) Rain fell.", None, None),
    ("Kyiv, Oct. 24 – Rain fell.", 15, None),
    ("Inflation — the rise of prices — goes on.", None, None),
    ("UPDATE - Rain fell.", None, None),
    ("BREAKING: Rain fell.", None, None),
    ("Ukraine: soldiers came.", None, None),
    ("FLOODS IN LIMA – MANY FLEE", None, None),
    ("He said – again – that rain fell.", None, None),
    ("Rain fell in May 2024 – again.", None, None),
]


@pytest.mark.parametrize(("text", "end", "day"), DATELINES)
def test_a_dateline_is_found_with_its_day(text, end, day):
    article = read_article(text)
    assert (None if article.dateline is None else article.dateline.end) == end
    assert (None if article.date_published is None else article.date_published.isoformat()) == day
    assert article.date_source == ("dateline" if day else None)


def test_a_line_that_is_a_date_dates_the_article():
    for line in (
        "Thursday, October 24, 2024",
        "Published: 24 October 2024 10:20 GMT",
        "2024-10-24",
    ):
        article = read_article(f"River floods town\n\n{line}\n\nThe river rose in the night.")
        assert article.date_published == dt.date(2024, 10, 24)
        assert article.dateline is not None
        assert article.dateline.of(article.text) == line


def test_a_dateline_with_a_day_that_does_not_exist_is_refused_unless_another_is_given():
    text = "OSLO, 30 February 2024 — It rained."
    with pytest.raises(DateError, match="30 February 2024"):
        read_article(text)
    assert read_article(text, date="2024-03-01").date_published == dt.date(2024, 3, 1)


# Headline, title, slug

HEADLINES = [
    ("River floods town\n\nThe river rose.", None, "River floods town"),
    ("River floods town.\n\nThe river rose.", None, None),
    ("The river rose.\n\nIt fell.", None, None),
    ("Who opened the dam?\n\nThe river rose.", None, "Who opened the dam?"),
    ("River floods town The river rose.", "River floods town", "River floods town"),
    ("The river rose.", "River floods town", None),
    ("# River floods town\nThe river rose.", None, "River floods town"),
    ("River floods town", None, None),
    ("LIMA — The river rose\n\nIt fell.", None, None),
    ("Thursday, October 24, 2024\n\nIt fell.", None, None),
    ("Floods\n" + "The river rose in the night and carried bridges away. " * 5, None, "Floods"),
]


@pytest.mark.parametrize(("text", "title", "headline"), HEADLINES)
def test_the_headline_is_found(text, title, headline):
    found = read_article(text, title=title).headline
    assert (None if found is None else found.of(text)) == headline


def test_the_slug_is_made_of_file_title_or_digest_and_checked_when_given():
    assert read_article("São Paulo: 3 dead\n\nIt rained.").id == "sao-paulo-3-dead"
    assert read_article(REPORT, id="my-map").id == "my-map"
    assert read_article("大雨").id.startswith("article-")
    for bad in ("My Map", "a.b", "../x", "-a", "a--b", "a\n", ""):
        with pytest.raises(ArticleError, match="no slug"):
            read_article(REPORT, id=bad)


# Language, invisible characters, addresses

LANGUAGES = [
    ("The river rose and the bridge was closed by the mayor.", "en"),
    ("La crecida del río dejó al menos dos muertos en la ciudad, según las autoridades.", "es"),
    ("Le fleuve est sorti de son lit dans la nuit, selon les autorités de la ville.", "fr"),
    (
        "Der Fluss ist in der Nacht über die Ufer getreten, sagte der Bürgermeister.",
        "de",
    ),
    ("O rio transbordou durante a noite e não há vítimas, segundo os bombeiros da cidade.", "pt"),
    ("Il fiume è uscito dagli argini nella notte, e non ci sono feriti, dice il sindaco.", "it"),
    ("De rivier is in de nacht buiten de oevers getreden, zei de burgemeester van het dorp.", "nl"),
    ("Річка вийшла з берегів у ніч на вівторок, і міст закрили, як повідомив мер.", "uk"),
    (
        "Река вышла из берегов в ночь на вторник, и мост закрыли, сообщил мэр, что его не было.",
        "ru",
    ),
    ("فاض النهر ليلا وأغلق الجسر", "ar"),
    ("川があふれて橋が閉鎖された。", "ja"),
    ("河水上涨，桥梁关闭。市长说。", "zh"),
    ("강이 범람하여 다리가 폐쇄되었다.", "ko"),
    ("Kursk", "und"),
    ("12345", "und"),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_told(text, language):
    assert language_of(text) == language


def test_a_reader_of_another_language_is_warned():
    article = read_article("Le fleuve est sorti de son lit dans la nuit.", date="2024-10-24")
    assert article.warnings == (NOT_ENGLISH,)
    assert NOT_ENGLISH == "The text is not in English: places only, no claims."


def test_invisible_characters_are_named():
    text = "The river\u202e rose\u200b and\u200b the bridge was closed."
    article = read_article(text, date="2024-10-24")
    assert article.text == text
    assert article.warnings == (
        "The text holds characters that turn the writing direction: U+202E (1).",
        "The text holds characters that cannot be seen: U+200B (2).",
    )


KEPT = [
    "https://example.org/a?b=c#d",
    "http://example.org",
    "https://xn--bcher-kva.example/",
    "https://example.org:8443/x",
    "https://[2001:db8::1]/x",
]
DROPPED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org/x",
    "https://user:word@example.org/",
    "https://user@example.org/",
    "//example.org/x",
    "example.org",
    "https://",
    "https:///x",
    "https://example.org:0/",
    "https://example.org:99999/",
    "https://example.org/a b",
    "https://example.org/\nx",
    "https://example.org/<script>",
    'https://example.org/"x',
    "https://exаmple.org/",
    "https://example.org\\@evil.example/",
    "https://[::1",
    "vbscript:x",
    "https://example.org/" + "a" * 3000,
]


@pytest.mark.parametrize("url", KEPT)
def test_a_web_address_is_kept(url):
    assert read_article(REPORT, url=url, date="2024-10-24").url == url


@pytest.mark.parametrize("url", DROPPED)
def test_an_address_that_nobody_should_follow_is_dropped_with_a_warning(url):
    article = read_article(REPORT, url=url, date="2024-10-24")
    assert article.url is None
    assert len(article.warnings) == 1
    assert article.warnings[0].startswith("The source address was dropped: ")


# JSON


def as_json(**fields):
    return json.dumps(fields).encode()


def test_json_gives_text_and_metadata():
    data = as_json(
        text=REPORT,
        title="Flood",
        date_published="2024-10-24",
        publisher="The Post",
        author=None,
        url="https://example.org/x",
    )
    article = read_article(data, kind="json")
    assert (article.text, article.title, article.publisher) == (REPORT, "Flood", "The Post")
    assert (article.date_published, article.date_source) == (dt.date(2024, 10, 24), "metadata")
    assert (article.url, article.author) == ("https://example.org/x", None)


def test_what_the_caller_says_wins_over_json():
    data = as_json(text=REPORT, title="Flood", date_published="2024-10-24")
    article = read_article(data, kind="json", title="Deluge", date="2024-10-25")
    assert (article.title, article.date_source) == ("Deluge", "given")


def test_unknown_json_keys_are_named():
    data = as_json(text=REPORT, date_published="2024-10-24", zeta=1, alpha=2)
    assert read_article(data, kind="json").warnings == (
        "Unknown JSON keys were left out: 'alpha', 'zeta'.",
    )


BAD_JSON = [
    (b"{", "line 1, column 2 is no JSON"),
    (b"[1]", "holds list, not an object"),
    (b'{"title": "x"}', 'one of the keys "text" and "html"'),
    (b'{"text": "x", "html": "y"}', "and not both"),
    (b'{"text": 5}', "'text' is no string"),
    (b'{"text": "x", "author": ["y"]}', "'author' is no string"),
    (b'{"text": ""}', "empty"),
    (b'{"text": "a\\u0000b"}', "NUL character"),
    (b'{"text": "a\\ud800b"}', "surrogate"),
    (b"[" * 100_000, "nested too deeply"),
    (b"NaN", "holds float"),
]


@pytest.mark.parametrize(("data", "words"), BAD_JSON)
def test_json_that_is_no_article_is_refused(data, words):
    with pytest.raises(ArticleError) as caught:
        read_article(data, kind="json")
    assert words in str(caught.value)


def test_a_json_date_that_is_none_is_refused():
    with pytest.raises(DateError, match="date_published '2024-02-30'"):
        read_article(as_json(text=REPORT, date_published="2024-02-30"), kind="json")


# HTML

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Dam breaks in valley | The Valley Post</title>
<meta property="og:site_name" content="The Valley Post"><meta name="author" content="Ana Roe">
<link rel="canonical" href="https://valley.example/dam">
<meta property="article:published_time" content="2024-10-24T10:00:00Z">
<script>alert("in the head")</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Dam breaks in valley</h1>
<p>The dam above the valley broke on Monday, and the water carried away three bridges.</p>
<script>alert("in the text")</script><style>p { color: red }</style>
<p onclick="alert(1)">“We had no warning,” the mayor said. {{ 7 * 7 }} people left in the night,
and the road to the coast has been closed since then.</p></article>
<footer>Copyright</footer></body></html>"""


def test_a_page_gives_its_report_without_menus_and_scripts():
    article = read_article(PAGE.encode(), kind="html")
    assert article.text == (
        "Dam breaks in valley\n\n"
        "The dam above the valley broke on Monday, and the water carried away three bridges.\n\n"
        "“We had no warning,” the mayor said. {{ 7 * 7 }} people left in the night, "
        "and the road to the coast has been closed since then."
    )
    assert (article.title, article.publisher) == ("Dam breaks in valley", "The Valley Post")
    assert (article.author, article.url) == ("Ana Roe", "https://valley.example/dam")
    assert (article.date_published, article.date_source) == (dt.date(2024, 10, 24), "metadata")
    assert article.headline is not None
    assert article.headline.of(article.text) == "Dam breaks in valley"
    assert article.warnings == ()


def test_a_page_is_read_the_same_twice():
    assert read_article(PAGE, kind="html") == read_article(PAGE, kind="html")


def test_a_page_is_known_by_its_opening_where_nobody_says_what_it_is():
    assert read_article(PAGE.encode()) == read_article(PAGE, kind="html")
    assert read_article("<htmlish> said so.").text == "<htmlish> said so."


def test_a_page_says_its_own_charset():
    page = PAGE.replace("utf-8", "windows-1251").replace("The dam above", "Міст і The dam above")
    page = page.replace("“", '"').replace("”", '"')
    assert "Міст і The dam" in read_article(page.encode("cp1251"), kind="html").text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><body><script>x()</script></body></html>", "no running text"),
        (b'<meta charset="klingon"><p>x</p>', "unknown charset 'klingon'"),
        (b'<meta charset="hex"><p>x</p>', "unknown charset 'hex'"),
        (b'<meta charset="utf-7"><p>x</p>', "no charset for pages"),
        (b"", "empty"),
    ],
)
def test_a_page_without_a_report_is_refused(data, words):
    with pytest.raises(ArticleError) as caught:
        read_article(data, kind="html")
    assert words in str(caught.value)


def test_a_page_in_json_is_read_as_a_page():
    data = as_json(html=PAGE, title="Broken dam")
    article = read_article(data, kind="json")
    assert article.title == "Broken dam"
    assert "alert" not in article.text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80), st.sampled_from(["txt", "md", "json"]))
def test_any_bytes_give_an_article_or_an_error_of_ours(data, kind):
    try:
        article = read_article(data, kind=kind)
    except ReadingError:
        return
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_an_article_or_an_error_of_ours(text):
    try:
        article = read_article(text)
    except ReadingError:
        return
    assert article.text == text
    for span in (article.headline, article.dateline):
        assert span is None or span.end <= len(text)


def test_reading_plain_text_loads_no_page_reader():
    code = (
        "import sys; from reading.article import read_article; read_article('It rained.');"
        "sys.exit(any(m in sys.modules for m in ('trafilatura', 'lxml', 'numpy', 'flask')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
