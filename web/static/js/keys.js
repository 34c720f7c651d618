/* Keys on the map: N and P for the next and the previous claim, Esc to close. Single letters work
   only while the map or the dock has the focus (WCAG 2.1.4); arrows and +/- are Leaflet's. */
(function (Dateline) {
  "use strict";

  function act(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) {
      return;
    }
    if (event.key === "n" || event.key === "N") {
      Dateline.step(1, "keyboard");
    } else if (event.key === "p" || event.key === "P") {
      Dateline.step(-1, "keyboard");
    }
  }

  Dateline.wireKeys = function () {
    [Dateline.box, document.getElementById("dock")].forEach((place) => {
      place.addEventListener("keydown", act);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && (Dateline.state.claim || Dateline.state.place)) {
        Dateline.select({}, "close");
      }
    });
  };
})(window.Dateline);
