/* Hatches: stripes in the colours of those who speak of the area, one stripe a speaker. The stripes
   of speakers whose hue comes a second time are broken. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const STEP = 6.5;
  const MOST_TONES = 4;
  const FINER = 2;
  const TURNS = { diagonal: 45, back: -45 };
  const BROKEN = ["", "4 2.5", "1.5 2"];

  function make(kind, attributes, className) {
    const made = document.createElementNS(SVG, kind);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    if (className) {
      made.setAttribute("class", className);
    }
    return made;
  }

  function stripes(pattern, looks) {
    const span = STEP * looks.length;
    looks.forEach((look, index) => {
      const at = STEP * (index + 0.5);
      const line = make("line", { x1: at, y1: 0, x2: at, y2: span }, "stripe " + look.tone);
      if (look.lap) {
        line.setAttribute("stroke-dasharray", BROKEN[look.lap]);
      }
      pattern.append(line);
    });
  }

  function dots(pattern, looks) {
    looks.forEach((look, index) => {
      const at = STEP * (index + 0.5);
      const kind = look.lap ? "ring " : "dot ";
      pattern.append(make("circle", { cx: at, cy: at, r: 1.5 }, kind + look.tone));
    });
  }

  /* The fill of an area: `url(#…)` of a pattern made once for each kind and set of speakers. */
  Dateline.hatch = function (kind, looks) {
    if (kind === "none") {
      return null;
    }
    const shown = looks.slice(0, MOST_TONES);
    const id = ["hatch", kind].concat(shown.map((look) => look.tone)).join("-");
    if (!document.getElementById(id)) {
      const span = STEP * shown.length;
      const pattern = make("pattern", {
        id: id, width: span, height: span, patternUnits: "userSpaceOnUse",
      });
      if (TURNS[kind]) {
        pattern.setAttribute("patternTransform", "rotate(" + TURNS[kind] + ")");
      }
      (kind === "dots" ? dots : stripes)(pattern, shown);
      document.getElementById("patterns").append(pattern);
    }
    return "url(#" + id + ")";
  };

  /* The same hatch as a tile for a picture: finer than the screen by half, to be turned and scaled. */
  Dateline.hatchTile = function (kind, looks) {
    if (kind === "none") {
      return null;
    }
    const shown = looks.slice(0, MOST_TONES);
    const span = STEP * shown.length;
    const tile = Dateline.element("canvas");
    tile.width = tile.height = Math.round(span * FINER * (window.devicePixelRatio || 1));
    const brush = tile.getContext("2d");
    brush.scale(tile.width / span, tile.height / span);
    shown.forEach((look, index) => {
      const at = STEP * (index + 0.5);
      brush.strokeStyle = brush.fillStyle = Dateline.colourOf(look.tone);
      brush.beginPath();
      if (kind === "dots") {
        brush.lineWidth = 0.9;
        brush.arc(at, at, 1.5, 0, 2 * Math.PI);
        brush[look.lap ? "stroke" : "fill"]();
      } else {
        brush.lineWidth = 1.5;
        brush.setLineDash((BROKEN[look.lap] || "").split(" ").map(Number).filter(Boolean));
        brush.moveTo(at, 0);
        brush.lineTo(at, span);
        brush.stroke();
      }
    });
    return { tile: tile, angle: TURNS[kind] || 0, scale: span / tile.width };
  };

  /* The head of a flow's arrow in a colour. */
  Dateline.arrow = function (tone) {
    const id = "arrow-" + tone;
    if (!document.getElementById(id)) {
      const marker = make("marker", {
        id: id, viewBox: "0 0 10 10", refX: 8, refY: 5, markerWidth: 11, markerHeight: 11,
        markerUnits: "userSpaceOnUse", orient: "auto",
      });
      marker.append(make("path", { d: "M0 0.6 L10 5 L0 9.4 L2.6 5 Z" }, "arrow-head " + tone));
      document.getElementById("patterns").append(marker);
    }
    return "url(#" + id + ")";
  };
})(window.Dateline);
