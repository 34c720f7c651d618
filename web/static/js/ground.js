/* The ground: outlines of countries, disputed lines dashed, names where there is room.
   It arrives as path data on the Mercator square, is drawn once, and only moved and scaled from then
   on; the same again to its left and right, so that the world has no edge where people look. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const COPIES = [-1, 1];
  const TILE_PX = 256;

  Dateline.disputed = [];

  function make(kind, attributes) {
    const made = document.createElementNS(SVG, kind);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  }

  function path(className, words) {
    return make("path", { class: className, d: words });
  }

  function pathsOf(ground) {
    const paths = [
      path("land", ground.fills), path("land coast", ground.whole), path("coast", ground.edges),
    ];
    return paths.concat(ground.lines.map((line) =>
      path(line.kind === "disputed" ? "border disputed" : "border", line.d)));
  }

  /* West, south, east, north, where it lies once unrolled. */
  function boundsOf(box) {
    const shift = Dateline.shiftOf([[box[0], box[1]], [box[2], box[3]]]);
    return L.latLngBounds([box[1], box[0] + shift], [box[3], box[2] + shift]);
  }

  function drawOutlines(ground) {
    const one = make("g", { id: "ground" });
    one.append(...pathsOf(ground));
    const whole = make("g", { class: "whole-ground" });
    whole.append(one);
    COPIES.forEach((turn) => whole.append(
      make("use", { href: "#ground", transform: "translate(" + turn * ground.side + ")" })));
    const renderer = L.svg({ pane: "lands", padding: 0.2 }).addTo(Dateline.map);
    const put = () => {
      const corner = Dateline.map.getPixelOrigin();
      const scale = Dateline.map.getZoomScale(Dateline.map.getZoom(), 0) * TILE_PX / ground.side;
      whole.setAttribute("transform",
        "translate(" + -corner.x + " " + -corner.y + ") scale(" + scale + ")");
    };
    put();
    Dateline.map.getPane("lands").querySelector("svg").append(whole);
    renderer.on("update", put);
  }

  function areDisputesOn() {
    return !Dateline.state.off.has("reference-disputed");
  }

  /* Is any disputed line drawn within what is seen? */
  Dateline.isDisputeSeen = function () {
    const seen = Dateline.map.getBounds();
    return areDisputesOn() && Dateline.disputed.some((bounds) => seen.intersects(bounds));
  };

  function showDisputes() {
    Dateline.box.classList.toggle("without-disputes", !areDisputesOn());
  }

  Dateline.on("filter", showDisputes);

  Dateline.drawGround = function (ground) {
    drawOutlines(ground);
    ground.lines.filter((line) => line.kind === "disputed").forEach((line) =>
      Dateline.disputed.push(...line.boxes.map(boundsOf)));
    Dateline.names = ground.names.map(([text, lon, lat, rank, width]) => ({
      text: text, at: L.latLng(lat, lon + Dateline.shiftOf([[lon, lat]])), rank: rank, width_deg: width,
    }));
    Dateline.names.sort((one, other) => one.rank - other.rank || other.width_deg - one.width_deg);
    drawTiles();
    showDisputes();
  };

  /* Raster tiles are the operator's choice; their credit is written as text. */
  function drawTiles() {
    const address = Dateline.box.dataset.tiles;
    if (address) {
      L.tileLayer(address, { className: "tile" }).addTo(Dateline.map);
      document.querySelector(".credit-lines").textContent += " " + Dateline.box.dataset.tilesCredit;
      Dateline.box.classList.add("has-tiles");
    }
  }
})(window.Dateline);
