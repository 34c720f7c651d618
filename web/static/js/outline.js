/* Outlines of areas on the Mercator square of zoom 0: read from the packed data once, unrolled, and
   traced at any scale by whatever draws, with no more points than can be seen. */
(function (Dateline) {
  "use strict";

  const SIDE = 256;
  /* Outlines cut at 180° end there or, in some sources, a tenth of a degree before. */
  const SEAM_DEG = 179.89;
  const NORTHERNMOST_DEG = 85.0511;
  const APART_PX = 0.6;
  const ALL = [-Infinity, -Infinity, Infinity, Infinity];

  function across(lon) {
    return SIDE * (lon / 360 + 0.5);
  }

  function down(lat) {
    const sine = Math.sin((Math.max(-NORTHERNMOST_DEG, Math.min(NORTHERNMOST_DEG, lat)) * Math.PI) / 180);
    return SIDE * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  }

  /* A ring from steps between positions, in parts of a degree. What lies at 180° is marked, and moved
     quite there: a cut a tenth of a degree before it would leave a gap where the pieces meet. */
  function ringOf(line, steps) {
    const many = line.length / 2;
    const ring = { xs: new Float64Array(many), ys: new Float64Array(many), cut: new Uint8Array(many) };
    let east = 0;
    let north = 0;
    for (let at = 0; at < many; at += 1) {
      east += line[2 * at];
      north += line[2 * at + 1];
      const lon = east / steps;
      ring.cut[at] = Math.abs(lon) > SEAM_DEG ? 1 : 0;
      ring.xs[at] = across(ring.cut[at] ? Math.sign(lon) * 180 : lon);
      ring.ys[at] = down(north / steps);
    }
    return ring;
  }

  function boxOf(rings) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    rings.forEach((ring) => {
      for (let at = 0; at < ring.xs.length; at += 1) {
        box[0] = Math.min(box[0], ring.xs[at]);
        box[1] = Math.min(box[1], ring.ys[at]);
        box[2] = Math.max(box[2], ring.xs[at]);
        box[3] = Math.max(box[3], ring.ys[at]);
      }
    });
    return box;
  }

  /* Each polygon moves as one piece, told by its outer ring. */
  function polygonOf(lines, steps) {
    const rings = lines.map((line) => ringOf(line, steps));
    const box = boxOf(rings.slice(0, 1));
    const lons = [box[0], box[2]].map((x) => [360 * (x / SIDE - 0.5)]);
    const shift = (Dateline.shiftOf(lons) * SIDE) / 360;
    if (shift) {
      rings.forEach((ring) => { ring.xs.forEach((x, at) => { ring.xs[at] = x + shift; }); });
    }
    return rings;
  }

  Dateline.outlineOf = function (packed) {
    const polygons = packed.type === "Polygon" ? [packed.lines] : packed.lines;
    const rings = polygons.flatMap((lines) => polygonOf(lines, packed.steps));
    return { rings: rings, box: boxOf(rings) };
  };

  /* Longitudes and latitudes as Leaflet counts them. */
  Dateline.boundsOfBox = function (box) {
    const corner = (x, y) => Dateline.map.unproject(L.point(x, y), 0);
    return L.latLngBounds(corner(box[0], box[1]), corner(box[2], box[3]));
  };

  /* What of the square is drawn: `scale` pixels a unit, `x` and `y` of the corner in pixels, and the
     frame beyond which nothing need be exact, `[west, north, east, south]` from that corner. */
  function sideOf(x, y, frame) {
    if (x < frame[0]) {
      return 1;
    }
    if (x > frame[2]) {
      return 2;
    }
    if (y < frame[1]) {
      return 3;
    }
    return y > frame[3] ? 4 : 0;
  }

  /* Both ways of tracing leave out points too near to the last one. Beyond one side of the frame a
     filled ring needs but the first and the last point of each run, and a line none. */
  function traceRing(ring, view, pen, isLine) {
    const last = ring.xs.length - 1;
    let [x, y, side] = [0, 0, 0];
    let isDown = false;
    let skipped = null;
    for (let at = 0; at <= last; at += 1) {
      const px = ring.xs[at] * view.scale - view.x;
      const py = ring.ys[at] * view.scale - view.y;
      const isCut = isLine && ring.cut[at];
      if (at && at < last && !isCut && Math.abs(px - x) < APART_PX && Math.abs(py - y) < APART_PX) {
        continue;
      }
      const here = sideOf(px, py, view.frame);
      const isBeyond = at > 0 && here > 0 && here === side;
      if (!isLine) {
        if (isBeyond && at < last) {
          skipped = [px, py];
        } else {
          if (skipped) {
            pen.lineTo(skipped[0], skipped[1]);
            skipped = null;
          }
          pen[at ? "lineTo" : "moveTo"](px, py);
        }
      } else if (isBeyond || (isCut && at && ring.cut[at - 1])) {
        isDown = false;
      } else if (at) {
        if (!isDown) {
          pen.moveTo(x, y);
        }
        pen.lineTo(px, py);
        isDown = true;
      }
      [x, y, side] = [px, py, here];
    }
  }

  Dateline.traceArea = function (outline, view, pen) {
    outline.rings.forEach((ring) => {
      traceRing(ring, view, pen, false);
      pen.closePath();
    });
  };

  Dateline.traceOutline = function (outline, view, pen) {
    outline.rings.forEach((ring) => traceRing(ring, view, pen, true));
  };

  /* The lines of an outline as Leaflet counts them, as fine as they are seen now. */
  Dateline.outlineLatLngs = function (outline) {
    const map = Dateline.map;
    const lines = [];
    const at = (x, y) => map.unproject(L.point(x, y));
    const whole = { scale: map.getZoomScale(map.getZoom(), 0), x: 0, y: 0, frame: ALL };
    Dateline.traceOutline(outline, whole, {
      moveTo(x, y) { lines.push([at(x, y)]); },
      lineTo(x, y) { lines[lines.length - 1].push(at(x, y)); },
    });
    return lines;
  };

  /* A pen that writes path data in whole pixels. */
  Dateline.pathPen = function () {
    return {
      words: "",
      moveTo(x, y) { this.words += "M" + Math.round(x) + " " + Math.round(y); },
      lineTo(x, y) { this.words += "L" + Math.round(x) + " " + Math.round(y); },
      closePath() { this.words += "z"; },
    };
  };

  /* Does a point of the square lie in an area? Each ring that is crossed turns the answer. */
  Dateline.isInside = function (outline, x, y) {
    const box = outline.box;
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) {
      return false;
    }
    let isIn = false;
    outline.rings.forEach((ring) => {
      for (let at = 1; at < ring.xs.length; at += 1) {
        const before = ring.ys[at - 1] > y;
        if (before !== ring.ys[at] > y) {
          const share = (y - ring.ys[at - 1]) / (ring.ys[at] - ring.ys[at - 1]);
          if (x < ring.xs[at - 1] + share * (ring.xs[at] - ring.xs[at - 1])) {
            isIn = !isIn;
          }
        }
      }
    });
    return isIn;
  };
})(window.Dateline);
