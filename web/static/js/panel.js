/* The desk: layers by group, the legend of what is drawn, and which sheet lies open. */
(function (Dateline) {
  "use strict";

  const panel = document.querySelector(".panel");
  const form = document.querySelector("form.layers");

  function boxes(group) {
    return Array.from((group || form).querySelectorAll("input[name=layer]"));
  }

  function apply() {
    Dateline.state.off = new Set(boxes().filter((box) => !box.checked).map((box) => box.value));
    Dateline.filter();
  }

  function say() {
    const claims = Array.from(Dateline.claims.values());
    const shown = claims.filter(Dateline.isClaimVisible);
    const drawn = shown.filter((claim) => claim.shapes.size > 0).length;
    const count = { num: claims.length };
    const isWhole = shown.length === claims.length;
    document.querySelector(".map-status").textContent = isWhole
      ? Dateline.say("on_map", { claims: Dateline.say("claims", count), drawn: drawn })
      : Dateline.say("some_on_map", Object.assign(count, { shown: shown.length, drawn: drawn }));
    document.querySelector(".reset").hidden = isWhole;
    document.querySelectorAll(".tray-count").forEach((words) => {
      words.textContent = shown.length - drawn;
    });
  }

  /* A line of the legend stands only while something of its kind is drawn. */
  function keepLegend() {
    const drawn = new Set();
    Dateline.shapes.forEach((shape) => {
      if (shape.shown.length) {
        drawn.add("geometry " + (shape.flow ? "flow" : shape.precision));
        shape.shown.forEach((one) => drawn.add("status " + one.stance));
      }
    });
    if (Dateline.isDisputeSeen()) {
      drawn.add("boundary disputed");
    }
    document.querySelectorAll(".legend li").forEach((line) => {
      line.hidden = !drawn.has(line.dataset.kind + " " + line.dataset.key);
    });
  }

  function dimHidden() {
    document.querySelectorAll(".text [data-claim]").forEach((element) => {
      element.classList.toggle("is-off", !Dateline.claims.get(element.dataset.claim).visible);
    });
    document.querySelectorAll(".tray [data-claim]").forEach((element) => {
      element.parentNode.hidden = !Dateline.claims.get(element.dataset.claim).visible;
    });
  }

  /* A group of which nothing is on says that this is why nothing is shown. */
  function sayEmpty() {
    form.querySelectorAll("fieldset").forEach((group) => {
      const words = group.querySelector(".group-empty");
      if (words) {
        words.hidden = boxes(group).some((box) => box.checked);
      }
    });
  }

  function refresh() {
    say();
    keepLegend();
    dimHidden();
    sayEmpty();
  }

  Dateline.on("filter", refresh);

  function set(group, isOn) {
    boxes(group).forEach((box) => { box.checked = isOn(box); });
    apply();
  }

  function open(name, isAsked) {
    panel.dataset.panel = name;
    panel.querySelectorAll("[role=tab]").forEach((tab) => {
      const isOpen = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", isOpen);
      tab.tabIndex = isOpen ? 0 : -1;
      if (isOpen && isAsked) {
        tab.focus();
      }
    });
    if (name !== "layers") {
      Dateline.now();
    }
    Dateline.tell("panel", name);
  }

  function wireTabs() {
    const tabs = Array.from(panel.querySelectorAll("[role=tab]"));
    panel.querySelectorAll("[data-sheet]").forEach((sheet) => {
      sheet.setAttribute("role", "tabpanel");
      sheet.setAttribute("aria-labelledby", "tab-" + sheet.dataset.sheet);
    });
    const choose = (name) => {
      open(name, true);
      Dateline.state.panel = name === tabs[0].dataset.tab ? null : name;
      Dateline.writeState();
    };
    tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => choose(tab.dataset.tab));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) {
          event.preventDefault();
          choose(tabs[(index + step + tabs.length) % tabs.length].dataset.tab);
        }
      });
    });
    const asked = Dateline.state.panel;
    open(tabs.some((tab) => tab.dataset.tab === asked) ? asked : tabs[0].dataset.tab, false);
  }

  Dateline.wirePanel = function () {
    boxes().forEach((box) => {
      box.checked = !Dateline.state.off.has(box.value);
      box.addEventListener("change", apply);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const group = button && button.closest("fieldset");
      if (group) {
        set(group, (box) => (button.dataset.only ? box.value === button.dataset.only
          : button.dataset.set === "all"));
      }
    });
    document.querySelector(".reset").addEventListener("click", (event) => {
      event.preventDefault();
      boxes().filter((box) => !box.value.startsWith("reference-")).forEach((box) => { box.checked = true; });
      Dateline.state.days = { lane: Dateline.state.days.lane, from: "", to: "", undated: true };
      Dateline.tell("days");
      apply();
    });
    /* Borders come with the page: the same address, seen in the other view. */
    form.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-worldview]");
      if (link) {
        const there = new URL(location.href);
        there.searchParams.set("worldview", link.dataset.worldview);
        link.href = there.href;
      }
    });
    wireTabs();
    Dateline.map.on("moveend", keepLegend);
    refresh();
  };
})(window.Dateline);
