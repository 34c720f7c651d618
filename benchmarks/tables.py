"""Tables in Markdown, as docs/performance.md quotes them."""

from collections.abc import Iterable, Sequence

Row = tuple[str, ...]


def show(title: str, header: Sequence[str], rows: Iterable[Row], note: str = "") -> None:
    """Print a table; all columns but the first are numbers."""
    print(f"## {title}\n")
    if note:
        print(f"{note}\n")
    print(f"| {' | '.join(header)} |\n|---|{'---:|' * (len(header) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)
    print(flush=True)


def ms(seconds: float) -> str:
    """Return seconds as milliseconds."""
    value = seconds * 1000
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def mb(size_bytes: float) -> str:
    """Return bytes as megabytes of a million."""
    return f"{size_bytes / 1e6:,.1f}"


def times(ratio: float) -> str:
    """Return a ratio."""
    return f"{ratio:,.2f}" if ratio < 10 else f"{ratio:,.0f}"
