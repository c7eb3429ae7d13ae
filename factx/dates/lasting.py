"""What lasts or recurs: durations and sets."""

from __future__ import annotations

import re
from typing import Any

from factx.dates.clock import Clock, Made
from factx.document.model import Document
from factx.facts import Mention

PLURAL = re.compile(
    r"(?:hour|day|night|week|month|quarter|year|decade|minute|second)s(?=long|\W|\Z)|centuries", re.IGNORECASE
)


def weekday_set_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "every Monday"."""
    if "ends" in parts:
        return ("XXXX-WXX-WE" if parts["ends"] == "weekends" else "XXXX-WXX-WD"), "SET", False
    part = f"T{parts['part']}" if "part" in parts else ""
    return f"XXXX-WXX-{parts['weekday']}{part}", "SET", False


def season_set_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "every summer", "each morning"."""
    return (f"XXXX-{parts['season']}" if "season" in parts else f"XXXX-XX-XXT{parts['part']}"), "SET", False


def letters(unit: str, count: str) -> str:
    """A number of units as TIMEX3 writes them: 3 + TH -> T3H, 2 + E -> 2E, 1 + FN -> 2W."""
    if unit.startswith("T"):
        return f"T{count}{unit[1]}"
    if unit == "FN":
        return f"{int(count) * 2 if count.isdigit() else count}W"
    return f"{count}{unit}"


def _number(count: float) -> str:
    return str(int(count)) if count == int(count) else str(count)


def duration_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "ten years", "a decade", "24 hours"."""
    count = parts.get("count")
    unit = parts["unit"]
    if count is not None and "half" in parts:
        count += 0.5
    if isinstance(count, float) and count != int(count):
        if unit == "Y":
            count, unit = count * 12, "M"
        elif unit in ("E", "C"):
            count, unit = count * (10 if unit == "E" else 100), "Y"
        elif unit == "TH" and count > 1:
            return f"PT{int(count)}H{round(count % 1 * 60)}M", "DURATION", False
        elif unit == "TH":
            count, unit = count * 60, "TM"
    value = letters(unit, _number(count) if count is not None else "X")
    if parts.get("count2") and "unit2" in parts:
        rest = letters(parts["unit2"], _number(parts["count2"]))
        value += rest.removeprefix("T") if value.startswith("T") else rest
    if unit == "M" and count and count > 1:
        clock.spread = mention.end
    return "P" + value, "DURATION", False


def set_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "daily", "twice a month"."""
    words = {
        "hourly": "PT1H",
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "fortnightly": "P2W",
        "monthly": "P1M",
        "annually": "P1Y",
        "yearly": "P1Y",
    }
    if "word" in parts:
        return words[parts["word"]], "SET", False
    unit = parts.get("unit") or parts.get("unit2")
    count = parts.get("count")
    number = _number(count) if count else "X" if "count" in parts else "1"
    return "P" + letters(str(unit), number), "SET", False
