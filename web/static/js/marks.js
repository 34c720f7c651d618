/* The marks: areas hatched and without a pin, movements as curves, cities as points.
   Co-located claims share one mark; its card lists them. */
(function (Dateline) {
  "use strict";

  const MOST_FOCUSABLE = 1000;
  const HIT_PX = 16;
  const BULGE = 0.09;
  const FAN = 0.035;
  const PLANE = 4;
  const CURVE_STEPS = 32;
  const POINT_PX = 8;

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

  function tonesOf(annotations) {
    return Array.from(new Set(annotations.map((annotation) => Dateline.tone(annotation.style.colour))));
  }

  function flow(shape) {
    const positions = unrolled(shape.geometry);
    shape.visuals = tonesOf(shape.annotations).map((tone, rank) => {
      const line = L.polyline(curve(positions, rank), {
        className: "mark-line mark-flow " + tone, interactive: false, noClip: true, smoothFactor: 0,
      });
      line.tone = tone;
      return line;
    });
    shape.target = L.polyline(curve(positions, 0), {
      className: "mark mark-hit", weight: HIT_PX, noClip: true, smoothFactor: 0,
      bubblingMouseEvents: false,
    });
    shape.parts = shape.visuals.concat([shape.target]);
  }

  function point(shape) {
    const position = unrolled({ type: "LineString", coordinates: [shape.geometry.coordinates] })[0];
    shape.target = L.circleMarker([position[1], position[0]], {
      className: "mark mark-point", radius: POINT_PX, bubblingMouseEvents: false,
    });
    shape.visuals = [];
    shape.parts = [shape.target];
  }

  function build(shape) {
    if (/Polygon$/.test(shape.geometry.type)) {
      area(shape);
    } else if (/LineString$/.test(shape.geometry.type)) {
      flow(shape);
    } else {
      point(shape);
    }
    shape.size = sizeOf(shape);
    const target = { place: shape.key };
    shape.target.on("click", () => choose(shape, "map"));
    shape.target.on("mouseover", () => Dateline.hint(target));
    shape.target.on("mouseout", () => Dateline.hint(null));
    shape.target.bindTooltip(() => tooltip(shape), { sticky: true, direction: "top", opacity: 1 });
  }

  function sizeOf(shape) {
    const bounds = shape.target.getBounds ? shape.target.getBounds() : null;
    return bounds && !shape.flow
      ? (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth())
      : 0;
  }

  function claimsOf(annotations) {
    return Array.from(new Set(annotations.map((annotation) => annotation.claim)));
  }

  function countOf(shape) {
    return Dateline.say("claims", { num: claimsOf(Dateline.visibleOf(shape)).length });
  }

  Dateline.sayShape = function (shape) {
    return Dateline.say("of_place", { place: shape.place, claims: countOf(shape) });
  };

  function tooltip(shape) {
    const made = Dateline.element("div", "tip");
    made.append(Dateline.element("bdi", "", shape.place));
    made.append(", " + countOf(shape));
    return made;
  }

  /* One claim opens as its card, several as a list. */
  function choose(shape, from) {
    const claims = claimsOf(Dateline.visibleOf(shape));
    if (claims.length === 1) {
      Dateline.select({ claim: claims[0].id }, from);
    } else {
      Dateline.select({ place: shape.key }, from);
    }
  }
  Dateline.chooseShape = choose;

  function reachable(shape) {
    const path = shape.target.getElement();
    if (!path) {
      return;
    }
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", "0");
    path.setAttribute("aria-label", Dateline.sayShape(shape));
    path.addEventListener("focus", () => Dateline.hint({ place: shape.key }));
    path.addEventListener("blur", () => Dateline.hint(null));
    path.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(shape, "keyboard");
      }
    });
  }

  function dashOf(annotations) {
    const dashes = new Set(annotations.map((annotation) => annotation.style.dash || ""));
    return dashes.size === 1 ? Array.from(dashes)[0] : "";
  }

  function paint(shape) {
    const visible = Dateline.visibleOf(shape);
    const tones = tonesOf(visible);
    shape.parts.forEach((part) => {
      const path = part.getElement();
      if (path) {
        const silent = part.tone !== undefined && !tones.includes(part.tone);
        path.classList.toggle("is-off", !visible.length || silent);
      }
    });
    if (!visible.length) {
      shape.target.getElement().setAttribute("tabindex", "-1");
      return;
    }
    shape.target.getElement().setAttribute("aria-label", Dateline.sayShape(shape));
    shape.target.getElement().setAttribute("tabindex", "0");
    if (shape.flow) {
      shape.visuals.forEach((line) => {
        const own = visible.filter((a) => Dateline.tone(a.style.colour) === line.tone);
        line.getElement().setAttribute("stroke-dasharray", own.length ? dashOf(own) : "");
        line.getElement().setAttribute("marker-end", Dateline.arrow(line.tone));
      });
      return;
    }
    const path = shape.target.getElement();
    [path].concat(shape.visuals.map((line) => line.getElement())).forEach((element) => {
      Array.from(element.classList).forEach((name) => {
        if (name.startsWith("tone-")) {
          element.classList.remove(name);
        }
      });
      if (tones.length === 1) {
        element.classList.add(tones[0]);
      }
    });
    const hatch = Dateline.hatch(visible[0].style.hatch, tones);
    if (hatch) {
      path.setAttribute("fill", hatch);
    }
    path.classList.toggle("is-plain", !hatch);
    shape.visuals.forEach((line) =>
      line.getElement().setAttribute("stroke-dasharray", dashOf(visible)));
  }

  Dateline.paintMarks = function () {
    Dateline.shapes.forEach(paint);
  };

  Dateline.drawMarks = function () {
    const shapes = Array.from(Dateline.shapes.values());
    shapes.forEach(build);
    shapes.sort((one, other) => other.size - one.size);
    shapes.forEach((shape) => shape.parts.forEach((part) => part.addTo(Dateline.map)));
    if (shapes.length <= MOST_FOCUSABLE) {
      shapes.forEach(reachable);
    }
    Dateline.paintMarks();
  };

  function setClass(shapes, name) {
    Dateline.shapes.forEach((shape) => {
      shape.parts.forEach((part) => {
        const path = part.getElement();
        if (path) {
          path.classList.toggle(name, shapes.has(shape.key));
        }
      });
    });
  }

  function shapesOf(target) {
    if (!target) {
      return new Set();
    }
    if (target.claim) {
      return Dateline.claims.get(target.claim).shapes;
    }
    return target.place ? new Set([target.place]) : new Set();
  }

  Dateline.boundsOf = function (keys) {
    const bounds = L.latLngBounds([]);
    keys.forEach((key) => {
      const shape = Dateline.shapes.get(key);
      if (shape.target.getBounds) {
        bounds.extend(shape.target.getBounds());
      } else {
        bounds.extend(shape.target.getLatLng());
      }
    });
    return bounds;
  };

  Dateline.on("hint", (target) => setClass(shapesOf(target), "is-hinted"));
  Dateline.on("filter", Dateline.paintMarks);
  Dateline.on("state", (from) => {
    const chosen = shapesOf(Dateline.state);
    setClass(chosen, "is-selected");
    Dateline.box.classList.toggle("has-selection", chosen.size > 0);
    if (chosen.size && from !== "map" && from !== "keyboard") {
      const bounds = Dateline.boundsOf(chosen);
      const options = { padding: [36, 36], maxZoom: 6, animate: !Dateline.reduced };
      if (Dateline.reduced) {
        Dateline.map.fitBounds(bounds, options);
      } else {
        Dateline.map.flyToBounds(bounds, Object.assign(options, { duration: 0.7 }));
      }
    }
  });
})(window.Dateline);
