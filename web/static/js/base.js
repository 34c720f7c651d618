/* The namespace that all our scripts share, how data arrives, and a few helpers.
   Text of reports reaches the page only as textContent; nothing here builds markup from it; parts of
   pages come from our server, which escapes. */
(function () {
  "use strict";

  const box = document.getElementById("map_00");
  const listeners = { state: [], filter: [], hint: [], days: [], panel: [] };

  const Dateline = Object.assign(window.Dateline, {
    map: window.map_00,
    box: box,
    plan: box.dataset.plan,
    reduced: window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    phone: window.matchMedia("(max-width: 859px)"),
  });

  Dateline.on = function (name, listener) {
    listeners[name].push(listener);
  };

  Dateline.tell = function (name, value) {
    listeners[name].forEach((listener) => listener(value));
  };

  /* JSON that stands in the page (stand-alone file) or at the address the page names. */
  Dateline.load = function (name) {
    const block = document.getElementById("data-" + name);
    if (block) {
      return Promise.resolve(JSON.parse(block.textContent));
    }
    return fetch(box.dataset[name]).then((answer) => {
      if (!answer.ok) {
        throw new Error(name + ": the server answered " + answer.status);
      }
      return answer.json();
    });
  };

  /* A part of a page that our server wrote, as elements: parsed apart from this page, so that
     nothing in it can run or load, and taken over as it is. */
  Dateline.part = function (address) {
    return fetch(address).then((answer) => {
      if (!answer.ok) {
        throw new Error(address + ": the server answered " + answer.status);
      }
      return answer.text();
    }).then((text) => {
      const apart = new DOMParser().parseFromString(text, "text/html");
      return Array.from(apart.body.children).map((element) => document.importNode(element, true));
    });
  };

  /* What can wait until the map is seen, done when the browser has time or somebody asks for it. */
  const waiting = [];
  const rest = window.requestIdleCallback || ((work) => setTimeout(work, 1));

  Dateline.later = function (work) {
    if (!waiting.length) {
      rest(Dateline.now);
    }
    waiting.push(work);
  };

  Dateline.now = function () {
    waiting.splice(0).forEach((work) => work());
  };

  /* An element with a class and text. */
  Dateline.element = function (kind, className, text) {
    const made = document.createElement(kind);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  };

  /* The class of a speaker's look: its hue, and which time the hue comes. */
  Dateline.tone = function (colour, lap) {
    return "tone-" + colour.slice(1) + (lap ? "-" + lap : "");
  };

  Dateline.claimCount = function (count) {
    return Dateline.say("claims", { num: count });
  };
})();
