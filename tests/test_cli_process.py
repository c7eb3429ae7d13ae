"""The command line as a process: pipes, signals, terminals."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FACTX = [sys.executable, "-m", "factx"]
TEXT = b"About 180 soldiers were killed.\n"


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command at work, with pipes to it; what becomes of it, it does not outlive the test."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*FACTX, *arguments], stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def test_module_and_closed_standard_input() -> None:
    done = subprocess.run([*FACTX, "extract"], input=TEXT, capture_output=True, check=True)
    assert json.loads(done.stdout)["document"]["id"] == "-"
    assert done.stderr == b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_it_silently(tmp_path: Path, jobs: str) -> None:
    records = tmp_path / "news.jsonl"
    records.write_bytes(b'{"text": "About 180 soldiers were killed."}\n' * 5000)
    with started("extract", str(records), "--jobs", jobs) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_without_a_traceback(tmp_path: Path, jobs: str) -> None:
    target = tmp_path / "facts.json"
    with started("extract", "-", "--jobs", jobs, "-o", str(target)) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b'{"text": "About 180 soldiers were killed."}\n' * 200)
        process.stdin.flush()
        deadline = time.monotonic() + 30
        while not any(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert b"Traceback" not in process.stderr.read()
    assert list(tmp_path.iterdir()) == []


def on_terminal(arguments: list[str], environment: dict[str, str] | None = None, columns: int = 80) -> bytes:
    """What the command writes to a terminal of so many columns."""
    master, slave = pty.openpty()
    variables = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    variables |= {"TERM": "xterm-256color", "COLUMNS": str(columns), **(environment or {})}
    with subprocess.Popen([*FACTX, *arguments], stdin=slave, stdout=slave, stderr=slave, env=variables) as process:
        os.close(slave)
        output = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            output += piece
        process.wait(30)
    os.close(master)
    return output


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "a\x1b]0;title\x07.txt"
    file.write_bytes(b"About 180 \x1b[31mred\x1b[0m [bold]soldiers[/bold] were killed.\n" + TEXT)
    return file


def test_a_terminal_gets_a_table_in_colour(article: Path) -> None:
    shown = on_terminal(["extract", str(article)])
    assert b"casualty" in shown
    assert b"approx" in shown
    assert b"\x1b[1m" in shown


def test_a_terminal_obeys_nothing_that_comes_from_outside(article: Path) -> None:
    shown = on_terminal(["extract", str(article), "--color", "never"])
    assert b"\x1b" not in shown
    assert "␛]0;title␇".encode() in shown.replace(b"\r\n", b""), "the name may be folded"
    missing = on_terminal(["extract", "absent\x1b[2J.txt"])
    assert b"\x1b[2J" not in missing
    assert "absent␛[2J.txt".encode() in missing.replace(b"\r\n", b"")


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(article: Path, setting: dict[str, str]) -> None:
    assert b"\x1b[1m" not in on_terminal(["extract", str(article)], setting)


def test_without_a_file_on_a_terminal_it_asks_for_one() -> None:
    assert b"name a file" in on_terminal(["extract"])


def test_a_full_disk_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*FACTX, "extract"], input=TEXT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"factx: standard output: cannot be written")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("streams", "status", "told"),
    [
        ("extract <&-", 2, b"name a file"),
        ("extract article.txt <&-", 0, b""),
        ("extract article.txt >&-", 1, b"standard output: is closed"),
        ("extract absent.txt 2>&-", 1, b""),
        ("extract absent.txt 2>/dev/full", 1, b""),
    ],
)
def test_closed_streams(tmp_path: Path, streams: str, status: int, told: bytes) -> None:
    (tmp_path / "article.txt").write_bytes(TEXT)
    script = f'"{sys.executable}" -m factx {streams}'
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    environment.pop("PYTHONUNBUFFERED", None)  # with it nothing is left to flush at exit
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == status
    assert told in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_being_stopped_leaves_no_half_written_file(tmp_path: Path, jobs: str) -> None:
    target = tmp_path / "facts.json"
    with started("extract", "-", "-o", str(target), "--jobs", jobs) as process:
        assert process.stdin is not None
        process.stdin.write(b'{"text": "About 180 soldiers were killed."}\n' * 200)
        process.stdin.flush()
        deadline = time.monotonic() + 30
        while not any(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.terminate()
        assert process.wait(30) == 143
    assert list(tmp_path.iterdir()) == []


def test_importing_the_package_loads_none_of_it() -> None:
    code = "import sys, factx; print([name for name in sys.modules if name.startswith('factx.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "[]\n"


def test_a_plain_call_imports_nothing_that_it_does_not_use() -> None:
    code = (
        "import sys; from factx.__main__ import main; sys.argv = ['factx', 'extract', '-', '-f', 'json']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "unused = {'rich', 'typer', 'pathlib', 'shutil', 'signal', 'asyncio', 'multiprocessing', 'csv'}\n"
        "print(sorted(unused & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=TEXT, capture_output=True, check=True)
    assert done.stderr == b"[]\n"


PRINTING = [
    ("--version",),
    ("--help",),
    ("schema",),
    ("rules", "list"),
    ("rules", "list", "--json"),
    ("rules", "reference"),
    ("rules", "show", "casualty.passive"),
]


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_full_disk_is_told_by_every_command(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*FACTX, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"factx: standard output: cannot be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_reader_that_went_away_ends_every_command(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([*FACTX, *arguments], stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="root reads all files unless it gives that up")
def test_a_file_that_may_not_be_read_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.txt").write_bytes(TEXT)
    (tmp_path / "a.txt").chmod(0)
    lesser = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*lesser, *FACTX, "extract", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 1
    assert [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()] == [str(tmp_path / "b.txt")]
    assert done.stderr == f"factx: {tmp_path / 'a.txt'}: may not be read (check its permissions)\n".encode()


def test_a_current_folder_that_is_gone_is_no_obstacle(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"cd {gone} && rmdir {gone} && {sys.executable} -m factx extract -"
    paths = {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(["sh", "-c", command], input=TEXT, capture_output=True, check=False, env=os.environ | paths)
    assert (done.returncode, done.stderr) == (0, b"")


def test_processes_that_cannot_be_started_are_told() -> None:
    command = f"ulimit -n 16; {sys.executable} -m factx extract - --jobs 16"
    done = subprocess.run(["sh", "-c", command], input=TEXT, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b"factx: no more processes can be started: Too many open files (use fewer --jobs)\n"
