/* The timeline on a page of its own: the days that are chosen filter its rows and its list, and the
   address says what is shown. */
(function (Dateline) {
  "use strict";

  const form = document.querySelector("form.days");
  if (!form) {
    return;
  }
  document.documentElement.classList.add("has-script");
  const status = document.querySelector(".shown");
  const moments = Array.from(document.querySelectorAll("[data-moment]")).map((item) => ({
    id: item.dataset.moment,
    item: item,
    said: [item.dataset.saidFrom, item.dataset.saidTo],
    refers: [item.dataset.refersFrom, item.dataset.refersTo],
  }));

  function touches(span, low, high) {
    return (!high || !span[0] || span[0] <= high) && (!low || !span[1] || low <= span[1]);
  }

  function isUndated(span) {
    return !span[0] && !span[1];
  }

  function show(days) {
    const shown = new Set();
    moments.forEach((moment) => {
      const span = moment[days.lane];
      if (isUndated(span) ? days.undated : touches(span, days.from, days.to)) {
        shown.add(moment.id);
      }
      moment.item.hidden = !shown.has(moment.id);
    });
    Dateline.siftLanes((claim) => shown.has(claim));
    form.querySelector(".undated-count").textContent =
      moments.filter((moment) => isUndated(moment[days.lane])).length;
    const words = Dateline.say("some_of", { shown: shown.size, num: moments.length });
    if (status.textContent !== words) {
      status.textContent = words;
    }
  }

  function writeAddress(days) {
    const chosen = new URLSearchParams(location.search).get("lang");
    const given = new URLSearchParams(chosen ? { lang: chosen } : {});
    if (days.lane !== "refers" || !days.undated || days.from || days.to) {
      given.set("filter", "days");
      given.set("lane", days.lane);
      ["from", "to"].filter((name) => days[name]).forEach((name) => given.set(name, days[name]));
      if (days.undated) {
        given.set("undated", "1");
      }
    }
    const words = given.toString();
    history.replaceState(null, "", location.pathname + (words ? "?" + words : ""));
  }

  const handles = Dateline.makeHandles(form, (days) => {
    show(days);
    writeAddress(days);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(handles.chosen());
  });
})(window.Dateline);
