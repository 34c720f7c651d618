"""Boxes on a round world."""

import pytest

from geo.model import Geometry
from layers.bounds import bounds, intersects


def line(*points):
    return Geometry("LineString", points)


def test_a_box_of_the_far_east_crosses_180():
    russia = Geometry(
        "MultiPolygon",
        (
            (((27.0, 50.0), (180.0, 50.0), (180.0, 70.0), (27.0, 50.0)),),
            (((-180.0, 65.0), (-169.0, 65.0), (-169.0, 66.0), (-180.0, 65.0)),),
        ),
    )
    assert bounds([russia]) == (27.0, 50.0, -169.0, 70.0)


def test_shapes_on_both_sides_of_greenwich_do_not_cross_180():
    assert bounds([line((-5.0, 40.0), (-1.0, 41.0)), line((3.0, 50.0), (9.0, 51.0))]) == (
        -5.0,
        40.0,
        9.0,
        51.0,
    )


def test_a_single_point_is_a_box_without_width():
    assert bounds([Geometry("Point", (36.2, 51.7))]) == (36.2, 51.7, 36.2, 51.7)


def test_nothing_has_no_box():
    assert bounds([]) is None


@pytest.mark.parametrize(
    ("box", "other", "expected"),
    [
        ((170, -10, -170, 10), (175, 0, 178, 1), True),
        ((170, -10, -170, 10), (-178, 0, -175, 1), True),
        ((170, -10, -170, 10), (0, 0, 10, 1), False),
        ((170, -10, -170, 10), (160, 0, -179, 1), True),
        ((0, 0, 10, 10), (10, 10, 20, 20), True),
        ((0, 0, 10, 10), (0, 11, 10, 20), False),
    ],
)
def test_boxes_meet_across_the_antimeridian(box, other, expected):
    assert intersects(box, other) is expected
    assert intersects(other, box) is expected
