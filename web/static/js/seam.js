/* Longitudes are unrolled so that what the report speaks of lies in one piece, 180° or not. */
(function (Dateline) {
  "use strict";

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
})(window.Dateline);
