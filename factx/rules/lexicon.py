"""Lexicons: words and phrases with their columns, read from TSV (a header line, tabs) or text (one form a line).

Lines that are empty or start with `#` are passed over. The first column is the form.
"""

from __future__ import annotations

from pathlib import Path

from factx.errors import LexiconError, Location
from factx.rules.model import Lexicon

MAX_BYTES = 8_000_000
MAX_ENTRIES = 200_000


def read_lexicon(path: Path, name: str) -> Lexicon:
    """Read one lexicon file.

    Raises LexiconError, with the line, when the file is not UTF-8, too large, or has a row with too many cells.
    """
    if path.stat().st_size > MAX_BYTES:
        raise LexiconError(
            f"the lexicon is larger than {MAX_BYTES:,} bytes",
            Location(str(path)),
            "split it, or keep what the rules need",
        )
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError("not UTF-8", Location(str(path), line), "save the file as UTF-8") from None
    return parse_lexicon(text, name, path)


def parse_lexicon(text: str, name: str, path: Path | str) -> Lexicon:
    """A lexicon from the text of its file; `path` serves the error messages."""
    columns: list[str] | None = None if str(path).endswith(".tsv") else ["form"]
    entries: dict[str, dict[str, str]] = {}
    forms: list[str] = []
    alike: dict[tuple[str, ...], dict[str, str]] = {}
    """Entries with the same cells share them: thousands of forms, tens of rows."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise LexiconError(
                f"{len(cells)} cells where the header has {len(columns)}", Location(str(path), number), "remove a tab"
            )
        form = " ".join(cells[0].split())
        if not form:
            raise LexiconError("a row with no form", Location(str(path), number), "write the word in the first column")
        row = {column: cell for column, cell in zip(columns[1:], cells[1:], strict=False) if cell}
        if form.lower() not in entries:
            forms.append(form)
        entries.setdefault(form.lower(), alike.setdefault(tuple(cells[1:]), row))
    if len(entries) > MAX_ENTRIES:
        raise LexiconError(f"more than {MAX_ENTRIES:,} entries", Location(str(path)), "split the lexicon")
    return Lexicon(name, entries, tuple(forms), Location(str(path)))


def select(lexicon: Lexicon, filters: tuple[str, ...]) -> list[str]:
    """The forms of the entries that have every one of `filters` as a cell (or as one of a cell's `;` parts)."""
    if not filters:
        return list(lexicon.forms)
    chosen = []
    for form in lexicon.forms:
        values = {part for cell in lexicon.entries[form.lower()].values() for part in cell.split(";")}
        if all(value in values for value in filters):
            chosen.append(form)
    return chosen
