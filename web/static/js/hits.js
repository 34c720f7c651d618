/* Which mark of a picture the pointer means: the nearest point within reach, else a movement within
   reach, else the smallest area below. */
(function (Dateline) {
  "use strict";

  const SPOT_REACH_PX = 9;
  const LINE_REACH_PX = 8;

  let spots = [];
  let flows = [];
  let areas = [];

  /* The shapes that are asked; areas from large to small. */
  Dateline.readyHits = function (ofSpots, others) {
    spots = ofSpots;
    flows = others.filter((shape) => shape.flow);
    areas = others.filter((shape) => shape.outline).reverse();
  };

  function spotUnder(at, reach) {
    const places = Dateline.crowdPlaces;
    let best = null;
    let least = reach * reach;
    spots.forEach((shape, index) => {
      const x = places.xs[index] - at.x;
      const y = places.ys[index] - at.y;
      const square = x * x + y * y;
      if (square < least && shape.shown.length) {
        least = square;
        best = shape;
      }
    });
    return best;
  }

  /* The square of the distance from a spot to the line between two points. */
  function asideOf(at, from, to) {
    const [along, down] = [to[0] - from[0], to[1] - from[1]];
    const length = along * along + down * down;
    const share = length ? ((at.x - from[0]) * along + (at.y - from[1]) * down) / length : 0;
    const held = Math.max(0, Math.min(1, share));
    return (at.x - from[0] - held * along) ** 2 + (at.y - from[1] - held * down) ** 2;
  }

  function flowUnder(at, reach) {
    let best = null;
    let least = reach * reach;
    flows.filter((shape) => shape.shown.length).forEach((shape) => shape.curves.forEach((one) => {
      for (let index = 1; index < one.points.length; index += 1) {
        const square = asideOf(at, one.points[index - 1], one.points[index]);
        if (square < least) {
          least = square;
          best = shape;
        }
      }
    }));
    return best;
  }

  Dateline.markUnder = function (latLng) {
    const at = Dateline.map.project(latLng, 0);
    const factor = Dateline.map.getZoomScale(Dateline.map.getZoom(), 0);
    return spotUnder(at, SPOT_REACH_PX / factor) || flowUnder(at, LINE_REACH_PX / factor) ||
      areas.find((shape) => shape.shown.length && Dateline.isInside(shape.outline, at.x, at.y)) || null;
  };
})(window.Dateline);
