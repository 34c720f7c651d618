/* The timeline beside the map: its days are one more filter of what is shown. */
(function (Dateline) {
  "use strict";

  function isUndated(span) {
    return !span || (!span[0] && !span[1]);
  }

  /* The rows of a large map come from the server when somebody looks at them. */
  function fetchLanes(refresh) {
    const lanes = document.querySelector("#sheet-timeline [data-lanes]");
    if (lanes) {
      const address = lanes.dataset.lanes;
      lanes.removeAttribute("data-lanes");
      Dateline.part(address + "?" + Dateline.inLanguage()).then((part) => {
        lanes.replaceChildren(...part);
        refresh();
      });
    }
  }

  Dateline.wireDays = function () {
    const box = document.querySelector("#sheet-timeline .days");
    if (!box) {
      return;
    }
    const handles = Dateline.makeHandles(box, (days) => {
      Dateline.state.days = days;
      Dateline.filter();
    });
    const refresh = () => {
      const lane = Dateline.state.days.lane;
      const claims = Array.from(Dateline.claims.values());
      box.querySelector(".undated-count").textContent =
        claims.filter((claim) => isUndated(claim[lane])).length;
      Dateline.siftLanes((claim) => Dateline.claims.get(claim).visible);
    };
    const put = () => handles.set(Dateline.state.days);
    box.querySelector(".all-days").addEventListener("click", (event) => {
      event.preventDefault();
      Dateline.state.days = { lane: Dateline.state.days.lane, from: "", to: "", undated: true };
      put();
      Dateline.filter();
    });
    Dateline.on("days", put);
    Dateline.on("filter", refresh);
    Dateline.on("panel", (name) => {
      if (name === "timeline") {
        fetchLanes(refresh);
      }
    });
    put();
    refresh();
  };
})(window.Dateline);
