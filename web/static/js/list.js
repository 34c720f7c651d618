/* The list of claims: one stop for the keyboard, the arrow keys walk it. Where the page holds every
   claim, lines are hidden and shown; of a large map the server gives a sheet at a time. */
(function (Dateline) {
  "use strict";

  const REST_MS = 250;
  const sheet = document.getElementById("sheet-claims");
  let asked = 0;

  function lines() {
    return Array.from(sheet.querySelectorAll(".walked li:not([hidden]) a"));
  }

  /* Just one line is in the order of the Tab key. */
  function rove(chosen) {
    const all = lines();
    const held = all.includes(chosen) ? chosen
      : all.find((line) => line.dataset.claim === Dateline.state.claim) || all[0];
    sheet.querySelectorAll(".walked a").forEach((line) => { line.tabIndex = line === held ? 0 : -1; });
  }

  function onKey(event) {
    const all = lines();
    const at = all.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    if (at >= 0 && event.key in steps) {
      event.preventDefault();
      const next = all[Math.min(Math.max(steps[event.key], 0), all.length - 1)];
      rove(next);
      next.focus();
    }
  }

  function mark() {
    sheet.querySelectorAll(".walked a").forEach((line) => {
      const isChosen = line.dataset.claim === Dateline.state.claim;
      line.classList.toggle("is-selected", isChosen);
      line.toggleAttribute("aria-current", isChosen);
    });
  }

  function sift() {
    let left = 0;
    sheet.querySelectorAll(".walked a").forEach((line) => {
      const isShown = Dateline.claims.get(line.dataset.claim).visible;
      line.parentNode.hidden = !isShown;
      left += isShown ? 1 : 0;
    });
    sheet.querySelector(".list-empty").hidden = left > 0;
    rove();
  }

  function address() {
    return sheet.querySelector(".listing").dataset.list;
  }

  /* The sheet of these filters from the server, in place of the one that lies here. */
  function fetchSheet(number) {
    const given = Dateline.writeFilters(Dateline.inLanguage());
    given.set("list", number);
    const ticket = asked += 1;
    Dateline.part(address() + "?" + given).then((part) => {
      if (ticket === asked) {
        sheet.replaceChildren(...part);
        mark();
        rove();
      }
    });
  }

  Dateline.wireList = function () {
    sheet.addEventListener("keydown", onKey);
    sheet.addEventListener("focusin", (event) => rove(event.target));
    sheet.addEventListener("mouseover", (event) => {
      const line = event.target.closest("a[data-claim]");
      Dateline.hint(line ? { claim: line.dataset.claim } : null);
    });
    sheet.addEventListener("mouseleave", () => Dateline.hint(null));
    sheet.addEventListener("focusin", (event) => {
      if (event.target.dataset.claim) {
        Dateline.hint({ claim: event.target.dataset.claim });
      }
    });
    sheet.addEventListener("focusout", () => Dateline.hint(null));
    let timer = 0;
    if (address()) {
      sheet.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-sheet-number]");
        if (link) {
          event.preventDefault();
          fetchSheet(link.dataset.sheetNumber);
        }
      });
      Dateline.on("filter", () => {
        clearTimeout(timer);
        timer = setTimeout(() => fetchSheet(1), REST_MS);
      });
    } else {
      Dateline.on("filter", sift);
      sift();
    }
    Dateline.on("state", mark);
    mark();
    rove();
  };
})(window.Dateline);
