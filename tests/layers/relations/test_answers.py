"""What a denial or a refusal answers where its own words hardly say, and who tells no event."""

import pytest

CASES = [
    (
        (
            "The rebels said a Chadian helicopter had been shot down near Faya. Their losses were "
            "put at nine men. The rebels also said a Chadian drone had come down near Faya. "
            "Chad denied having lost any aircraft."
        ),
        [("denied having", "denies", "drone")],
    ),
    (
        (
            "Two herders heard a blast near Osh, police inspector Azamat Bekov said. A radio "
            "station quoted a pilot as saying that a jet had crashed. The police could not "
            "confirm this."
        ),
        [("could not", "declines_to_confirm", "jet had crashed")],
    ),
    (
        (
            "The army said it had beaten back an attack on Bor. But the rebel group Anya said "
            "its men had entered the town and taken 30 soldiers prisoner. Juba called that "
            "“fiction”."
        ),
        [("fiction", "denies", "entered the town")],
    ),
    (
        (
            "Norway called for calm. Asked whether its ships had been near the wreck, minister "
            "Ola Berg neither confirmed nor denied it."
        ),
        [],
    ),
    (
        (
            "Customs men searched a villa in Bruges where the team Orsa was staying, a court "
            "clerk said. A paper wrote that the search had followed a tip. Orsa denied any "
            "wrongdoing."
        ),
        [("Orsa denied", "denies", "was staying")],
    ),
    (
        (
            "The treasurer, Ana Silva, was voted out over 70,000 euros that auditors said was "
            "missing. She denies taking any money."
        ),
        [("denies taking", "denies", "70,000")],
    ),
    (
        (
            "The miner Oro said it would decide by May whether to apply again. The premier denied "
            "it would scare off buyers."
        ),
        [],
    ),
    (
        (
            "Witnesses in Jos said the officers had fired live rounds. Police denied using live "
            "ammunition."
        ),
        [("denied using", "denies", "live rounds")],
    ),
    (
        (
            "Witnesses in Jos said the officers had fired live rounds. Two boys were hurt, a nurse "
            "said. Police denied using live ammunition. “Our men carried only sticks,” said the "
            "police superintendent, Ibrahim Musa."
        ),
        [("denied using", "denies", "live rounds")],
    ),
    (
        (
            "Three men drowned when a raft overturned off the island of Leyte, a coastguard said. "
            "The palace denied reports that the whole island would be cleared. It was not clear "
            "how many of the island's 6,000 people were left."
        ),
        [("palace denied", "denies", "reports that the whole island")],
    ),
    (
        (
            "A general told a radio station that Rabat should first open the border. Morocco did "
            "not comment."
        ),
        [],
    ),
    (
        (
            "A two-day strike by pilots grounded 300 flights in Oslo, the airports' union said. "
            "The airline's chief, Per Dahl, called the strike in Oslo “out of all reason”."
        ),
        [],
    ),
    (
        (
            "The chamber of trade said each day without ferries cost the island of Crete two "
            "million euros. The line Thalassa said its ferries from Crete would stop at Milos."
        ),
        [],
    ),
    (
        (
            "The defence ministry of Serbia denied reports that its jets had bombed the town of "
            "Pec. “Our jets were not there,” said Dragan Ilic, a spokesman for the defence "
            "ministry of Serbia. A news agency had reported that Serbian jets bombed the town of "
            "Pec."
        ),
        [
            ("denied reports", "denies", "news agency"),
            ("news agency", "corroborates", "reports that"),
        ],
    ),
    (
        (
            "Rebels said nine men were killed near Basey. An army spokesman said soldiers had come "
            "under fire near Basey. The rebels' envoy, Ana Cruz, disputed the army's account."
        ),
        [("disputed", "denies", "come under fire")],
    ),
    (
        (
            "The hospital in Bhuj had received ten bodies, a doctor said. The coroner did not "
            "elaborate on the change in the number of victims."
        ),
        [],
    ),
    (
        (
            "The mayor of Baku blamed the dam at Mingachevir for holding back water. The dam's "
            "owners said they had released their full share."
        ),
        [("released", "contradicts", "holding back")],
    ),
    (
        (
            "Guards had said that a bridge near Huaraz had collapsed, but the ministry of roads "
            "said on Tuesday that it was only damaged."
        ),
        [("only damaged", "contradicts", "collapsed")],
    ),
    (
        (
            "Nurses in Kayes said they had used live rounds. “Our officers fired only rubber "
            "bullets,” said the police chief, Modibo Keita."
        ),
        [("only rubber", "contradicts", "live rounds")],
    ),
    (
        (
            "First reports had put the number of dead at nine. The coroner, Jan Maas, said that "
            "figure was a mistake."
        ),
        [("mistake", "contradicts", "nine")],
    ),
    (
        (
            "The port of Ventspils said timber from Pinsk was reaching it by way of Astana. The "
            "trade ministry of Kazakhstan said it knew of no such cargoes."
        ),
        [("no such", "contradicts", "timber")],
    ),
    (
        (
            "Tirana threatens to hit back\n\nThe council in Skopje put six firms on its list on "
            "Friday. Tirana threatened to close its crossings to lorries."
        ),
        [("Tirana threatens", "same_event_as", "close its crossings")],
    ),
    (
        (
            "Wellington has offered two ships with food. Suva had not said by Friday whether it "
            "would accept."
        ),
        [("whether", "declines_to_confirm", "offered")],
    ),
    (
        (
            "Officials in Lima said the crash had set the area alight. Farmers in Lima said there "
            "had been hail in the area before the crash."
        ),
        [],
    ),
    (
        (
            "Niger's army said its forces had taken control of the town of Agadez. Mali's army "
            "said its forces had repelled an attack on the town of Agadez."
        ),
        [("repelled", "contradicts", "taken control")],
    ),
    (
        (
            "India said a soldier had crossed the line near Poonch on Monday. Pakistan's military "
            "said its men had been shot at near Poonch. “No soldier had crossed the line,” a "
            "Pakistani military spokesman said."
        ),
        [("No soldier", "denies", "India said")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_answered_is_what_was_meant(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)
