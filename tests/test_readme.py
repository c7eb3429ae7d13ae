"""The README says what is so: its commands run, its picture is what is printed, its options exist."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factx.cli.app import COMMANDS, app
from factx.readers.formats import READERS, UNPACKERS
from factx.writers import FORMATS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text()
PICTURE = re.compile(r"<!-- picture: (factx .*?) -->\n```text\n(.*?)```\n", re.S)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.S | re.M)


USES = [line.split(" #")[0].strip() for block in blocks("sh") for line in block.splitlines() if "venv" not in line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the commands speak of, and factx on the path."""
    article = "About 180 soldiers were killed. Some 200 troops left Bamako on 5 May 2021.\n"
    (tmp_path / "reports").mkdir()
    for name in ("article.txt", "reports/one.txt", "reports/two.txt"):
        (tmp_path / name).write_text(article)
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "Nine rebels were killed."}\n' * 3)
    (tmp_path / "bin").mkdir()
    launcher = tmp_path / "bin" / "factx"
    launcher.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m factx "$@"\n')
    launcher.chmod(0o755)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("command", USES)
def test_the_commands_run(command: str, folder: Path) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    script = f"set -euo pipefail\n{command}"
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout or (folder / "facts.jsonl").stat().st_size


def test_there_is_one_command_to_see_facts_and_one_to_run_the_tests() -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    sample = commands[0].split()[-1]
    assert " factx extract " in commands[0].replace(".venv/bin/", "")
    assert (ROOT / sample).is_file()
    assert commands[1].endswith(".venv/bin/pytest")


def test_the_example_in_python_runs() -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "casualty 180 0 30 About 180 soldiers were killed" in done.stdout


@pytest.mark.slow
def test_the_picture_is_what_is_printed() -> None:
    """`FACTX_README=write pytest tests/test_readme.py` draws it anew."""
    found = PICTURE.search(TEXT)
    assert found
    result = CliRunner().invoke(app, [*found[1].split()[1:], "--format", "table"], env={"COLUMNS": "110"})
    assert result.exit_code == 0
    if os.environ.get("FACTX_README") == "write":
        README.write_text(TEXT[: found.start(2)] + result.stdout.rstrip() + "\n" + TEXT[found.end(2) :])
        return
    assert found[2].rstrip() == result.stdout.rstrip()


def test_options_formats_and_suffixes_exist() -> None:
    helps = [CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"}).stdout for name in COMMANDS]
    help_text = "\n".join(helps)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)) - {"--install-completion", "--help"}
    assert named <= set(re.findall(r"--[a-z-]+", help_text))
    listed = re.search(r"`--format` is one of (.*?)\.", TEXT)
    assert listed
    assert re.findall(r"`(\w+)`", listed[1]) == list(FORMATS)
    table = TEXT[TEXT.index("### Input") : TEXT.index("### Output")]
    assert set(re.findall(r"`(\.\w+)`", table)) == {*READERS, *UNPACKERS}
