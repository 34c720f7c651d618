"""Rejections, opposites and refusals to say, each with the claim that it is about."""

import pytest

CASES = [
    (
        (
            "The opposition accused the governor of stealing relief money in Sindh. The "
            "governor rejected the accusation."
        ),
        [("rejected", "denies", "stealing")],
    ),
    (
        (
            "Passengers said that the station in Porto had been shut two hours early. The "
            "railway insisted that the station had closed on time."
        ),
        [("insisted", "contradicts", "shut two")],
    ),
    (
        (
            "A newspaper wrote that the minister had met the rebels in Goma. Her spokesman "
            "said the report was false."
        ),
        [("false", "denies", "met the rebels")],
    ),
    (
        (
            "Residents said there had been an explosion at the depot in Homs. The army "
            "said there was no explosion."
        ),
        [("no explosion", "contradicts", "had been an explosion")],
    ),
    (
        (
            "Two boys were shot at the gate in Kano on Monday, their father said. The "
            "colonel denied that his men had fired."
        ),
        [("denied", "denies", "shot at")],
    ),
    (
        (
            "The mayor of Valdez blamed the water company for the flood. The company "
            "rejected the charge."
        ),
        [("rejected", "denies", "blamed")],
    ),
    (
        (
            "Organisers put the crowd in Turin at 50,000. The police chief called the "
            "number “pure fantasy”."
        ),
        [("fantasy", "denies", "50,000")],
    ),
    (
        (
            "The rebels said they had killed 70 soldiers near Goma, nearly all of them in "
            "one ambush. The army spokesman dismissed the figure."
        ),
        [("dismissed", "denies", "70"), ("nearly all", "part_of", "70")],
    ),
    (
        (
            "“The virus could reach Lagos within days,” the doctor Ada Obi said. The "
            "minister said Lagos was not at risk."
        ),
        [("not at risk", "contradicts", "could reach")],
    ),
    (
        (
            "The company said that the dam in Sudan was safe. Engineers said that the dam "
            "was unsafe."
        ),
        [("unsafe", "contradicts", "was safe")],
    ),
    (
        (
            "The airline said that the plane was on schedule at Accra on Monday. The "
            "airport said that the plane had been delayed."
        ),
        [("delayed", "contradicts", "on schedule")],
    ),
    (
        (
            "The ministry said the ship had sunk off Ghana. The port chief said the ship "
            "was still afloat."
        ),
        [("afloat", "contradicts", "sunk")],
    ),
    (
        (
            "State television said the rebel leader had been killed in Mali. A spokesman "
            "for the rebels said he was alive."
        ),
        [("alive", "contradicts", "killed")],
    ),
    (
        (
            "The two generals, the army said, had been arrested in Mali. Their families "
            "said they were free."
        ),
        [("free", "contradicts", "arrested")],
    ),
    (
        (
            "Ukraine's security service said that Russian agents had set fire to the depot "
            "in Odesa. Moscow denied any involvement."
        ),
        [("denied", "denies", "set fire")],
    ),
    (
        (
            "The kidnappers wrote that they wanted 5 million dollars for the engineers "
            "seized in Kaduna. The police said the search went on.\n\nThe company, Blue "
            "Dock, would neither confirm nor deny the letter."
        ),
        [("neither", "declines_to_confirm", "wanted 5 million")],
    ),
    (
        (
            "A former guard told the paper that prisoners had been beaten in the jail at "
            "Arua. The prison service had no comment."
        ),
        [("no comment", "declines_to_confirm", "beaten")],
    ),
    (
        (
            "The rights group Hakki said that 12 men had been held without trial in Juba. "
            "The government did not respond to a request for comment."
        ),
        [("did not respond", "declines_to_confirm", "held without")],
    ),
    (
        (
            "The rebels said that they had shot down an army helicopter near Goma on "
            "Monday. Three villagers were hurt, a doctor said.\n\nThe army declined to "
            "comment on the helicopter."
        ),
        [("declined", "declines_to_confirm", "shot down")],
    ),
    (
        (
            "Local media reported that the bank would cut 300 jobs in Lima. A spokeswoman "
            "refused to confirm the report."
        ),
        [("refused", "declines_to_confirm", "cut 300")],
    ),
    (
        (
            "Residents said a fire had broken out at the depot in Homs. The army said no "
            "shots had been fired."
        ),
        [],
    ),
    (
        (
            "The airline said the plane had left the runway in Lima. The airport said that "
            "nobody was hurt."
        ),
        [],
    ),
    (
        "The governor said the road to Kumasi was open. The bishop said the school was closed.",
        [],
    ),
    (
        (
            "The sailing federation accused Team Orca of using a banned sail in Nice. The "
            "team denied cheating."
        ),
        [("denied", "denies", "accused")],
    ),
    (
        (
            "The union said that 40 miners had been sacked in Sudbury. “Nobody has been "
            "sacked,” the company said."
        ),
        [("Nobody", "contradicts", "sacked in")],
    ),
    (
        (
            "The paper wrote that the minister had taken money from a builder in Malta. "
            "The minister said he had never taken money."
        ),
        [("never", "denies", "taken money from")],
    ),
    (
        (
            "The drivers said that the brakes of the bus had failed near Oruro. The owner "
            "said that the brakes had not failed."
        ),
        [("not failed", "contradicts", "had failed")],
    ),
    (
        (
            "The ministry denied that the brakes of the train had failed near Oruro. The "
            "drivers said that the brakes had failed."
        ),
        [("The drivers", "contradicts", "ministry denied")],
    ),
    (
        (
            "The group Al-Nur said that it had seized the town of Dori. Two shops burned "
            "down, a trader said. The town was quiet at noon.\n\nThe army would not confirm "
            "that the town had been seized."
        ),
        [("would not confirm", "declines_to_confirm", "seized the town")],
    ),
    (
        (
            "Libya said its boats had fired on a trawler off Derna. The skipper’s lawyer, Anna "
            "Galea, said that no shot had been fired."
        ),
        [("no shot", "contradicts", "had fired")],
    ),
    (
        (
            "About 900 Chadian troops have taken up positions near Faya, General Musa Ali told "
            "reporters. Libya’s defence minister, Omar Saleh, said there had been no movement of "
            "troops."
        ),
        [("no movement", "contradicts", "900")],
    ),
    (
        (
            "The nurses’ union said two more miners were missing in Ferizaj. “Nobody is "
            "unaccounted for,” the governor, Ilir Berisha, told reporters."
        ),
        [("Nobody", "contradicts", "missing")],
    ),
    (
        ("The mayor of Enna said two men were missing. Nobody was hurt, the fire service said."),
        [],
    ),
    (
        (
            "Villagers near Gao accused soldiers of burning their barns. Defence Minister Ali "
            "Keita said troops had never set fire to a house."
        ),
        [("never", "contradicts", "burning")],
    ),
    (
        (
            "Students said police had fired rubber bullets at them in Thies. A police chief, "
            "Colonel Awa Fall, said officers had used only water cannon."
        ),
        [("only water", "contradicts", "rubber bullets")],
    ),
    (
        (
            "Guests said the fire exit on the top floor had been locked. All exits were open, the "
            "hotel’s manager, Rui Pinto, said."
        ),
        [("exits were open", "contradicts", "locked")],
    ),
    (
        (
            "The broker’s lawyer said her client held a valid permit. The fisheries agency said "
            "the permit had expired in September."
        ),
        [("expired", "contradicts", "valid")],
    ),
    (
        (
            "The agency Rasad said the Ostara had been carrying weapons. The owner said the ship "
            "was empty."
        ),
        [("empty", "contradicts", "carrying")],
    ),
    (
        (
            "The hotel’s lawyer, Rui Pinto, said the lift had passed an inspection in July. The "
            "city council said it had no record of such an inspection."
        ),
        [("no record", "contradicts", "passed")],
    ),
    (
        (
            "The hotel’s lawyer, Rui Pinto, said the lift had been inspected. The city council "
            "said it had no record of the waiter."
        ),
        [],
    ),
    (
        (
            "Chad said on Sunday that masked men had attacked a patrol near Faya. Libya’s interior "
            "ministry said that the patrol had fired first."
        ),
        [("fired first", "contradicts", "attacked a patrol")],
    ),
    (
        (
            "The driver told police that the brakes had failed. “The brakes worked,” inspector "
            "Ana Ruiz told reporters."
        ),
        [("worked", "contradicts", "failed")],
    ),
    (
        (
            "The relief agency said a ship with rice had reached Toliara. The port authority said "
            "the ship was still at sea."
        ),
        [("at sea", "contradicts", "reached")],
    ),
    (
        (
            "Parents accused the school of using an unlicensed bus. An official confirmed that "
            "the bus had had no licence since September."
        ),
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_rejects_and_who_says_nothing_answers_the_right_claim(
    pin, related, has_just, text, expected
):
    has_just(related(pin(text)), expected)
