/* Two handles over the days of the timeline. The form stays what it is without script: the handles
   write its fields, the fields move the handles, and the address says what is shown. */
(function (Dateline) {
  "use strict";

  const DAY_MS = 86400000;
  const form = document.querySelector("form.days");
  if (!form) {
    return;
  }
  document.documentElement.classList.add("has-script");
  const track = form.querySelector("[data-handles]");
  const fields = { from: form.elements.from, to: form.elements.to };
  const status = document.querySelector(".shown");
  const whole = [toDay(form.dataset.first), toDay(form.dataset.last)];
  const weekday = new Intl.DateTimeFormat(Dateline.locale, { weekday: "long", timeZone: "UTC" });
  const dayOfYear = new Intl.DateTimeFormat(Dateline.locale, {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  const brief = new Intl.DateTimeFormat(Dateline.locale, {
    day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
  });
  const moments = Array.from(document.querySelectorAll("[data-moment]")).map((item) => ({
    id: item.dataset.moment,
    item: item,
    said: [item.dataset.saidFrom, item.dataset.saidTo],
    refers: [item.dataset.refersFrom, item.dataset.refersTo],
  }));

  function toDay(text) {
    return Math.round(Date.parse(text + "T00:00:00Z") / DAY_MS);
  }

  function toText(day) {
    return new Date(day * DAY_MS).toISOString().slice(0, 10);
  }

  function spoken(day) {
    const when = new Date(day * DAY_MS);
    return weekday.format(when) + " " + dayOfYear.format(when);
  }

  function laneChosen() {
    return form.elements.lane.value;
  }

  /* A field that is empty or holds half a date leaves its side open. */
  function position(name) {
    const given = toDay(fields[name].value);
    const side = name === "from" ? whole[0] : whole[1];
    return Number.isNaN(given) ? side : Math.min(Math.max(given, whole[0]), whole[1]);
  }

  function touches(span, low, high) {
    return (!high || !span[0] || span[0] <= high) && (!low || !span[1] || low <= span[1]);
  }

  function isUndated(span) {
    return !span[0] && !span[1];
  }

  function show() {
    const lane = laneChosen();
    const low = fields.from.value;
    const high = fields.to.value;
    const keep = form.elements.undated.checked;
    const shown = new Set();
    moments.forEach((moment) => {
      const span = moment[lane];
      if (isUndated(span) ? keep : touches(span, low, high)) {
        shown.add(moment.id);
      }
      moment.item.hidden = !shown.has(moment.id);
    });
    document.querySelectorAll("a.chip[data-claim]").forEach((chip) => {
      chip.hidden = !shown.has(chip.dataset.claim);
    });
    document.querySelectorAll(".lane-row").forEach((row) => {
      row.hidden = !row.querySelector("a.chip:not([hidden])");
    });
    document.querySelectorAll(".lane h3").forEach((head) => {
      head.hidden = !head.nextElementSibling.querySelector(".lane-row:not([hidden])");
    });
    form.querySelector(".undated-count").textContent =
      moments.filter((moment) => isUndated(moment[lane])).length;
    const words = Dateline.say("some_of", { shown: shown.size, num: moments.length });
    if (status.textContent !== words) {
      status.textContent = words;
    }
  }

  function writeAddress() {
    const chosen = new URLSearchParams(location.search).get("lang");
    const given = new URLSearchParams(chosen ? { lang: chosen } : {});
    const plain = laneChosen() === "refers" && form.elements.undated.checked
      && !fields.from.value && !fields.to.value;
    if (!plain) {
      given.set("filter", "1");
      given.set("lane", laneChosen());
      ["from", "to"].forEach((name) => {
        if (fields[name].value) {
          given.set(name, fields[name].value);
        }
      });
      if (form.elements.undated.checked) {
        given.set("undated", "1");
      }
    }
    const words = given.toString();
    history.replaceState(null, "", location.pathname + (words ? "?" + words : ""));
  }

  function makeHandle(name, label) {
    const handle = document.createElement("span");
    handle.className = "handle handle-" + name;
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", label);
    handle.setAttribute("aria-orientation", "horizontal");
    handle.addEventListener("keydown", (event) => onKey(event, name));
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      handle.focus();
      event.preventDefault();
    });
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) {
        const box = track.getBoundingClientRect();
        const share = (event.clientX - box.left) / box.width;
        const days = share * (whole[1] - whole[0] + 1) - (name === "to" ? 1 : 0);
        move(name, whole[0] + Math.round(days));
      }
    });
    track.append(handle);
    return handle;
  }

  const range = document.createElement("span");
  range.className = "handle-range";
  track.append(range);
  const handles = {
    from: makeHandle("from", Dateline.say("first_day")),
    to: makeHandle("to", Dateline.say("last_day")),
  };

  function place() {
    const days = whole[1] - whole[0] + 1;
    const at = { from: position("from") - whole[0], to: position("to") - whole[0] + 1 };
    const percent = (count) => (100 * count) / days + "%";
    const bounds = { from: [whole[0], position("to")], to: [position("from"), whole[1]] };
    Object.keys(handles).forEach((name) => {
      const day = position(name);
      const handle = handles[name];
      handle.style.left = percent(at[name]);
      handle.dataset.day = brief.format(new Date(day * DAY_MS));
      handle.setAttribute("aria-valuemin", bounds[name][0]);
      handle.setAttribute("aria-valuemax", bounds[name][1]);
      handle.setAttribute("aria-valuenow", day);
      handle.setAttribute("aria-valuetext", spoken(day));
    });
    range.style.left = percent(at.from);
    range.style.width = percent(at.to - at.from);
  }

  /* A handle never passes the other; at its own end it leaves that side open. */
  function move(name, day) {
    const low = name === "from" ? whole[0] : position("from");
    const high = name === "to" ? whole[1] : position("to");
    const held = Math.min(Math.max(day, low), high);
    const isEnd = held === (name === "from" ? whole[0] : whole[1]);
    fields[name].value = isEnd ? "" : toText(held);
    update();
  }

  function onKey(event, name) {
    const steps = {
      ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7,
    };
    if (event.key in steps) {
      move(name, position(name) + steps[event.key]);
    } else if (event.key === "Home") {
      move(name, whole[0]);
    } else if (event.key === "End") {
      move(name, whole[1]);
    } else {
      return;
    }
    event.preventDefault();
  }

  function update() {
    place();
    show();
    writeAddress();
  }

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  place();
})(window.Dateline);
