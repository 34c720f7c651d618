/* The claims table sorts by any column and filters as one types. The address says the same as the
   form would, so a link restores it and the server can answer without script. */
(function (Dateline) {
  "use strict";

  const table = document.querySelector("table.sortable");
  const form = document.querySelector("form.filters");
  const status = document.querySelector(".shown");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const heads = Array.from(table.querySelectorAll("thead th"));
  const order = new Intl.Collator(Dateline.locale, { numeric: true, sensitivity: "base" });
  const choices = ["speaker", "how", "what", "placed"];

  document.documentElement.classList.add("has-script");

  /* Letters and digits only, without accents and case: as the server wrote them into each row. */
  function words(text) {
    return text.normalize("NFKD").replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "$1")
      .normalize("NFC").toLowerCase()
      .split(/[\s\p{P}\p{S}]+/u).filter(Boolean);
  }

  function filter() {
    const wanted = words(form.elements.q.value);
    let shown = 0;
    rows.forEach((row) => {
      const fits = choices.every((name) =>
        !form.elements[name].value || form.elements[name].value === row.dataset[name]) &&
        wanted.every((word) => row.dataset.words.includes(" " + word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    status.textContent = Dateline.say("some_of", { shown: shown, num: rows.length });
  }

  /* What is empty stands last in either direction. */
  function sort() {
    const column = heads.findIndex((head) => head.hasAttribute("aria-sort"));
    const at = Math.max(column, 0);
    const down = column >= 0 && heads[column].getAttribute("aria-sort") === "descending" ? -1 : 1;
    const key = (row) => {
      const cell = row.cells[at];
      return cell.dataset.value === undefined ? cell.textContent.trim() : cell.dataset.value;
    };
    rows.slice().sort((one, other) => {
      const left = key(one);
      const right = key(other);
      return !left || !right ? Number(!left) - Number(!right) : down * order.compare(left, right);
    }).forEach((row) => body.append(row));
  }

  function writeAddress() {
    const given = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (value && name !== "sort" && name !== "order") {
        given.set(name, value);
      }
    });
    heads.forEach((head) => {
      if (head.hasAttribute("aria-sort")) {
        given.set("sort", head.dataset.column);
        if (head.getAttribute("aria-sort") === "descending") {
          given.set("order", "down");
        }
      }
    });
    const asked = given.toString();
    history.replaceState(null, "", location.pathname + (asked ? "?" + asked : "") + location.hash);
  }

  heads.forEach((head) => {
    head.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort();
      writeAddress();
    });
  });
  form.addEventListener("input", () => {
    filter();
    writeAddress();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})(window.Dateline);
