"""Who "he" and "she" are, where a given name or a presentation tells."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.lexicon import rows
from reading.names import gender_by_name


def last_source(text):
    return extract(read_article(text, date="2024-05-10")).claims[-1].source.name


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            (
                "Deputy Luis Orvel met farmers in Marla. Among them was Laura Berg, a teacher. "
                '"We ran," she said.'
            ),
            "Laura Berg",
        ),
        (
            (
                "Mayor Anna Lund said on Monday that the bridge was open. Deputy Carlos Orne "
                "thanked her. He said the road was open too."
            ),
            "Carlos Orne",
        ),
        (
            (
                "Mayor Anna Lund said on Monday that the bridge was open. The engineer Carlos Orne "
                "stood beside her. She said the road was open too."
            ),
            "Anna Lund",
        ),
        (
            (
                "Minister José Orne said on Monday that the dam was safe. Residents include Laura "
                'Berg, 34. "It is not," she said.'
            ),
            "Laura Berg",
        ),
        (
            (
                "Minister Laura Orne said on Monday that the dam was safe. She met Maria Lund, the "
                "governor of Orvel, on Tuesday. She said the work would go on."
            ),
            "Laura Orne",
        ),
    ],
)
def test_a_given_name_tells_whom_a_pronoun_means(text, source):
    assert last_source(text) == source


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Fatima Orvel", "f"),
        ("Jean-Pierre Orvel", "m"),
        ("Zoë Orvel", "f"),
        ("Kim Orvel", None),
        ("Andrea Orvel", None),
        ("Orvel", None),
        ("Xq Orvel", None),
    ],
)
def test_names_of_women_and_of_men(name, gender):
    assert gender_by_name(name) == gender


def test_the_list_of_given_names_is_sorted_and_says_one_thing_of_each():
    names = [row["name"] for row in rows("given_names")]
    assert names == sorted(set(names))
    assert {row["gender"] for row in rows("given_names")} == {"f", "m"}
    assert all(
        gender_by_name(f"{row['name']} Orvel") == row["gender"] for row in rows("given_names")
    )
