"""The build hook: makes the gazetteer when a wheel or an editable install of factx is built."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Runs `factx.gazetteer.build` unless its files are newer than all that they are made from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, and have them packed although git ignores them."""
        root = Path(self.root)
        target = root / "factx" / "gazetteer" / "data"
        code = root / "factx" / "gazetteer"
        sources = [*(root / "rules" / "place").glob("*.tsv"), *(code / "lists").glob("*.tsv"), code / "build.py"]
        made = [target / name for name in ("names.marisa", "places.bin", "strings.bin")]
        stale = not all(file.exists() for file in made)
        if stale or min(one.stat().st_mtime for one in made) < max(one.stat().st_mtime for one in sources):
            runpy.run_path(str(root / "factx" / "gazetteer" / "build.py"))["build"](root / "rules" / "place", target)
        build_data["artifacts"].append("factx/gazetteer/data/*")
