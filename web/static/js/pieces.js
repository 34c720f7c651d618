/* Points and areas as elements of the page, each with a name and a stop for the keyboard. They are made
   beside Leaflet's own paths, which take several times as long. */
(function (Dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const RADIUS_PX = 8;
  /* How much more than what is seen is drawn exactly, as a share of it. */
  const MARGIN = 0.15;

  function part(element) {
    return { getElement: () => element };
  }

  function makeSpot(shape) {
    const element = Dateline.makeMark(shape, "circle", "mark-point");
    element.setAttribute("r", RADIUS_PX);
    shape.target = part(element);
    shape.visuals = [];
    shape.parts = [shape.target];
    return element;
  }

  function putSpot(shape) {
    const at = Dateline.map.latLngToLayerPoint(shape.latLng);
    const element = shape.target.getElement();
    element.setAttribute("cx", at.x);
    element.setAttribute("cy", at.y);
  }

  function makeArea(shape) {
    const fill = Dateline.makeMark(shape, "path", "mark-area mark-" + shape.precision);
    fill.setAttribute("fill-rule", "evenodd");
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("class", "mark-line mark-outline mark-" + shape.precision);
    line.setAttribute("stroke-linecap", "round");
    line.setAttribute("stroke-linejoin", "round");
    shape.target = part(fill);
    shape.visuals = [part(line)];
    shape.parts = [shape.target, shape.visuals[0]];
    return [fill, line];
  }

  /* What is seen now, as outlines are traced: in the pixels in which Leaflet's panes count. */
  function viewNow() {
    const map = Dateline.map;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-MARGIN));
    const other = map.containerPointToLayerPoint(size.multiplyBy(1 + MARGIN));
    const origin = map.getPixelOrigin();
    return {
      scale: map.getZoomScale(map.getZoom(), 0), x: origin.x, y: origin.y,
      frame: [corner.x, corner.y, other.x, other.y],
    };
  }

  function traced(trace, outline, view) {
    const pen = Dateline.pathPen();
    trace(outline, view, pen);
    return pen.words;
  }

  /* Does nothing of a shape lie beyond the frame? */
  function isWithin(box, view) {
    return box[0] * view.scale - view.x >= view.frame[0] && box[2] * view.scale - view.x <= view.frame[2] &&
      box[1] * view.scale - view.y >= view.frame[1] && box[3] * view.scale - view.y <= view.frame[3];
  }

  /* What was drawn whole stays right until the scale changes. */
  function putArea(shape, view) {
    const key = isWithin(shape.outline.box, view) ? [view.scale, view.x, view.y].join() : null;
    if (key && key === shape.drawnWhole) {
      return;
    }
    shape.drawnWhole = key;
    const [fill, line] = shape.parts.map((one) => one.getElement());
    fill.setAttribute("d", traced(Dateline.traceArea, shape.outline, view));
    line.setAttribute("d", traced(Dateline.traceOutline, shape.outline, view));
  }

  Dateline.drawSpots = function (spots) {
    if (spots.length) {
      Dateline.addMarks("crowd", spots.map(makeSpot), () => spots.forEach(putSpot));
    }
  };

  Dateline.drawAreas = function (areas) {
    if (areas.length) {
      Dateline.addMarks("borders", areas.flatMap(makeArea), () => {
        const view = viewNow();
        areas.forEach((shape) => putArea(shape, view));
      });
    }
  };
})(window.Dateline);
