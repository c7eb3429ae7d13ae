"""Casualties: for each construction of English news the facts (value, harm) that it must give, in order.

Below them what must give none, what is not asserted, and the attributes that a construction decides.
"""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

CONSTRUCTIONS: dict[str, list[tuple[int, str | None]]] = {
    # passive, active, intransitive
    "At least six traders were badly hurt in Marbo.": [(6, "wounded")],
    "Bandits killed 33 miners and arrested six.": [(33, "killed"), (6, "detained")],
    "A nurse died and two drivers were abducted.": [(1, "killed"), (2, "abducted")],
    "Twelve people from five different villages were killed.": [(12, "killed")],
    "A 30-year-old man surnamed Oro has been arrested.": [(1, "detained")],
    "A man ran at the guards with an axe and was shot dead.": [(1, "killed")],
    # headlines, leaving and with
    "Car bomb kills 10, wounds 20 in Marbo": [(10, "killed"), (20, "wounded")],
    "Blast in Marbo leaves 12 dead, scores hurt": [(12, "killed"), (40, "wounded")],
    "Militants ambushed a convoy, leaving five policemen dead and eight wounded.": [(5, "killed"), (8, "wounded")],
    # shared harm, gapping, lists
    "Nine rebels and about twenty policemen were left dead.": [(9, "killed"), (20, "killed")],
    "Gunmen killed nine in a market in the east and four at a shrine in the north.": [(9, "killed"), (4, "killed")],
    "Three soldiers, two officers and a cook were killed.": [(3, "killed"), (2, "killed"), (1, "killed")],
    "Six guards were killed along with ten nurses.": [(6, "killed"), (10, "killed")],
    # parts
    "Thirty people, including eight schoolgirls, were killed.": [(30, "killed"), (8, "killed")],
    "Thirty people were killed, eight of them schoolgirls.": [(30, "killed"), (8, "killed")],
    "Three of the dead were nurses.": [(3, "killed")],
    "Of the 130 injured, 77 were women.": [(130, "wounded"), (77, "wounded")],
    "Two doctors were among the dead.": [(2, "killed")],
    # nominal
    "It led to the deaths of 14 miners and 16 injuries.": [(14, "killed"), (16, "wounded")],
    "The murder of six priests and two cooks shocked them.": [(6, "killed"), (2, "killed")],
    "Divers found the bodies of 14 miners.": [(14, "killed")],
    "The flood claimed 27 lives.": [(27, "killed")],
    "Forty casualties were treated.": [(40, None)],
    "Forty farmers were killed or wounded.": [(40, None)],
    # tolls
    "The death toll climbed from 12 to 19.": [(12, "killed"), (19, "killed")],
    "He put the toll at 43.": [(43, "killed")],
    "That brought to 31 the number of dead.": [(31, "killed")],
    # blows, hostages, custody, flight
    "A man stabbed 11 pupils to death.": [(11, "killed")],
    "Rebels took four nurses hostage.": [(4, "abducted")],
    "Rebels freed 40 hostages and 12 prisoners.": [(40, "abducted"), (12, "detained")],
    "Police took 12 people into custody.": [(12, "detained")],
    "More than 10,000 people have fled their homes.": [(10000, "displaced")],
    "The war forced 300,000 people from their homes.": [(300000, "displaced")],
    "They asked about seven kidnapped students.": [(7, "abducted")],
    "The storm killed 40 gondoliers.": [(40, "killed")],
    # lists with the harm said once, parts, degrees, those who get worse
    "Shelling killed 11 in Marbo, seven in Senta and two in Lirro, a monitor said.": [
        (11, "killed"),
        (7, "killed"),
        (2, "killed"),
    ],
    "The landslide killed all 37 miners in the pit and four at the gate above it.": [(37, "killed"), (4, "killed")],
    "The dead included two nurses and a cook.": [(2, "killed"), (1, "killed")],
    "Six people died. They included two nurses.": [(6, "killed"), (2, "killed")],
    "There were 13 women among the 40 dead.": [(13, "killed"), (40, "killed")],
    "Of the 83 killed, 50 were miners and 33 nurses.": [(83, "killed"), (50, "killed"), (33, "killed")],
    "A further 17 were injured, five seriously.": [(17, "wounded"), (5, "wounded")],
    "Two of the injured later died.": [(2, "killed")],
    "Two of the victims were children.": [(2, "killed")],
    "He was one of 33 people killed in the blast.": [(33, "killed")],
    "The storm claimed 47 lives, among them 12 policemen.": [(47, "killed"), (12, "killed")],
    "They condemned the killing of six teachers, including two women.": [(6, "killed"), (2, "killed")],
    # more tolls and nouns
    "Officials raised the death toll to 76 from 58.": [(76, "killed"), (58, "killed")],
    "A toll of 15 dead was later revised to 21.": [(15, "killed"), (21, "killed")],
    "The death toll has gone up to 36.": [(36, "killed")],
    "Deaths from the fever have reached 1,100.": [(1100, "killed")],
    "The number of refugees rose from 17,000 in June to 21,000.": [(17000, "displaced"), (21000, "displaced")],
    "The war has cost 100,000 lives.": [(100000, "killed")],
    "The body of a missing reporter was found.": [(1, "killed")],
    "The town buried 43 victims on Sunday.": [(43, "killed")],
    # one whose harm is said before the noun; adverbs of any kind
    "A wounded officer succumbed to his injuries.": [(1, "killed")],
    "They treated an injured miner.": [(1, "wounded")],
    "Ten villagers were mercilessly massacred.": [(10, "killed")],
    # those held by armed men are captives, those held by police are not; the freed
    "Six nurses are being held by the rebels.": [(6, "abducted")],
    "Pirates are holding 28 sailors.": [(28, "abducted")],
    "Twelve men are being held by police.": [(12, "detained")],
    "Kidnappers released an engineer on Friday.": [(1, "abducted")],
    "Six activists were released from custody.": [(6, "detained")],
    "They swapped 144 captured soldiers.": [(144, "detained")],
    "The rebels have taken 14 prisoner.": [(14, "detained")],
    # nothing at all, or not people
    "The new machine hurt the firm's earnings, a spokesman said.": [],
    "It sent dozens of ambulances to the town to move the injured.": [],
    "A body of 12 lawyers met.": [],
    "He saved the lives of 40 people.": [],
    "They expelled 35 diplomats.": [],
    "Some 200 people survived the shipwreck.": [],
    "Thousands of mourners gathered for the killed reporter.": [],
    "Fifteen suspects are wanted for the murder.": [],
    "Sergeant killed in blast.": [],
    "The fire killed 40 goats.": [],
    "He faces two counts of murder.": [],
    "The toll increase took effect at 14 gates.": [],
    "Oro, 34, of Marbo, died on a farm.": [],
    "The father of four boys, Oro, was killed.": [],
    "Two soldiers left after the mayor was killed.": [],
    "The city was captured in 1916.": [],
    "They captured 12 tanks and a rebel base.": [],
}
NOT_ASSERTED = [
    "No one was hurt.", "There were no reports of casualties.", "Up to 40 farmers could be killed.",
    "The death toll could reach 50.", "They plotted to kill 40 farmers.",
    "If the dam fails, 40 farmers will be killed.",
    "Up to 40 farmers may have starved to death.", "No farmers were among the dead.",
    "There were no military casualties.",
    "Three men were not arrested.", "Nobody is thought to have been killed.",
]  # fmt: skip
ATTRIBUTES = [
    ("Six nurses were killed by masked gunmen.", "perpetrator", "gunmen"),
    ("Rebel fighters killed six nurses.", "perpetrator", "Rebel fighters"),
    ("Gunmen stormed a school, killing six nurses.", "perpetrator", "Gunmen"),
    ("Six soldiers were killed.", "perpetrator", None),
    ("Six nurses were killed in a suicide bombing.", "cause", "suicide bombing"),
    ("A roadside bomb killed six nurses.", "cause", "roadside bomb"),
    ("Clashes left six nurses dead.", "cause", "Clashes"),
    ("Masked gunmen stormed the town in a raid that killed six nurses.", "perpetrator", "gunmen"),
    ("Militants attack town, 12 dead", "perpetrator", "Militants"),
    ("The gunmen attacked a base, leaving 12 soldiers dead.", "perpetrator", "gunmen"),
    ("Bombings by Islamist militants have killed six nurses.", "perpetrator", "Islamist militants"),
    ("An explosion tore through a cafe, leaving 12 dead.", "cause", "explosion"),
    ("Six nurses were killed, the health ministry said.", "attribution", "the health ministry"),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(kinds=["casualty"])


@pytest.mark.parametrize(("text", "expected"), CONSTRUCTIONS.items())
def test_construction(extractor: Extractor, text: str, expected: list[tuple[int, str | None]]) -> None:
    facts = extractor.extract(text).facts
    assert sorted((fact.value, fact.attributes["harm"]) for fact in facts) == sorted(expected)
    assert all(fact.attributes["asserted"] for fact in facts)


@pytest.mark.parametrize("text", NOT_ASSERTED)
def test_what_did_not_happen_is_not_asserted(extractor: Extractor, text: str) -> None:
    assert [fact.attributes["asserted"] for fact in extractor.extract(text).facts] == [False]


@pytest.mark.parametrize(("text", "name", "value"), ATTRIBUTES)
def test_attribute_by_construction(extractor: Extractor, text: str, name: str, value: str | None) -> None:
    assert [fact.attributes[name] for fact in extractor.extract(text).facts] == [value]


SHARED = [
    ("Clashes left 11 soldiers dead and 35 wounded.", "cause", "Clashes"),
    ("Two nurses were killed and six wounded in a rocket attack.", "cause", "rocket attack"),
    ("Rebel fighters killed six nurses and wounded ten.", "perpetrator", "Rebel fighters"),
]


@pytest.mark.parametrize(("text", "name", "value"), SHARED)
def test_joined_counts_share_what_one_of_them_says(text: str, name: str, value: str) -> None:
    facts = Extractor().extract(text).facts
    assert [fact.attributes[name] for fact in facts if fact.kind == "casualty"] == [value, value]


def test_a_subject_of_its_own_shares_no_perpetrator() -> None:
    facts = Extractor().extract("Police killed six rebels and a nurse was wounded.").facts
    assert [fact.attributes["perpetrator"] for fact in facts if fact.kind == "casualty"] == ["Police", None]
