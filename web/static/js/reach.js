/* How marks that are elements of the page are reached, by hand and by keyboard: one set of listeners
   for all marks of a group. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const shapes = new WeakMap();

  /* The element of a shape that is pointed at and focused. */
  Dateline.makeMark = function (shape, kind, className) {
    const element = document.createElementNS(SVG, kind);
    element.setAttribute("class", "mark " + className + " leaflet-interactive");
    element.setAttribute("role", "button");
    shapes.set(element, shape);
    return element;
  };

  /* Elements of marks in a pane of their own; `put` is told whenever they must be placed anew. */
  Dateline.addMarks = function (pane, elements, put) {
    const group = document.createElementNS(SVG, "g");
    group.append(...elements);
    const renderer = L.svg({ pane: pane }).addTo(Dateline.map);
    put();
    Dateline.map.getPane(pane).querySelector("svg").append(group);
    renderer.on("update", put);
    listen(group);
  };

  function listen(group) {
    const tip = L.tooltip({ direction: "top", opacity: 1 });
    const on = (name, act) => group.addEventListener(name, (event) => {
      const shape = shapes.get(event.target);
      if (shape) {
        act(shape, event);
      }
    });
    const show = (shape, latLng) => {
      Dateline.hint({ place: shape.key });
      tip.setLatLng(latLng).setContent(Dateline.tooltip(shape)).addTo(Dateline.map);
    };
    const leave = () => {
      Dateline.hint(null);
      tip.remove();
    };
    on("mouseover", (shape, event) => show(shape, Dateline.map.mouseEventToLatLng(event)));
    on("mousemove", (shape, event) => tip.setLatLng(Dateline.map.mouseEventToLatLng(event)));
    on("mouseout", leave);
    on("focusin", (shape) => show(shape, shape.latLng || shape.bounds.getCenter()));
    on("focusout", leave);
    on("click", (shape, event) => {
      if (!Dateline.map.dragging.moved()) {
        event.stopPropagation();
        Dateline.chooseShape(shape, "map");
      }
    });
    on("keydown", (shape, event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        Dateline.chooseShape(shape, "keyboard");
      }
    });
  }
})(window.Dateline);
