"""Which place a name means. Some towns that the core does not hold are added to it."""

import pytest

from geo.geoparser import locate
from geo.resolution import votes
from geo.resolution.candidates import Group
from geo.resolution.naming import naming
from geo.senses import Lexicon

CALLED = {"Boise", "Madrid"}
PARIS, PARIS_TEXAS, PARIS_TENNESSEE = "gn:2988507", "gn:4717560", "gn:4647963"
TOWNS = (
    # id, name, lat, lon, division, people
    ("gn:4717560", "Paris", 33.66094, -95.55551, "TX", 24_782),
    ("gn:4647963", "Paris", 36.302, -88.32671, "TN", 10_156),
    ("gn:4632595", "Jackson", 35.61452, -88.81395, "TN", 66_847),
    ("gn:4735966", "Temple", 31.09823, -97.34278, "TX", 70_190),
    ("gn:4809537", "Hurricane", 38.43259, -82.02014, "WV", 6_456),
    ("gn:4717782", "Jordan", 32.0, -99.0, "TX", 900),
)


@pytest.fixture(scope="module")
def towns(core_with):
    """The core with a few small towns of the United States."""
    return core_with((*town[:4], "US", *town[4:]) for town in TOWNS)


def ids(gazetteer, text, **options):
    return {
        item.toponym.text: item.place.id
        for item in locate(text, gazetteer, **options).resolutions
        if item.place is not None
    }


def test_a_bare_name_means_the_famous_place(towns):
    assert ids(towns, "The fair opened in Paris.")["Paris"] == PARIS


@pytest.mark.parametrize(
    "text", ["in Paris, Texas.", "in Paris (Texas).", "in Paris, Tex., today."]
)
def test_a_qualifier_decides(towns, text):
    (paris, _state) = locate(f"The fair opened {text}", towns).resolutions
    assert paris.place.id == PARIS_TEXAS
    assert "qualified" in {item.name for item in paris.evidence}


def test_one_sense_per_discourse(towns):
    text = "The fair opened in Paris, Texas. Many came to Paris."
    assert {
        item.place.id for item in locate(text, towns).resolutions if item.toponym.text == "Paris"
    } == {PARIS_TEXAS}


def test_neighbours_named_in_the_text_decide(towns):
    text = "Firemen from Jackson and Memphis helped in Paris, Tennessee officials said."
    assert ids(towns, text)["Paris"] == PARIS_TENNESSEE


def test_a_country_is_not_given_up_for_a_hamlet_of_its_name(towns):
    text = "Texas farmers in Dallas, Houston and Austin ship wheat to Jordan."
    assert ids(towns, text)["Jordan"] == "gn:248816"


def test_the_home_of_the_outlet_is_a_prior(towns):
    home = towns.place("gn:4735966")
    text = "The fair opened in Paris."
    chosen = locate(text, towns, home=home).resolutions[0]
    assert any(
        item.name == "home" for candidate in chosen.candidates for item in candidate.evidence
    )


def test_georgia_is_told_by_its_company(towns):
    assert (
        ids(towns, "Georgia and Armenia reopened the road from Tbilisi.")["Georgia"] == "gn:614540"
    )
    text = "Storms crossed Georgia, and Atlanta, Savannah and Alabama lost power."
    assert ids(towns, text)["Georgia"] == "gn:4197000"


def test_washington_is_the_capital_and_new_york_the_city(towns):
    assert ids(towns, "He flew to Washington.")["Washington"] == "gn:4140963"
    assert ids(towns, "He flew to New York.")["New York"] == "gn:5128581"
    assert ids(towns, "He moved to Washington state.")["Washington"] == "gn:5815135"


def test_a_list_of_states_does_not_qualify(towns):
    text = "It rained in Arizona, Texas and Utah."
    assert ids(towns, text) == {
        "Arizona": "gn:5551752",
        "Texas": "gn:4736286",
        "Utah": "gn:5549030",
    }


def test_a_common_word_is_a_town_where_a_state_follows(towns):
    text = "HURRICANE, W.Va. - Police found the car. It stood in Hurricane for days."
    assert ids(towns, text)["Hurricane"] == "gn:4809537"
    assert ids(towns, "The hurricane moved north. Hurricane warnings are out.") == {}


def test_one_bad_name_never_spoils_the_rest(towns):
    text = "Zzyzxville, Qwertygrad and Nairobi were flooded."
    assert ids(towns, text) == {"Nairobi": "gn:184745"}


def test_confidence_falls_with_the_choice(towns):
    sure = locate("The fair opened in Nairobi.", towns).resolutions[0]
    unsure = locate("The fair opened in Jackson.", towns).resolutions[0]
    assert sure.confidence > unsure.confidence
    assert len(unsure.candidates) > 1
    assert unsure.candidates[0].score >= unsure.candidates[1].score


def test_a_short_name_means_the_country_that_is_named_in_full(towns):
    text = (
        "The Democratic Republic of Congo confirmed 23 cases. Congo and the agency differ, "
        "officials in Brazzaville said."
    )
    found = {r.toponym.text: r.place.country_code for r in locate(text, towns).resolutions}
    assert found["Congo"] == "CD"
    assert found["Brazzaville"] == "CG"


@pytest.mark.parametrize(
    "text",
    [
        "Police fired in Limbe, on the outskirts of Blantyre.",
        "The fire began in Limbe, a township near Blantyre.",
    ],
)
def test_a_town_at_another_is_not_its_namesake_far_away(towns, text):
    found = {r.toponym.text: r for r in locate(text, towns).resolutions}
    assert found["Blantyre"].place.country_code == "MW"
    assert found["Limbe"].place is None
    assert found["Limbe"].evidence[0].words == "no place of that name is known beside Blantyre"


def test_a_quarter_of_a_town_is_not_its_namesake_far_away(towns):
    found = locate("A bomb went off in Nairobi’s Kandahar quarter.", towns).resolutions
    quarter = next(r for r in found if r.toponym.core == "Kandahar")
    assert quarter.place is None
    assert quarter.evidence[0].words == "no place of that name is known beside Nairobi"


def test_a_town_at_another_is_the_nearer_one_of_its_name(towns):
    text = "The plant in Paris, a town near Jackson, Tennessee, burned."
    found = {r.toponym.text: r.place.id for r in locate(text, towns).resolutions}
    assert found["Jackson"] == "gn:4632595"
    assert found["Paris"] == PARIS_TENNESSEE


@pytest.mark.parametrize(
    "text",
    [
        "The bus left Lilongwe. Gunmen stopped it in Boise in the Ségou Region of Mali.",
        "Gunmen stopped the bus in Boise, in northern Mali. Boise is a village of weavers.",
        "Gunmen rode through Boise and Tacoma in the Ségou Region.",
    ],
)
def test_a_town_of_a_land_where_none_is_known_is_not_its_namesake_abroad(towns, text):
    found = [r for r in locate(text, towns).resolutions if r.toponym.text in {"Boise", "Tacoma"}]
    assert found
    assert {(r.place, r.latitude_deg, r.precision) for r in found} == {(None, None, "city")}


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("A well in the village of Boise dried up. Mali sent water from Ségou.", "city"),
        ("The river broke its banks in Madrid district, near Ségou in Mali.", "district"),
    ],
)
def test_a_village_in_a_land_that_nothing_tells_of_is_no_famous_namesake(towns, text, precision):
    found = next(
        r for r in locate(text, towns).resolutions if r.toponym.core in {"Boise", "Madrid"}
    )
    assert (found.place, found.latitude_deg, found.precision) == (None, None, precision)


def test_a_town_is_the_one_of_its_name_in_the_land_that_the_text_tells_of(core_with):
    there = core_with([("gn:1", "Madrid", 9.26, 125.96, "PH", "SU", 16_000)])
    text = "A clinic in the town of Madrid shook as the quake hit Manila in the Philippines."
    assert ids(there, text)["Madrid"] == "gn:1"


@pytest.mark.parametrize(
    "text",
    [
        "He moved to the town of Boise. He likes it.",
        "The village of Boise lies far from Mali, he said in Ségou, and from Seattle.",
    ],
)
def test_a_village_stays_in_a_land_that_is_told_of_or_where_no_other_is(towns, text):
    assert "Boise" in ids(towns, text)


def test_a_city_that_all_know_stays_where_it_is(towns):
    found = {r.toponym.text: r for r in locate("He spoke of London in Mali.", towns).resolutions}
    assert found["London"].place.country_code == "GB"


def test_a_name_for_which_nobody_votes_any_more_keeps_its_scores(towns):
    group = Group.called(naming("Paris", None, Lexicon(towns)))
    scores = [*group.scores]
    votes._apply(group, scores, [], final=False)
    assert len(scores) > 1
    assert group.scores == scores


@pytest.mark.parametrize("owner", ["Afghanistan", "Pakistan"])
def test_a_district_of_a_country_may_lie_far_from_the_middle_of_it(towns, owner):
    found = locate(f"A bomb went off in {owner}'s Kandahar district.", towns).resolutions
    district = next(r for r in found if r.toponym.core == "Kandahar")
    assert (district.place is not None) == (owner == "Afghanistan")
