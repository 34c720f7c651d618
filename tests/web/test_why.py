"""The page of reasons shows every sentence, and for each claim the rules that made it, in words."""

import dataclasses
import html
import re

from layers.explanation import explain, rules_fired

SAMPLE = "/maps/nk-soldiers-kursk"


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_every_sentence_and_every_rule_is_there(client, app):
    document = app.extensions["dateline"].store.get("nk-soldiers-kursk")
    page = client.get(f"{SAMPLE}/why").text
    text = words(page)
    for sentence in explain(document):
        assert " ".join(sentence.text.split()) in text
        for claim in sentence.claims:
            assert f'id="why-{claim[0].claim_id}"' in page
            for fired in rules_fired(claim):
                assert fired.rule in text
                assert (fired.words or "").replace("{word}", fired.of or "") in text


def test_a_sentence_without_a_claim_says_so(client, app, document):
    heard = dataclasses.replace(document, id="half-heard", annotations=document.annotations[:1])
    store = app.extensions["dateline"].store
    store.add(heard)
    text = words(client.get("/maps/half-heard/why").text)
    store.remove("half-heard")
    assert "Officials denied that. No claim was heard in this sentence." in text


def test_the_rules_speak_the_language_of_the_page(client):
    text = words(client.get(f"{SAMPLE}/why?lang=uk").text)
    assert "Двокрапка поєднує того, хто каже, і сказане." in text
    assert "A colon joins" not in text


def test_a_card_leads_to_its_reasons(client):
    page = client.get(SAMPLE).text
    assert re.search(rf'href="{SAMPLE}/why#why-[0-9a-f]{{12}}"', page)
    assert "/why" not in client.get(f"{SAMPLE}.html").text
