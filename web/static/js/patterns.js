/* Hatches: stripes in the colours of those who speak of the area, one stripe a speaker. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const STEP = 6.5;
  const MOST_TONES = 4;

  function make(kind, attributes, className) {
    const made = document.createElementNS(SVG, kind);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    if (className) {
      made.setAttribute("class", className);
    }
    return made;
  }

  function stripes(pattern, tones, across) {
    const span = STEP * tones.length;
    tones.forEach((tone, index) => {
      const at = STEP * (index + 0.5);
      const ends = across
        ? { x1: 0, y1: at, x2: span, y2: at }
        : { x1: at, y1: 0, x2: at, y2: span };
      pattern.append(make("line", ends, "stripe " + tone));
    });
  }

  function dots(pattern, tones) {
    tones.forEach((tone, index) => {
      const at = STEP * (index + 0.5);
      pattern.append(make("circle", { cx: at, cy: at, r: 1.5 }, "dot " + tone));
    });
  }

  /* The fill of an area: `url(#…)` of a pattern made once for each kind and set of colours. */
  Dateline.hatch = function (kind, tones) {
    if (kind === "none") {
      return null;
    }
    const shown = tones.slice(0, MOST_TONES);
    const id = ["hatch", kind].concat(shown).join("-");
    if (!document.getElementById(id)) {
      const span = STEP * shown.length;
      const turn = { diagonal: "rotate(45)", back: "rotate(-45)", cross: "rotate(45)" }[kind];
      const pattern = make("pattern", {
        id: id, width: span, height: span, patternUnits: "userSpaceOnUse",
      });
      if (turn) {
        pattern.setAttribute("patternTransform", turn);
      }
      if (kind === "dots") {
        dots(pattern, shown);
      } else {
        stripes(pattern, shown, false);
        if (kind === "cross") {
          stripes(pattern, shown, true);
        }
      }
      document.getElementById("patterns").append(pattern);
    }
    return "url(#" + id + ")";
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
