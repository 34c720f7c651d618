/* Longitudes are unrolled so that what the report speaks of lies in one piece, 180° or not. */
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
})(window.Dateline);
