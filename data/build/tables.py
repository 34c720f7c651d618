"""Reading and writing the CSV tables of ``data/``: one dialect, sorted, no surprises."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.build.errors import CuratedError

LIST_SEPARATOR = "|"


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a CSV (or, by its suffix, TSV) file with a header into rows of text.

    Raises
    ------
    CuratedError
        A row has more or fewer cells than the header.
    """
    delimiter = "\t" if path.suffix == ".tsv" else ","
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle, delimiter=delimiter)
        header = next(reader)
        rows = []
        for cells in reader:
            if len(cells) != len(header):
                raise CuratedError(
                    f"{path.name} line {reader.line_num}: {len(cells)} cells, "
                    f"the header has {len(header)}"
                )
            rows.append(dict(zip(header, cells, strict=True)))
    return rows


def table_bytes(
    header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ","
) -> bytes:
    """Write rows as UTF-8, each line ended by a line feed alone."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")


def split_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list.

    >>> split_list("Kiev|Kyyiv")
    ('Kiev', 'Kyyiv')
    >>> split_list("")
    ()
    """
    return tuple(part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip())


def join_names(names: Iterable[str], preferred: str) -> str:
    """Join name variants in the order given: each once, without the preferred name."""
    seen = {preferred}
    kept = []
    for name in names:
        if name and name not in seen:
            seen.add(name)
            kept.append(name)
    return LIST_SEPARATOR.join(kept)
