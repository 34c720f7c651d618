"""Lengths, boxes and curves on the earth, and the seam at 180°.

Everything takes longitude before latitude, WGS 84 degrees, and gives kilometres.
"""

import math

MEAN_RADIUS_KM = 6371.0088
"""Mean radius R1 of the WGS 84 ellipsoid (Moritz, Geodetic Reference System 1980)."""


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
