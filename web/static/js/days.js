/* Two handles over days, for the timeline's page and for the one beside the map. The fields stay what
   they are without script: the handles write them, and they move the handles. */
(function (Dateline) {
  "use strict";

  const DAY_MS = 86400000;
  const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

  /* Made when a day is first written: the browser takes a while to find the words of a language. */
  function format(parts) {
    let made = null;
    return function (when) {
      made = made || new Intl.DateTimeFormat(Dateline.locale, Object.assign({ timeZone: "UTC" }, parts));
      return made.format(when);
    };
  }
  const weekday = format({ weekday: "long" });
  const dayOfYear = format({ day: "numeric", month: "long", year: "numeric" });
  const brief = format({ day: "numeric", month: "short", year: "numeric" });

  function toDay(text) {
    return Math.round(Date.parse(text + "T00:00:00Z") / DAY_MS);
  }

  function toText(day) {
    return new Date(day * DAY_MS).toISOString().slice(0, 10);
  }

  function spoken(day) {
    const when = new Date(day * DAY_MS);
    return weekday(when) + " " + dayOfYear(when);
  }

  /* Handles over the fields of `box`; `onChange` hears of every change. */
  Dateline.makeHandles = function (box, onChange) {
    const track = box.querySelector("[data-handles]");
    const fields = { from: box.querySelector("[name=from]"), to: box.querySelector("[name=to]") };
    const whole = [toDay(box.dataset.first), toDay(box.dataset.last)];
    const range = document.createElement("span");

    /* A field that is empty or holds half a date leaves its side open. */
    function position(name) {
      const given = toDay(fields[name].value);
      const side = name === "from" ? whole[0] : whole[1];
      return Number.isNaN(given) ? side : Math.min(Math.max(given, whole[0]), whole[1]);
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
      if (event.key in STEPS) {
        move(name, position(name) + STEPS[event.key]);
      } else if (event.key === "Home") {
        move(name, whole[0]);
      } else if (event.key === "End") {
        move(name, whole[1]);
      } else {
        return;
      }
      event.preventDefault();
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
          const frame = track.getBoundingClientRect();
          const share = (event.clientX - frame.left) / frame.width;
          const days = share * (whole[1] - whole[0] + 1) - (name === "to" ? 1 : 0);
          move(name, whole[0] + Math.round(days));
        }
      });
      track.append(handle);
      return handle;
    }

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
      Object.entries(handles).forEach(([name, handle]) => {
        const day = position(name);
        handle.style.left = percent(at[name]);
        handle.dataset.day = brief(new Date(day * DAY_MS));
        handle.setAttribute("aria-valuemin", bounds[name][0]);
        handle.setAttribute("aria-valuemax", bounds[name][1]);
        handle.setAttribute("aria-valuenow", day);
        handle.setAttribute("aria-valuetext", spoken(day));
      });
      range.style.left = percent(at.from);
      range.style.width = percent(at.to - at.from);
    }

    function chosen() {
      return {
        lane: box.querySelector("[name=lane]:checked").value,
        from: fields.from.value,
        to: fields.to.value,
        undated: box.querySelector("[name=undated]").checked,
      };
    }

    function update() {
      place();
      onChange(chosen());
    }

    box.addEventListener("input", update);
    place();

    return {
      chosen: chosen,
      set: function (days) {
        box.querySelector("[name=lane][value=" + days.lane + "]").checked = true;
        fields.from.value = days.from;
        fields.to.value = days.to;
        box.querySelector("[name=undated]").checked = days.undated;
        place();
      },
    };
  };

  /* Rows of a lane that have no claim left are put away, and headings over nothing. */
  Dateline.siftLanes = function (isShown) {
    document.querySelectorAll(".lanes a.chip[data-claim]").forEach((chip) => {
      chip.hidden = !isShown(chip.dataset.claim);
    });
    document.querySelectorAll(".lane-row").forEach((row) => {
      row.hidden = !row.querySelector("a.chip:not([hidden])");
    });
    document.querySelectorAll(".lane h3").forEach((head) => {
      head.hidden = !head.nextElementSibling.querySelector(".lane-row:not([hidden])");
    });
  };
})(window.Dateline);
