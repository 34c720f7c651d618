"""What is drawn is honest: areas without pins, movements as curves, nothing torn at 180°."""

import itertools
import re


def test_areas_are_hatched_and_have_no_pin(sample_map):
    page = sample_map
    fills = page.locator(".mark-area").evaluate_all("p => p.map(e => e.getAttribute('fill'))")
    assert fills
    assert all(re.match(r"url\(#hatch-(diagonal|back|dots|cross)-", fill) for fill in fills)
    assert page.locator(".leaflet-marker-icon img, img.leaflet-marker-icon").count() == 0
    assert page.locator(".mark-point").count() == 0, "the sample names no exact spot"


def test_hatches_carry_the_colour_of_each_speaker_of_the_area(sample_map):
    page = sample_map
    for shape in page.evaluate(
        "Array.from(Dateline.shapes.values()).filter(s => !s.flow).map(s => ["
        "s.target.getElement().getAttribute('fill').slice(5, -1),"
        "Array.from(new Set(s.annotations.map(a => a.style.tone))).slice(0, 4)])"
    ):
        pattern, tones = shape
        drawn = page.evaluate(
            "id => Array.from(document.getElementById(id).children, c => c.getAttribute('class'))",
            pattern,
        )
        assert {name.split()[-1] for name in drawn} == set(tones)


def test_counts_are_words_on_their_area(sample_map):
    page = sample_map
    labels = page.locator(".count-label").all_inner_texts()
    assert any("Russian Far East" in label and "5 camps" in label for label in labels)
    assert any("at least 3,000 soldiers" in label for label in labels)


def test_words_on_the_map_never_lie_over_each_other(sample_map):
    page = sample_map
    boxes = page.locator(".count-label, .land-name").evaluate_all(
        "all => all.filter(e => e.offsetParent).map(e => e.getBoundingClientRect())"
        ".map(b => [b.left, b.top, b.right, b.bottom])"
    )
    assert len(boxes) > 5
    for rank, one in enumerate(boxes):
        for other in boxes[rank + 1 :]:
            assert (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            )


def test_movements_are_curves_with_an_arrow(sample_map):
    page = sample_map
    flows = page.locator(".mark-flow")
    assert flows.count() >= 3
    for flow in flows.all():
        assert flow.get_attribute("marker-end").startswith("url(#arrow-tone-")
        numbers = re.findall(r"-?\d+", flow.get_attribute("d"))
        points = list(zip(map(int, numbers[::2]), map(int, numbers[1::2]), strict=True))
        assert len(points) > 10
        (x1, y1), (x2, y2) = points[0], points[-1]
        middle = points[len(points) // 2]
        across = abs((x2 - x1) * (middle[1] - y1) - (y2 - y1) * (middle[0] - x1))
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        assert across / length > 0.05 * length


def test_the_far_east_is_one_piece_and_has_no_seam(sample_map):
    page = sample_map
    west, east = page.evaluate(
        "(() => { const s = Array.from(Dateline.shapes.values())"
        ".find(x => x.place === 'Russian Far East');"
        "const b = s.bounds; return [b.getWest(), b.getEast()]; })()"
    )
    assert 90 < west < east < 200
    runs = page.locator(".mark-outline").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    seam = page.evaluate(
        "Math.round(Dateline.map.project([0, 180]).x - Dateline.map.getPixelOrigin().x)"
    )
    at_seam = 0
    for words in "".join(runs).split("M")[1:]:
        points = [tuple(map(int, pair.split())) for pair in words.split("L")]
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            at_seam += seam in {x1, x2}
            assert not (x1 == x2 == seam and abs(y1 - y2) > 2)
    assert at_seam > 0


def test_disputed_lines_are_dashed(sample_map):
    page = sample_map
    dashes = page.locator("path.disputed").evaluate_all(
        "all => all.map(e => getComputedStyle(e).strokeDasharray)"
    )
    assert len(dashes) > 10
    assert set(dashes) == {"4px, 4px"}


def test_the_map_has_a_scale_and_tells_where_the_pointer_is(sample_map):
    page = sample_map
    assert "km" in page.locator(".leaflet-control-scale").inner_text()
    box = page.locator("#map_00").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    assert re.fullmatch(
        r"\d+\.\d\d° [NS], \d+\.\d\d° [EW]", page.locator(".coordinates").inner_text()
    )
    assert page.locator(".leaflet-control-attribution").count() == 0
    assert "Leaflet" in page.locator(".credit").inner_text()


def test_an_area_is_dashed_where_all_who_speak_of_it_deny(sample_map):
    drawn = sample_map.evaluate(
        "Array.from(Dateline.shapes.values()).filter(s => s.visuals.length && !s.flow).map(s => ["
        "s.visuals[0].getElement().getAttribute('stroke-dasharray') || '',"
        "Array.from(new Set(s.annotations.map(a => a.style.dash || '')))])"
    )
    for dash, asked in drawn:
        assert dash == (asked[0] if len(asked) == 1 else "")
