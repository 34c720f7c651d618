/* What is shown: the selected claim or place, the layers and days that are on, what is drawn beside
   the claims. It lives in the address, so that a link restores it and the server can render the
   same without script. */
(function (Dateline) {
  "use strict";

  const inHash = Dateline.box.dataset.state === "hash";
  /* What is ours in an address; anything else (the language) is left as it stands. */
  const OWN = ["filter", "layer", "lane", "from", "to", "undated", "claim", "place", "view", "panel", "list"];

  Dateline.state = {
    claim: null, place: null, view: null, panel: null, off: new Set(), hidden: new Set(),
    days: { lane: "refers", from: "", to: "", undated: true },
  };
  Dateline.references = ["reference-names", "reference-counts", "reference-disputed"];

  function parameters() {
    return new URLSearchParams(inHash ? location.hash.slice(1) : location.search);
  }

  /* The language that the reader chose stays in the address. */
  Dateline.inLanguage = function () {
    const chosen = inHash ? null : parameters().get("lang");
    return new URLSearchParams(chosen ? { lang: chosen } : {});
  };

  function groupsOf() {
    return Object.assign({ reference: Dateline.references }, Dateline.groups);
  }

  function numbers(words) {
    const found = (words || "").split(",").map(Number);
    return found.length === 3 && found.every(Number.isFinite) ? found : null;
  }

  Dateline.readState = function () {
    const given = parameters();
    const state = Dateline.state;
    state.claim = Dateline.claims.has(given.get("claim")) ? given.get("claim") : null;
    state.place = Dateline.shapes.has(given.get("place")) ? given.get("place") : null;
    state.view = numbers(given.get("view"));
    state.panel = given.get("panel");
    state.off = new Set();
    const filters = given.getAll("filter");
    const on = new Set(given.getAll("layer"));
    Object.entries(groupsOf()).forEach(([group, keys]) => {
      if (filters.includes(group)) {
        keys.filter((key) => !on.has(key)).forEach((key) => state.off.add(key));
      }
    });
    if (filters.includes("days")) {
      state.days = {
        lane: given.get("lane") === "said" ? "said" : "refers",
        from: given.get("from") || "", to: given.get("to") || "", undated: given.has("undated"),
      };
    }
    Dateline.sift();
  };

  /* The filters as parameters of an address: only the groups in which something is off. */
  Dateline.writeFilters = function (given) {
    const state = Dateline.state;
    Object.entries(groupsOf()).forEach(([group, keys]) => {
      if (keys.some((key) => state.off.has(key))) {
        given.append("filter", group);
        keys.filter((key) => !state.off.has(key)).forEach((key) => given.append("layer", key));
      }
    });
    const days = state.days;
    if (days.from || days.to || !days.undated) {
      given.append("filter", "days");
      given.set("lane", days.lane);
      ["from", "to"].filter((name) => days[name]).forEach((name) => given.set(name, days[name]));
      if (days.undated) {
        given.set("undated", "1");
      }
    }
    return given;
  };

  Dateline.writeState = function () {
    const state = Dateline.state;
    const given = parameters();
    OWN.forEach((name) => given.delete(name));
    Dateline.writeFilters(given);
    if (state.claim) {
      given.set("claim", state.claim);
    } else if (state.place) {
      given.set("place", state.place);
    }
    if (state.view) {
      given.set("view", state.view.join(","));
    }
    if (state.panel) {
      given.set("panel", state.panel);
    }
    const words = given.toString().replaceAll("%2C", ",");
    if (inHash) {
      if (words || location.hash) {
        history.replaceState(null, "", "#" + words);
      }
    } else {
      history.replaceState(null, "", location.pathname + (words ? "?" + words : ""));
    }
  };

  Dateline.linkTo = function (claim) {
    const link = new URL(location.href);
    const given = Dateline.inLanguage();
    given.set("claim", claim);
    link.search = "?" + given;
    link.hash = "";
    return link.href;
  };

  /* `target` names a claim or a place (or neither, to close); `from` says who asked. */
  Dateline.select = function (target, from) {
    Dateline.state.claim = target.claim || null;
    Dateline.state.place = target.claim ? null : target.place || null;
    Dateline.writeState();
    Dateline.tell("state", from);
  };

  Dateline.hint = function (target) {
    Dateline.tell("hint", target);
  };

  /* Some filter has changed: sift anew, write it down, tell everybody. */
  Dateline.filter = function () {
    Dateline.sift();
    Dateline.writeState();
    Dateline.tell("filter");
  };

  function inDays(claim) {
    const days = Dateline.state.days;
    const span = claim[days.lane];
    if (!span || (!span[0] && !span[1])) {
      return days.undated;
    }
    return (!days.to || !span[0] || span[0] <= days.to) &&
      (!days.from || !span[1] || days.from <= span[1]);
  }

  /* What is shown: an annotation while its value in each group is on and its claim's days are. */
  Dateline.sift = function () {
    const off = Dateline.facets.map((key) => Dateline.state.off.has(key));
    Dateline.claims.forEach((claim) => {
      claim.inDays = inDays(claim);
      claim.visible = false;
    });
    Dateline.annotations.forEach((annotation) => {
      const claim = annotation.claim;
      annotation.visible = claim.inDays && !annotation.keys.some((key) => off[key]);
      claim.visible = claim.visible || annotation.visible;
    });
    Dateline.shapes.forEach((shape) => {
      shape.shown = shape.annotations.filter((annotation) => annotation.visible);
    });
  };

  Dateline.visibleOf = function (shape) {
    return shape.shown;
  };

  Dateline.isClaimVisible = function (claim) {
    return claim.visible;
  };

  function shapesOf(columns) {
    return columns.key.map((key, index) => ({
      key: key,
      place: columns.place[index] || Dateline.say("unnamed"),
      precision: columns.precision[index],
      flow: Boolean(columns.flow[index]),
      label: columns.label[index],
      at: columns.at[index],
      geometry: columns.geometry[index],
      annotations: [],
      shown: [],
    }));
  }

  /* From columns to claims, annotations and shapes that know each other. */
  Dateline.join = function (drawing) {
    const columns = drawing.annotations;
    const groups = Object.keys(drawing.groups);
    Dateline.groups = drawing.groups;
    Dateline.facets = drawing.facets;
    Dateline.view = drawing.view;
    const looks = drawing.looks.map((look) => ({
      colour: look[0], lap: look[1], dash: look[2], hatch: look[3],
      tone: Dateline.tone(look[0], look[1]),
    }));
    const stances = drawing.facets.map((key) => key.replace("status-", "").replaceAll("-", "_"));
    const shapes = shapesOf(drawing.shapes);
    const span = (at) => (at < 0 ? null : drawing.spans[at]);
    const claims = drawing.claims.map((id, index) => ({
      id: id, number: index + 1, said: span(drawing.said[index]), refers: span(drawing.refers[index]),
      annotations: [], shapes: new Set(), inDays: true, visible: true,
    }));
    Dateline.annotations = columns.claim.map((at, index) => {
      const shape = columns.shape[index] < 0 ? null : shapes[columns.shape[index]];
      const annotation = {
        claim: claims[at],
        style: looks[columns.look[index]],
        role: drawing.roles[columns.role[index]],
        count: columns.count[index] < 0 ? null : drawing.words[columns.count[index]],
        keys: groups.map((group) => columns[group][index]),
        stance: stances[columns.status[index]],
        visible: true,
      };
      claims[at].annotations.push(annotation);
      if (shape) {
        shape.annotations.push(annotation);
        claims[at].shapes.add(shape.key);
      }
      return annotation;
    });
    Dateline.claims = new Map(claims.map((claim) => [claim.id, claim]));
    Dateline.shapes = new Map(shapes.map((shape) => [shape.key, shape]));
  };
})(window.Dateline);
