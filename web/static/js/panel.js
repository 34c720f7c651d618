/* The layer panel: by who speaks and by what is claimed; and the legend of what is drawn. */
(function (Dateline) {
  "use strict";

  const form = document.querySelector("form.layers");

  function boxes(group) {
    return Array.from((group || form).querySelectorAll("input[type=checkbox]"));
  }

  function apply() {
    Dateline.state.off = new Set(boxes().filter((box) => !box.checked).map((box) => box.value));
    Dateline.writeState();
    Dateline.tell("filter");
  }

  function say() {
    const claims = Array.from(Dateline.claims.values());
    const shown = claims.filter(Dateline.isClaimVisible);
    const drawn = shown.filter((claim) => claim.shapes.size > 0).length;
    const status = document.querySelector(".map-status");
    const count = { num: claims.length };
    status.textContent = shown.length === claims.length
      ? Dateline.say("on_map", { claims: Dateline.say("claims", count), drawn: drawn })
      : Dateline.say("some_on_map", Object.assign(count, { shown: shown.length, drawn: drawn }));
    const unplaced = shown.length - drawn;
    document.querySelectorAll(".tray-count").forEach((count) => { count.textContent = unplaced; });
  }

  /* A line of the legend stands only while something of its kind is drawn. */
  function keepLegend() {
    const drawn = new Set(["boundary disputed"]);
    Dateline.shapes.forEach((shape) => {
      Dateline.visibleOf(shape).forEach((annotation) => {
        drawn.add("status " + annotation.properties.stance);
        drawn.add("geometry " + (shape.flow ? "flow" : shape.precision));
      });
    });
    document.querySelectorAll(".legend li").forEach((line) => {
      line.hidden = !drawn.has(line.dataset.kind + " " + line.dataset.key);
    });
  }

  function dimHidden() {
    document.querySelectorAll(".text [data-claim], .tray [data-claim]").forEach((element) => {
      const claim = Dateline.claims.get(element.dataset.claim);
      element.classList.toggle("is-off", !Dateline.isClaimVisible(claim));
    });
  }

  Dateline.on("filter", () => {
    say();
    keepLegend();
    dimHidden();
  });

  Dateline.wirePanel = function () {
    boxes().forEach((box) => {
      box.checked = !Dateline.state.off.has(box.value);
      box.addEventListener("change", apply);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const group = button && button.closest("fieldset");
      if (!group) {
        return;
      }
      boxes(group).forEach((box) => {
        box.checked = button.dataset.only ? box.value === button.dataset.only
          : button.dataset.set === "all";
      });
      apply();
    });
    say();
    keepLegend();
    dimHidden();
  };
})(window.Dateline);
