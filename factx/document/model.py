"""What a document is: its text as it came, and where its parts lie in that text.

Every offset is a count of Unicode code points into `Document.text`, end exclusive.
"""

from __future__ import annotations

import bisect
import datetime
import re

import msgspec

# Characters that rules should not have to spell twice, each replaced by one of the same length.
# Private-use characters stand for mentions in a lifted sentence, so none may come in from outside. Lone surrogates
# are no text that a library in another language could be given.
_SAME = (
    ("\u2018", "'"), ("\u2019", "'"), ("\u02bc", "'"), ("\u201c", '"'), ("\u201d", '"'),
    ("\u2010", "-"), ("\u2011", "-"), ("\u2012", "-"), ("\u2013", "-"), ("\u2212", "-"),
)  # fmt: skip
_PRIVATE = re.compile("[\ud800-\udfff\ue000-\uf8ff]")
_SPACE = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
"""What separates words beside the space: white space, control characters, spaces and joins of no width."""
_SMALL = re.compile(r"(?<= )[^\WA-Z\d_][^ ]*(?= )")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|del|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|li|mark|ol|p"
    r"|q|s|small|span|strong|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]{0,500})?/?>|&nbsp;",
    re.IGNORECASE,
)
"""Tags of HTML that were left in a text: they are no words of the article."""
_STEERING = re.compile(r"\x1b\[[0-?]{0,16}[ -/]{0,4}[@-~]")
"""What steers a terminal (ECMA-48, control sequences): its letters and digits are no words either."""


class Section(msgspec.Struct, frozen=True):
    """A run of the text with one function: title, byline, dateline, caption, heading, body or footer."""

    name: str
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """One sentence (or headline, caption, byline): the unit that rules match over."""

    start: int
    end: int
    section: str = "body"
    paragraph: int = 0


class Notice(msgspec.Struct, frozen=True):
    """A warning about a document: a code for programs, a message for people, and the text it is about."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Document(msgspec.Struct):
    """A text and its structure, as `factx.document.read_text` finds it."""

    text: str
    id: str = "-"
    source: str = "-"
    title: str | None = None
    url: str | None = None
    date: datetime.date | None = None
    date_source: str | None = None
    """Where `date` was found: given, byline, dateline, published, posted, updated, ...; None without a date."""
    sections: list[Section] = []
    sentences: list[Sentence] = []
    warnings: list[Notice] = []
    _view: str | None = None
    _words: frozenset[str] | None = None
    _small_words: frozenset[str] | None = None
    _lines: list[int] | None = None

    @property
    def view(self) -> str:
        """The text as rules see it: of the same length, with one form of quote, hyphen and space, no tags."""
        if self._view is None:
            view = self.text
            if not view.isascii():
                for old, new in _SAME:
                    view = view.replace(old, new)
                view = _PRIVATE.sub("\ufffd", view)
            if "<" in view or "&" in view:
                view = _TAG.sub(lambda tag: " " * len(tag[0]), view)
            if "\x1b" in view:
                view = _STEERING.sub(lambda sequence: " " * len(sequence[0]), view)
            self._view = _SPACE.sub(" ", view)
        return self._view

    @property
    def words(self) -> frozenset[str]:
        """What stands between the spaces, commas and full stops of the view."""
        if self._words is None:
            self._words = frozenset(self.view.replace(",", " ").replace(".", " ").split())
        return self._words

    @property
    def small_words(self) -> frozenset[str]:
        """The words between spaces that begin with a small letter: what a name beside them may be a word of."""
        if self._small_words is None:
            self._small_words = frozenset(_SMALL.findall(self.view))
        return self._small_words

    def has_small(self, word: str) -> bool:
        """Whether a word, in small letters, is one of the small words; most that are asked for are no words at all."""
        if word not in self.words and "." not in word and "," not in word:
            return False
        return word in self.small_words

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that holds `offset`."""
        if self._lines is None:
            self._lines = [match.end() for match in re.finditer("\n", self.text)]
        return bisect.bisect_right(self._lines, offset) + 1
