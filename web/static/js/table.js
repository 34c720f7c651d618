/* The claims table sorts by any column; a second click turns the order round. */
(function () {
  "use strict";

  document.documentElement.classList.add("has-script");
  document.querySelectorAll("table.sortable").forEach((table) => {
    const heads = Array.from(table.querySelectorAll("thead th"));
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const body = table.tBodies[0];
        const key = (row) => {
          const cell = row.cells[column];
          return cell.dataset.value || cell.textContent.trim();
        };
        const order = (one, other) => (head.dataset.sort === "number"
          ? Number(key(one)) - Number(key(other))
          : key(one).localeCompare(key(other), document.documentElement.lang));
        const rows = Array.from(body.rows).sort(order);
        (down ? rows.reverse() : rows).forEach((row) => body.append(row));
      });
    });
  });
})();
