/* What our scripts say, in the language of the page: words come from one block of JSON that the
   server wrote; where a number decides the form, the browser knows which. */
(function () {
  "use strict";

  const words = JSON.parse(document.getElementById("words").textContent);
  const language = document.documentElement.lang || "en";
  const rules = new Intl.PluralRules(language);

  /* Days and lists are English as the pages write it, day first. */
  const locale = language === "en" ? "en-GB" : language;

  function say(name, values) {
    const given = values || {};
    const form = typeof words[name] === "string" ? words[name]
      : words[name][rules.select(given.num)] || words[name].other;
    return form.replace(/%\((\w+)\)s/g, (whole, field) => String(given[field]));
  }

  window.Dateline = { say: say, locale: locale };
})();
