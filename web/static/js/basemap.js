/* The ground: outlines of countries, disputed lines dashed, names where there is room.
   Longitudes are unrolled so that what the report speaks of lies in one piece, 180° or not. */
(function (Dateline) {
  "use strict";

  /* Outlines cut at 180° end there or, in some sources, a tenth of a degree before. */
  const SEAM_DEG = 179.89;

  /* The meridian opposite to the view: what lies west of it is drawn one world further east. */
  Dateline.seam = -180;

  Dateline.setSeam = function (view) {
    if (view) {
      const east = view[2] < view[0] ? view[2] + 360 : view[2];
      Dateline.seam = (view[0] + east) / 2 - 180;
    }
  };

  /* How many degrees a run of positions is moved, told by its middle. */
  Dateline.shiftOf = function (positions) {
    let west = Infinity;
    let east = -Infinity;
    positions.forEach((position) => {
      west = Math.min(west, position[0]);
      east = Math.max(east, position[0]);
    });
    const middle = (west + east) / 2;
    if (middle < Dateline.seam) {
      return 360;
    }
    return middle >= Dateline.seam + 360 ? -360 : 0;
  };

  /* Leaflet counts latitude first; this is the one place where the axes are turned. */
  Dateline.latLngs = function (positions, shift) {
    return positions.map((position) => [position[1], onTheSeam(position) + shift]);
  };

  /* A cut a tenth of a degree before 180° would leave a gap where the pieces meet. */
  function onTheSeam(position) {
    return onSeam(position) ? Math.sign(position[0]) * 180 : position[0];
  }

  function polygonsOf(geometry) {
    return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  }

  /* Rings of an area as Leaflet wants them, unrolled; each polygon moves as one piece. */
  Dateline.areaLatLngs = function (geometry) {
    return polygonsOf(geometry).map((rings) => {
      const shift = Dateline.shiftOf(rings[0]);
      return rings.map((ring) => Dateline.latLngs(ring, shift));
    });
  };

  function onSeam(position) {
    return Math.abs(position[0]) > SEAM_DEG;
  }

  /* Outlines of an area, without the edges along 180° that only the cutting made. */
  Dateline.areaOutlines = function (geometry) {
    const lines = [];
    polygonsOf(geometry).forEach((rings) => {
      const shift = Dateline.shiftOf(rings[0]);
      rings.forEach((ring) => {
        let line = [];
        ring.forEach((position, index) => {
          const before = ring[index - 1];
          if (before && onSeam(before) && onSeam(position)) {
            if (line.length > 1) {
              lines.push(line);
            }
            line = [];
          }
          line.push([position[1], position[0] + shift]);
        });
        if (line.length > 1) {
          lines.push(line);
        }
      });
    });
    return lines;
  };

  function linesOf(geometry) {
    return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  }

  /* The ground is drawn once, on the Mercator square of zoom 0 with a side of 256, and only moved and
     scaled from then on; the same again to its left and right, so that the world has no edge where
     people look. */
  const SVG = "http://www.w3.org/2000/svg";
  const SIDE = 256;
  const COPIES = [-1, 1];

  function make(kind, attributes) {
    const made = document.createElementNS(SVG, kind);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  }

  function square(position) {
    const sine = Math.sin((Math.max(-85.05, Math.min(85.05, position[1])) * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return (SIDE * (position[0] / 360 + 0.5)).toFixed(4) + " " + (SIDE * y).toFixed(4);
  }

  function path(positions) {
    return "M" + positions.map(square).join("L");
  }

  /* The edge of an area without what was cut at 180°. */
  function coast(ring) {
    let words = "";
    let isOpen = false;
    ring.forEach((position, index) => {
      const isCut = index && onSeam(ring[index - 1]) && onSeam(position);
      words += (index === 0 || isCut || !isOpen ? "M" : "L") + square(position);
      isOpen = true;
    });
    return words;
  }

  Dateline.disputed = [];

  function drawGround(features) {
    const lands = [];
    const coasts = [];
    const ground = make("g", { id: "ground" });
    features.filter((one) => one.geometry && /Polygon$/.test(one.geometry.type)).forEach((land) => {
      polygonsOf(land.geometry).forEach((rings) => rings.forEach((ring) => {
        lands.push(path(ring) + "Z");
        coasts.push(coast(ring));
      }));
    });
    ground.append(make("path", { class: "land", d: lands.join("") }));
    ground.append(make("path", { class: "coast", d: coasts.join("") }));
    features.filter((one) => one.geometry && /LineString$/.test(one.geometry.type)).forEach((line) => {
      const isDisputed = line.properties.kind === "disputed";
      ground.append(make("path", {
        class: isDisputed ? "border disputed" : "border", d: linesOf(line.geometry).map(path).join(""),
      }));
      if (isDisputed) {
        Dateline.disputed.push(L.latLngBounds(linesOf(line.geometry).flatMap((positions) =>
          Dateline.latLngs(positions, Dateline.shiftOf(positions)))));
      }
    });
    const whole = make("g", { class: "whole-ground" });
    whole.append(ground);
    COPIES.forEach((turn) => whole.append(
      make("use", { href: "#ground", transform: "translate(" + turn * SIDE + ")" })));
    const renderer = L.svg({ pane: "lands", padding: 0.2 }).addTo(Dateline.map);
    const put = () => {
      const corner = Dateline.map.getPixelOrigin();
      const scale = Dateline.map.getZoomScale(Dateline.map.getZoom(), 0);
      whole.setAttribute("transform",
        "translate(" + -corner.x + " " + -corner.y + ") scale(" + scale + ")");
    };
    Dateline.map.getPane("lands").querySelector("svg").append(whole);
    renderer.on("update", put);
    put();
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

  Dateline.drawBasemap = function (collection) {
    drawGround(collection.features);
    Dateline.names = [];
    collection.features.forEach((feature) => {
      const properties = feature.properties;
      if (properties.kind === "country" && properties.label) {
        const shift = Dateline.shiftOf([properties.label]);
        Dateline.names.push({
          text: properties.name,
          at: L.latLng(properties.label[1], properties.label[0] + shift),
          rank: properties.rank || 0,
          width_deg: widest(feature.geometry),
        });
      }
    });
    Dateline.names.sort((one, other) => one.rank - other.rank || other.width_deg - one.width_deg);
    drawTiles();
    showDisputes();
  };

  function widest(geometry) {
    let width = 0;
    if (geometry && /Polygon$/.test(geometry.type)) {
      polygonsOf(geometry).forEach((polygon) => {
        const lons = polygon[0].map((position) => position[0]);
        width = Math.max(width, Math.max(...lons) - Math.min(...lons));
      });
    }
    return width;
  }

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
