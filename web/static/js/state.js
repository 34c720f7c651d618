/* What is shown: the selected claim or place, and the layers that are on. It lives in the address,
   so that a link restores it and the server can render the same without script. */
(function (Dateline) {
  "use strict";

  const inHash = Dateline.box.dataset.state === "hash";

  Dateline.state = { claim: null, place: null, off: new Set() };

  function parameters() {
    return new URLSearchParams(inHash ? location.hash.slice(1) : location.search);
  }

  /* The language that the reader chose stays in the address. */
  function inLanguage() {
    const chosen = inHash ? null : parameters().get("lang");
    return new URLSearchParams(chosen ? { lang: chosen } : {});
  }

  Dateline.readState = function () {
    const given = parameters();
    const state = Dateline.state;
    state.claim = Dateline.claims.has(given.get("claim")) ? given.get("claim") : null;
    state.place = Dateline.shapes.has(given.get("place")) ? given.get("place") : null;
    state.off = new Set();
    if (given.has("filter")) {
      const on = new Set(given.getAll("layer"));
      Dateline.layers.forEach((layer) => {
        if (!on.has(layer.id)) {
          state.off.add(layer.id);
        }
      });
    }
  };

  Dateline.writeState = function () {
    const state = Dateline.state;
    const given = inLanguage();
    if (state.off.size) {
      given.set("filter", "1");
      Dateline.layers.forEach((layer) => {
        if (!state.off.has(layer.id)) {
          given.append("layer", layer.id);
        }
      });
    }
    if (state.claim) {
      given.set("claim", state.claim);
    } else if (state.place) {
      given.set("place", state.place);
    }
    const words = given.toString();
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
    const given = inLanguage();
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

  /* Shown if one of its topics and one of its speakers is on. */
  Dateline.isVisible = function (annotation) {
    const off = Dateline.state.off;
    const on = (layer) => !off.has(layer);
    return annotation.topics.some(on) && annotation.speakers.some(on);
  };

  Dateline.visibleOf = function (shape) {
    return shape.annotations.filter(Dateline.isVisible);
  };

  Dateline.isClaimVisible = function (claim) {
    return claim.annotations.some(Dateline.isVisible);
  };

  /* Join shapes and claims by their keys. */
  Dateline.join = function (shapes, claims) {
    Dateline.layers = claims.layers;
    Dateline.view = claims.view;
    Dateline.annotations = new Map();
    Dateline.claims = new Map();
    Dateline.shapes = new Map();
    claims.annotations.forEach((properties) => {
      const annotation = { properties: properties, style: properties.style, topics: [], speakers: [] };
      Dateline.annotations.set(properties.id, annotation);
      if (!Dateline.claims.has(properties.claim_id)) {
        Dateline.claims.set(properties.claim_id, {
          id: properties.claim_id,
          number: Dateline.claims.size + 1,
          annotations: [],
          shapes: new Set(),
        });
      }
      annotation.claim = Dateline.claims.get(properties.claim_id);
      annotation.claim.annotations.push(annotation);
    });
    claims.layers.forEach((layer) => {
      layer.annotation_ids.forEach((id) => {
        const annotation = Dateline.annotations.get(id);
        (layer.kind === "topic" ? annotation.topics : annotation.speakers).push(layer.id);
      });
    });
    shapes.features.forEach((feature) => {
      const properties = feature.properties;
      const shape = {
        key: properties.shape,
        place: properties.place || Dateline.say("unnamed"),
        precision: properties.precision,
        flow: properties.geometry_role === "flow",
        label: properties.label_lat === null ? null : [properties.label_lon, properties.label_lat],
        geometry: feature.geometry,
        annotations: properties.annotations.split(" | ").map((id) => Dateline.annotations.get(id)),
      };
      Dateline.shapes.set(shape.key, shape);
      shape.annotations.forEach((annotation) => annotation.claim.shapes.add(shape.key));
    });
  };
})(window.Dateline);
