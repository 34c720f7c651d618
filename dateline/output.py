"""Where results go: a file that is replaced at once or not at all, or standard output."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path


def write_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that a reader finds the old content or the new, never half of it.

    A device or a pipe is written into, and not replaced by a file.

    Parameters
    ----------
    path : Path
        File to write; its folder must be there. A link is followed.
    pieces : iterable of bytes
        The content, written as it comes; if making a piece fails, the old file stays.

    Raises
    ------
    OSError
        The folder is missing or cannot be written.
    """
    import tempfile

    path = path.resolve()
    if path.exists() and not (path.is_file() or path.is_dir()):
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def emit(content: bytes | Iterable[bytes], target: str | None) -> None:
    """Write a result, whole or in pieces, to a file, or to standard output for None and ``-``."""
    pieces = (content,) if isinstance(content, bytes) else content
    if target is None or target == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
    else:
        write_atomically(Path(target), pieces)


def warn(*messages: str) -> None:
    """Say doubts on standard error, one line each."""
    for message in messages:
        print(f"dateline: warning: {message}", file=sys.stderr)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
