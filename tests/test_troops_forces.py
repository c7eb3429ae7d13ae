"""Forces of troop counts: whom a sentence says that they belong to."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

EXTRACTOR = Extractor()

# Each line: a sentence, then the force of each of its counts in order, "-" for none.
FORCES = """
Kampala has airlifted 900 soldiers into Juba since Thursday. | Kampala
Ottawa offered 600 soldiers and police trainers. | Ottawa
Dublin has refused to send 300 soldiers to Chad. | Dublin
If the truce holds, Jakarta would contribute 1,000 soldiers. | Jakarta
Egypt, which joined the alliance last year, is flying 2,000 commandos to Aden. | Egypt
The largest offer came from Denmark, which is adding 350 marines to the fleet. | Denmark
Thailand, whose 440 soldiers build roads in Karbala, may pull them out early. | Thailand
Spain leads the effort, with Portugal expected to contribute 250 soldiers. | Portugal
Ghana and Togo have committed 1,400 soldiers to the mission. | Ghana and Togo
Montana, Idaho and Utah sent 700 troops to help. | Montana, Idaho and Utah
Oregon sent 150 troops to fight the fires. | Oregon
The alliance will send to NATO-occupied Kosovo another 400 soldiers. | -
Chile asked Congress to approve sending 350 soldiers. | Chile
The UN Security Council voted to send 3,000 more troops to Congo. | UN
Pakistan denied that 2,000 of its troops had entered Kashmir. | Pakistan
Dutch officials said that 300 of its soldiers would stay. | Netherlands
Chad deployed 600 soldiers on Monday. Another 900 soldiers will follow. | Chad; Chad
About 800 soldiers under direct NATO command guard the bridge. | NATO
The multinational force that once totalled 9,000 troops is gone. | multinational force
British troop numbers in Helmand fell to 4,500. | United Kingdom
_Jordan: 1,450 police. | Jordan
They came in large numbers: 5,000 soldiers from Kenya, about 700 soldiers from Benin. | Kenya; Benin
Berlin, under pressure from its allies, has agreed to send 1,000 soldiers. | Berlin
Denmark, a NATO member since 1949, keeps 750 soldiers in Helmand. | Denmark
In April, Honduras and the Dominican Republic recalled their 670 soldiers. | Honduras and the Dominican Republic
The president of Senegal promised 1,500 soldiers. | Senegal
South Korea's defence ministry said 600 soldiers would leave for Lebanon in July. | South Korea
The French defence minister said 1,700 soldiers would stay. | France
According to Kiev, Russia has 9,000 soldiers in the east. | Russia
In Afghanistan, Romania had 1,800 soldiers at the peak. | Romania
The United States has told Iraq that it will withdraw 12,000 soldiers. | United States
The rebels of the Lord's Resistance Army have 200 fighters. | Lord's Resistance Army
The Kenyan contingent, 3,600 soldiers in all, holds the south. | Kenya
Iraq asked Turkey to withdraw its 1,200 soldiers from Bashiqa. | Turkey
Sudan accused Chad of massing 2,000 soldiers along the frontier. | Chad
The deployment by France of 800 soldiers calmed the town. | France
""".strip().splitlines()


@pytest.mark.parametrize("line", FORCES)
def test_forces(line: str) -> None:
    text, want = line.split(" | ")
    found = [one for one in EXTRACTOR.extract(text).facts if one.kind == "troop_count"]
    assert [one.attributes["force"] or "-" for one in found] == want.split("; ")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The force of 900, which should be on the ground by April 25, will guard the bridge.", "2012-04-25"),
        (
            "On Tuesday it agreed to send one battalion of 800 soldiers, which will be in place by April 25.",
            "2012-04-25",
        ),
        ("Officials spoke of the deployment next month of a 900-member force.", "2012-04"),
        ("Some 900 troops will join it in June as part of plans to send all by the end of the year.", "2012-06"),
    ],
)
def test_days_of_what_is_planned(text: str, day: str) -> None:
    (count,) = [one for one in EXTRACTOR.extract(text, date="2012-03-16").facts if one.kind == "troop_count"]
    assert count.attributes["date"] == day
