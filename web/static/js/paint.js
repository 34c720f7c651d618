/* How marks that are elements of the page look, and how the keyboard reaches them. */
(function (Dateline) {
  "use strict";

  Dateline.looksOf = function (annotations) {
    const found = new Map();
    annotations.forEach((annotation) => {
      if (!found.has(annotation.style.tone)) {
        found.set(annotation.style.tone, annotation.style);
      }
    });
    return Array.from(found.values());
  };

  Dateline.makeReachable = function (shape) {
    const path = shape.target.getElement();
    path.setAttribute("role", "button");
    path.addEventListener("focus", () => Dateline.hint({ place: shape.key }));
    path.addEventListener("blur", () => Dateline.hint(null));
    path.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        Dateline.chooseShape(shape, "keyboard");
      }
    });
  };

  /* The dash that all share, or solid where they do not agree. */
  Dateline.dashOf = function (annotations) {
    const dashes = new Set(annotations.map((annotation) => annotation.style.dash || ""));
    return dashes.size === 1 ? Array.from(dashes)[0] : "";
  };

  Dateline.isUnstated = function (annotations) {
    return annotations.length > 0 && annotations.every((annotation) => annotation.style.dash);
  };

  function paintFlow(shape) {
    shape.visuals.forEach((line) => {
      const own = shape.shown.filter((annotation) => annotation.style.tone === line.tone);
      [line, line.core].filter(Boolean).forEach((part) =>
        part.getElement().classList.toggle("is-off", !own.length));
      line.getElement().setAttribute("stroke-dasharray", Dateline.dashOf(own));
      line.getElement().setAttribute("marker-end", Dateline.arrow(line.tone));
    });
  }

  function setTone(element, looks) {
    Array.from(element.classList).filter((name) => name.startsWith("tone-"))
      .forEach((name) => element.classList.remove(name));
    if (looks.length === 1) {
      element.classList.add(looks[0].tone);
    }
  }

  function paintArea(shape) {
    const looks = Dateline.looksOf(shape.shown);
    const path = shape.target.getElement();
    const lines = shape.visuals.map((line) => line.getElement());
    [path].concat(lines).forEach((element) => setTone(element, looks));
    const hatch = Dateline.hatch(shape.shown[0].style.hatch, looks);
    if (hatch) {
      path.setAttribute("fill", hatch);
    }
    path.classList.toggle("is-plain", !hatch);
    lines.forEach((line) => line.setAttribute("stroke-dasharray", Dateline.dashOf(shape.shown)));
  }

  function paintPoint(shape) {
    const looks = Dateline.looksOf(shape.shown);
    const path = shape.target.getElement();
    setTone(path, looks);
    path.classList.toggle("is-hollow", Dateline.isUnstated(shape.shown));
    path.setAttribute("data-lap", looks.length === 1 ? looks[0].lap : 0);
  }

  function paint(shape) {
    const isOn = shape.shown.length > 0;
    shape.parts.forEach((part) => part.getElement().classList.toggle("is-off", !isOn));
    const path = shape.target.getElement();
    path.setAttribute("tabindex", isOn && path.hasAttribute("role") ? "0" : "-1");
    if (!isOn) {
      return;
    }
    path.setAttribute("aria-label", Dateline.sayShape(shape));
    if (shape.at) {
      paintPoint(shape);
    } else if (shape.flow) {
      paintFlow(shape);
    } else {
      paintArea(shape);
    }
  }

  Dateline.paintMarks = function () {
    Dateline.elements.forEach(paint);
  };

  function setClass(shapes, name) {
    Dateline.elements.forEach((shape) => {
      shape.parts.forEach((part) => part.getElement().classList.toggle(name, shapes.has(shape.key)));
    });
  }

  Dateline.on("hint", (target) => setClass(Dateline.shapesOf(target), "is-hinted"));
  Dateline.on("state", () => setClass(Dateline.shapesOf(Dateline.state), "is-selected"));
  Dateline.on("filter", Dateline.paintMarks);
})(window.Dateline);
