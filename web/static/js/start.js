/* The order in which a map comes up. */
(function (Dateline) {
  "use strict";

  function fail(error) {
    document.querySelector(".map-status").textContent =
      Dateline.say("failed", { error: error.message });
    Dateline.box.dataset.ready = "failed";
  }

  document.documentElement.classList.add("has-script");
  Promise.all([Dateline.load("drawing"), Dateline.load("ground")])
    .then(([drawing, ground]) => {
      Dateline.join(drawing);
      if (!Dateline.box.hasAttribute("aria-label")) {
        Dateline.box.setAttribute("role", "region");
        Dateline.box.setAttribute("aria-label", Dateline.say("map", { title: drawing.title }));
      }
      Dateline.readState();
      Dateline.setSeam(Dateline.view);
      /* The tabs that only a script has took room from the map since it was made. */
      Dateline.map.invalidateSize({ animate: false, pan: false });
      Dateline.showFirst();
      Dateline.drawGround(ground);
      Dateline.drawMarks();
      Dateline.addControls();
      Dateline.later(Dateline.wireDays);
      Dateline.wirePanel();
      Dateline.wireList();
      Dateline.wireCards();
      Dateline.wireLinking();
      Dateline.wireKeys();
      Dateline.prepareLabels();
      if (Dateline.state.claim || Dateline.state.place) {
        Dateline.tell("state", "address");
      }
      Dateline.wirePrint();
      Dateline.box.dataset.ready = "yes";
    })
    .catch(fail);
})(window.Dateline);
