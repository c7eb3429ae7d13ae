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
""".strip().splitlines()


@pytest.mark.parametrize("line", FORCES)
def test_forces(line: str) -> None:
    text, want = line.split(" | ")
    found = [one for one in EXTRACTOR.extract(text).facts if one.kind == "troop_count"]
    assert [one.attributes["force"] or "-" for one in found] == want.split("; ")
