"""Troop counts: what the verbs and nouns of English say of troops, with the force where the sentence names it."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

EXTRACTOR = Extractor()

# Each line: a sentence, then "value action force" for each of its counts in order, "-" where none is asked for.
COUNTS = """
Norway shipped 340 engineers and 120 soldiers to the port in May. | 120 deployed Norway
Kampala has airlifted 900 soldiers into Juba since Thursday. | 900 deployed Kampala
Two battalions totalling 1,400 men moved in overnight to seal off the quarter, the army said. | 1400 deployed -
As night fell, 3,000 government troops poured in from the west. | 3000 deployed -
On Tuesday 250 Senegalese gendarmes stepped off a ship at Monrovia. | 250 deployed Senegal
Egypt, which joined the alliance last year, is flying 2,000 commandos to Aden. | 2000 deployed Egypt
An advance party of 45 sappers reached Kigali yesterday. | 45 deployed -
More than 6,000 Ethiopian soldiers have crossed into Somalia, witnesses said. | 6000 deployed Ethiopia
The junta reinforced its northern garrisons with 700 soldiers. | 700 reinforced -
The dispatch of 800 Turkish troops to Tripoli angered Athens. | 800 deployed Turkey
The arrival of 1,200 Rwandan troops has calmed the town. | 1200 deployed Rwanda
Peru brought home its 210 peacekeepers in July. | 210 withdrawn Peru
The pullout of 4,000 Australian soldiers ended on Sunday. | 4000 withdrawn Australia
Sweden is redeploying home 150 soldiers from Kabul. | 150 withdrawn Sweden
By Christmas, all 2,200 Canadian troops had gone. | 2200 withdrawn Canada
Some 350 Fijian soldiers flew out of the Golan on Wednesday. | 350 withdrawn Fiji
Manila called home 331 of its peacekeepers after the clash. | 331 withdrawn -
The last 95 Hungarian soldiers departed in a convoy of buses. | 95 withdrawn Hungary
Poland wants to bring back 500 of its soldiers by spring. | 500 withdrawn Poland
Portugal vowed to deploy 200 commandos. | 200 planned Portugal
Ottawa offered 600 soldiers and police trainers. | 600 planned Ottawa
The Senate authorised the president to send 1,500 marines abroad. | 1500 planned -
Nigeria's cabinet has approved sending 750 troops to Bissau. | 750 planned Nigeria
The king ordered 3,000 guardsmen to the frontier. | 3000 deployed -
If the truce holds, Jakarta would contribute 1,000 soldiers. | 1000 planned Jakarta
Bolivia, a regular contributor to UN missions, said it would provide 200 infantrymen. | 200 planned Bolivia
Up to 5,000 police could be drafted in for the final. | 5000 planned -
Chile is considering whether to send 350 soldiers to Haiti. | 350 planned Chile
The general said he needed 12,000 fresh troops. | 12000 requested -
Lebanon has appealed for 15,000 peacekeepers. | 15000 requested Lebanon
The mission is seeking another 800 police officers. | 800 requested -
The governor's request for 1,000 guardsmen was granted. | 1000 requested -
British instructors have trained 3,400 Kurdish fighters. | 3400 trained -
A further 500 recruits graduated from the police academy last week. | 500 trained -
American officers will train 1,200 Malian soldiers. | 1200 trained Mali
The training of 5,000 border guards takes six months. | 5000 trained -
The country has a troop strength of nearly 65,000. | 65000 present -
Total strength: 8,450. | 8450 total -
The number of Ukrainian soldiers in the pocket has dwindled to about 900. | 900 present Ukraine
The number of foreign troops stationed in the country will drop to 6,000 by June. | 6000 planned -
ROMANIA: 730 soldiers in the southern desert; plans to leave next year. | 730 present ROMANIA
GHANA: 2,100 troops, most of them infantry. | 2100 present GHANA
_Jordan: 1,450 police. | 1450 present Jordan
The 1,350 Italians who belong to UNIFIL keep watch on the line. | 1350 present Italy
A nine-member team of soldiers from Nepal inspected the camp. | 9 present -
The warlord leads about 2,500 men in the hills. | 2500 present -
A column of 600 men was seen heading for the capital. | 600 deployed -
Some 1,100 Spanish and Moroccan soldiers took part in the drill. | 1100 present -
Italy, once the third-largest contributor with 3,200 troops, left in 2006. | 3200 present Italy
Australia hopes to cut its 1,550-member contingent by half. | 1550 present Australia
Spain's departure removed 1,300 troops from the coalition. | 1300 withdrawn Spain
Bangladesh remains the top contributor with 7,200 peacekeepers. | 7200 present Bangladesh
The alliance said Albania had put 140 soldiers under its command. | 140 deployed Albania
The Georgian government said it would double its 850-strong force. | 850 present -
Nepal's contingent numbers 1,080. | 1080 present Nepal
Fewer than 300 rebels remain in the old town, the army says. | 300 present -
The peace deal calls for 5,000 former fighters to be merged into the army. | 5000 planned -
The mandate allows for up to 11,000 troops. | 11000 planned -
Hundreds of Syrian soldiers surrendered at the base. | 200 other -
Roughly 1,700 policemen stayed away from work in protest. | 1700 other -
Nearly 80 soldiers deserted the barracks on Sunday night. | 80 other -
Some 60 gunmen stormed the bus station before dawn. | 60 other -
Dublin has refused to send 300 soldiers to Chad. | 300 other Dublin
Togo's 730 troops will not leave before the vote. | 730 present Togo
The force, which has 4,300 soldiers in the east, is stretched. | 4300 present -
More than 70,000 police and soldiers are guarding polling stations. | 70000 present -
Around 13,000 soldiers backed by tanks are massed on the frontier. | 13000 deployed -
The 5,000 Marines aboard the ships have been ordered to sail for the Gulf. | 5000 planned -
A 120-strong Czech field hospital unit has left for Jordan. | 120 deployed -
With 16,000 soldiers, the mission is the largest of its kind. | 16000 present -
The president has committed 30,000 more soldiers to the war. | 30000 planned -
Thailand, whose 440 soldiers build roads in Karbala, may pull them out early. | 440 present Thailand
The plan would see 900 Kenyan officers deployed in Port-au-Prince by June. | 900 planned Kenya
Austria has 380 soldiers on the Golan Heights, who will go home within weeks. | 380 withdrawn Austria
Soldiers numbering 8,000 were brought from the interior to quell the riots. | 8000 deployed -
Japan extended the stay of its 550 soldiers by a year. | 550 present Japan
A ship with 700 Chinese sappers on board docked at Port Sudan. | 700 deployed -
The bloc had 1,900 soldiers standing by in Accra. | 1900 planned -
The operation, involving 2,000 policemen and 400 soldiers, began at dawn. | 2000 present -; 400 present -
Dozens of commandos, backed by helicopters, moved into the port on Monday. | 24 deployed -
In a show of strength, Ankara sent in 1,800 troops. | 1800 deployed -
Cuba once kept 40,000 soldiers in Angola. | 40000 present Cuba
The sultan dispatched as many as 900 guardsmen. | 900 deployed -
Morocco's 1,100 soldiers in the mission pulled out in May. | 1100 withdrawn Morocco
Most of the 3,000 Cuban soldiers have sailed home. | 3000 withdrawn Cuba
The bloc urged Dhaka to provide 2,500 police. | 2500 requested -
Lawmakers debated sending 400 troops to the region. | 400 planned -
The minister ruled out sending 400 troops. | 400 other -
Finland began withdrawing its 160 soldiers on Monday. | 160 withdrawn Finland
A convoy carrying 300 Bangladeshi peacekeepers entered the city. | 300 deployed Bangladesh
Some 900 Jordanian soldiers patrol the northern suburbs. | 900 present Jordan
The army says it has trained 6,000 new recruits since January. | 6000 trained -
Sixty more police were put on the streets. | 60 deployed -
Russia keeps 1,500 troops in the breakaway province. | 1500 present Russia
Chad threatened to pull its 1,000 soldiers out of the force. | 1000 withdrawn Chad
Nearly 600 paratroopers from Fort Bragg are expected in Haiti tomorrow. | 600 planned -
Pakistan shifted 6,000 soldiers from its eastern border to the tribal belt. | 6000 deployed Pakistan
Protesters clashed with 500 riot police outside parliament. | 500 present -
The two rebel groups have about 4,000 fighters between them. | 4000 present -
Some 200 soldiers, whose pay is months late, mutinied. | 200 other -
Ethiopia's parliament voted to commit 3,000 troops. | 3000 planned Ethiopia
The arrival next month of 700 Kenyan police will help. | 700 planned Kenya
Vietnam reportedly has 50,000 troops dug in along the frontier. | 50000 present Vietnam
Police numbering about 900 kept the crowds apart. | 900 present -
The mission's 2,300 soldiers and 400 police will be replaced by a smaller team. | 2300 present -; 400 present -
At dawn 1,000 marines waded ashore. | 1000 deployed -
The chief of staff said 300 men had been pulled from the front. | 300 withdrawn -
Some 1,600 soldiers, police and prison guards took part in the search. | 1600 present -
Guinea has closed its border and reinforced it with 250 soldiers. | 250 reinforced Guinea
There will be 5,000 police on duty for the match. | 5000 planned -
The president sent home 3,000 conscripts. | 3000 withdrawn -
His request that 500 soldiers be sent to the border was turned down. | 500 requested -
Seoul, Washington's ally, has decided against sending 3,000 soldiers. | 3000 other -
Berlin will keep 1,000 soldiers in Mali until 2024. | 1000 planned -
Some 70,000 U.N. peacekeepers serve around the world. | 70000 present U.N.
Hungary's contingent of 300 soldiers returned home in March. | 300 withdrawn Hungary
Zambia plans to contribute a battalion of 850 and Ghana 200 engineers. | 850 planned Zambia
Headline: 1,200 more Kenyan police bound for Haiti. | 1200 planned Kenya
France to withdraw 400 troops from Chad by Friday | 400 withdrawn France
The peacekeeping force, which at its height numbered 17,000, has shrunk to 3,500. | 17000 present -; 3500 present -
The country's standing army of 90,000 is the region's largest. | 90000 present -
Ethiopia's force, already 4,000 strong, is to grow to 8,000. | 4000 present -; 8000 planned -
Zimbabwe had some 12,000 men in Congo at the height of the war. | 12000 present Zimbabwe
A battalion of about 750 Jordanian soldiers is due to leave Sierra Leone next week. | 750 withdrawn Jordan
The rest of India's 3,000 peacekeepers will follow by February. | 3000 planned India
The garrison was strengthened by 200 marines. | 200 reinforced -
The regiment, with 650 men under arms, guards the palace. | 650 present -
NATO has about 2,500 soldiers standing ready to evacuate the monitors. | 2500 planned NATO
The U.S. presence, which peaked at 100,000 in 2011, now stands at about 9,800. | 100000 present -; 9800 present -
About 100 legionnaires parachuted onto the airstrip. | 100 deployed -
The militia can call on 20,000 fighters. | 20000 present -
The 3,500 Dutch and Belgian soldiers were replaced by Pakistanis. | 3500 present -
The government employs 25,000 policemen. | 25000 present -
The two sides have agreed to pull back 1,000 troops each. | 1000 withdrawn -
Only 12 officers man the post at night. | 12 present -
After the coup 400 French soldiers flew in from Gabon to protect foreigners. | 400 deployed France
Some of the 900 soldiers will be home for Christmas. | 900 withdrawn -
He had promised 10,000 troops; fewer than 2,000 came. | 10000 planned -; 2000 deployed -
Some 2,800 Tamil fighters gave themselves up. | 2800 other -
The African Union wants to increase its force from 7,000 to 10,000. | 7000 present -; 10000 planned -
The Nigerian battalion of 776 men is in Freetown. | 776 present -
The council voted to extend the mandate of the 10,000-member force. | 10000 present -
The 10,000-member force would replace African Union troops. | 10000 planned -
Argentina said it had no plans to send 500 soldiers. | 500 other Argentina
The army chief wants 35,000 men recruited within two years. | 35000 requested -
The task force includes 3,000 sailors and marines. | 3000 present -
Hundreds of armed police in riot gear ringed the square. | 200 deployed -
Syria began pulling its 14,000 soldiers out of Lebanon. | 14000 withdrawn Syria
In 2004 Morocco sent 1,500 soldiers; 300 are still there. | 1500 deployed Morocco; 300 present -
Some 1,100 extra police have been drafted in to patrol the beaches. | 1100 deployed -
Sweden's government has proposed sending 120 soldiers to Mali. | 120 planned Sweden
Two thousand Ugandan soldiers remain in eastern Congo. | 2000 present Uganda
He called for 500 more monitors to be sent. | 500 requested -
Witnesses saw about 50 soldiers digging trenches. | 50 present -
Kabul's police force will be expanded to 80,000. | 80000 planned -
The Greek battalion pulled its 300 soldiers back to Skopje. | 300 withdrawn -
More than 200 Swiss police officers left for Kosovo this morning. | 200 deployed Switzerland
Lebanon's army moved 6,000 soldiers south of the river. | 6000 deployed Lebanon
As part of the deal, 3,000 guerrillas will hand in their weapons. | 3000 planned -
Bulgaria pulled out its 450-member infantry battalion in December. | 450 withdrawn Bulgaria
The UN has approved a force of 26,000 for the region. | 26000 planned UN
Benin is to contribute 2,000 soldiers. | 2000 planned Benin
Some 400 recruits are being trained at the camp. | 400 trained -
The rebel commander claims to lead 7,000 fighters. | 7000 present -
At least 4,000 soldiers took part in the parade. | 4000 present -
The ministry reported that 150 police had been moved to the prison. | 150 deployed -
No more than 300 soldiers will be allowed to remain at the base. | 300 planned -
All of them had returned home, except some 150 soldiers in Chad and 210 troops in Beirut. | 150 present -; 210 present -
He will send 9,000 troops. They include 4,000 marines and 30 snipers. | 9000 planned -; 4000 planned -; 30 planned -
Ghana has completed the withdrawal of the 900 soldiers who were sent to Freetown in May. | 900 withdrawn Ghana
"""

NONE = """
Nineteen armoured personnel carriers were handed to the police.
The rebels let go 42 Filipino peacekeepers on Friday.
The blast left 12 soldiers of the regiment dead.
Pirates seized seven Indonesian sailors from the tug.
All 17 soldiers held since March were freed.
Senegal lost 14 soldiers in the ambush.
Sri Lanka's navy rescued 14 fishermen.
They outnumbered the 2,000 defenders by three to one.
Soldiers arrested 30 rebels in the forest.
"""


def cases() -> list[tuple[str, str]]:
    lines = [line.split(" | ") for line in COUNTS.strip().splitlines()]
    return [(text.strip(), wanted.strip()) for text, wanted in lines]


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_moves_and_forces(text: str, wanted: str) -> None:
    facts = [one for one in EXTRACTOR.extract(text, date="2023-12-14").facts if one.kind == "troop_count"]
    asked = wanted.split("; ")
    assert len(facts) == len(asked)
    for fact, line in zip(facts, asked, strict=True):
        value, action, force = line.split(" ", 2)
        assert (str(fact.value), fact.attributes["action"]) == (value, action)
        assert force in ("-", fact.attributes["force"])


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_no_troop_count(text: str) -> None:
    assert not [one for one in EXTRACTOR.extract(text).facts if one.kind == "troop_count"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The mission would like 500 soldiers.", "requested"),
        ("The task falls to the existing 500 soldiers.", "present"),
        ("Zambia has sent a battalion, Malawi 600 soldiers.", "deployed"),
        ("Pledges so far: 500 soldiers from Ghana.", "planned"),
        ("He repeated his request for 500 soldiers.", "requested"),
        ("The council discussed a plan for 500 soldiers.", "planned"),
        ("The team may be among 500 soldiers in the north.", "planned"),
        ("The operation will involve 600 soldiers.", "planned"),
        ("She wants 500 soldiers out.", "withdrawn"),
        ("The plan calls for 500 soldiers.", "planned"),
        ("The accord calls for 2,000 peacekeepers in the valley.", "planned"),
        ("The general called for 2,000 more soldiers.", "requested"),
        ("The border will be patrolled by 500 soldiers.", "planned"),
        ("The army is short of 500 soldiers.", "requested"),
        ("The force will return with 500 soldiers.", "planned"),
        ("He did not withdraw any of the 500 soldiers.", "present"),
        ("The commander saw 500 soldiers leave.", "withdrawn"),
        ("The ministry will cut its 5,000 soldiers by half.", "present"),
        ("Up to 500 soldiers are in the town.", "present"),
        ("Of the force, three battalions, 2,500 soldiers, are in the capital.", "present"),
        ("All left except 50 soldiers.", "present"),
    ],
)
def test_words_before_a_count_that_say_what_becomes_of_it(text: str, action: str) -> None:
    (fact,) = Extractor(kinds=["troop_count"]).extract(text).facts
    assert fact.attributes["action"] == action
