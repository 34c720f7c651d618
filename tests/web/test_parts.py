"""Parts of a page by address, for maps too large to hold all cards and lines."""

SAMPLE = "/maps/nk-soldiers-kursk"


def test_a_sheet_of_the_list_and_a_card_have_addresses_that_any_frame_may_read(client):
    claim = client.get(f"{SAMPLE}/drawing.json").json["claims"][3]
    for path in (f"/list?claim={claim}", f"/card?claim={claim}"):
        answer = client.get(SAMPLE + path)
        assert answer.status_code == 200
        assert f'data-claim="{claim}"' in answer.text
        assert "<script" not in answer.text
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["X-Robots-Tag"] == "noindex"


def test_the_lanes_have_an_address_and_stand_in_a_small_map_itself(client):
    part = client.get(f"{SAMPLE}/lanes")
    assert part.headers["Access-Control-Allow-Origin"] == "*"
    assert part.text.count('class="lane"') == 2
    assert part.text.strip() in client.get(SAMPLE).text
    assert "data-lanes" not in client.get(SAMPLE).text


def test_a_reader_who_has_the_page_is_told_so_without_its_being_written(client, monkeypatch):
    from web import pages

    first = client.get(SAMPLE)
    monkeypatch.setattr(pages, "written", lambda *_args, **_values: 1 / 0)
    again = client.get(f"{SAMPLE}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
    other = client.get(f"{SAMPLE}?lang=uk", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code != 304
