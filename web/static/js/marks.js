/* The marks: areas hatched and without a pin, movements as curves, cities as points.
   Co-located claims share one mark; its card lists them. Areas and points are made in pieces.js, how
   marks are painted stands in paint.js; too many to be elements of the page are drawn by crowd.js. */
(function (Dateline) {
  "use strict";

  const MOST_ELEMENTS = 1000;
  const HIT_PX = 16;
  const BULGE = 0.09;
  const FAN = 0.035;
  const PLANE = 4;
  const CURVE_STEPS = 32;

  /* A line in many steps: as the data has it, or straight where it has but its ends. */
  function steps(positions) {
    const points = positions.map((position) => Dateline.map.project([position[1], position[0]], PLANE));
    if (points.length > 4) {
      return points;
    }
    const from = points[0];
    const along = points[points.length - 1].subtract(from);
    const made = [];
    for (let step = 0; step <= CURVE_STEPS; step += 1) {
      made.push(from.add(along.multiplyBy(step / CURVE_STEPS)));
    }
    return made;
  }

  /* A curve to the north of the straight line between its ends: a great circle that runs along a
     meridian looks like a road, and each further speaker's line must stand beside the others. */
  function curve(positions, rank) {
    const points = steps(positions);
    const last = points.length - 1;
    const along = points[last].subtract(points[0]);
    const across = L.point(along.y, -along.x).multiplyBy(along.x >= 0 ? 1 : -1);
    const length = Math.max(1, across.distanceTo([0, 0]));
    const middle = points[Math.floor(last / 2)].subtract(points[0]);
    const height = (middle.x * across.x + middle.y * across.y) / (length * length);
    const bulge = Math.max(0, BULGE - height) + FAN * rank;
    return points.map((point, index) => Dateline.map.unproject(
      point.add(across.multiplyBy(bulge * Math.sin((Math.PI * index) / last))), PLANE));
  }

  /* A line from steps between positions, in parts of a degree, unrolled. */
  function unpacked(packed) {
    const lines = packed.type === "LineString" ? [packed.lines] : packed.lines;
    return lines.flatMap((line) => {
      const positions = [];
      let east = 0;
      let north = 0;
      for (let at = 0; at < line.length; at += 2) {
        east += line[at];
        north += line[at + 1];
        positions.push([east / packed.steps, north / packed.steps]);
      }
      const shift = Dateline.shiftOf(positions);
      return positions.map((position) => [position[0] + shift, position[1]]);
    });
  }

  /* Where a shape lies: a spot, a curve for each who speaks of it, or an outline. */
  function locate(shape) {
    if (shape.at) {
      shape.latLng = L.latLng(shape.at[1], shape.at[0] + Dateline.shiftOf([shape.at]));
    } else if (shape.flow) {
      const positions = unpacked(shape.geometry);
      shape.curves = Dateline.looksOf(shape.annotations).map((look, rank) =>
        ({ look: look, latLngs: curve(positions, rank) }));
      shape.bounds = L.latLngBounds(shape.curves[0].latLngs);
    } else {
      shape.outline = Dateline.outlineOf(shape.geometry);
      shape.bounds = Dateline.boundsOfBox(shape.outline.box);
      const box = shape.outline.box;
      shape.size = (box[2] - box[0]) * (box[3] - box[1]);
    }
  }

  function makeFlow(shape) {
    const options = { interactive: false, noClip: true, smoothFactor: 0 };
    shape.visuals = shape.curves.map(({ look, latLngs }) => {
      const line = L.polyline(latLngs, Object.assign(
        { className: "mark-line mark-flow " + look.tone }, options));
      line.tone = look.tone;
      line.core = look.lap
        ? L.polyline(latLngs, Object.assign({ className: "mark-line flow-core core-" + look.lap }, options))
        : null;
      return line;
    });
    shape.target = L.polyline(shape.curves[0].latLngs, {
      className: "mark mark-hit", weight: HIT_PX, noClip: true, smoothFactor: 0,
      bubblingMouseEvents: false,
    });
    const cores = shape.visuals.map((line) => line.core).filter(Boolean);
    shape.parts = shape.visuals.concat(cores, [shape.target]);
    shape.parts.forEach((part) => part.addTo(Dateline.map));
    const target = { place: shape.key };
    shape.target.on("click", () => Dateline.chooseShape(shape, "map"));
    shape.target.on("mouseover", () => Dateline.hint(target));
    shape.target.on("mouseout", () => Dateline.hint(null));
    shape.target.bindTooltip(() => Dateline.tooltip(shape), { sticky: true, direction: "top", opacity: 1 });
    Dateline.makeReachable(shape);
  }

  function claimsOf(annotations) {
    return Array.from(new Set(annotations.map((annotation) => annotation.claim)));
  }

  Dateline.claimsAt = function (shape) {
    return claimsOf(shape.shown);
  };

  Dateline.sayShape = function (shape) {
    return Dateline.say("of_place", {
      place: shape.place, claims: Dateline.claimCount(Dateline.claimsAt(shape).length),
    });
  };

  Dateline.tooltip = function (shape) {
    const made = Dateline.element("div", "tip");
    made.append(Dateline.element("bdi", "", shape.place));
    made.append(", " + Dateline.claimCount(Dateline.claimsAt(shape).length));
    return made;
  };

  /* One claim opens as its card, several as a list. */
  Dateline.chooseShape = function (shape, from) {
    const claims = Dateline.claimsAt(shape);
    if (claims.length === 1) {
      Dateline.select({ claim: claims[0].id }, from);
    } else {
      Dateline.select({ place: shape.key }, from);
    }
  };

  /* Marks are elements that can be named and focused up to a thousand of them; above that they are
     one picture, and the list of claims is the way to each of them. Small areas lie over large ones. */
  Dateline.drawMarks = function () {
    const shapes = Array.from(Dateline.shapes.values());
    shapes.forEach(locate);
    shapes.sort((one, other) => (other.size || 0) - (one.size || 0));
    const isCrowded = shapes.length > MOST_ELEMENTS;
    Dateline.crowd = isCrowded ? shapes : [];
    Dateline.elements = isCrowded ? [] : shapes;
    Dateline.drawAreas(Dateline.elements.filter((shape) => shape.outline));
    Dateline.elements.filter((shape) => shape.flow).forEach(makeFlow);
    Dateline.drawSpots(Dateline.elements.filter((shape) => shape.at));
    Dateline.drawCrowd();
    Dateline.paintMarks();
    document.querySelectorAll(".crowd-note").forEach((note) => { note.hidden = !isCrowded; });
  };

  Dateline.shapesOf = function (target) {
    if (!target) {
      return new Set();
    }
    if (target.claim) {
      return Dateline.claims.get(target.claim).shapes;
    }
    return target.place ? new Set([target.place]) : new Set();
  };

  Dateline.boundsOf = function (keys) {
    const bounds = L.latLngBounds([]);
    keys.forEach((key) => {
      const shape = Dateline.shapes.get(key);
      bounds.extend(shape.latLng || shape.bounds);
    });
    return bounds;
  };

  Dateline.on("state", (from) => {
    const chosen = Dateline.shapesOf(Dateline.state);
    const isPlaced = from === "address" && Dateline.state.view;
    Dateline.box.classList.toggle("has-selection", chosen.size > 0);
    if (chosen.size && from !== "map" && from !== "keyboard" && !isPlaced) {
      const bounds = Dateline.boundsOf(chosen);
      const options = { padding: [36, 36], maxZoom: 6, animate: !Dateline.reduced };
      Dateline.moveTo((map) => (Dateline.reduced ? map.fitBounds(bounds, options)
        : map.flyToBounds(bounds, Object.assign(options, { duration: 0.7 }))));
    }
  });
})(window.Dateline);
