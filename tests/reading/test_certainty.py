"""With which stance something is said, and how surely."""

import pytest

from reading.article import read_article
from reading.certainty import judge
from reading.claims import extract
from reading.lexicon import rows
from reading.model import Claim
from reading.segment import segment
from reading.tokens import tokenise


def claim(text: str) -> Claim:
    """The only claim of a report of one sentence."""
    whole = f"Headline of the day\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims[1:]
    assert len(found) == 1, [one.evidence.of(whole) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The navy said the boats had left.", "asserts"),
        ("The navy denied that the boats had left.", "denies"),
        ("The navy denied the raid.", "denies"),
        ("The navy denied having fired.", "denies"),
        ("The navy rejected the accusations.", "denies"),
        ("The navy dismissed the report.", "denies"),
        ("The navy neither confirmed nor denied the raid.", "neither_confirms_nor_denies"),
        ("The navy could neither confirm nor rule out a raid.", "neither_confirms_nor_denies"),
        ("The navy declined to comment on the raid.", "neither_confirms_nor_denies"),
        ("The navy refused to confirm the raid.", "neither_confirms_nor_denies"),
        ("The navy would not say whether boats had left.", "neither_confirms_nor_denies"),
        ("The navy did not respond to a request for comment.", "neither_confirms_nor_denies"),
        ("The navy pledged to protect the strait.", "pledges"),
        ("The navy vowed that it would protect the strait.", "pledges"),
        ("The navy threatened to close the strait.", "threatens"),
        ("The navy urged ships to stay in port.", "requests"),
        ("The navy called for calm.", "requests"),
        ("The navy called on ships to stay in port.", "requests"),
        ("The navy told ships to stay in port.", "requests"),
        ("The navy demanded that the boats leave.", "requests"),
        ("“We do not know if the boats will come,” Ana Berg, an admiral, said.", "speculates"),
        ("“Will the boats come?” Admiral Ana Berg asked.", "speculates"),
        ("“It was not our boats that fired,” Ana Berg, an admiral, said.", "denies"),
        ("“There was no raid,” Ana Berg, an admiral, said.", "denies"),
        ("“Not one boat has crossed the line,” Ana Berg, an admiral, said.", "denies"),
        ("“We did not fire,” Ana Berg, an admiral, said.", "denies"),
        ("“I never signed that letter,” Ana Berg, an admiral, said.", "denies"),
        ("“I have never seen such rain,” Ana Berg, an admiral, said.", "asserts"),
        ("“It is not impossible that they are near,” Ana Berg, an admiral, said.", "asserts"),
        ("“It was not the guards that fired,” Ana Berg, an admiral, said.", "denies"),
        ("“We never stopped hoping,” Ana Berg, an admiral, said.", "asserts"),
        ("“We have received no call from the port,” Ana Berg, an admiral, said.", "asserts"),
        ("“It is calm,” Ana Berg, an admiral, said.", "asserts"),
    ],
)
def test_the_stance_is_that_of_cue_and_content(sentence: str, stance: str) -> None:
    assert claim(sentence).stance == stance


def test_denying_a_denial_confirms_nothing() -> None:
    assert claim("The navy did not deny that shots were fired.").stance == (
        "neither_confirms_nor_denies"
    )
    assert claim("The navy could not rule out an attack.").stance == "speculates"


def test_what_a_speaker_could_not_confirm_of_himself_is_not_asserted() -> None:
    sentence = "The monitors of the bishops said they could neither confirm nor deny the fraud."
    found = claim(sentence)
    assert (found.source.name, found.stance) == (
        "monitors of the bishops",
        "neither_confirms_nor_denies",
    )


def test_what_follows_a_denied_thing_after_a_colon_is_asserted() -> None:
    text = "Headline of the day\n\nThe major dismissed the denial: the man had been filmed."
    found = extract(read_article(text, date="2024-05-16")).claims[1:]
    assert [one.stance for one in found] == ["denies", "asserts"]


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("The navy said the boats had left.", "stated"),
        ("The boats have reportedly left.", "reported"),
        ("The boats have allegedly been sunk.", "alleged"),
        ("The navy claimed the boats had left.", "alleged"),
        ("The navy accused guards of firing first.", "alleged"),
        ("The navy believes that the boats have left.", "believed"),
        ("“We believe the boats have left,” Ana Berg, an admiral, said.", "believed"),
        ("The boats are expected to leave on Sunday.", "expected"),
        ("The boats are due to leave on Sunday.", "planned"),
        ("The boats are scheduled to leave on Sunday.", "planned"),
        ("The boats might leave on Sunday.", "possible"),
        ("The navy said the boats could reach the strait.", "possible"),
        ("If the wind turns, the boats will leave.", "possible"),
        ("It is unclear where the boats are.", "unknown"),
        ("The boats would have reached the strait.", "counterfactual"),
        ("“We will see how it goes,” Ana Berg, an admiral, said.", "not_committed"),
    ],
)
def test_hedges_lower_the_certainty(sentence: str, certainty: str) -> None:
    assert claim(sentence).certainty == certainty


def test_the_month_of_may_is_no_hedge() -> None:
    assert claim("The boats left the strait in May.").certainty == "stated"


def test_a_hedge_is_pointed_at() -> None:
    text = "Headline of the day\n\nThe navy said the boats could reach the strait."
    found = extract(read_article(text, date="2024-05-16")).claims[1]
    assert [span.of(text) for span in found.hedges] == ["could"]


@pytest.mark.parametrize("row", rows("hedges"))
def test_every_hedge_of_the_lexicon_is_heard(row: dict[str, str]) -> None:
    before = {"be": "Boats are ", "start": ""}.get(row["where"], "The boats ")
    after = {"infinitive": " leave now", "perfect": " left now"}.get(row["where"], " leave now")
    article = read_article(f"{before}{row['phrase']}{after}", date="2024-05-16")
    (tokens,) = tokenise(article, segment(article))
    heard = judge(tokens, (0, len(tokens)), None, None, direct=False, unattributed=False)
    assert row["phrase"].lower() in {span.of(article.text).lower() for span in heard.hedges}


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The army said it did not shell the town.", "denies"),
        ("The army said it did not want the town.", "asserts"),
        ("Roe insisted she had done nothing wrong.", "denies"),
        ("Roe said it was not true that she had met the general.", "denies"),
        ("The army said the reports were “untrue”.", "denies"),
        ("The ministry called the report “completely false”.", "denies"),
        ("Roe pleaded not guilty to fraud.", "denies"),
        ("The union warned that it would strike if talks failed.", "threatens"),
        ("Orvel warned of “severe consequences” if it was attacked.", "threatens"),
        ("The food agency warned it would have to cut rations.", "asserts"),
        ("The police warned that looters would strike again.", "asserts"),
        ("“I can’t tell you whether it will pass,” said Roe.", "neither_confirms_nor_denies"),
        ("Roe voiced doubts about the result.", "speculates"),
        ("Roe expressed hope that talks would resume.", "asserts"),
    ],
)
def test_denials_and_threats_in_other_words(sentence: str, stance: str) -> None:
    found = claim(sentence)
    assert found.source.name != "narrator"
    assert found.stance == stance
