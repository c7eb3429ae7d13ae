"""The document pass: places, dates and forces of counts, events, sums."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor
from factx.facts import Fact
from factx.resolve import events

EXTRACTOR = Extractor()


def facts(text: str, kind: str, date: str | None = None) -> list[Fact]:
    return [fact for fact in EXTRACTOR.extract(text, date=date).facts if fact.kind == kind]


def test_the_place_and_date_of_a_casualty_stand_in_its_sentence() -> None:
    (fact,) = facts("Six farmers were killed near Mopti on Monday.", "casualty", "2023-12-14")
    assert (fact.attributes["place"], fact.attributes["date"]) == ("Mopti", "2023-12-11")
    assert set(fact.refs) >= {"place", "date"}


def test_what_is_since_a_day_is_no_date_of_a_count() -> None:
    (fact,) = facts("Six farmers have been killed since Monday.", "casualty", "2023-12-14")
    assert fact.attributes["date"] is None


def test_the_force_is_named_in_the_count_or_has_it() -> None:
    assert facts("MINUSMA had 900 troops there.", "troop_count")[0].attributes["force"] == "MINUSMA"
    assert facts("Some 900 Chadian soldiers left.", "troop_count")[0].attributes["force"] == "Chad"


def test_the_dead_are_no_troops() -> None:
    text = "Nine soldiers were killed. Some 200 soldiers remain."
    assert [fact.text for fact in facts(text, "troop_count")] == ["Some 200 soldiers"]


def test_a_count_told_again_is_the_same_event() -> None:
    first, second, other = facts(
        "Bomb kills 12 in Gao\n\nA bomb killed 12 people in Gao. Elsewhere three people were killed.", "casualty"
    )
    assert first.attributes["event"] == second.attributes["event"] != other.attributes["event"]


def test_a_part_larger_than_its_total_is_warned_of() -> None:
    extraction = EXTRACTOR.extract("Five people, including nine children, were killed.")
    assert [notice.code for notice in extraction.warnings] == ["toll-mismatch"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb in the northern city of Gao killed nine nurses.", "Gao"),
        ("Nine nurses were killed when gunmen opened fire on a clinic in Gao.", "Gao"),
        ("Gunmen stormed a clinic in Gao on Monday, killing nine nurses and wounding four.", "Gao"),
        ("Officials in Paris said nine nurses were killed in Gao.", "Gao"),
        ("He fled Mali, where nine nurses had been killed.", "Mali"),
        ("U.S. officials said nine nurses were killed.", None),
        ("Nine nurses from Mali were killed.", None),
        ("Nine nurses were killed in an assault on a base used by soldiers based in Niger.", None),
        ("Nine nurses wounded in the attack were taken to a hospital in Bamako.", None),
        ("The Gao bombing killed nine nurses.", "Gao"),
        ("Morocco's earthquake killed nine nurses.", "Morocco"),
        ("A US air strike killed nine nurses.", None),
        ("A bomb went off in Peshawar, a city in north-western Pakistan, killing nine nurses.", "Peshawar"),
        ("In Ituri province, in the east of the Democratic Republic of Congo, nine nurses were killed.", "Ituri"),
        ("Gunmen ambushed a bus near Gao. Officials in Bamako said nine nurses were killed.", "Gao"),
        ("Nine nurses were killed in the village of Zorbatiche.", "Zorbatiche"),
        ("Nine nurses were killed when rebels overran Zorbatiche village.", "Zorbatiche"),
        ("KABUL (Reuters) - Nine nurses were killed on Monday.", None),
        ("The minister spoke in Geneva. Nine nurses were killed.", None),
        ("Clashes broke out in Gao. In a separate incident, nine nurses were abducted.", None),
        ("Shells hit Gao on Monday. Nine nurses have been killed since June.", None),
        ("A shell hit a clinic in Gao. It was dawn.\n\nNine nurses were killed.", None),
        ("PARIS (AFP) - Nine nurses were killed in Mali on Monday.", "Mali"),
        ("Nine nurses have fled across the border into Chad.", "Chad"),
        ("Blast kills nine in Gao\n\nThe dead were nurses. Officials said nine people were killed.", "Gao"),
    ],
)
def test_the_place_is_that_of_the_deed(text: str, place: str | None) -> None:
    assert facts(text, "casualty")[-1].attributes["place"] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The shelling of a clinic in Aleppo by government forces killed six nurses.", "Aleppo"),
        ("A gunman killed two guards in Nairobi before soldiers shot him.", "Nairobi"),
        ("Six nurses were killed near the Libyan border.", "Libyan border"),
        ("Six nurses died in a fire at the Splendid Hotel.", "Splendid Hotel"),
        ("Snow buried parts of Kansas; two people died.", "Kansas"),
        ("Six nurses were killed in an area the size of France.", None),
    ],
)
def test_a_place_is_led_by_what_happens_there(text: str, place: str | None) -> None:
    assert {fact.attributes["place"] for fact in facts(text, "casualty")} == {place}


def test_each_of_two_counts_has_the_place_after_it() -> None:
    found = facts("At least nine people died in Gao, and four more in Kidal.", "casualty")
    assert [fact.attributes["place"] for fact in found] == ["Gao", "Kidal"]


def test_the_day_of_saying_is_not_the_day_of_the_deed() -> None:
    assert (
        facts("Nine nurses were killed, the army said on Monday.", "casualty", "2023-12-14")[0].attributes["date"]
        is None
    )


@pytest.mark.parametrize(
    ("text", "perpetrator", "cause"),
    [
        ("Two guards were killed and three others wounded in an ambush near Gao.", None, "ambush"),
        ("There were clashes near the gate in which two guards were killed.", None, "clashes"),
        ("Two guards were killed when rebels attacked their post.", "rebels", None),
        ("Two guards died in retaliatory fire from the soldiers.", "soldiers", "retaliatory fire"),
        ("Soldiers overran the camp and killed two guards.", "Soldiers", None),
        ("Gunmen attack clinic, kill two guards", "Gunmen", None),
        ("Heavy fighting sent two guards fleeing.", None, "fighting"),
        ("Two guards died when their bus was ambushed by rebels.", "rebels", None),
        ("Two guards were killed when the bomber raced his car at them.", "bomber", None),
        ("Marines in the hills reported killing two rebels.", "Marines", None),
        ("The army lost two guards after rebels fired on a post.", "rebels", None),
        (
            "A parked car packed with explosives hit a patrol, killing two guards.",
            None,
            "parked car packed with explosives",
        ),
        ("Police in the port said two men had been shot dead.", None, None),
        ("Protesters clashed with police and two students were killed.", None, None),
        ("Two guards died because of poor care.", None, "poor care"),
    ],
)
def test_who_did_it_and_by_what(text: str, perpetrator: str | None, cause: str | None) -> None:
    said = {(fact.attributes["perpetrator"], fact.attributes["cause"]) for fact in facts(text, "casualty")}
    assert said == {(perpetrator, cause)}


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Kenya said it would send 600 soldiers to Goma.", "Kenya"),
        ("Kenya has 600 soldiers in Goma and 200 in Bukavu.", "Kenya"),
        ("Some 600 soldiers from Kenya arrived.", "Kenya"),
        ("It welcomed Kenya's decision to withdraw its 600 soldiers.", "Kenya"),
        ("Kenya withdrew 600 soldiers from Mali.", "Kenya"),
        ("MINUSMA is leaving. The mission had 900 troops.", "MINUSMA"),
        ("In Goma he saw 600 soldiers.", None),
        ("The Dutch parliament voted to send 600 soldiers to Mali.", "Netherlands"),
        ("The Italian contingent of 600 soldiers patrols the town.", "Italy"),
        ("Spain's contingent in Lebanon numbers 600 soldiers.", "Spain"),
        ("Uganda's government has deployed 600 soldiers to Juba.", "Uganda"),
        ("UNIFIL, with 10,000 troops from 48 countries, patrols the border.", "UNIFIL"),
        ("The United Nations set up MINUSMA with 11,000 troops.", "MINUSMA"),
        ("Some 150 troops who serve under the command of AFRICOM arrived.", "AFRICOM"),
        ("Kenya is leading the mission. It has sent 400 police officers to Haiti.", "Kenya"),
        ("The Wagner Group left in June. It had some 1,000 fighters there.", "Wagner Group"),
        ("The blockade hurt Niger. It has 1,500 soldiers on the border.", None),
        ("CHAD: 600 soldiers in Gao.", "CHAD"),
        ("The Security Council authorised 600 troops for UNMISS.", "UNMISS"),
        ("Kenya, once the third partner with 600 soldiers in Gao, left.", "Kenya"),
        ("Kenya, a staunch ally, plans to halve its 600-strong contingent.", "Kenya"),
        ("They were a third of NATO's original force of 6,000.", "NATO"),
        ("An envoy meets MINUSMA while it removes its 6,000 peacekeepers.", "MINUSMA"),
        ("Peace is kept by KFOR, the 6,000-strong force.", "KFOR"),
        ("Kenya had a small army, but it drafted 6,000 soldiers.", "Kenya"),
        ("Some 600 IDF soldiers crossed the river.", "IDF"),
        ("General Diallo, commander of the Guinean contingent, said 600 soldiers had landed.", "Guinean contingent"),
        ("Polish officials said that its 600-strong force would stay.", "Poland"),
    ],
)
def test_the_force_is_who_has_or_sends_them(text: str, force: str | None) -> None:
    assert {fact.attributes["force"] for fact in facts(text, "troop_count")} == {force}


def test_a_day_that_opens_the_sentence_may_be_that_of_saying() -> None:
    (fact,) = facts("On Monday, the army said nine nurses were killed.", "casualty", "2023-12-14")
    assert fact.attributes["date"] is None


def test_since_a_year_is_no_date_of_troops() -> None:
    assert facts("Since 2006, Kenya has had 600 soldiers there.", "troop_count")[0].attributes["date"] is None


TITLED = "Blast kills 12 in Gao\n\nA blast in Gao killed {} people on Monday. {}"


@pytest.mark.parametrize(
    ("text", "events", "tolls"),
    [
        (TITLED.format(12, ""), "e1 e1", None),
        (TITLED.format(12, "The death toll later rose to 15."), "e1 e1 e1", [1, 1, 2]),
        (TITLED.format(12, "Police had earlier put the toll at nine."), "e1 e1 e1", [2, 2, 1]),
        (TITLED.format(12, "Officials revised the toll to 11 from 12."), "e1 e1 e1 e1", [1, 1, 2, 1]),
        ("The death toll from the blast rose to 43 on Tuesday, up from 31.", "e1 e1", [2, 1]),
        ("The army lowered the death toll from 31 to 27.", "e1 e1", [1, 2]),
        ("Initial reports said nine people had been killed, but the toll climbed to 17.", "e1 e1", [1, 2]),
        (TITLED.format(12, "Another bomb killed five people in Gao on Monday."), "e1 e1 e2", None),
        (TITLED.format(12, "A separate attack in Gao killed five people."), "e1 e1 e2", None),
        (TITLED.format("at least 12", "A blast in Kidal killed 12 people."), "e1 e1 e2", None),
        ("A blast in Gao killed 12 people and wounded 14.", "e1 e2", None),
        ("Ten soldiers and 10 militants were killed in the clash.", "e1 e2", None),
        ("The war has killed 40,000 people. The shelling of Gao killed 12 people on Monday.", "e1 e2", None),
        ("A bus crash killed 24 people on Sunday. In May, a bus crash there killed 13 people.", "e1 e2", None),
        ("Four drivers and two soldiers were killed. Initial estimates put the toll at 11.", "e1 e2 e3", None),
    ],
)
def test_tolls_of_one_event_are_told_from_others_and_in_order(text: str, events: str, tolls: list[int] | None) -> None:
    found = facts(text, "casualty", "2023-12-14")
    assert [fact.attributes["event"] for fact in found] == events.split()
    assert [fact.attributes["toll"] for fact in found] == (tolls or [None] * len(found))
    assert not EXTRACTOR.extract(text, date="2023-12-14").warnings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TITLED.format(13, ""), "two tolls for one event: 12 and 13"),
        (TITLED.format("at least 15", ""), "two tolls for one event: 12 and 15"),
        (
            "A quake killed 1,200 people in Herat on Saturday. Officials said the quake in Herat on Saturday had killed"
            " 2,445 people.",
            "two tolls for one event: 1,200 and 2,445",
        ),
        ("The raid killed 12 people: eight soldiers and nine civilians.", "parts of 17 is more than the total of 12"),
        ("The raid killed 12 people, including nine children.", None),
        ("The raid killed 12 people, including eight women and nine foreigners.", None),
        (TITLED.format("about 13", ""), None),
        (TITLED.format("more than 10", ""), None),
        (TITLED.format("between 10 and 15", ""), None),
        (TITLED.format(12, "It wounded 13 people in Gao on Monday."), None),
    ],
)
def test_tolls_and_totals_that_cannot_both_be_right_are_warned_of(text: str, message: str | None) -> None:
    notices = EXTRACTOR.extract(text, date="2023-12-14").warnings
    assert [(one.code, one.message) for one in notices] == ([("toll-mismatch", message)] if message else [])


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("On Friday rebels attacked the farm. Five herders were killed.", "rebels"),
        ("In May rebels shelled the town and nine people were killed.", "rebels"),
        ("Yesterday gunmen opened fire at the market. Three nurses died.", "gunmen"),
        ("Boko Haram fighters raided the town on Monday. They killed nine people.", "Boko Haram fighters"),
        ("Boko Haram raided Damboa. The group killed nine people and abducted 12 women.", "Boko Haram"),
        ("The army shelled the town on Friday. It killed nine civilians.", "army"),
        ("Al-Shabab said its fighters had killed nine soldiers.", "Al-Shabab"),
        ("Turkey said on Monday it had killed nine militants.", "Turkey"),
        ("The blast hit a bus station on Monday. It killed nine people.", None),
        ("Villagers fled as the rebels approached. They said nine people had been killed.", None),
        ("Witnesses said soldiers fought rebels before they killed nine people.", None),
        ("Nine soldiers were killed in an attack blamed on al-Shabab.", "al-Shabab"),
        ("The UN accused the rebels of killing 131 civilians.", "rebels"),
        ("Al-Shabab said it was behind the blast that killed nine people.", "Al-Shabab"),
        ("Shells fired by rebels hit a market, killing nine people.", "rebels"),
        ("Rebels claimed to have killed 12 soldiers.", "Rebels"),
        ("Iran executed nine people on Monday.", "Iran"),
        ("A car bomb in Kabul killed nine people, the Taliban said.", None),
        ("An attack on a French convoy killed nine people.", None),
        ("French soldiers were targeted in an attack that killed nine people.", None),
        ("Police opened fire on protesters in Nairobi, killing nine.", "Police"),
        ("The attackers, who rode motorcycles, killed nine farmers.", "attackers"),
        ("Fighters from the ADF killed nine villagers.", "Fighters from the ADF"),
        ("Nine guards were killed in clashes with the rebels.", "rebels"),
        ("Russian shelling killed nine people.", "Russia"),
        ("A US air strike killed nine militants.", "US"),
        ("Nine people were killed in the American city of Dallas.", None),
        ("A gunman killed nine people.", "gunman"),
        ("Boko Haram's attack on the town left 40 people dead.", "Boko Haram"),
        ("The Syrian government has killed nine detainees.", "Syrian government"),
        ("A jury convicted a man who killed nine people.", "man"),
    ],
)
def test_a_perpetrator_is_the_actor_whom_the_text_names(text: str, perpetrator: str | None) -> None:
    assert {fact.attributes["perpetrator"] for fact in facts(text, "casualty")} == {perpetrator}


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Nine people were killed when their car hit a landmine.", "landmine"),
        ("Nine people died after their bus struck a roadside bomb.", "roadside bomb"),
        ("A raid hit a house next to the palace killing nine people.", "raid"),
        ("The bombing was carried out by two men and killed nine people.", "bombing"),
        ("Thousands have fled as fighting engulfs the town.", "fighting"),
        ("Soldiers killed nine rebels after heavy overnight fighting.", "heavy overnight fighting"),
        ("Nine Taliban were killed in an American drone strike.", "American drone strike"),
        ("Police opened fire on the crowd and killed nine people.", None),
    ],
)
def test_a_cause_is_what_harmed_them(text: str, cause: str | None) -> None:
    assert facts(text, "casualty")[0].attributes["cause"] == cause


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("Nine people were killed, a doctor told reporters.", "a doctor"),
        ("Nine people were killed, said Ali Moussa, a nurse.", "Ali Moussa"),
        ("Nine people killed in blast: police", "police"),
        ("Nine people were killed, according to the UN.", "the UN"),
        ("The Red Cross estimates that nine people died.", "The Red Cross"),
        ("A spokesman for the mission said nine people were hurt.", "A spokesman for the mission"),
        ("The army, which denied the claim, said nine of its soldiers were wounded.", "The army"),
        ("Nine people were killed.", None),
    ],
)
def test_an_attribution_is_who_says_it(text: str, attribution: str | None) -> None:
    assert facts(text, "casualty")[0].attributes["attribution"] == attribution


def test_each_of_two_counts_has_the_day_beside_it() -> None:
    found = facts("Nine soldiers were killed on Friday and a nurse on Saturday.", "casualty", "2023-12-14")
    assert [fact.attributes["date"] for fact in found] == ["2023-12-08", "2023-12-09"]


def test_an_article_told_to_the_end() -> None:
    text = """Gunmen kill 14 in raid on Nigerian village

MAIDUGURI, Nigeria (AP) - Gunmen on motorcycles attacked a village in Borno state, killing at least 14 people and \
abducting several women, residents said Tuesday.

The attackers opened fire on residents, said Bulama Modu, a community leader. He said 14 bodies had been recovered.

No group has claimed responsibility, but suspicion fell on Boko Haram. The group has killed more than 35,000 people.

In a separate attack on Sunday, suspected extremists ambushed a convoy near Damboa, killing six soldiers.
"""
    told = [
        (fact.value, fact.attributes["event"], fact.attributes["perpetrator"], fact.attributes["place"])
        for fact in facts(text, "casualty", "2023-12-14")
    ]
    assert told == [
        (14, "e1", "Gunmen", "Borno"),
        (14, "e1", "Gunmen", "Borno"),
        (3, "e2", "Gunmen", "Borno"),
        (14, "e1", "Gunmen", "Borno"),
        (35000, "e3", "Boko Haram", None),
        (6, "e4", "extremists", "Damboa"),
    ]
    assert not EXTRACTOR.extract(text, date="2023-12-14").warnings


def test_tolls_that_rose_more_than_once() -> None:
    found = facts(
        "Death toll in Kinshasa floods rises to 169\n\nThe death toll from floods in Kinshasa has risen to 169 from"
        " 141, the government said on Friday. Officials initially said 120 people had died in Tuesday's floods.",
        "casualty",
        "2023-12-14",
    )
    assert [fact.attributes["toll"] for fact in found] == [3, 3, 2, 1]
    assert found[-1].attributes["attribution"] == "Officials"


def test_an_event_told_without_end_is_held_against_few_of_its_tellings(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict, calls = events._conflict, []

    def counted(one: events._Told, other: events._Told) -> bool:
        calls.append(one)
        return conflict(one, other)

    monkeypatch.setattr(events, "_conflict", counted)
    found = facts("About 180 soldiers were killed in Gao on Monday. " * 200, "casualty")
    assert {fact.attributes["event"] for fact in found} == {"e1"}
    assert len(calls) < 200 * 2 * events._RECENT


DEEDS = [
    ("A bomb went off in the market. Six people died.", "cause", "bomb"),
    ("The clashes began at dawn, and six nurses were killed.", "cause", "clashes"),
    ("There was a blast in Gao and a flood in Mopti. Six people died.", "cause", None),
    ("They vowed to attack the town. Six people died.", "cause", None),
    ("Rebels attacked the clinic at dawn. Six nurses were killed.", "perpetrator", "Rebels"),
    ("Rebels attacked the clinic at dawn. Six militants were killed.", "perpetrator", None),
    ("Rebels attacked the clinic. Soldiers shelled the hill. Six nurses were killed in Gao.", "perpetrator", None),
    ("Boko Haram said it killed six nurses.", "perpetrator", "Boko Haram"),
    ("Police from the bombed district were flown out. Nine others were wounded.", "perpetrator", None),
    ("Troops of the new force near the besieged town gave out food. Six people were killed.", "perpetrator", None),
]


@pytest.mark.parametrize(("text", "name", "value"), DEEDS)
def test_what_did_harm_may_stand_beside_the_count_but_must_be_one(text: str, name: str, value: str | None) -> None:
    (fact,) = facts(text, "casualty")
    assert fact.attributes[name] == value


PLACES = [
    ("Fighting went on in Gao, as soldiers killed six rebels.", "Gao"),
    ("Six nurses were killed in the village of Tirro in the southern Mopti region.", "Tirro"),
    ("A shell hit a market in Gao. Six people died.", "Gao"),
    ("Six nurses were killed in central and northern Mali.", "Mali"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_is_where_it_happened_and_the_nearest_that_is_told(text: str, place: str) -> None:
    (fact,) = facts(text, "casualty")
    assert fact.attributes["place"] == place


@pytest.mark.parametrize(
    ("text", "perpetrator", "cause"),
    [
        ("Nine porters died when Maoist rebels, disguised as traders, opened fire on a market.", "Maoist rebels", None),
        ("Nine rebels were killed when the army retaliated.", "army", None),
        ("Government troops, backed by gunners, retook the town, killing nine rebels.", "Government troops", None),
        ("Turkey bombed the hills on Tuesday, killing nine guerrillas.", "Turkey", None),
        ("Boko Haram gunmen on motorcycles stormed the village, setting huts ablaze and killing nine people.",
         "Boko Haram gunmen", None),
        ("Rebels kidnapped nine truckers in Gao, the army said, and killed two who resisted.", "Rebels", None),
        ("After gunmen attacked a convoy, nine drivers were missing.", "gunmen", None),
        ("The massacre by militiamen which left nine refugees dead shocked Gao.", "militiamen", "massacre"),
        ("The army launched an offensive in the hills that has killed nine rebels.", "army", "offensive"),
        ("Nine people died during an attack on Monday by armed youths on a base.", "youths", "attack"),
        ("Islamist fighters stormed a hotel. Nine guests were killed.", "Islamist fighters", None),
        ("An explosion ripped through a market. Nine people were killed.", None, "explosion"),
        ("The storm hit the coast. It killed nine people and left nine homeless.", None, "storm"),
        ("When a bomb exploded in a bus station, nine travellers were killed.", None, "bomb"),
        ("In six years of war, nine nurses have died.", None, "war"),
        ("A lorry overturned on a bridge, killing nine people.", None, "lorry overturned"),
        ("Typhoon Dora killed nine people.", None, "Typhoon"),
        ("Clashes between villagers and rebels killed nine people.", None, "Clashes"),
        ("Soldiers passed as a bomb went off, killing nine.", None, "bomb"),
        ("Rebels stormed the camp, while nine nurses were killed elsewhere.", None, None),
        ("The ambush, for which the ELN claimed responsibility, killed nine guards.", "ELN", "ambush"),
        ("Rebels led by a deserter drove nine people from their homes.", "Rebels", None),
        ("Militants raided the town. They killed nine guards and took nine captive.", "Militants", None),
        ("Twin bombings in Kenya and Chad, which killed nine people, were condemned.", None, "Twin bombings"),
        ("France has been on alert since a series of attacks in Lyon, killing nine.", None, "attacks"),
        ("The government met after the slaying of nine people.", None, None),
        ("Israel bombed a camp after a Hamas attack killed nine people.", "Hamas", "attack"),
        ("Rebels stormed the camp. Nine nurses were killed in a hospital of the capital, a union of nurses that had "
         "warned of such days for years said in a letter.", None, None),
    ],
)  # fmt: skip
def test_a_deed_is_read_from_the_clauses(text: str, perpetrator: str | None, cause: str | None) -> None:
    said = {(fact.attributes["perpetrator"], fact.attributes["cause"]) for fact in facts(text, "casualty")}
    assert said == {(perpetrator, cause)}


def test_who_is_harmed_in_one_clause_does_no_harm_in_the_next() -> None:
    text = "Two guards were wounded near the river, and on Friday rebels raided a farm, killing five herders."
    assert [(fact.value, fact.attributes["perpetrator"]) for fact in facts(text, "casualty")][-1] == (5, "rebels")
