"""`factx rules`: the workbench of those who write rules. A module for each thing that they do.

Its commands do without `from __future__ import annotations`, as those of `factx.cli` do.
"""

# The order of these is that of the commands in the help.
from factx.cli.rules import show, check, explain, measure, write  # noqa: F401, I001
from factx.cli.rules.common import app

__all__ = ["app"]
