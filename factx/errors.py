"""Everything that factx can say went wrong: one class a cause, each with a place and a remedy."""

from __future__ import annotations

import msgspec


class Location(msgspec.Struct, frozen=True):
    """Where a fault lies: a file, and where known its line (from 1), column (from 1) and rule id."""

    path: str | None = None
    line: int | None = None
    column: int | None = None
    rule: str | None = None

    def __str__(self) -> str:
        parts = [self.path] if self.path is not None else []
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        place = ":".join(parts)
        if self.rule:
            return f"{place} ({self.rule})" if place else self.rule
        return place


class FactxError(Exception):
    """A fault that a user can mend: what is wrong, where, and what to do."""

    def __init__(self, message: str, location: Location | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.location = location or Location()
        self.remedy = remedy

    def __str__(self) -> str:
        place = str(self.location)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.remedy})" if self.remedy else text

    def __reduce__(self) -> tuple[type[FactxError], tuple[str, Location, str]]:
        return type(self), (self.message, self.location, self.remedy)


class InputError(FactxError):
    """A document cannot be read or is not in the format that it claims."""


class DateError(FactxError):
    """A document date that was given is no date."""


class KindError(FactxError):
    """A kind of fact is asked for that no rule pack defines."""


class RuleError(FactxError):
    """A rule file is wrong."""


class LexiconError(RuleError):
    """A lexicon file is wrong."""


class RuleErrors(RuleError):
    """All the faults of a rule pack, found in one reading."""

    def __init__(self, errors: list[RuleError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors

    def __reduce__(self) -> tuple[type[RuleErrors], tuple[list[RuleError]]]:  # type: ignore[override]
        return type(self), (self.errors,)


class GazetteerError(FactxError):
    """The gazetteer is missing or damaged."""
