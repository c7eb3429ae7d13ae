"""Troop counts: sentences of a newswire by family, with the counts and actions that a coder would write down."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

EXTRACTOR = Extractor()

# Each line: a sentence, then "value action" for each of its counts, in order of the text.
COUNTS = """
Norway has 320 soldiers in northern Mali. | 320 present
The mission has about 4,100 troops and 900 police officers in the valley. | 4100 present; 900 present
There are some 2,500 American troops in Iraq and 900 in Syria. | 2500 present; 900 present
It keeps 1,200 soldiers in Chad, 850 in Niger and about 400 in Mali. | 1200 present; 850 present; 400 present
A garrison of 600 guards the pass. | 600 present
The 12,000-strong force patrols the border. | 12000 present
It sent a 300-member contingent to Haiti. | 300 deployed
The rebels, numbering some 900, hold the town. | 900 present
The militia, which numbers about 7,000, denies it. | 7000 present
Some 1,500 Chadian soldiers are stationed in the region. | 1500 present
More than 450 police officers patrolled the streets of Lagos. | 450 present
About 230 National Guard troops were helping with the flood. | 230 present
Around 60 Estonian troops are serving with the French operation. | 60 present
Kenya sent 600 soldiers to Goma last week. | 600 deployed
Kenya has sent a battalion of 850 soldiers to Goma. | 850 deployed
Ghana dispatched a first group of 120 police officers to Freetown. | 120 deployed
Moscow moved up to 30,000 troops into Belarus. | 30000 deployed
More than 5,000 riot police were deployed across the capital. | 5000 deployed
Some 700 paratroopers landed at the airport on Tuesday. | 700 deployed
The army rushed 1,000 reinforcements to the front. | 1000 deployed
The governor activated 500 National Guard troops. | 500 deployed
He mobilised 40,000 reservists. | 40000 deployed
Nepal had 1,600 peacekeepers deployed in four countries. | 1600 deployed
The UN deployed 11,700 troops to the north in 2013. | 11700 deployed
The junta has deployed two companies (240 soldiers) along the river. | 240 deployed
More than 150 troops left Kigali on Friday for Darfur. | 150 deployed
Some 90 engineers and 300 soldiers flew to Bangui on Monday. | 300 deployed
Australia will send 250 troops to the training mission. | 250 planned
Australia plans to send up to 250 more troops. | 250 planned
Britain is preparing to deploy 800 soldiers to Estonia. | 800 planned
About 350 soldiers will soon leave for South Sudan. | 350 planned
Some 6,000 military personnel will support the exercise. | 6000 planned
A contingent of 140 police officers, including 17 women, will serve for a year. | 140 planned
Italy pledged 2,500 soldiers. | 2500 planned
Togo has offered 400 troops for the mission. | 400 planned
Parliament approved the deployment of 600 soldiers. | 600 planned
The council authorised a force of 4,000 to protect civilians. | 4000 planned
The council agreed to add 1,500 troops to the mission. | 1500 planned
The plan foresees a 5,000-strong regional force. | 5000 planned
The remaining 3,000 soldiers would be deployed by June. | 3000 planned
Mongolia is readying 850 soldiers for the mission. | 850 planned
The general asked for 40,000 more troops. | 40000 requested
Commanders have requested an additional 1,000 troops. | 1000 requested
The mayor requested a contingent of 60 National Guard members. | 60 requested
The mission needs another 2,000 soldiers to hold the road. | 2000 requested
Spain withdrew its 1,300 troops from the coalition. | 1300 withdrawn
Germany plans to pull out 1,000 soldiers by May. | 1000 withdrawn
Around 2,000 security personnel are scheduled to depart by April. | 2000 withdrawn
More than 460 Egyptian soldiers serving with the mission in Mali have left the country. | 460 withdrawn
The departure of 400 artillery troops was announced on Friday. | 400 withdrawn
The coalition is sending home more than 400 soldiers. | 400 withdrawn
It wants to cut its contingent from about 9,000 to 4,000. | 9000 present; 4000 planned
It cut its force from 8,600 to 4,500. | 8600 present; 4500 present
The number of French troops in the Sahel fell from 5,100 to 3,000. | 5100 present; 3000 present
The move brings the Danish presence there to 450. | 450 present
It raised the total number of foreign troops to 16,000. | 16000 total
The mission has a total of 13,800 personnel. | 13800 total
The alliance had 26,000 troops in total in the three countries. | 26000 total
It will send 500 soldiers, bringing the total to 2,000. | 500 planned; 2000 total
More than 1,500 of a total of 4,000 soldiers have arrived. | 1500 deployed; 4000 total
Burundi has already deployed 1,000 of the 4,000 extra troops. | 1000 deployed; 4000 total
The instructors trained 8,500 fighters by September. | 8500 trained
Some 300 recruits graduated from the academy. | 300 trained
Officers are training 900 policemen in Kindu. | 900 trained
Some 70 militants attacked a checkpoint. | 70 other
Between 300 and 400 gunmen stormed the prison. | 300 other
At least 10 armed men opened fire on the post. | 10 other
Hundreds of fighters defected to the government. | 200 other
The group is believed to have 3,000 fighters in the east. | 3000 present
There were 5,000 fighters still in the enclave. | 5000 present
The movement claims 20,000 members under arms. | 20000 present
Hezbollah has sent thousands of fighters to Syria. | 2000 deployed
Some 400 Marines arrived in Darwin. | 400 deployed
The country has 3,000 boots on the ground. | 3000 present
Two battalions of about 750 soldiers each will rotate home in May. | 750 withdrawn
Some 800 Irish soldiers replaced a Finnish battalion. | 800 deployed
Dozens of tanks and soldiers entered the town. | 24 deployed
The army has 65,000 active troops and 30,000 reservists. | 65000 present; 30000 present
Police numbers there rose to 12,000. | 12000 present
Of the mission's 2,300 troops, about 900 are Nigerian. | 2300 present; 900 present
It has 10,500 troops, including 1,200 from Nepal. | 10500 present; 1200 present
"""

# Things that share soldiers' names, the dead, and numbers of other things: no troop counts.
NONE = """
The air force bought 14 fighters worth $1 billion.
It ordered 36 fighter jets and 12 police cars.
The 101st Airborne took the town.
Resolution 2690 ended the mission.
The army has 14 battalions.
Nine soldiers were killed and 30 police officers were hurt.
The mission has a budget of 900 million.
He served 20 years with the troops.
Police fired 300 rounds.
The 1992 troop withdrawal went well.
Forces took 12 villages.
It has 200 armoured vehicles for its troops.
The force has lost 310 peacekeepers since 2013.
"""


def cases() -> list[tuple[str, str]]:
    lines = [line.split("|") for line in COUNTS.strip().splitlines()]
    return [(text.strip(), wanted.strip()) for text, wanted in lines]


def found(text: str) -> list[str]:
    facts = [fact for fact in EXTRACTOR.extract(text, date="2023-12-14").facts if fact.kind == "troop_count"]
    return [f"{fact.value} {fact.attributes['action']}" for fact in facts]


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_counts_and_actions(text: str, wanted: str) -> None:
    assert found(text) == wanted.split("; ")


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_no_troop_count(text: str) -> None:
    assert found(text) == []
