"""How an index lies on disk: trie of names, name to records, records.

Files of an index folder, all of them named with size and BLAKE2b digest in ``manifest.json``:

``names.marisa``   marisa-trie of all look-up keys; the number of a key indexes ``first.u32``
``first.u32``      per key: a record, NO_RECORD, or LIST_FLAG plus a position in ``lists.u32``
``lists.u32``      lists of records by prominence, each after its length and 16 bits of its CRC-32
``places.sqlite``  records, their names, the lexicon, an R*Tree of the points

The arrays are little-endian 32-bit. Each record carries a checksum and 16-bit hashes of its own
keys, so a flipped bit in arrays or records leads to a named error and never to a wrong place. A
damaged trie could crash the process that walks it: its CRC-32 is checked whenever it is opened.
"""

import json
import zlib
from pathlib import Path

INDEX_FORMAT = 5
NO_RECORD = 0xFFFFFFFF
LIST_FLAG = 0x80000000
MANIFEST = "manifest.json"
FILES = ("names.marisa", "first.u32", "lists.u32", "places.sqlite")

PLACE_COLUMNS = (
    "id", "name", "latitude_deg", "longitude_deg", "feature_class", "feature_code",
    "country_code", "admin1_code", "admin2_code", "population", "precision",
    "country_code_defacto", "boundary_id", "composition", "uncertainty_km", "geonameid",
    "wikidata_id", "dispute_note", "definition", "sense", "source",
)  # fmt: skip


def checksum(values: tuple[object, ...]) -> int:
    """Return the CRC-32 of a row's values: text, numbers, bytes and None."""
    return zlib.crc32(repr(values).encode())


def key_hash(key: str) -> int:
    """Return the 16-bit hash by which a record knows its own keys."""
    return zlib.crc32(key.encode()) & 0xFFFF


def list_head(records: bytes) -> int:
    """Return what stands before a list: its length, and above it 16 bits of its CRC-32.

    Parameters
    ----------
    records : bytes
        Little-endian 32-bit numbers, fewer than 65,536.
    """
    return len(records) // 4 | (zlib.crc32(records) & 0xFFFF) << 16


def seal(manifest: dict[str, object]) -> str:
    """Return the CRC-32 of a manifest without its own seal, by which damage shows."""
    content = {key: value for key, value in manifest.items() if key != "seal"}
    return f"{zlib.crc32(json.dumps(content, sort_keys=True).encode()):08x}"


def file_digest(path: Path) -> str:
    """Return the BLAKE2b digest of a file, read in pieces."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def file_crc(path: Path) -> int:
    """Return the CRC-32 of a file, read in pieces."""
    crc = 0
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            crc = zlib.crc32(block, crc)
    return crc
