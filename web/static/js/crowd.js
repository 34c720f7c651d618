/* Many marks as one picture. Panning moves the picture as it is; it is drawn anew when the hand rests,
   or when the pan leaves the margin around what is seen. Areas lie below, then movements, then points;
   points so near that they would lie over each other are drawn once. What the pointer means is found
   in hits.js, how areas and movements look stands in brush.js. */
(function (Dateline) {
  "use strict";

  const RADIUS_PX = 5;
  const HALO_PX = 1.5;
  const CELL_PX = 3;
  const MARGIN = 0.2;
  const SLACK_PX = 12;
  const MOST_RINGS = 200;

  let canvas = null;
  let origin = null;
  let frame = null;
  let tip = null;
  let spots = [];
  let wide = [];
  const colours = new Map();
  const sprites = new Map();
  const rings = { hinted: null, selected: null };

  /* Positions on the Mercator square, so that a zoom is one multiplication. */
  function project() {
    const places = { xs: new Float64Array(spots.length), ys: new Float64Array(spots.length) };
    spots.forEach((shape, index) => {
      const at = Dateline.map.project(shape.latLng, 0);
      places.xs[index] = at.x;
      places.ys[index] = at.y;
    });
    wide.filter((shape) => shape.flow).flatMap((shape) => shape.curves).forEach((one) => {
      one.points = one.latLngs.map((latLng) => {
        const at = Dateline.map.project(latLng, 0);
        return [at.x, at.y];
      });
    });
    return places;
  }

  /* The colour of a tone as the page has it now; without one, that of the words. */
  Dateline.colourOf = function (tone) {
    if (!colours.has(tone)) {
      const probe = Dateline.element("span", tone ? "own-tone " + tone : "own-ink");
      Dateline.box.append(probe);
      colours.set(tone, getComputedStyle(probe).color);
      probe.remove();
    }
    return colours.get(tone);
  };

  function sprite(tone, lap, isHollow) {
    const key = tone + (isHollow ? " hollow" : "");
    if (!sprites.has(key)) {
      const ratio = window.devicePixelRatio || 1;
      const size = 2 * (RADIUS_PX + HALO_PX);
      const made = Dateline.element("canvas");
      made.width = made.height = Math.ceil(size * ratio);
      const brush = made.getContext("2d");
      brush.scale(ratio, ratio);
      const disc = (radius, fill) => {
        brush.beginPath();
        brush.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
        brush.fillStyle = fill;
        brush.fill();
      };
      const halo = getComputedStyle(Dateline.box).getPropertyValue("--halo");
      disc(RADIUS_PX + HALO_PX, halo);
      disc(RADIUS_PX, Dateline.colourOf(tone));
      if (isHollow) {
        disc(RADIUS_PX - 1.8, halo);
      } else if (lap) {
        disc(lap === 1 ? 2 : 1, halo);
      }
      sprites.set(key, made);
    }
    return sprites.get(key);
  }

  function spriteOf(shape) {
    const looks = Dateline.looksOf(shape.shown);
    return looks.length === 1
      ? sprite(looks[0].tone, looks[0].lap, Dateline.isUnstated(shape.shown))
      : sprite(null, 0, Dateline.isUnstated(shape.shown));
  }

  function paintWide(brush, view) {
    const seen = L.latLngBounds(
      Dateline.map.unproject(L.point(view.x, view.y)),
      Dateline.map.unproject(L.point(view.x + view.frame[2], view.y + view.frame[3])));
    wide.filter((shape) => shape.shown.length && seen.intersects(shape.bounds)).forEach((shape) =>
      (shape.flow ? Dateline.brushFlow : Dateline.brushArea)(brush, shape, view));
    brush.globalAlpha = 1;
  }

  function paintSpots(brush, whole, ratio, factor) {
    const columns = Math.ceil(whole.x / CELL_PX);
    const taken = new Uint8Array(columns * Math.ceil(whole.y / CELL_PX));
    const half = RADIUS_PX + HALO_PX;
    const side = 2 * half * ratio;
    const places = Dateline.crowdPlaces;
    spots.forEach((shape, index) => {
      const x = places.xs[index] * factor - origin.x;
      const y = places.ys[index] * factor - origin.y;
      if (x < 0 || y < 0 || x >= whole.x || y >= whole.y || !shape.shown.length) {
        return;
      }
      const cell = Math.floor(y / CELL_PX) * columns + Math.floor(x / CELL_PX);
      if (!taken[cell]) {
        taken[cell] = 1;
        brush.drawImage(shape.sprite, Math.round((x - half) * ratio), Math.round((y - half) * ratio), side, side);
      }
    });
  }

  function paint() {
    const size = Dateline.map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const whole = size.add(margin.multiplyBy(2));
    const ratio = window.devicePixelRatio || 1;
    const corner = Dateline.map.containerPointToLayerPoint(margin.multiplyBy(-1));
    L.DomUtil.setPosition(canvas, corner);
    if (canvas.width !== Math.round(whole.x * ratio) || canvas.height !== Math.round(whole.y * ratio)) {
      canvas.width = Math.round(whole.x * ratio);
      canvas.height = Math.round(whole.y * ratio);
      canvas.style.width = whole.x + "px";
      canvas.style.height = whole.y + "px";
    }
    const brush = canvas.getContext("2d");
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, canvas.width, canvas.height);
    origin = corner.add(Dateline.map.getPixelOrigin());
    frame = Dateline.map.getPixelBounds();
    const factor = Dateline.map.getZoomScale(Dateline.map.getZoom(), 0);
    if (wide.length) {
      brush.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintWide(brush, {
        scale: factor, x: origin.x, y: origin.y, patternX: -corner.x, patternY: -corner.y,
        frame: [-SLACK_PX, -SLACK_PX, whole.x + SLACK_PX, whole.y + SLACK_PX],
      });
      brush.setTransform(1, 0, 0, 1, 0, 0);
    }
    paintSpots(brush, whole, ratio, factor);
  }

  function dress() {
    spots.forEach((shape) => {
      shape.sprite = shape.shown.length ? spriteOf(shape) : null;
    });
    paint();
  }

  /* Still within the margin that was drawn around the view? */
  function isCovered() {
    const now = Dateline.map.getPixelBounds();
    const margin = Dateline.map.getSize().multiplyBy(MARGIN);
    return Math.abs(now.min.x - frame.min.x) < margin.x && Math.abs(now.min.y - frame.min.y) < margin.y;
  }

  /* A line round a mark that is hinted at or selected. */
  function ringOf(shape, name) {
    const options = { className: "crowd-ring is-" + name, interactive: false, pane: "counts" };
    if (shape.at) {
      return L.circleMarker(shape.latLng, Object.assign({ radius: RADIUS_PX + 4 }, options));
    }
    return L.polyline(shape.flow ? shape.curves.map((one) => one.latLngs)
      : Dateline.outlineLatLngs(shape.outline), options);
  }

  function ring(name, keys) {
    rings[name].clearLayers();
    Array.from(keys).slice(0, MOST_RINGS).forEach((key) =>
      ringOf(Dateline.shapes.get(key), name).addTo(rings[name]));
  }

  function onMove(event) {
    if (Dateline.map.dragging.moving()) {
      return;
    }
    const shape = Dateline.markUnder(event.latlng);
    Dateline.box.classList.toggle("is-over-mark", Boolean(shape));
    if (shape && !shape.at) {
      tip.setLatLng(event.latlng);
    }
    if (shape !== tip.shape) {
      tip.shape = shape;
      Dateline.hint(shape ? { place: shape.key } : null);
      if (shape) {
        tip.setLatLng(shape.latLng || event.latlng).setContent(Dateline.tooltip(shape)).addTo(Dateline.map);
      } else {
        tip.remove();
      }
    }
  }

  /* Handed every click on the ground; true where it meant a mark. */
  Dateline.chooseInCrowd = function (latLng) {
    const shape = Dateline.crowd.length ? Dateline.markUnder(latLng) : null;
    if (shape) {
      Dateline.chooseShape(shape, "map");
    }
    return Boolean(shape);
  };

  Dateline.drawCrowd = function () {
    if (!Dateline.crowd.length) {
      return;
    }
    spots = Dateline.crowd.filter((shape) => shape.at);
    wide = Dateline.crowd.filter((shape) => shape.outline).concat(
      Dateline.crowd.filter((shape) => shape.flow));
    canvas = Dateline.element("canvas", "crowd leaflet-zoom-hide");
    canvas.setAttribute("aria-hidden", "true");
    Dateline.map.getPane("crowd").append(canvas);
    rings.hinted = L.layerGroup().addTo(Dateline.map);
    rings.selected = L.layerGroup().addTo(Dateline.map);
    tip = L.tooltip({ direction: "top", opacity: 1, offset: [0, -6] });
    Dateline.crowdPlaces = project();
    Dateline.readyHits(spots, wide);
    dress();
    let asked = 0;
    Dateline.map.on("moveend zoomend viewreset resize", paint);
    Dateline.map.on("move", () => {
      if (!asked && !isCovered()) {
        asked = requestAnimationFrame(() => { asked = 0; paint(); });
      }
    });
    Dateline.map.on("mousemove", onMove);
    Dateline.on("filter", dress);
    Dateline.on("hint", (target) => ring("hinted", Dateline.shapesOf(target)));
    Dateline.on("state", () => ring("selected", Dateline.shapesOf(Dateline.state)));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      [colours, sprites].forEach((kept) => kept.clear());
      Dateline.forgetBrushes();
      dress();
    });
  };
})(window.Dateline);
