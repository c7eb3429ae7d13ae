"""Soldiers in a list of the dead are no troop count; those beside it are."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

EXTRACTOR = Extractor()

CASES = [
    ("At least nine troops from Kuwait, four soldiers from Oman and two Danes were killed in the attack.", []),
    ("Five troops from the Kingdom of Jordan, six soldiers from Oman and two Danes were killed by a rocket.", []),
    ("Officials said that 40 soldiers, 12 police officers and five villagers were killed.", []),
    ("The war cost the country its port and the lives of 90 peacekeepers.", []),
    ("Some 600 soldiers guard the port, and nine villagers were killed near the base.", [600]),
    ("Togo sent 600 soldiers, of whom 12 were killed.", [600]),
    ("Some 600 soldiers and 90 police officers were sent to the port.", [600, 90]),
    ("The army sent 600 soldiers and 12 were killed.", [600]),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_fallen(text: str, values: list[int]) -> None:
    assert [one.value for one in EXTRACTOR.extract(text).facts if one.kind == "troop_count"] == values
