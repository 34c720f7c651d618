/* The ground: outlines of countries, disputed lines dashed, names where there is room.
   Longitudes are unrolled so that what the report speaks of lies in one piece, 180° or not. */
(function (Dateline) {
  "use strict";

  const COPY_MARGIN = 100;
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

  /* The same ground again beside the seam, so that the world has no edge where people look. */
  function copies(positionsShift, west, east) {
    const shifts = [positionsShift];
    if (east + positionsShift > Dateline.seam + 360 - COPY_MARGIN) {
      shifts.push(positionsShift - 360);
    }
    if (west + positionsShift < Dateline.seam + COPY_MARGIN) {
      shifts.push(positionsShift + 360);
    }
    return shifts;
  }

  function drawLand(feature, renderer) {
    const rings = [];
    const lines = [];
    polygonsOf(feature.geometry).forEach((polygon) => {
      const lons = polygon[0].map((position) => position[0]);
      const west = Math.min(...lons);
      const east = Math.max(...lons);
      copies(Dateline.shiftOf(polygon[0]), west, east).forEach((shift) => {
        rings.push(polygon.map((ring) => Dateline.latLngs(ring, shift)));
      });
    });
    L.polygon(rings, {
      pane: "lands", renderer: renderer, interactive: false, className: "land", stroke: false,
      fill: true, smoothFactor: 0.6,
    }).addTo(Dateline.map);
    Dateline.areaOutlines(feature.geometry).forEach((line) => lines.push(line));
    L.polyline(lines, {
      pane: "lands", renderer: renderer, interactive: false, className: "coast", fill: false,
      smoothFactor: 0.6,
    }).addTo(Dateline.map);
  }

  function drawBorder(feature, renderer) {
    const lines = linesOf(feature.geometry).map((line) =>
      Dateline.latLngs(line, Dateline.shiftOf(line)));
    const isDisputed = feature.properties.kind === "disputed";
    const border = L.polyline(lines, {
      pane: "borders", renderer: renderer, interactive: false, fill: false, smoothFactor: 0.6,
      className: isDisputed ? "border disputed" : "border",
    }).addTo(Dateline.map);
    if (isDisputed) {
      Dateline.disputed.push(border);
    }
  }

  Dateline.disputed = [];

  function areDisputesOn() {
    return !Dateline.state.off.has("reference-disputed");
  }

  /* Is any disputed line drawn within what is seen? */
  Dateline.isDisputeSeen = function () {
    const seen = Dateline.map.getBounds();
    return areDisputesOn() && Dateline.disputed.some((line) => seen.intersects(line.getBounds()));
  };

  function showDisputes() {
    Dateline.box.classList.toggle("without-disputes", !areDisputesOn());
  }

  Dateline.on("filter", showDisputes);

  Dateline.drawBasemap = function (collection) {
    const lands = L.svg({ pane: "lands", padding: 0.4 });
    const borders = L.svg({ pane: "borders", padding: 0.4 });
    Dateline.names = [];
    collection.features.forEach((feature) => {
      if (feature.geometry && /Polygon$/.test(feature.geometry.type)) {
        drawLand(feature, lands);
      } else if (feature.geometry && /LineString$/.test(feature.geometry.type)) {
        drawBorder(feature, borders);
      }
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
