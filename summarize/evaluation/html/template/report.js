"use strict";
(() => {
  const root = document.documentElement;
  const form = document.getElementById("filters");
  const list = document.getElementById("list");
  const words = (element, name) => (element.getAttribute(name) || "").split(" ").filter(Boolean);

  const cases = [...list.children].map((element, place) => ({
    element,
    place,
    id: element.dataset.case.toLowerCase(),
    split: element.dataset.split,
    tags: JSON.parse(element.dataset.tags),
    f1: Number(element.dataset.f1),
    failed: "failed" in element.dataset,
    cards: [...element.querySelectorAll(".card")].map((card) => ({
      element: card,
      errors: words(card, "data-e"),
      rows: [...card.querySelectorAll("tbody tr")].map((row) => ({
        element: row,
        fields: words(row, "data-f"),
        w: words(row, "data-w"),
        l: words(row, "data-l"),
      })),
    })),
  }));

  // Filters: a row, a card and a case are shown when something in them is.
  const chosen = () => {
    const data = new FormData(form);
    return {
      id: data.get("case").trim().toLowerCase(),
      tag: data.get("tag"),
      split: data.get("split"),
      field: data.get("field"),
      error: data.get("error"),
      view: data.get("view"),
      order: data.get("order"),
      wrong: data.has("wrong"),
    };
  };
  const showRow = (row, want) => {
    const fields = want.wrong ? row[want.view] : row.fields;
    const shown = want.field ? fields.includes(want.field) : fields.length > 0;
    row.element.hidden = !shown;
    return shown;
  };
  const showCard = (card, want) => {
    const some = card.rows.filter((row) => showRow(row, want)).length > 0;
    const shown = some && (!want.error || card.errors.includes(want.error));
    card.element.hidden = !shown;
    return shown;
  };
  const showCase = (one, want) => {
    const named = one.id.includes(want.id) && (!want.tag || one.tags.includes(want.tag)) && (!want.split || one.split === want.split);
    const cards = named ? one.cards.filter((card) => showCard(card, want)).length : 0;
    const inside = want.field || want.error || want.wrong;
    one.element.hidden = !(named && (cards > 0 || !inside || (one.failed && want.wrong && !want.field && !want.error)));
    return one.element.hidden ? 0 : cards;
  };
  const order = (want) => {
    const before = want.order === "worst" ? (a, b) => a.f1 - b.f1 || a.place - b.place : (a, b) => a.place - b.place;
    list.append(...[...cases].sort(before).map((one) => one.element));
  };
  let ordered = "name";
  const apply = () => {
    const want = chosen();
    const cards = cases.reduce((sum, one) => sum + showCase(one, want), 0);
    const left = cases.filter((one) => !one.element.hidden).length;
    form.elements.count.value = `${left} of ${cases.length} cases, ${cards} events and figures`;
    document.getElementById("none").hidden = left > 0;
    if (want.order !== ordered) {
      order(want);
      ordered = want.order;
    }
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.querySelector(".errors").addEventListener("click", (event) => {
    const link = event.target.closest("[data-error]");
    if (link) {
      form.elements.error.value = link.dataset.error;
      apply();
    }
  });
  form.hidden = false;
  document.getElementById("plain").hidden = true;
  form.reset();
  apply();

  // Highlighting: an event and its words in both articles. What was clicked stays until something else is.
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = null;
  let pinned = null;
  const bring = (one, marks) => {
    for (const pane of one.querySelectorAll(".text")) {
      const mark = marks.find((found) => pane.contains(found));
      if (mark) {
        const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
        pane.scrollTo({ top: top - pane.clientHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
      }
    }
  };
  const light = (card, scroll) => {
    if (card === lit && !scroll) {
      return;
    }
    for (const element of document.querySelectorAll(".on, .say")) {
      element.classList.remove("on", "say");
    }
    lit = card;
    if (!card) {
      return;
    }
    const one = card.closest(".case");
    const told = [...one.querySelectorAll(`mark[data-n~="${card.dataset.n}"]`)];
    const said = [...one.querySelectorAll(`mark[data-v~="${card.dataset.n}"]`)];
    told.forEach((mark) => mark.classList.add("on"));
    said.forEach((mark) => mark.classList.add("say"));
    card.classList.add("on");
    if (scroll) {
      bring(one, told.length ? told : said);
    }
  };
  const cardAt = (element) => {
    const card = element.closest(".card");
    if (card) {
      return card;
    }
    const told = element.closest("a.n, mark[data-n], mark[data-v]");
    if (!told) {
      return null;
    }
    const number = told.dataset.n ?? told.dataset.v ?? told.textContent;
    return document.getElementById(`${told.closest(".case").id}-${number.split(" ")[0]}`);
  };
  list.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") {
      light(cardAt(event.target) || pinned, false);
    }
  });
  list.addEventListener("pointerleave", () => light(pinned, false));
  list.addEventListener("focusin", (event) => {
    const card = cardAt(event.target);
    if (card) {
      light(card, event.target.closest(".card") !== null);
    }
  });
  list.addEventListener("click", (event) => {
    const card = cardAt(event.target);
    if (!card || String(getSelection())) {
      return;
    }
    pinned = card;
    light(card, card.contains(event.target));
    // On a wide screen both articles stand beside the cards: the link scrolls them, and the page stays where it is.
    if (event.target.closest(".card a.n") && matchMedia("(min-width: 75rem)").matches) {
      event.preventDefault();
    }
  });

  form.addEventListener("input", () => {
    if (lit?.hidden || lit?.closest(".case").hidden) {
      pinned = null;
      light(null, false);
    }
  });

  // Theme: the system's, until the button says otherwise.
  const button = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const isDark = () => (root.dataset.theme || (dark.matches ? "dark" : "light")) === "dark";
  const label = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`);
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // A browser that keeps nothing for files still switches.
    }
    label();
  });
  dark.addEventListener("change", label);
  if (kept() === "dark" || kept() === "light") {
    root.dataset.theme = kept();
  }
  button.hidden = false;
  label();
})();
