"""What the site asks web servers to send with every page: read from the file that it publishes for that."""

from generator.publish.mkdocs import THEME

FILE = THEME / "_headers"


def read_headers() -> dict[str, str]:
    """Read the names and values of the headers for all addresses."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    headers = lines[lines.index("/*") + 1 :]
    return dict(line.strip().split(": ", 1) for line in headers)


def read_policy() -> dict[str, list[str]]:
    """Read the Content-Security-Policy as its directives."""
    directives = read_headers()["Content-Security-Policy"].split("; ")
    return {name: sources for name, *sources in map(str.split, directives)}
