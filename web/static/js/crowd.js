/* Many points as one picture. Panning moves the picture as it is; it is drawn anew when the hand
   rests, or when the pan leaves the margin around what is seen. Spots so near that they would lie
   over each other are drawn once; the nearest to the pointer is the one that is meant. */
(function (Dateline) {
  "use strict";

  const RADIUS_PX = 5;
  const HALO_PX = 1.5;
  const REACH_PX = 9;
  const CELL_PX = 3;
  const MARGIN = 0.2;
  const MOST_RINGS = 200;
  const INK = "ink";

  let canvas = null;
  let origin = null;
  let frame = null;
  let places = null;
  let tip = null;
  const sprites = new Map();
  const rings = { hinted: null, selected: null };

  /* Positions on the Mercator square, so that a zoom is one multiplication. */
  function project() {
    const xs = new Float64Array(Dateline.crowd.length);
    const ys = new Float64Array(Dateline.crowd.length);
    Dateline.crowd.forEach((shape, index) => {
      const at = Dateline.map.project(shape.latLng, 0);
      xs[index] = at.x;
      ys[index] = at.y;
    });
    places = { xs: xs, ys: ys };
  }

  function colour(name) {
    const probe = Dateline.element("span", name === INK ? "own-ink" : "own-tone " + name);
    Dateline.box.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  function sprite(name, lap, isHollow) {
    const key = name + (isHollow ? " hollow" : "");
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
      disc(RADIUS_PX, colour(name));
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
      : sprite(INK, 0, Dateline.isUnstated(shape.shown));
  }

  function scale() {
    return Dateline.map.getZoomScale(Dateline.map.getZoom(), 0);
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
    brush.clearRect(0, 0, canvas.width, canvas.height);
    origin = corner.add(Dateline.map.getPixelOrigin());
    frame = Dateline.map.getPixelBounds();
    const factor = scale();
    const columns = Math.ceil(whole.x / CELL_PX);
    const taken = new Uint8Array(columns * Math.ceil(whole.y / CELL_PX));
    const half = RADIUS_PX + HALO_PX;
    const side = 2 * half * ratio;
    Dateline.crowd.forEach((shape, index) => {
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

  function dress() {
    Dateline.crowd.forEach((shape) => {
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

  /* The spot nearest to the pointer, within reach of it. */
  function nearest(latLng) {
    const at = Dateline.map.project(latLng, 0);
    const factor = scale();
    const reach = REACH_PX / factor;
    let best = null;
    let least = reach * reach;
    Dateline.crowd.forEach((shape, index) => {
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

  function ring(name, keys) {
    rings[name].clearLayers();
    Array.from(keys).map((key) => Dateline.shapes.get(key)).filter((shape) => shape.at)
      .slice(0, MOST_RINGS).forEach((shape) => {
        L.circleMarker(shape.latLng, {
          className: "crowd-ring is-" + name, radius: RADIUS_PX + 4, interactive: false, pane: "counts",
        }).addTo(rings[name]);
      });
  }

  function onMove(event) {
    if (Dateline.map.dragging.moving()) {
      return;
    }
    const shape = nearest(event.latlng);
    Dateline.box.classList.toggle("is-over-mark", Boolean(shape));
    if (shape !== tip.shape) {
      tip.shape = shape;
      Dateline.hint(shape ? { place: shape.key } : null);
      if (shape) {
        tip.setLatLng(shape.latLng).setContent(Dateline.tooltip(shape)).addTo(Dateline.map);
      } else {
        tip.remove();
      }
    }
  }

  /* Handed every click on the ground; true where it meant a spot. */
  Dateline.chooseInCrowd = function (latLng) {
    const shape = Dateline.crowd.length ? nearest(latLng) : null;
    if (shape) {
      Dateline.chooseShape(shape, "map");
    }
    return Boolean(shape);
  };

  Dateline.drawCrowd = function () {
    if (!Dateline.crowd.length) {
      return;
    }
    canvas = Dateline.element("canvas", "crowd leaflet-zoom-hide");
    canvas.setAttribute("aria-hidden", "true");
    Dateline.map.getPane("crowd").append(canvas);
    rings.hinted = L.layerGroup().addTo(Dateline.map);
    rings.selected = L.layerGroup().addTo(Dateline.map);
    tip = L.tooltip({ direction: "top", opacity: 1, offset: [0, -6] });
    project();
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
      sprites.clear();
      dress();
    });
  };
})(window.Dateline);
