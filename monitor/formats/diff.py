"""Two texts → a unified diff that `patch` takes."""

from difflib import unified_diff


def diff(name: str, before: str, after: str) -> str:
    """What differs between two texts of the file *name*; "" where nothing does."""
    lines = unified_diff(_lines(before), _lines(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them: only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
