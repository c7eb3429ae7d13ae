"""A new kind of fact: a rule file to start from, which works as it stands."""

from __future__ import annotations

_TEXT = """\
#:schema ./rule.schema.json
# A new kind of fact. Try it:   factx rules test {kind}.toml
#                               factx extract --rules {kind}.toml --kind {kind} article.txt
# All keys and the pattern language: factx rules reference

[kind]
name = "{kind}"
description = "What a fact of this kind is, in a line"
columns = ["value", "what", "owner", "place", "date", "text"]
key = ["what"]          # a match that leaves these empty is no fact

# The types: text, number, integer, boolean, choice, date, place, group, person.
[kind.attributes]
value = {{ type = "number", capture = "count" }}
what = "text"
owner = "group"
place = "place"
date = "date"

# Word lists, written {{{kind}_words}} in patterns. Long ones go into a file {kind}_words.txt of a folder.
[lexicons]
{kind}_words = ["crate", "crates", "widget", "widgets"]

# A sentence comes in small letters; ~ is a space, other white space means nothing; {{number}}, {{place}}, {{group}} and
# {{date}} are what factx found before.
[[rule]]
id = "{kind}.counted"
description = "12 crates in Gao"
pattern = '''
    (?<count>{{number}}) ~ (?<what>{{{kind}_words}})
    (?: ~ in ~ (?<place>{{place}}) )?
'''
examples = [
  {{ text = "They found 12 crates in Gao.", facts = [{{ value = 12, what = "crates", place = "Gao" }}] }},
]
counterexamples = ["They found 12 hats in Gao."]
"""


def skeleton(kind: str) -> str:
    """The text of a rule file for a new kind."""
    return _TEXT.format(kind=kind)
