/* What the hand does on the map: zoom, the whole view again, the coordinates under the pointer,
   and gestures that never trap the page's own scrolling. */
(function (Dateline) {
  "use strict";

  const PADDING_PX = [18, 18];
  /* One town alone: so near as its country and some of the neighbours are seen. */
  const ALONE_DEGREES = 2;
  const NEAREST = { alone: 5, several: 7 };

  const HAND_MS = 2000;
  let hand = 0;
  let isOurs = false;

  /* A movement that the page makes itself, such as going to what was selected: the address then
     has no view of its own. */
  Dateline.moveTo = function (move) {
    isOurs = true;
    move(Dateline.map);
  };

  /* The view that the address asks for, else everything. */
  Dateline.showFirst = function () {
    const asked = Dateline.state.view;
    if (asked) {
      const lon = asked[0] + Dateline.shiftOf([asked]);
      Dateline.map.setView([asked[1], lon], asked[2], { animate: false });
    } else {
      Dateline.showAll();
    }
  };

  /* Where the hand has moved the map goes into the address. */
  function watchView() {
    ["pointerdown", "wheel", "keydown", "touchstart"].forEach((name) =>
      Dateline.box.addEventListener(name, () => { hand = Date.now(); }, { passive: true }));
    Dateline.map.on("moveend", () => {
      if (isOurs) {
        isOurs = false;
        Dateline.state.view = null;
        Dateline.writeState();
      } else if (Date.now() - hand < HAND_MS) {
        const at = Dateline.map.getCenter().wrap();
        Dateline.state.view = [at.lng.toFixed(3), at.lat.toFixed(3), Dateline.map.getZoom()].map(Number);
        Dateline.writeState();
      }
    });
  }

  Dateline.showAll = function () {
    const view = Dateline.view;
    if (!view) {
      Dateline.map.setView([20, 0], 2, { animate: false });
      return;
    }
    const east = view[2] < view[0] ? view[2] + 360 : view[2];
    const shift = (view[0] + east) / 2 < Dateline.seam ? 360 : 0;
    Dateline.map.fitBounds([[view[1], view[0] + shift], [view[3], east + shift]], {
      padding: PADDING_PX, animate: false,
      maxZoom: Math.max(east - view[0], view[3] - view[1]) < ALONE_DEGREES ? NEAREST.alone : NEAREST.several,
    });
  };

  function button(className, label, title, action) {
    const made = Dateline.element("button", className, label);
    made.type = "button";
    made.title = title;
    made.setAttribute("aria-label", title);
    made.addEventListener("click", action);
    return made;
  }

  function addButtons() {
    const control = L.control({ position: "topleft" });
    control.onAdd = function (map) {
      const bar = Dateline.element("div", "map-buttons");
      bar.append(
        button("zoom-in", "+", Dateline.say("zoom_in"), () => map.zoomIn()),
        button("zoom-out", "−", Dateline.say("zoom_out"), () => map.zoomOut()),
        button("whole", "⤢", Dateline.say("show_all"), () => Dateline.moveTo(Dateline.showAll)),
        button("keys-button", "?", Dateline.say("keys"), Dateline.showKeys));
      L.DomEvent.disableClickPropagation(bar);
      return bar;
    };
    control.addTo(Dateline.map);
  }

  function degrees(value, positive, negative) {
    const side = value < 0 ? negative : positive;
    return Dateline.say(side, { degrees: Math.abs(value).toFixed(2) });
  }

  function addCoordinates() {
    const control = L.control({ position: "bottomright" });
    const words = Dateline.element("div", "coordinates");
    control.onAdd = () => words;
    control.addTo(Dateline.map);
    Dateline.map.on("mousemove", (event) => {
      const at = event.latlng.wrap();
      words.textContent = degrees(at.lat, "north", "south") + ", " + degrees(at.lng, "east", "west");
    });
    Dateline.map.on("mouseout", () => { words.textContent = ""; });
  }

  /* In a frame the wheel belongs to the page around it, until Ctrl or Cmd is held. */
  function guardWheel() {
    const hint = Dateline.element("p", "gesture-hint", Dateline.say("wheel"));
    hint.hidden = true;
    Dateline.box.append(hint);
    let timer = 0;
    Dateline.map.scrollWheelZoom.disable();
    Dateline.box.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        Dateline.map.scrollWheelZoom.enable();
      } else {
        Dateline.map.scrollWheelZoom.disable();
        hint.hidden = false;
        clearTimeout(timer);
        timer = setTimeout(() => { hint.hidden = true; }, 1200);
      }
    }, { passive: false, capture: true });
  }

  /* One finger scrolls the page, two move the map. */
  function guardTouch() {
    if (!window.matchMedia("(pointer: coarse)").matches) {
      return;
    }
    Dateline.map.dragging.disable();
    Dateline.box.classList.add("two-fingers");
    const hint = Dateline.element("p", "gesture-hint", Dateline.say("two_fingers"));
    hint.hidden = true;
    Dateline.box.append(hint);
    Dateline.box.addEventListener("touchmove", (event) => {
      hint.hidden = event.touches.length > 1;
    }, { passive: true });
    Dateline.box.addEventListener("touchend", () => { hint.hidden = true; }, { passive: true });
  }

  /* On paper the whole map is shown, at the width of the sheet. */
  Dateline.wirePrint = function () {
    const refit = () => {
      Dateline.map.invalidateSize({ animate: false });
      Dateline.showAll();
      Dateline.layOutLabels();
    };
    window.addEventListener("beforeprint", () => {
      Dateline.box.classList.add("on-paper");
      refit();
    });
    window.addEventListener("afterprint", () => {
      Dateline.box.classList.remove("on-paper");
      refit();
    });
  };

  Dateline.addControls = function () {
    addButtons();
    addCoordinates();
    if (Dateline.plan === "embed") {
      guardWheel();
    }
    if (Dateline.plan !== "map") {
      guardTouch();
    }
    Dateline.map.on("click", (event) => {
      if (!Dateline.chooseInCrowd(event.latlng)) {
        Dateline.select({}, "map");
      }
    });
    watchView();
  };
})(window.Dateline);
