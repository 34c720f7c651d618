/* Words on the map: what is counted in an area, and the names of countries where there is room.
   A count is text on its area, never a pin. Words never lie over each other. */
(function (Dateline) {
  "use strict";

  const MOST_COUNTS = 3;
  const STEPS = [[0, 0], [0, -1], [0, 1], [0.6, 0], [-0.6, 0], [0, -2], [0, 2], [0.6, -1], [-0.6, 1]];
  const GAP_PX = 3;
  const COUNTED = new Set(["event_location", "destination"]);

  let counts = [];
  let names = [];

  function countsOf(visible) {
    const lines = new Map();
    visible.forEach((annotation) => {
      const words = Dateline.countWords.get(annotation.claim.id);
      if (words && COUNTED.has(annotation.properties.place_role)) {
        const tone = Dateline.tone(annotation.style.colour);
        lines.set(words + tone, { words: words, tone: tone });
      }
    });
    return Array.from(lines.values()).slice(0, MOST_COUNTS);
  }

  function labelOf(shape) {
    const visible = Dateline.visibleOf(shape);
    const made = Dateline.element("div", "count-label");
    made.append(Dateline.element("bdi", "count-place", shape.place));
    const lines = countsOf(visible);
    lines.forEach((line) => {
      const row = Dateline.element("span", "count-line " + line.tone);
      row.append(Dateline.element("bdi", "", line.words));
      made.append(row);
    });
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

  function place(entry, taken, steps) {
    const at = Dateline.map.latLngToContainerPoint(entry.at);
    const size = entry.size;
    for (const step of steps) {
      const x = at.x - size.x / 2 + step[0] * size.x;
      const y = at.y - size.y / 2 + step[1] * (size.y + GAP_PX) * 0.6;
      const box = [x - GAP_PX, y - GAP_PX, x + size.x + GAP_PX, y + size.y + GAP_PX];
      const free = taken.every((other) =>
        box[2] <= other[0] || other[2] <= box[0] || box[3] <= other[1] || other[3] <= box[1]);
      if (free) {
        taken.push(box);
        entry.marker.setIcon(L.divIcon({
          html: entry.element, className: "label-icon", iconSize: null,
          iconAnchor: [at.x - x, at.y - y],
        }));
        entry.marker.addTo(Dateline.map);
        return true;
      }
    }
    entry.marker.remove();
    return false;
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

  Dateline.layOutLabels = function () {
    const taken = [];
    counts.forEach((one) => one.marker.remove());
    counts = [];
    const shown = new Set();
    Array.from(Dateline.shapes.values())
      .filter((shape) => !shape.flow && Dateline.visibleOf(shape).length)
      .sort((one, other) => rank(other) - rank(one))
      .forEach((shape) => {
        const made = entry(labelOf(shape), anchorOf(shape), "counts");
        if (place(made, taken, STEPS)) {
          counts.push(made);
          shown.add(shape.place);
        }
      });
    const scale = Dateline.map.getZoomScale(Dateline.map.getZoom(), 0) * 256 / 360;
    names.forEach((name) => {
      if (shown.has(name.text) || name.width_deg * scale < name.size.x * 0.7) {
        name.marker.remove();
      } else {
        place(name, taken, [[0, 0]]);
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
