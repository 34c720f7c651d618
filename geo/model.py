"""The values that geo works with: a place, the names in a text, and what each is taken to mean.

Longitude and latitude are WGS 84 degrees, x = longitude, y = latitude. Nothing here is ever 0, 0
for "unknown": absence is None, and a resolution may abstain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from reading.text import Span

Precision = Literal["point", "city", "district", "region", "country", "vague_area", "none"]
Kind = Literal["literal", "demonym", "metonym", "vague_region", "nested", "anaphor", "coordinate"]
Worldview = Literal["un", "defacto"]
GeometryType = Literal["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]


@dataclass(frozen=True, slots=True)
class Geometry:
    """A GeoJSON geometry (RFC 7946): lon, lat; right-hand rule; split at 180°.

    Parameters
    ----------
    type : str
    coordinates : nested sequence of float
        As in RFC 7946 §3.1, degrees.
    """

    type: GeometryType
    coordinates: Sequence[Any]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a place: `lang` is BCP 47 (``und-Cyrl`` where only the script is known)."""

    name: str
    lang: str
    kind: Literal["preferred", "variant", "historical", "adjective"]


@dataclass(frozen=True, slots=True)
class Place:
    """One record of the gazetteer.

    Parameters
    ----------
    id : str
        ``gn:<GeoNames id>``, ``dl:<slug>`` for curated regions, or the importer's prefix.
    name : str
        Preferred English name.
    latitude_deg, longitude_deg : float or None
        Label point; None for what is not mapped (the West).
    feature_class, feature_code : str
        GeoNames codes, ``"A"``, ``"ADM1"``.
    country_code : str or None
        ISO 3166-1 alpha-2 under the UN worldview; `country_code_defacto` where it differs.
    admin1_code, admin2_code : str or None
        GeoNames codes without the country prefix.
    population : int
        0 where unknown.
    precision : str
        What a mention of it pins down.
    boundary_id : str or None
        Key of its polygon (``"RU"``, ``"RU.41"``).
    composition : str or None
        For curated regions, how its area is put together (``data/README.md``).
    """

    id: str
    name: str
    latitude_deg: float | None
    longitude_deg: float | None
    feature_class: str
    feature_code: str
    country_code: str | None
    admin1_code: str | None
    admin2_code: str | None
    population: int
    precision: Precision
    country_code_defacto: str | None = None
    boundary_id: str | None = None
    composition: str | None = None
    uncertainty_km: float | None = None
    geonameid: int | None = None
    wikidata_id: str | None = None
    dispute_note: str | None = None
    definition: str | None = None
    sense: Literal["place", "government", "bloc"] = "place"
    source: str = ""


class Toponym(NamedTuple):
    """Words that name, or stand for, a place.

    ``core`` is the bare name that is looked up ("Kursk" of "Kursk region", "Russia" of "eastern
    Russia"); ``qualifier`` is the word that changes its meaning ("region", "eastern");
    ``nested_in`` is the span of the longer toponym that holds it.
    """

    span: Span
    text: str
    kind: Kind
    core: str
    qualifier: str | None = None
    nested_in: Span | None = None
    rules: tuple[str, ...] = ()


class Evidence(NamedTuple):
    """One named reason for or against a reading: `weight` in log-odds, `words` for the reader."""

    name: str
    weight: float
    words: str


class Candidate(NamedTuple):
    """One place that a name could mean, with its score (log-odds) and why."""

    place: Place
    score: float
    evidence: tuple[Evidence, ...] = ()


class Resolution(NamedTuple):
    """What a toponym is taken to mean.

    Parameters
    ----------
    toponym : Toponym
    place : Place or None
        None: the geoparser abstains.
    precision : str
        Of this mention: the place's own, or ``vague_area`` for a part of it.
    latitude_deg, longitude_deg : float or None
        Label point of what is meant (of the eastern half for "eastern Russia").
    part : str or None
        Compass part or relation: ``"east"``, ``"border:UA"``, ``"30 km north"``.
    confidence : float
        Calibrated probability, 0 to 1.
    name : str
        Name to show ("eastern Russia", "Kursk Oblast").
    uncertainty_km : float or None
        Radius that holds what is meant, for relative places.
    """

    toponym: Toponym
    place: Place | None
    name: str
    precision: Precision
    latitude_deg: float | None
    longitude_deg: float | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    part: str | None = None
    partner: Place | None = None
    uncertainty_km: float | None = None


@dataclass(frozen=True, slots=True)
class Geoparse:
    """All places of one text, in text order; `gazetteer_version` is the digest of what answered."""

    resolutions: tuple[Resolution, ...]
    gazetteer_version: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footprint:
    """The honest geometry of a resolution.

    ``geometry`` is None where nothing can honestly be drawn; a Point only for ``point``, ``city``
    and ``district``. ``role`` says what the shape is (``"area_within_which"``, ``"exact"``,
    ``"label_point"``, ``"flow"``, ``"none"``), ``reason`` why it was chosen, in a sentence for the
    reader.
    """

    geometry: Geometry | None
    precision: Precision
    role: str
    reason: str
    label_lon_deg: float | None
    label_lat_deg: float | None
    uncertainty_km: float | None = None
    boundary_source: str | None = None
    boundary_worldview: Worldview | None = None
    boundary_as_of: str | None = None
