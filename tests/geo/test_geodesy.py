import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.geodesy import (
    bounds,
    circle,
    curve,
    destination,
    distance_km,
    geodesic_km,
    join_boxes,
    split_line,
    wrap_lon,
)

LON = st.floats(-180, 180, allow_nan=False)
LAT = st.floats(-89, 89, allow_nan=False)


def test_the_meridian_quadrant_is_ten_thousand_and_two_kilometres():
    assert geodesic_km(0, 0, 0, 90) == pytest.approx(10001.965729, abs=1e-6)


def test_flinders_peak_to_buninyong_is_the_textbook_line():
    flinders = (144.42486789, -37.95103342)
    buninyong = (143.92649553, -37.65282114)
    assert geodesic_km(*flinders, *buninyong) == pytest.approx(54.972271, abs=1e-5)
    lon, lat = destination(*flinders, 306.86816, 54.972271)
    assert (lon, lat) == pytest.approx(buninyong, abs=1e-6)


def test_pyongyang_lies_6700_km_from_kursk():
    assert distance_km(36.18, 51.73, 125.75, 39.03) == pytest.approx(6686, abs=1)
    assert geodesic_km(36.18, 51.73, 125.75, 39.03) == pytest.approx(6703.971, abs=1e-3)


def test_antipodes_get_half_the_circumference():
    assert geodesic_km(0, 0, 180, 0) == pytest.approx(math.pi * 6371.0088)


def test_a_place_is_no_distance_from_itself():
    assert geodesic_km(36.0, 51.0, 36.0, 51.0) == 0.0


@given(LON, LAT, st.floats(0, 360), st.floats(0.1, 5000))
def test_going_there_and_measuring_agree(lon, lat, azimuth, km):
    end = destination(lon, lat, azimuth, km)
    assert geodesic_km(lon, lat, *end) == pytest.approx(km, rel=1e-6)


def test_chukotka_has_a_box_across_the_antimeridian():
    assert bounds([(158.0, 62.0), (180.0, 70.0), (-180.0, 66.0), (-169.7, 64.0)]) == (
        158.0,
        62.0,
        -169.7,
        70.0,
    )


def test_no_positions_have_no_box():
    assert bounds([]) is None
    assert join_boxes([]) is None


def test_boxes_around_the_pacific_join_the_short_way():
    fiji, samoa = (177.0, -20.0, -178.0, -15.0), (-173.0, -14.5, -171.0, -13.0)
    assert join_boxes([fiji, samoa]) == (177.0, -20.0, -171.0, -13.0)


def test_boxes_around_the_whole_earth_join_to_it():
    boxes = [(-180.0, 0.0, -60.0, 1.0), (-60.0, 0.0, 60.0, 1.0), (60.0, 0.0, 180.0, 1.0)]
    assert join_boxes(boxes) == (-180.0, 0.0, 180.0, 1.0)


def test_a_circle_keeps_its_distance_on_the_ellipsoid():
    ring = circle(36.18, 51.73, 50.0)
    assert ring[0] == ring[-1]
    assert {round(geodesic_km(36.18, 51.73, *corner), 6) for corner in ring} == {50.0}


def test_a_circle_at_the_antimeridian_hangs_together():
    ring = circle(179.9, 65.0, 100.0)
    assert max(lon for lon, _lat in ring) > 180.0


def test_a_curve_within_a_hemisphere_is_one_line():
    (line,) = curve(125.75, 39.03, 36.19, 51.73, 24)
    assert len(line) == 24
    assert line[0] == (125.75, 39.03)
    assert line[-1] == pytest.approx((36.19, 51.73))
    assert max(lat for _lon, lat in line) == pytest.approx(56.3, abs=0.2)


def test_a_curve_from_vladivostok_to_anchorage_is_cut_at_180():
    first, second = curve(131.9, 43.1, -149.9, 61.2, 32)
    assert first[-1][0] == 180.0
    assert second[0] == (-180.0, first[-1][1])
    assert second[-1] == pytest.approx((-149.9, 61.2))


def test_a_curve_between_antipodes_is_a_line_all_the_same():
    lines = curve(0, 10, 180, -10, 12)
    assert all(math.isfinite(value) for line in lines for point in line for value in point)


@given(LON, LAT, LON, LAT, st.integers(2, 40))
@example(1.0, 0.0, -179.99999999999997, 0.0, 3)
@example(0.0, 0.0, 180.0, 3.0, 24)  # over the pole and down along the seam
def test_every_curve_stays_on_the_map(lon1, lat1, lon2, lat2, n):
    lines = curve(lon1, lat1, lon2, lat2, n)
    for line in lines:
        assert len(line) >= 2
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in line)
        for (before, _), (after, _) in pairwise(line):
            assert abs(after - before) <= 180 + 1e-9


def test_a_line_that_ends_on_the_seam_is_not_cut():
    assert split_line([(170.0, 1.0), (180.0, 2.0)]) == [[(170.0, 1.0), (180.0, 2.0)]]


@pytest.mark.parametrize(("lon", "wrapped"), [(181, -179), (-190, 170), (180, 180), (540, -180)])
def test_longitudes_come_back(lon, wrapped):
    assert wrap_lon(lon) == wrapped
