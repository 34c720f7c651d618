/* Words on the map: what is counted in an area, and the names of countries where there is room.
   A count is text on its area, never a pin. Words never lie over each other. */
(function (Dateline) {
  "use strict";

  const MOST_COUNTS = 3;
  const NARROW_PX = 520;
  const GAP_PX = 3;
  const HEAD_PX = 7;
  const DOT_PX = 9;
  const RINGS_PX = [13, 34, 64, 100];
  const NEAR_RINGS = 2;
  const SIDES = [[0, -1], [0, 1], [1, 0], [-1, 0], [1, -1], [-1, -1], [1, 1], [-1, 1]];
  const COUNTED = new Set(["event_location", "destination"]);

  let counts = [];
  let names = [];
  let leaders = null;

  function countsOf(visible) {
    const lines = new Map();
    visible.forEach((annotation) => {
      const words = Dateline.countWords.get(annotation.claim.id);
      if (words && COUNTED.has(annotation.properties.place_role)) {
        const tone = Dateline.tone(annotation.style.colour);
        lines.set(words + tone, { words: words, tone: tone });
      }
    });
    return Array.from(lines.values());
  }

  function labelOf(shape) {
    const visible = Dateline.visibleOf(shape);
    const made = Dateline.element("div", "count-label");
    made.append(Dateline.element("bdi", "count-place", shape.place));
    const lines = countsOf(visible);
    const most = Dateline.map.getSize().x < NARROW_PX ? 1 : MOST_COUNTS;
    lines.slice(0, most).forEach((line) => {
      const row = Dateline.element("span", "count-line " + line.tone);
      row.append(Dateline.element("bdi", "", line.words));
      made.append(row);
    });
    if (lines.length > most) {
      made.append(Dateline.element("span", "count-more", 
        Dateline.say("more", { num: lines.length - most })));
    }
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  function anchorOf(shape) {
    if (shape.label) {
      const shift = Dateline.shiftOf([shape.label]);
      return L.latLng(shape.label[1], shape.label[0] + shift);
    }
    return shape.target.getBounds ? shape.target.getBounds().getCenter() : shape.target.getLatLng();
  }

  /* Corners of a box of words: over its spot first, then beside it, then further off. */
  function spots(at, size, rings, isPoint) {
    const found = isPoint ? [] : [[at.x - size.x / 2, at.y - size.y / 2]];
    if (rings) {
      RINGS_PX.slice(0, rings).forEach((off) => SIDES.forEach((side) => {
        found.push([
          at.x - size.x / 2 + side[0] * (size.x / 2 + off),
          at.y - size.y / 2 + side[1] * (size.y / 2 + off),
        ]);
      }));
    }
    return found;
  }

  function place(entry, taken, rings) {
    const at = Dateline.map.latLngToContainerPoint(entry.at);
    const size = entry.size;
    const frame = Dateline.map.getSize();
    const fits = (spot) => {
      const box = [spot[0] - GAP_PX, spot[1] - GAP_PX,
        spot[0] + size.x + GAP_PX, spot[1] + size.y + GAP_PX];
      return box[0] >= 0 && box[1] >= 0 && box[2] <= frame.x && box[3] <= frame.y &&
        taken.every((other) => box[2] <= other[0] || other[2] <= box[0] ||
          box[3] <= other[1] || other[3] <= box[1]) && box;
    };
    for (const spot of spots(at, size, rings, entry.isPoint)) {
      const box = fits(spot);
      if (box) {
        taken.push(box);
        entry.marker.setIcon(L.divIcon({
          html: entry.element, className: "label-icon", iconSize: null,
          iconAnchor: [at.x - spot[0], at.y - spot[1]],
        }));
        entry.marker.addTo(Dateline.map);
        if (rings) {
          lead(entry, at, spot);
        }
        return true;
      }
    }
    entry.marker.remove();
    return false;
  }

  /* A hair line from words that stand beside their spot to the spot itself. */
  function lead(entry, at, spot) {
    const near = L.point(
      Math.max(spot[0], Math.min(at.x, spot[0] + entry.size.x)),
      Math.max(spot[1], Math.min(at.y, spot[1] + entry.size.y)));
    if (near.distanceTo(at) > HEAD_PX) {
      const end = Dateline.map.containerPointToLatLng(near);
      L.polyline([entry.at, end], { className: "leader", interactive: false, pane: "counts",
        renderer: leaders.renderer }).addTo(leaders);
    }
  }

  function measure(element) {
    const bench = document.querySelector(".label-bench");
    bench.append(element);
    const size = L.point(element.offsetWidth, element.offsetHeight);
    element.remove();
    return size;
  }

  function entry(element, at, pane) {
    return {
      element: element, at: at, size: measure(element),
      marker: L.marker(at, { pane: pane, interactive: false, keyboard: false, icon: L.divIcon() }),
    };
  }

  /* The largest count first, then the most spoken of; selected marks before all. */
  function rank(shape) {
    const visible = Dateline.visibleOf(shape);
    const chosen = Dateline.state.place === shape.key ||
      (Dateline.state.claim && Dateline.claims.get(Dateline.state.claim).shapes.has(shape.key));
    return (chosen ? 1000 : 0) + countsOf(visible).length * 20 + visible.length;
  }

  /* Where points lie, arrows end and controls stand nothing is written. */
  function occupied() {
    const frame = Dateline.box.getBoundingClientRect();
    const boxes = Array.from(Dateline.box.querySelectorAll(".leaflet-control")).map((control) => {
      const own = control.getBoundingClientRect();
      return [own.left - frame.left, own.top - frame.top, own.right - frame.left, own.bottom - frame.top];
    });
    Dateline.shapes.forEach((shape) => {
      if (!Dateline.visibleOf(shape).length) {
        return;
      }
      if (!shape.target.getBounds) {
        const at = Dateline.map.latLngToContainerPoint(shape.target.getLatLng());
        boxes.push([at.x - DOT_PX, at.y - DOT_PX, at.x + DOT_PX, at.y + DOT_PX]);
      }
      if (shape.flow) {
        const line = shape.target.getLatLngs();
        const at = Dateline.map.latLngToContainerPoint(line[line.length - 1]);
        boxes.push([at.x - HEAD_PX, at.y - HEAD_PX, at.x + HEAD_PX, at.y + HEAD_PX]);
      }
    });
    return boxes;
  }

  Dateline.layOutLabels = function () {
    const taken = occupied();
    counts.forEach((one) => one.marker.remove());
    leaders.clearLayers();
    counts = [];
    const shown = new Set();
    Array.from(Dateline.shapes.values())
      .filter((shape) => !shape.flow && Dateline.visibleOf(shape).length)
      .sort((one, other) => rank(other) - rank(one))
      .forEach((shape) => {
        const made = entry(labelOf(shape), anchorOf(shape), "counts");
        made.isPoint = !shape.target.getBounds;
        const rings = countsOf(Dateline.visibleOf(shape)).length ? RINGS_PX.length : NEAR_RINGS;
        if (place(made, taken, rings)) {
          counts.push(made);
          shown.add(shape.place);
        }
      });
    const scale = Dateline.map.getZoomScale(Dateline.map.getZoom(), 0) * 256 / 360;
    names.forEach((name) => {
      if (shown.has(name.text) || name.width_deg * scale < name.size.x * 0.7) {
        name.marker.remove();
      } else {
        place(name, taken, 0);
      }
    });
  };

  Dateline.prepareLabels = function () {
    Dateline.countWords = new Map();
    document.querySelectorAll(".card[data-count]").forEach((card) => {
      if (card.dataset.count) {
        Dateline.countWords.set(card.dataset.claim, card.dataset.count);
      }
    });
    Dateline.box.append(Dateline.element("div", "label-bench"));
    leaders = L.layerGroup().addTo(Dateline.map);
    leaders.renderer = L.svg({ pane: "counts" });
    names = Dateline.names.map((name) => {
      const made = entry(Dateline.element("div", "land-name", name.text), name.at, "names");
      return Object.assign(made, { text: name.text, width_deg: name.width_deg });
    });
    Dateline.map.on("zoomend moveend resize", Dateline.layOutLabels);
    Dateline.on("filter", Dateline.layOutLabels);
    Dateline.on("state", Dateline.layOutLabels);
    Dateline.layOutLabels();
  };
})(window.Dateline);
