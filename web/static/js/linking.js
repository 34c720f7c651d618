/* The text and the map speak to each other: hover hints, select goes there. */
(function (Dateline) {
  "use strict";

  function runsOf(claim) {
    return Array.from(document.querySelectorAll(".run.claimed"))
      .filter((run) => run.dataset.claims.split(" ").includes(claim));
  }

  function mark(name, claims) {
    document.querySelectorAll("." + name).forEach((element) => {
      if (element.closest(".text, .tray")) {
        element.classList.remove(name);
      }
    });
    claims.forEach((claim) => {
      runsOf(claim).forEach((run) => run.classList.add(name));
      document.querySelectorAll(".text [data-claim], .tray [data-claim]").forEach((element) => {
        if (element.dataset.claim === claim) {
          element.classList.add(name);
        }
      });
    });
  }

  function claimsOf(target) {
    if (!target) {
      return [];
    }
    if (target.claim) {
      return [target.claim];
    }
    const shape = Dateline.shapes.get(target.place);
    return shape ? Array.from(new Set(Dateline.visibleOf(shape).map((a) => a.claim.id))) : [];
  }

  function bringIntoView(claim) {
    const first = runsOf(claim)[0];
    if (!first) {
      return;
    }
    const place = first.getBoundingClientRect();
    const stage = Dateline.box.closest("figure").getBoundingClientRect();
    const top = Dateline.phone.matches ? stage.height : 0;
    const bottom = document.body.classList.contains("has-dock") && Dateline.phone.matches
      ? document.getElementById("dock").getBoundingClientRect().top : window.innerHeight;
    if (place.top < top + 24 || place.bottom > bottom - 24) {
      const behavior = Dateline.reduced ? "auto" : "smooth";
      const wanted = top + Math.max(40, (bottom - top) / 3);
      window.scrollBy({ top: place.top - wanted, behavior: behavior });
    }
  }

  Dateline.on("hint", (target) => mark("is-hinted", claimsOf(target)));
  Dateline.on("state", () => {
    const chosen = claimsOf(Dateline.state.claim || Dateline.state.place ? Dateline.state : null);
    mark("is-selected", chosen);
    if (chosen.length) {
      bringIntoView(chosen[0]);
    }
  });

  /* Of several claims over one word the shortest is meant; a further click goes to the next. */
  function pick(run) {
    const claims = run.dataset.claims.split(" ")
      .filter((id) => Dateline.isClaimVisible(Dateline.claims.get(id)));
    const lengths = new Map(claims.map((id) => [id, runsOf(id).map((r) => r.textContent).join("").length]));
    claims.sort((one, other) => lengths.get(one) - lengths.get(other));
    const at = claims.indexOf(Dateline.state.claim);
    return claims[(at + 1) % claims.length];
  }

  function wireLinks() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-claim]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      const from = link.closest(".text") ? "text" : link.closest(".dock") ? "card" : "list";
      Dateline.select({ claim: link.dataset.claim }, from);
    });
  }

  function wireText(text) {
    text.addEventListener("click", (event) => {
      const run = event.target.closest(".run.claimed");
      if (run && !event.target.closest("a") && String(window.getSelection()) === "") {
        const claim = pick(run);
        if (claim) {
          Dateline.select({ claim: claim }, "text");
        }
      }
    });
    const hint = (event) => {
      const partner = event.target.closest("[data-claim], .run.claimed");
      if (!partner) {
        Dateline.hint(null);
      } else {
        Dateline.hint({ claim: partner.dataset.claim || pick(partner) || null });
      }
    };
    text.addEventListener("mouseover", hint);
    text.addEventListener("focusin", hint);
    text.addEventListener("mouseleave", () => Dateline.hint(null));
    text.addEventListener("focusout", () => Dateline.hint(null));
  }

  Dateline.wireLinking = function () {
    wireLinks();
    const text = document.querySelector(".text");
    if (text) {
      wireText(text);
    }
  };
})(window.Dateline);
