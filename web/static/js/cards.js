/* The dock: the card of the selected claim, or the list of claims of the selected place.
   Cards stand in the page from the server, or come from it one by one where they are many. */
(function (Dateline) {
  "use strict";

  const dock = document.getElementById("dock");
  let opener = null;

  function show() {
    const state = Dateline.state;
    let open = null;
    dock.querySelectorAll(".card, .place-card").forEach((card) => {
      const wanted = card.dataset.claim ? card.dataset.claim === state.claim
        : !state.claim && card.dataset.shape === state.place;
      card.hidden = !wanted;
      if (wanted) {
        open = card;
      }
    });
    dock.querySelectorAll(".place-card [data-claim]").forEach((line) => {
      line.parentNode.hidden = !Dateline.isClaimVisible(Dateline.claims.get(line.dataset.claim));
    });
    dock.hidden = !open;
    dock.parentNode.classList.toggle("is-docked", Boolean(open));
    document.body.classList.toggle("has-dock", Boolean(open));
    dock.querySelectorAll("[data-step]").forEach((step) => { step.hidden = !state.claim; });
    return open;
  }

  function has(state) {
    return Array.from(dock.querySelectorAll(".card, .place-card")).some((card) =>
      (state.claim ? card.dataset.claim === state.claim : card.dataset.shape === state.place));
  }

  function fetchCard(state, from) {
    const given = Dateline.inLanguage();
    given.set(state.claim ? "claim" : "place", state.claim || state.place);
    return Dateline.part(Dateline.box.dataset.card + "?" + given).then((part) => {
      dock.querySelector(".dock-body").append(...part);
      onState(from);
    });
  }

  function onState(from) {
    const before = document.activeElement;
    const state = Dateline.state;
    if ((state.claim || state.place) && Dateline.box.dataset.card && !has(state)) {
      fetchCard({ claim: state.claim, place: state.place }, from);
    }
    const open = show();
    if (!open) {
      if (opener && opener.isConnected && dock.contains(before)) {
        opener.focus({ preventScroll: true });
      }
      opener = null;
      return;
    }
    dock.scrollTop = 0;
    if (before && before !== document.body && !dock.contains(before)) {
      opener = before;
    }
    if (from === "keyboard" || from === "card" || from === "list") {
      open.querySelector("h3").focus({ preventScroll: true });
    }
  }

  Dateline.on("state", onState);

  /* The next claim in text order that is shown. */
  Dateline.step = function (by, from) {
    const order = Array.from(Dateline.claims.values()).filter(Dateline.isClaimVisible);
    if (!order.length) {
      return;
    }
    const at = order.findIndex((claim) => claim.id === Dateline.state.claim);
    const next = at < 0 && by < 0 ? order.length - 1 : (at + by + order.length) % order.length;
    Dateline.select({ claim: order[next].id }, from);
  };

  function copy(text, button) {
    const done = () => {
      const words = button.textContent;
      button.textContent = Dateline.say("copied");
      setTimeout(() => { button.textContent = words; }, 1500);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, () => copyByHand(text, done));
    } else {
      copyByHand(text, done);
    }
  }

  /* Where the clipboard is closed to scripts (a file, a sandboxed frame). */
  function copyByHand(text, done) {
    const bench = Dateline.element("textarea", "offstage", text);
    document.body.append(bench);
    bench.select();
    if (document.execCommand("copy")) {
      done();
    }
    bench.remove();
  }

  Dateline.wireCards = function () {
    dock.querySelector(".close").addEventListener("click", (event) => {
      event.preventDefault();
      Dateline.select({}, "close");
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) {
        return;
      }
      if (button.dataset.copy) {
        copy(button.dataset.copy, button);
      } else if (button.dataset.copyLink) {
        copy(Dateline.linkTo(button.dataset.copyLink), button);
      } else if (button.dataset.copyFrom) {
        copy(document.getElementById(button.dataset.copyFrom).value, button);
      } else if (button.dataset.step) {
        Dateline.step(Number(button.dataset.step), "step");
      }
    });
  };
})(window.Dateline);
