/* Words on the map: what is counted in an area, and the names of countries where there is room.
   A count is text on its area, never a pin. On paper each mark has the numbers of its claims. */
(function (Dateline) {
  "use strict";

  const MOST_COUNTS = 3;
  const MOST_LABELS = 60;
  const MOST_SPOTS = 250;
  const NARROW_PX = 520;
  const LEAD_PX = 7;
  const RINGS = 5;
  const NEAR_RINGS = 2;
  const NAME_COST = 14;
  const SHARE_OF_NAME = 0.7;
  const LETTER_PX = 2;
  /* How much of the map words may cover; the ground must stay to be seen. */
  const SHARE = { wide: 0.16, narrow: 0.13 };
  const COUNTED = new Set(["event_location", "destination"]);

  let labels = [];
  let names = [];
  let leaders = null;

  function isOn(reference) {
    return !Dateline.state.off.has("reference-" + reference);
  }

  function onPaper() {
    return Dateline.box.classList.contains("on-paper");
  }

  function countsOf(shape) {
    const lines = new Map();
    shape.shown.filter((one) => one.count && COUNTED.has(one.role)).forEach((one) => {
      lines.set(one.count + one.style.tone, { words: one.count, tone: one.style.tone });
    });
    return Array.from(lines.values());
  }

  /* Numbers in order, runs of three and more drawn together. */
  function runs(numbers) {
    const found = [];
    numbers.sort((one, other) => one - other).forEach((number) => {
      const last = found[found.length - 1];
      if (last && last[1] === number - 1) {
        last[1] = number;
      } else {
        found.push([number, number]);
      }
    });
    return found.map(([from, to]) => (from === to ? String(from)
      : from + (to - from > 1 ? "–" : ", ") + to)).join(", ");
  }

  function labelOf(shape, isBrief) {
    const made = Dateline.element("div", "count-label");
    made.setAttribute("aria-hidden", "true");
    if (!shape.flow) {
      made.append(Dateline.element("bdi", "count-place", shape.place));
    }
    if (onPaper()) {
      const own = Dateline.claimsAt(shape).map((claim) => claim.number);
      made.append(Dateline.element("span", "count-numbers", runs(own)));
      return made;
    }
    const lines = isBrief ? [] : countsOf(shape);
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
    return made;
  }

  function anchorOf(shape) {
    if (shape.at) {
      return shape.latLng;
    }
    if (shape.flow) {
      const line = shape.curves[0].latLngs;
      return line[Math.floor(line.length / 2)];
    }
    if (shape.label) {
      return L.latLng(shape.label[1], shape.label[0] + Dateline.shiftOf([shape.label]));
    }
    return shape.bounds.getCenter();
  }

  function entry(element, at, pane) {
    return { element: element, at: at, pane: pane, size: null, marker: null };
  }

  /* All at once: each look at the page makes it lay itself out. */
  function measure(wanted) {
    const bench = document.querySelector(".label-bench");
    bench.append(...wanted.map((one) => one.element));
    wanted.forEach((one) => { one.size = L.point(one.element.offsetWidth, one.element.offsetHeight); });
    bench.replaceChildren();
  }

  function markerOf(made, options) {
    return L.marker(made.at, {
      pane: made.pane, interactive: false, keyboard: false, icon: L.divIcon(options),
    });
  }

  function takeAway(made) {
    if (made.marker) {
      made.marker.remove();
      made.marker = null;
    }
  }

  function put(made, placer, options) {
    const at = Dateline.map.latLngToContainerPoint(made.at);
    const spot = placer.find(at, made.size, options);
    if (!spot) {
      return false;
    }
    made.marker = markerOf(made, {
      html: made.element, className: "label-icon", iconSize: null,
      iconAnchor: [at.x - spot[0], at.y - spot[1]],
    }).addTo(Dateline.map);
    if (options.rings) {
      lead(made, at, spot);
    }
    return true;
  }

  /* A hair line from words that stand beside their spot to the spot itself. */
  function lead(made, at, spot) {
    const near = L.point(
      Math.max(spot[0], Math.min(at.x, spot[0] + made.size.x)),
      Math.max(spot[1], Math.min(at.y, spot[1] + made.size.y)));
    if (near.distanceTo(at) > LEAD_PX) {
      const end = Dateline.map.containerPointToLatLng(near);
      L.polyline([made.at, end], { className: "leader", interactive: false, pane: "counts",
        renderer: leaders.renderer }).addTo(leaders);
    }
  }

  /* Selected marks before all, then the largest count, then the most spoken of. */
  function isChosen(shape) {
    return Dateline.shapesOf(Dateline.state).has(shape.key);
  }

  function rank(shape) {
    return (isChosen(shape) ? 1000 : 0) +
      countsOf(shape).length * 20 + shape.shown.length;
  }

  function labelled() {
    const seen = Dateline.map.getBounds().pad(0.1);
    const isSeen = (shape) => shape.shown.length && (shape.at ? seen.contains(shape.latLng)
      : (!shape.flow || onPaper()) && seen.intersects(shape.bounds));
    const crowd = Dateline.crowd.filter(isSeen);
    const spots = crowd.filter((shape) => shape.at);
    return Dateline.elements.filter(isSeen)
      .concat(crowd.filter((shape) => !shape.at), spots.length <= MOST_SPOTS ? spots : [])
      .map((shape) => ({ shape: shape, rank: rank(shape) }))
      .sort((one, other) => other.rank - one.rank)
      .slice(0, MOST_LABELS)
      .map((one) => one.shape);
  }

  /* The words of each shape, whole and brief; the same where there is nothing to leave out. */
  function countEntries() {
    return labelled().map((shape) => {
      const whole = entry(labelOf(shape, false), anchorOf(shape), "counts");
      const isTold = countsOf(shape).length > 0;
      const brief = isTold ? entry(labelOf(shape, true), whole.at, "counts") : whole;
      return { shape: shape, whole: whole, brief: brief, isTold: isTold };
    });
  }

  function layOutCounts(placer, wanted) {
    const area = placer.size.x * placer.size.y;
    const share = placer.size.x < NARROW_PX ? SHARE.narrow : SHARE.wide;
    let left = onPaper() ? Infinity : area * share;
    const shown = new Set();
    wanted.forEach((one) => {
      const areaOf = (made) => made.size.x * made.size.y;
      const made = areaOf(one.whole) > left ? one.brief : one.whole;
      const isTold = onPaper() || one.isTold || isChosen(one.shape);
      const options = {
        rings: isTold ? RINGS : NEAR_RINGS, isPoint: Boolean(one.shape.at),
        most: isTold ? Infinity : NAME_COST,
      };
      if (areaOf(made) <= left && put(made, placer, options)) {
        left -= areaOf(made);
        labels.push(made);
        shown.add(one.shape.place);
      }
    });
    return shown;
  }

  /* How wide a country is on the map. */
  function room(name) {
    return name.width_deg * Dateline.map.getZoomScale(Dateline.map.getZoom(), 0) * 256 / 360;
  }

  /* The names of countries that are in sight and wide enough to be worth measuring their name. */
  function roomyNames() {
    const seen = Dateline.map.getBounds().pad(0.1);
    return !isOn("names") ? [] : names.filter((name) =>
      room(name) > name.text.length * LETTER_PX && seen.contains(name.at));
  }

  function layOutNames(placer, wanted, shown) {
    wanted.filter((name) => !shown.has(name.text) && room(name) >= name.size.x * SHARE_OF_NAME)
      .forEach((name) => put(name, placer, { rings: 0, most: NAME_COST }));
  }

  Dateline.layOutLabels = function () {
    labels.concat(names).forEach(takeAway);
    leaders.clearLayers();
    labels = [];
    const counts = isOn("counts") || onPaper() ? countEntries() : [];
    const roomy = roomyNames();
    measure(counts.map((one) => one.whole).concat(
      counts.filter((one) => one.brief !== one.whole).map((one) => one.brief),
      roomy.filter((name) => !name.size)));
    const placer = Dateline.makePlacer();
    layOutNames(placer, roomy, layOutCounts(placer, counts));
  };

  Dateline.prepareLabels = function () {
    Dateline.box.append(Dateline.element("div", "label-bench"));
    leaders = L.layerGroup().addTo(Dateline.map);
    leaders.renderer = L.svg({ pane: "counts" });
    names = Dateline.names.map((name) => Object.assign(
      entry(Dateline.element("div", "land-name", name.text), name.at, "names"),
      { text: name.text, width_deg: name.width_deg }));
    Dateline.map.on("moveend resize", Dateline.layOutLabels);
    Dateline.on("filter", Dateline.layOutLabels);
    Dateline.on("state", Dateline.layOutLabels);
    Dateline.layOutLabels();
  };
})(window.Dateline);
