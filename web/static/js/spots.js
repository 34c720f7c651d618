/* Points as elements of the page, each with a name and a stop for the keyboard. They are made beside
   Leaflet's own paths, which take several times as long, and are listened to all together. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const CIRCLE = "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z";
  const TIP_OFF_PX = [0, -8];
  const shapes = new WeakMap();

  function put(shape) {
    const at = Dateline.map.latLngToLayerPoint(shape.latLng);
    shape.target.getElement().setAttribute("transform", "translate(" + at.x + " " + at.y + ")");
  }

  function make(shape) {
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("class", "mark mark-point leaflet-interactive");
    element.setAttribute("d", CIRCLE);
    element.setAttribute("role", "button");
    shapes.set(element, shape);
    shape.target = { getElement: () => element };
    shape.visuals = [];
    shape.parts = [shape.target];
    shape.size = 0;
    put(shape);
    return element;
  }

  function listen(group) {
    const tip = L.tooltip({ direction: "top", opacity: 1, offset: TIP_OFF_PX });
    const on = (name, act) => group.addEventListener(name, (event) => {
      const shape = shapes.get(event.target);
      if (shape) {
        act(shape, event);
      }
    });
    const enter = (shape) => {
      Dateline.hint({ place: shape.key });
      tip.setLatLng(shape.latLng).setContent(Dateline.tooltip(shape)).addTo(Dateline.map);
    };
    const leave = () => {
      Dateline.hint(null);
      tip.remove();
    };
    on("mouseover", enter);
    on("mouseout", leave);
    on("focusin", enter);
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

  Dateline.drawSpots = function (spots) {
    if (!spots.length) {
      return;
    }
    const group = document.createElementNS(SVG, "g");
    group.append(...spots.map(make));
    L.svg({ pane: "crowd" }).addTo(Dateline.map);
    Dateline.map.getPane("crowd").querySelector("svg").append(group);
    listen(group);
    Dateline.map.on("viewreset zoomend", () => spots.forEach(put));
  };
})(window.Dateline);
