/* Keys on the map: N and P for the next and the previous claim, Esc to close, ? for the list of keys.
   Letters work only while the map or the dock has the focus, and can be switched off altogether
   (WCAG 2.1.4); arrows and +/- are Leaflet's. */
(function (Dateline) {
  "use strict";

  const KEPT = "dateline-letters";
  const dialog = document.getElementById("keys");
  const letters = document.getElementById("letters");

  /* What a browser keeps for us may be closed to a frame or a file. */
  function kept(value) {
    try {
      if (value !== undefined) {
        localStorage.setItem(KEPT, value);
      }
      return localStorage.getItem(KEPT);
    } catch (error) {
      return null;
    }
  }

  let isKnown = false;

  /* Asking what is kept may stop the page for a while, so it is asked once, and late. */
  function areLettersOn() {
    if (!isKnown) {
      isKnown = true;
      letters.checked = kept() !== "off";
    }
    return letters.checked;
  }

  function step(event) {
    const by = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (by && areLettersOn() && !event.ctrlKey && !event.metaKey && !event.altKey
        && !event.target.matches("input, textarea")) {
      Dateline.step(by, "keyboard");
    }
  }

  Dateline.showKeys = function () {
    if (!dialog.open) {
      areLettersOn();
      dialog.showModal();
    }
  };

  Dateline.wireKeys = function () {
    Dateline.later(areLettersOn);
    letters.addEventListener("change", () => kept(letters.checked ? "on" : "off"));
    dialog.querySelector("[data-close-keys]").addEventListener("click", () => dialog.close());
    [Dateline.box, document.getElementById("dock")].forEach((place) => {
      place.addEventListener("keydown", step);
    });
    document.addEventListener("keydown", (event) => {
      if (dialog.open) {
        return;
      }
      if (event.key === "?" && areLettersOn() && !event.target.matches("input, textarea")) {
        event.preventDefault();
        Dateline.showKeys();
      } else if (event.key === "Escape" && (Dateline.state.claim || Dateline.state.place)) {
        Dateline.select({}, "close");
      }
    });
  };
})(window.Dateline);
