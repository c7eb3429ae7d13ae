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
    # lists with nouns of all kinds, nationalities that wait for their noun or are all that is said
    "Six tourists, two guides and a driver were killed.": [(6, "killed"), (2, "killed"), (1, "killed")],
    "Two Malawian and one Uruguayan doctor were killed.": [(2, "killed"), (1, "killed")],
    "The raid left six dead, two French and four Serb.": [(6, "killed"), (2, "killed"), (4, "killed")],
    "At least 58 people -- 32 soldiers and 26 rebels -- died.": [(58, "killed"), (32, "killed"), (26, "killed")],
    # losses, graves, captives of one number
    "They have lost eleven colleagues since March.": [(11, "killed")],
    "The village spent a day burying 90 people.": [(90, "killed")],
    "The landslide buried 40 workers.": [(40, "missing")],
    "Four of the hostages escaped.": [(4, "abducted")],
    "A third of the 60 passengers were hurt.": [],
    "There was no word on casualties.": [],
    "They will send 2,000 troops before the vote to be held in May.": [],
}
NOT_ASSERTED = [
    "No one was hurt.", "There were no reports of casualties.", "Up to 40 farmers could be killed.",
    "The death toll could reach 50.", "They plotted to kill 40 farmers.",
    "If the dam fails, 40 farmers will be killed.",
    "Up to 40 farmers may have starved to death.", "No farmers were among the dead.",
    "There were no military casualties.",
    "Three men were not arrested.",
    "He denied that soldiers had killed 40 farmers.",
    "They suffered no combat-related deaths.",
    "Nobody is thought to have been killed.",
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


# What shares its words with harm and is none: sport, trade, votes, beasts, things, ages, drills, figures of speech.
DISTRACTORS = """
The visitors killed off the game with two late goals from 12 attempts.
The striker scored 14 goals and missed three penalties.
Barcelona beat Real Madrid 3-2 in front of 80,000 fans.
The Lions were without three injured players, but 15 men took the field.
Two boxers met in the ring before 12,000 spectators.
The team shot 43 percent from the floor and lost to the Kings by 12.
He was caught behind for 43 and eight batsmen fell for 120 runs.
A hundred runners took part in the marathon.
The side lost six players to rival clubs in the summer.
The coach has captured six titles with four players from the academy.
The defenders were beaten three times in 20 minutes.
The Wildcats executed 12 plays without a mistake.
A dozen riders crashed out of contention on points.
The Warriors slaughtered the Hawks 112-84.
The company killed 12 projects and shed 3,000 jobs.
The firm lost 400 customers and two directors in a year.
Senators killed the bill by 52 votes to 48.
Lawmakers murdered the proposal, with 12 members absent.
The merger left 200 employees without work.
The budget cut hit 3,000 teachers, whose pay was frozen.
Shares in three airlines were hurt by the rise in fuel prices.
The storm wiped $12 million off the value of 40 insurers.
The bank seized 12 houses from owners who had defaulted.
Customs officers seized 14 kilograms of cocaine and 3 pistols.
Police impounded 30 motorcycles and seized 200 cartons of cigarettes.
The new tax would hit 40,000 farmers.
He won 120 seats, and 45 independents were elected.
Four ministers were sacked and two resigned.
Thousands of voters queued at 300 polling stations.
The court heard from 14 witnesses and three experts.
The panel has 12 members, three of whom are women.
The union has 4,000 members at the plant.
The school took in 300 pupils last year.
The drought killed 3,000 cattle and 500 goats.
Twelve elephants were killed by poachers last month.
Poachers shot dead two rhinos in the park.
Bird flu has killed 40,000 chickens on six farms.
The fire destroyed 120 homes and damaged 14 vehicles.
Three tanks and two armoured vehicles were captured.
The jets destroyed 12 rocket launchers.
More than 30 horses died when the stable burned down.
Forty whales were found dead on the beach.
A stray dog was killed on the road.
Twelve ships were seized in the port.
Two planes went missing from the inventory.
Some 200 trees were felled by the storm.
The victims' leader, 43, is a father of three.
She was killed by cancer at the age of 43.
The fighting killed hopes of a deal within 30 days.
The two men met for 40 minutes in Geneva.
It is 30 years since the war ended.
The shrine draws 20,000 pilgrims a year.
The village of 3,000 people lies on the river.
A city of two million people has one hospital.
The hospital has 200 beds and employs 40 doctors.
The camp can hold 5,000 people.
He spent 12 years in prison.
She has two sons and three daughters.
The film tells of two lovers who elope to Paris.
In the game each player has three lives.
The novel follows four soldiers home from the front.
The comedian killed with an audience of 300.
Critics slaughtered the play, though 400 people came.
She was dying to meet the three singers.
The news left two million fans heartbroken.
The virus infected 12,000 computers.
Protesters carried 12 coffins.
Twelve actors played the victims in the drill.
The exam was failed by 300 candidates.
The speech went down well with the 200 guests.
Two dead batteries were replaced.
Six shots were fired at the building.
Three bombs were defused near the market.
Two men claimed the prize.
The two sides exchanged fire but only two walls were hit.
A minute's silence was held for the victims.
The monument honours the fallen.
Police are looking for three suspects.
Officers questioned three witnesses.
Police fired tear gas at 2,000 protesters.
Two people were vaccinated against yellow fever.
The agency fed 30,000 children.
Some 200 migrants arrived by boat on Sunday.
The minister visited 20 patients at the hospital.
About 300 mourners attended the funeral.
Twelve lawyers defended the accused.
A soldier stood guard outside the embassy.
Three policemen were promoted.
A teacher won the lottery.
Two brothers run the shop.
The law protects 12,000 workers.
Residents held three protests against the plan.
The meeting was held by 12 ministers in Cairo.
Elections were held in 12 states.
The president held talks with four governors.
Doctors treated 300 children for malnutrition.
The group claimed 3,000 members.
The rebels captured three villages and a bridge.
Troops took two hills.
The strike hit 12 targets.
The army lost two helicopters.
It takes two people to carry the box.
One of the drivers won by three seconds.
Nurses at 12 clinics went on strike.
The disease was detected in 12 people.
The case load rose to 300 infections.
There were 14 new cases of cholera.
"""


@pytest.mark.parametrize("text", DISTRACTORS.strip().splitlines())
def test_what_only_sounds_like_harm_is_no_fact(extractor: Extractor, text: str) -> None:
    assert [fact.text for fact in extractor.extract(text).facts] == []
