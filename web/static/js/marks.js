/* The marks: areas hatched and without a pin, movements as curves, cities as points.
   Co-located claims share one mark; its card lists them. How marks are painted stands in paint.js;
   where they are too many to be elements of the page, crowd.js draws their points. */
(function (Dateline) {
  "use strict";

  const MOST_ELEMENTS = 1000;
  const HIT_PX = 16;
  const BULGE = 0.09;
  const FAN = 0.035;
  const PLANE = 4;
  const CURVE_STEPS = 32;

  function area(shape) {
    const fill = L.polygon(Dateline.areaLatLngs(shape.geometry), {
      className: "mark mark-area mark-" + shape.precision, stroke: false, fillOpacity: 1, smoothFactor: 0.5,
      bubblingMouseEvents: false,
    });
    const outline = L.polyline(Dateline.areaOutlines(shape.geometry), {
      className: "mark-line mark-outline mark-" + shape.precision, interactive: false,
      smoothFactor: 0.5,
    });
    shape.target = fill;
    shape.visuals = [outline];
    shape.parts = [fill, outline];
    const bounds = fill.getBounds();
    shape.size = (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
  }

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

  function unrolled(geometry) {
    const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    return lines.flatMap((line) => {
      const shift = Dateline.shiftOf(line);
      return line.map((position) => [position[0] + shift, position[1]]);
    });
  }

  function flow(shape) {
    const positions = unrolled(shape.geometry);
    shape.visuals = Dateline.looksOf(shape.annotations).map((look, rank) => {
      const options = { interactive: false, noClip: true, smoothFactor: 0 };
      const line = L.polyline(curve(positions, rank), Object.assign(
        { className: "mark-line mark-flow " + look.tone }, options));
      line.tone = look.tone;
      line.core = look.lap
        ? L.polyline(curve(positions, rank), Object.assign(
          { className: "mark-line flow-core core-" + look.lap }, options))
        : null;
      return line;
    });
    shape.target = L.polyline(curve(positions, 0), {
      className: "mark mark-hit", weight: HIT_PX, noClip: true, smoothFactor: 0,
      bubblingMouseEvents: false,
    });
    const cores = shape.visuals.map((line) => line.core).filter(Boolean);
    shape.parts = shape.visuals.concat(cores, [shape.target]);
    shape.size = 0;
  }

  function build(shape) {
    if (shape.flow) {
      flow(shape);
    } else {
      area(shape);
    }
    const target = { place: shape.key };
    shape.target.on("click", () => Dateline.chooseShape(shape, "map"));
    shape.target.on("mouseover", () => Dateline.hint(target));
    shape.target.on("mouseout", () => Dateline.hint(null));
    shape.target.bindTooltip(() => Dateline.tooltip(shape), { sticky: true, direction: "top", opacity: 1 });
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

  /* Points stay elements that can be named and focused up to a thousand marks; above that they are
     one picture, and the list of claims is the way to each of them. */
  Dateline.drawMarks = function () {
    const shapes = Array.from(Dateline.shapes.values());
    shapes.filter((shape) => shape.at).forEach((shape) => {
      shape.latLng = L.latLng(shape.at[1], shape.at[0] + Dateline.shiftOf([shape.at]));
    });
    const isCrowded = shapes.length > MOST_ELEMENTS;
    Dateline.crowd = isCrowded ? shapes.filter((shape) => shape.at) : [];
    Dateline.elements = isCrowded ? shapes.filter((shape) => !shape.at) : shapes;
    const quiet = Dateline.elements.length > MOST_ELEMENTS;
    const wide = Dateline.elements.filter((shape) => !shape.at);
    wide.forEach(build);
    wide.sort((one, other) => other.size - one.size);
    wide.forEach((shape) => shape.parts.forEach((part) => part.addTo(Dateline.map)));
    if (!quiet) {
      wide.forEach(Dateline.makeReachable);
    }
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
      bounds.extend(shape.at ? shape.latLng : shape.target.getBounds());
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
