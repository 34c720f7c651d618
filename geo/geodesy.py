"""Lengths, boxes, circles and curves on the earth, and the seam at 180°.

Everything takes longitude before latitude, WGS 84 degrees, and gives kilometres. A line or ring is
a sequence of ``(lon, lat)`` pairs. *Shifted* longitudes run on past 180, so that what crosses the
antimeridian hangs together; :func:`wrap_lon` takes them back.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Position = tuple[float, float]
"""Longitude and latitude in degrees."""
BBox = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east across 180° (RFC 7946 §5.2)."""

MEAN_RADIUS_KM = 6371.0088
"""Mean radius R1 of the WGS 84 ellipsoid (Moritz, Geodetic Reference System 1980)."""
_SEMI_MAJOR_KM = 6378.137
_FLATTENING = 1 / 298.257223563
_SEMI_MINOR_KM = _SEMI_MAJOR_KM * (1 - _FLATTENING)


def distance_km(lon1_deg: float, lat1_deg: float, lon2_deg: float, lat2_deg: float) -> float:
    """Return the great-circle distance (haversine), within 0.6 % of the ellipsoid's.

    Examples
    --------
    >>> round(distance_km(0, 0, 0, 90))
    10008
    """
    phi1, phi2 = math.radians(lat1_deg), math.radians(lat2_deg)
    dphi = (phi2 - phi1) / 2
    dlam = math.radians(lon2_deg - lon1_deg) / 2
    a = math.sin(dphi) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(dlam) ** 2
    return 2 * MEAN_RADIUS_KM * math.asin(min(1.0, math.sqrt(a)))


def geodesic_km(lon1_deg: float, lat1_deg: float, lon2_deg: float, lat2_deg: float) -> float:
    """Return the length of the geodesic on WGS 84 (Vincenty 1975, inverse), to a millimetre.

    Nearly antipodal points, where the iteration does not settle, get the great-circle distance.

    Examples
    --------
    >>> round(geodesic_km(0, 0, 0, 90), 3)
    10001.966
    """
    if (lon1_deg, lat1_deg) == (lon2_deg, lat2_deg):
        return 0.0
    big_l = math.radians(lon2_deg - lon1_deg)
    u1 = math.atan((1 - _FLATTENING) * math.tan(math.radians(lat1_deg)))
    u2 = math.atan((1 - _FLATTENING) * math.tan(math.radians(lat2_deg)))
    sin_u1, cos_u1, sin_u2, cos_u2 = math.sin(u1), math.cos(u1), math.sin(u2), math.cos(u2)
    lam = big_l
    for _ in range(200):
        sin_sigma = math.hypot(
            cos_u2 * math.sin(lam), cos_u1 * sin_u2 - sin_u1 * cos_u2 * math.cos(lam)
        )
        if sin_sigma == 0:
            return 0.0
        cos_sigma = sin_u1 * sin_u2 + cos_u1 * cos_u2 * math.cos(lam)
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = cos_u1 * cos_u2 * math.sin(lam) / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        cos_2m = cos_sigma - 2 * sin_u1 * sin_u2 / cos2_alpha if cos2_alpha else 0.0
        c = _FLATTENING / 16 * cos2_alpha * (4 + _FLATTENING * (4 - 3 * cos2_alpha))
        before = lam
        lam = big_l + (1 - c) * _FLATTENING * sin_alpha * (
            sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m**2 - 1))
        )
        if abs(lam - before) < 1e-12:
            big_a, dsigma = _vincenty_series(cos2_alpha, sin_sigma, cos_sigma, cos_2m)
            return _SEMI_MINOR_KM * big_a * (sigma - dsigma)
    return distance_km(lon1_deg, lat1_deg, lon2_deg, lat2_deg)


def destination(lon_deg: float, lat_deg: float, azimuth_deg: float, km: float) -> Position:
    """Return where one arrives on WGS 84 (Vincenty 1975, direct).

    Parameters
    ----------
    lon_deg, lat_deg : float
        Start.
    azimuth_deg : float
        Clockwise from north.
    km : float
        Along the geodesic.

    Examples
    --------
    >>> lon, lat = destination(0, 0, 90, 111.3195)
    >>> round(lon, 4), round(lat, 4)
    (1.0, 0.0)
    """
    alpha1 = math.radians(azimuth_deg)
    tan_u1 = (1 - _FLATTENING) * math.tan(math.radians(lat_deg))
    cos_u1 = 1 / math.hypot(1, tan_u1)
    sin_u1 = tan_u1 * cos_u1
    sigma1 = math.atan2(tan_u1, math.cos(alpha1))
    sin_alpha = cos_u1 * math.sin(alpha1)
    cos2_alpha = 1 - sin_alpha**2
    big_a, _ = _vincenty_series(cos2_alpha, 0.0, 1.0, 0.0)
    first = sigma = km / (_SEMI_MINOR_KM * big_a)
    for _ in range(100):
        cos_2m = math.cos(2 * sigma1 + sigma)
        before = sigma
        _, dsigma = _vincenty_series(cos2_alpha, math.sin(sigma), math.cos(sigma), cos_2m)
        sigma = first + dsigma
        if abs(sigma - before) < 1e-12:
            break
    cos_2m = math.cos(2 * sigma1 + sigma)
    sin_sigma, cos_sigma = math.sin(sigma), math.cos(sigma)
    across = sin_u1 * sin_sigma - cos_u1 * cos_sigma * math.cos(alpha1)
    lat = math.atan2(
        sin_u1 * cos_sigma + cos_u1 * sin_sigma * math.cos(alpha1),
        (1 - _FLATTENING) * math.hypot(sin_alpha, across),
    )
    lam = math.atan2(
        sin_sigma * math.sin(alpha1), cos_u1 * cos_sigma - sin_u1 * sin_sigma * math.cos(alpha1)
    )
    c = _FLATTENING / 16 * cos2_alpha * (4 + _FLATTENING * (4 - 3 * cos2_alpha))
    lon = lam - (1 - c) * _FLATTENING * sin_alpha * (
        sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m**2 - 1))
    )
    return wrap_lon(lon_deg + math.degrees(lon)), math.degrees(lat)


def _vincenty_series(
    cos2_alpha: float, sin_sigma: float, cos_sigma: float, cos_2m: float
) -> tuple[float, float]:
    """Return A and the correction of sigma, Vincenty's equations 3, 4 and 6."""
    u2 = cos2_alpha * (_SEMI_MAJOR_KM**2 - _SEMI_MINOR_KM**2) / _SEMI_MINOR_KM**2
    big_a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    big_b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    third = cos_2m * (4 * sin_sigma**2 - 3) * (4 * cos_2m**2 - 3)
    dsigma = (
        big_b
        * sin_sigma
        * (cos_2m + big_b / 4 * (cos_sigma * (2 * cos_2m**2 - 1) - big_b / 6 * third))
    )
    return big_a, dsigma


def wrap_lon(lon_deg: float) -> float:
    """Return a longitude between -180 and 180.

    Examples
    --------
    >>> wrap_lon(190.0), wrap_lon(-180.0), wrap_lon(180.0)
    (-170.0, -180.0, 180.0)
    """
    if -180.0 <= lon_deg <= 180.0:
        return lon_deg
    return (lon_deg + 180.0) % 360.0 - 180.0


def bounds(positions: Iterable[Position]) -> BBox | None:
    """Return the smallest box around positions; west > east where it crosses 180°.

    Of the two ways around the earth the shorter is taken: the box leaves out the widest gap between
    neighbouring longitudes. None for no positions.

    Examples
    --------
    >>> bounds([(170.0, 60.0), (-170.0, 66.0)])
    (170.0, 60.0, -170.0, 66.0)
    """
    points = list(positions)
    if not points:
        return None
    lats = [lat for _lon, lat in points]
    lons = sorted({lon for lon, _lat in points})
    west, east = lons[0], lons[-1]
    widest = 360.0 - (east - west)
    for before, after in pairwise(lons):
        if after - before > widest:
            widest, west, east = after - before, after, before
    return west, min(lats), east, max(lats)


def join_boxes(boxes: Sequence[BBox]) -> BBox | None:
    """Return the smallest box around boxes, each of which may cross 180°.

    Examples
    --------
    >>> join_boxes([(130.0, 42.0, -170.0, 70.0), (27.0, 41.0, 60.0, 60.0)])
    (27.0, 41.0, -170.0, 70.0)
    """
    if not boxes:
        return None
    spans = sorted((west, east if east >= west else east + 360.0) for west, _s, east, _n in boxes)
    merged = [list(spans[0])]
    for west, east in spans[1:]:
        if west <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], east)
        else:
            merged.append([west, east])
    while len(merged) > 1 and merged[-1][1] - 360.0 >= merged[0][0]:
        merged[-1][1] = max(merged[-1][1], merged[0][1] + 360.0)
        merged.pop(0)
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    gaps = [
        (merged[(at + 1) % len(merged)][0] + (360.0 if at + 1 == len(merged) else 0.0) - east, at)
        for at, (_west, east) in enumerate(merged)
    ]
    gap, at = max(gaps, key=lambda pair: (pair[0], -pair[1]))
    if gap <= 0:
        return -180.0, south, 180.0, north
    west, east = merged[(at + 1) % len(merged)][0], merged[at][1]
    return wrap_lon(west), south, wrap_lon(east), north


def overlap(one: BBox, other: BBox) -> bool:
    """Tell whether two boxes have a point in common; either may cross 180°.

    Examples
    --------
    >>> overlap((170.0, 60.0, -170.0, 70.0), (-175.0, 50.0, -140.0, 65.0))
    True
    """
    if one[1] > other[3] or other[1] > one[3]:
        return False
    width_one, width_other = (one[2] - one[0]) % 360.0, (other[2] - other[0]) % 360.0
    return (other[0] - one[0]) % 360.0 <= width_one or (one[0] - other[0]) % 360.0 <= width_other


def circle(lon_deg: float, lat_deg: float, radius_km: float, points: int = 72) -> list[Position]:
    """Return a closed ring of equal geodesic distance, anticlockwise, in shifted longitude.

    Parameters
    ----------
    lon_deg, lat_deg : float
        Centre.
    radius_km : float
    points : int
        Corners; 72 keep the area within 0.13 %.
    """
    ring = []
    for step in range(points):
        lon, lat = destination(lon_deg, lat_deg, -360.0 * step / points, radius_km)
        ring.append((lon_deg + wrap_lon(lon - lon_deg), lat))
    return [*ring, ring[0]]


def curve(
    lon1_deg: float, lat1_deg: float, lon2_deg: float, lat2_deg: float, n: int = 32
) -> list[list[Position]]:
    """Return the great circle between two points as lines that do not cross 180°.

    Parameters
    ----------
    lon1_deg, lat1_deg, lon2_deg, lat2_deg : float
    n : int
        Points along the way, ends included, at least 2.

    Returns
    -------
    list of lines
        One line, or two where the way crosses the antimeridian (RFC 7946 §3.1.9). Antipodes,
        between which every way is as short, are joined by one of them.

    Examples
    --------
    >>> [[(round(lon), round(lat, 2)) for lon, lat in line] for line in curve(170, 60, -170, 60, 3)]
    [[(170, 60.0), (180, 60.38)], [(-180, 60.38), (-170, 60.0)]]
    """
    a, b = _unit(lon1_deg, lat1_deg), _unit(lon2_deg, lat2_deg)
    angle = math.acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    if angle > math.pi - 1e-6:
        b = _unit(lon2_deg, min(90.0, lat2_deg + 0.01))
        angle = math.acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    (ax, ay, az), (bx, by, bz) = a, b
    line: list[Position] = [(float(lon1_deg), float(lat1_deg))]
    for step in range(1, n - 1):
        share = step / (n - 1)
        if angle < 1e-9:
            line.append(line[0])
            continue
        f, g = math.sin((1 - share) * angle), math.sin(share * angle)
        x, y, z = f * ax + g * bx, f * ay + g * by, f * az + g * bz
        lon = math.degrees(math.atan2(y, x))
        line.append((line[-1][0] + wrap_lon(lon - line[-1][0]), _lat_of(x, y, z)))
    line.append((line[-1][0] + wrap_lon(lon2_deg - line[-1][0]), float(lat2_deg)))
    return split_line(line)


def split_line(line: Sequence[Position]) -> list[list[Position]]:
    """Cut a line in shifted longitude where it crosses 180° and wrap the parts.

    Latitude at the cut is linear between the neighbours. Points on the seam take the sign of their
    side.
    """
    if all(-180.0 < lon < 180.0 for lon, _ in line):
        return [list(line)]
    parts: list[list[Position]] = []
    current: list[Position] = []
    turn = _turn(line[0][0], line[1][0] if len(line) > 1 else line[0][0])
    for before, after in pairwise(line):
        if not current:
            current.append(_home(before, turn))
        # Along the seam itself nothing is crossed.
        there = turn if after[0] == before[0] else _turn(after[0], before[0])
        if there != turn:
            seam = 180.0 + 360.0 * min(turn, there)
            share = (seam - before[0]) / (after[0] - before[0])
            lat = before[1] + share * (after[1] - before[1])
            edge = 180.0 if there > turn else -180.0
            if current[-1] != (edge, lat):
                current.append((edge, lat))
            parts.append(current)
            current, turn = [(-edge, lat)], there
        current.append(_home(after, turn))
    parts.append(current or [_home(line[0], turn)])
    return [part for part in parts if len(part) > 1] or parts


def _home(position: Position, turn: int) -> Position:
    """Bring a position back so many turns; the last bit of a float must not leave the map."""
    return max(-180.0, min(180.0, position[0] - 360.0 * turn)), position[1]


def _turn(lon_deg: float, towards_deg: float) -> int:
    """Return how many times around a shifted longitude is; on the seam, the side it came from."""
    turn = math.floor((lon_deg + 180.0) / 360.0)
    if (lon_deg + 180.0) % 360.0 == 0.0 and towards_deg < lon_deg:
        turn -= 1
    return turn


def _unit(lon_deg: float, lat_deg: float) -> tuple[float, float, float]:
    lam, phi = math.radians(lon_deg), math.radians(lat_deg)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def _lat_of(x: float, y: float, z: float) -> float:
    return math.degrees(math.atan2(z, math.hypot(x, y)))
