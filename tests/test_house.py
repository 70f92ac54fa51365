"""The house rules that tools can hold: style, types, layers, and that what is written down agrees with the code."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([str(BIN / "ruff"), "check", "."], id="ruff check"),
        pytest.param([str(BIN / "ruff"), "format", "--check", "."], id="ruff format"),
        pytest.param([str(BIN / "mypy")], id="mypy --strict"),
        pytest.param([str(BIN / "lint-imports"), "--no-cache"], id="import-linter"),
    ],
)
def test_the_tree_is_clean(command: list[str]) -> None:
    result = run(*command)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_test_command_of_the_readme_is_the_one_that_ci_runs() -> None:
    commands = re.findall(r"```sh\n(.+?)\n```", (ROOT / "README.md").read_text(), re.DOTALL)
    (tests,) = [command for command in commands if "pytest" in command]
    assert tests in (ROOT / ".ci/run").read_text()
    assert all("\n" not in command for command in commands)


def test_every_relative_link_of_the_documents_leads_somewhere() -> None:
    dead = []
    for document in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", document.read_text()):
            if not (document.parent / target).exists():
                dead.append(f"{document.relative_to(ROOT)}: {target}")
    assert dead == []


def test_constraints_pin_every_dependency_exactly_and_name_no_address() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line) for line in lines)
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {re.match(r"[A-Za-z0-9._-]+", want)[0].lower() for want in wanted}  # type: ignore[index]
    assert names <= pinned


def test_every_command_of_the_readme_exists() -> None:
    table = re.findall(r"^\| `monitor (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)
    shown = run(sys.executable, "-m", "monitor", "--help").stdout
    assert table
    assert [command for command in table if not re.search(rf"^  {command}\b", shown, re.MULTILINE)] == []
