/* The order in which a map comes up. */
(function (Dateline) {
  "use strict";

  function fail(error) {
    document.querySelector(".map-status").textContent =
      Dateline.say("failed", { error: error.message });
    Dateline.box.dataset.ready = "failed";
  }

  document.documentElement.classList.add("has-script");
  Promise.all([Dateline.load("shapes"), Dateline.load("claims"), Dateline.load("basemap")])
    .then((loaded) => {
      Dateline.join(loaded[0], loaded[1]);
      Dateline.readState();
      Dateline.setSeam(Dateline.view);
      Dateline.showAll();
      Dateline.drawBasemap(loaded[2]);
      Dateline.drawMarks();
      Dateline.addControls();
      Dateline.wirePanel();
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
