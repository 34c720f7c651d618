/* Areas and movements on a picture, in the looks that the style sheet gives their elements: the same
   hatches, dashes, widths and arrows. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  /* The arrow's head as patterns.js draws it: its outline, its tip, and how large a unit is. */
  const HEAD = [[0, 0.6], [10, 5], [0, 9.4], [2.6, 5]];
  const TIP = [8, 5];
  const HEAD_SCALE = 1.1;
  const SOLID = [];
  const looks = new Map();
  const patterns = new Map();

  /* What the style sheet says of an element of a class, asked once. */
  function lookOf(className) {
    if (!looks.has(className)) {
      const host = document.createElementNS(SVG, "svg");
      const probe = document.createElementNS(SVG, "path");
      probe.setAttribute("class", className);
      host.append(probe);
      Dateline.box.append(host);
      const found = getComputedStyle(probe);
      looks.set(className, {
        own: Dateline.colourOf(className.match(/tone-\S+/) ? className.match(/tone-\S+/)[0] : null),
        opacity: Number(found.opacity), fillOpacity: Number(found.fillOpacity),
        stroke: found.stroke, width: parseFloat(found.strokeWidth), strokeOpacity: Number(found.strokeOpacity),
        dash: dashOf(found.strokeDasharray),
      });
      host.remove();
    }
    return looks.get(className);
  }

  function dashOf(words) {
    return (words || "").split(/[\s,]+/).map(parseFloat).filter(Number.isFinite);
  }

  function patternOf(brush, kind, shown) {
    const key = [kind].concat(shown.map((look) => look.tone)).join(" ");
    if (!patterns.has(key)) {
      const made = Dateline.hatchTile(kind, shown);
      patterns.set(key, made && {
        fill: brush.createPattern(made.tile, "repeat"), angle: made.angle, scale: made.scale,
      });
    }
    return patterns.get(key);
  }

  /* After a change of colours everything is asked anew. */
  Dateline.forgetBrushes = function () {
    looks.clear();
    patterns.clear();
  };

  Dateline.brushArea = function (brush, shape, view) {
    const shown = Dateline.looksOf(shape.shown);
    const tone = shown.length === 1 ? " " + shown[0].tone : "";
    const area = lookOf("mark mark-area mark-" + shape.precision + tone);
    const edge = lookOf("mark-line mark-outline mark-" + shape.precision + tone);
    const hatch = patternOf(brush, shape.shown[0].style.hatch, shown);
    brush.beginPath();
    Dateline.traceArea(shape.outline, view, brush);
    brush.globalAlpha = area.opacity * (hatch ? 1 : lookOf("mark mark-area is-plain").fillOpacity);
    if (hatch) {
      hatch.fill.setTransform(new DOMMatrix().translate(view.patternX, view.patternY)
        .rotate(hatch.angle).scale(hatch.scale));
    }
    brush.fillStyle = hatch ? hatch.fill : area.own;
    brush.fill("evenodd");
    brush.beginPath();
    Dateline.traceOutline(shape.outline, view, brush);
    line(brush, edge, dashOf(Dateline.dashOf(shape.shown)));
  };

  function line(brush, look, dash) {
    brush.globalAlpha = look.opacity * look.strokeOpacity;
    brush.strokeStyle = look.stroke;
    brush.lineWidth = look.width;
    brush.lineCap = brush.lineJoin = "round";
    brush.setLineDash(dash);
    brush.stroke();
  }

  Dateline.brushFlow = function (brush, shape, view) {
    shape.curves.forEach((one) => {
      const own = shape.shown.filter((annotation) => annotation.style.tone === one.look.tone);
      if (own.length) {
        const points = one.points.map(([x, y]) => [x * view.scale - view.x, y * view.scale - view.y]);
        const look = lookOf("mark-line mark-flow " + one.look.tone);
        brush.beginPath();
        points.forEach(([x, y], index) => brush[index ? "lineTo" : "moveTo"](x, y));
        line(brush, look, dashOf(Dateline.dashOf(own)));
        if (one.look.lap) {
          const core = lookOf("mark-line flow-core core-" + one.look.lap);
          line(brush, core, core.dash);
        }
        head(brush, points, look.own);
      }
    });
  };

  function head(brush, points, colour) {
    const [from, to] = points.slice(-2);
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const [cosine, sine] = [Math.cos(angle) * HEAD_SCALE, Math.sin(angle) * HEAD_SCALE];
    brush.beginPath();
    HEAD.forEach(([x, y], index) => {
      const [along, aside] = [x - TIP[0], y - TIP[1]];
      brush[index ? "lineTo" : "moveTo"](
        to[0] + along * cosine - aside * sine, to[1] + along * sine + aside * cosine);
    });
    brush.closePath();
    brush.globalAlpha = 1;
    brush.setLineDash(SOLID);
    brush.fillStyle = colour;
    brush.fill();
  }
})(window.Dateline);
