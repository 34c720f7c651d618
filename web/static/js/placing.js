/* Where words may stand on the map: never over other words, points or controls, and as little as can
   be over the lines of movements and over small areas. Of all spots near the place the cheapest. */
(function (Dateline) {
  "use strict";

  const GAP_PX = 3;
  const HEAD_PX = 7;
  const DOT_PX = 9;
  const STEP_PX = 7;
  const SMALL_PX = 70;
  const RINGS_PX = [13, 34, 64, 100, 140];
  const SIDES = [[0, -1], [0, 1], [1, 0], [-1, 0], [1, -1], [-1, -1], [1, 1], [-1, 1]];
  const COST = { distance: 0.12, line: 3, small: 14 };

  function meets(box, other) {
    return box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
  }

  /* A line as a row of points close to each other. */
  function sampled(latLngs) {
    const points = [];
    let before = null;
    latLngs.forEach((latLng) => {
      const at = Dateline.map.latLngToContainerPoint(latLng);
      const many = before ? Math.min(40, Math.ceil(before.distanceTo(at) / STEP_PX)) : 1;
      for (let step = 1; step <= many; step += 1) {
        points.push(before ? before.add(at.subtract(before).multiplyBy(step / many)) : at);
      }
      before = at;
    });
    return points;
  }

  function around(at, reach) {
    return [at.x - reach, at.y - reach, at.x + reach, at.y + reach];
  }

  function controls() {
    const frame = Dateline.box.getBoundingClientRect();
    return Array.from(Dateline.box.querySelectorAll(".leaflet-control")).map((control) => {
      const own = control.getBoundingClientRect();
      return [own.left - frame.left, own.top - frame.top, own.right - frame.left, own.bottom - frame.top];
    });
  }

  /* What lies on the map now, and a way to find room beside it. */
  Dateline.makePlacer = function () {
    const size = Dateline.map.getSize();
    const taken = controls();
    const lines = [];
    const small = [];
    Dateline.elements.filter((shape) => shape.shown.length).forEach((shape) => {
      if (shape.at) {
        taken.push(around(Dateline.map.latLngToContainerPoint(shape.latLng), DOT_PX));
      } else if (shape.flow) {
        shape.curves.forEach((one) => lines.push(...sampled(one.latLngs)));
        const line = shape.curves[0].latLngs;
        taken.push(around(Dateline.map.latLngToContainerPoint(line[line.length - 1]), HEAD_PX));
      } else {
        const bounds = shape.bounds;
        const one = Dateline.map.latLngToContainerPoint(bounds.getNorthWest());
        const other = Dateline.map.latLngToContainerPoint(bounds.getSouthEast());
        if (other.x - one.x < SMALL_PX && other.y - one.y < SMALL_PX) {
          small.push([one.x, one.y, other.x, other.y]);
        }
      }
    });

    function costOf(box, at) {
      const aside = Math.hypot((box[0] + box[2]) / 2 - at.x, (box[1] + box[3]) / 2 - at.y);
      const covered = lines.filter((point) =>
        point.x > box[0] && point.x < box[2] && point.y > box[1] && point.y < box[3]).length;
      return COST.distance * aside + COST.line * covered +
        COST.small * small.filter((other) => meets(box, other)).length;
    }

    function spots(at, own, rings, isPoint) {
      const found = isPoint ? [] : [[at.x - own.x / 2, at.y - own.y / 2]];
      RINGS_PX.slice(0, rings).forEach((off) => SIDES.forEach((side) => {
        found.push([
          at.x - own.x / 2 + side[0] * (own.x / 2 + off),
          at.y - own.y / 2 + side[1] * (own.y / 2 + off),
        ]);
      }));
      return found;
    }

    /* The corner of the best free box of a size near a spot, now taken; null where there is none. */
    function find(at, own, options) {
      let best = null;
      spots(at, own, options.rings, options.isPoint).forEach((spot) => {
        const box = [spot[0] - GAP_PX, spot[1] - GAP_PX, spot[0] + own.x + GAP_PX, spot[1] + own.y + GAP_PX];
        const inside = box[0] >= 0 && box[1] >= 0 && box[2] <= size.x && box[3] <= size.y;
        if (inside && !taken.some((other) => meets(box, other))) {
          const cost = costOf(box, at);
          if (!best || cost < best.cost) {
            best = { spot: spot, box: box, cost: cost };
          }
        }
      });
      if (best && best.cost > (options.most || Infinity)) {
        return null;
      }
      if (best) {
        taken.push(best.box);
      }
      return best && best.spot;
    }
    return { find: find, size: size };
  };
})(window.Dateline);
