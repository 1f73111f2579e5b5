"use strict";

/* Tables of the report: sorted, filtered and paged here. Texts become text nodes, never markup. */

const data = JSON.parse(document.getElementById("data").textContent);
const collator = new Intl.Collator("en", { numeric: true });

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Text from a document: isolated, so that its direction does not reach what is beside it. */
function isolated(text) {
  const bdi = element("bdi", "", text);
  bdi.dir = "auto";
  return bdi;
}

/** A message with what stands between backticks as code. */
function marked(text) {
  return text.split("`").map((part, i) => (i % 2 ? element("code", "", isolated(part)) : part));
}

function link(path, line, column) {
  const place = data.paths[path] + (line ? `:${line}:${column}` : "");
  const url = data.urls[path];
  if (!url) return isolated(place);
  const a = element("a", "", isolated(place));
  a.href = url.replace("{line}", line || 1).replace("{column}", column || 1);
  a.rel = "noreferrer";
  return a;
}

/** A line of a document with the place that a finding is about. */
function sourceLine(text, target) {
  const code = element("code", "source");
  const at = target ? text.indexOf(target) : -1;
  if (at < 0) code.append(text);
  else code.append(text.slice(0, at), element("mark", "", target), text.slice(at + target.length));
  return code;
}

const SEVERITY = 0, RULE = 1, PATH = 2, LINE = 3, COLUMN = 4, MESSAGE = 5, TARGET = 6, SUGGESTION = 7, SOURCE = 8, STATE = 9;

/** Whether the run was compared with an earlier one. */
const compared = Boolean(document.querySelector("#finding-filters [name=state]"));

const byPlace = (a, b) => a[PATH] - b[PATH] || a[LINE] - b[LINE] || a[COLUMN] - b[COLUMN];

const findingColumns = [
  {
    name: "Severity", css: "severity-cell",
    compare: (a, b) => a[SEVERITY] - b[SEVERITY],
    cell: (row) => {
      const severity = data.severities[row[SEVERITY]];
      return [element("span", "severity " + severity, severity)];
    },
  },
  {
    name: "Rule", css: "rule",
    compare: (a, b) => collator.compare(data.rules[a[RULE]], data.rules[b[RULE]]),
    cell: (row) => [data.rules[row[RULE]]],
  },
  {
    name: "Place", css: "place",
    compare: (a, b) => collator.compare(data.paths[a[PATH]], data.paths[b[PATH]]) || byPlace(a, b),
    cell: (row) => data.states[row[STATE]] === "resolved"
      ? [isolated(data.paths[row[PATH]])]
      : [link(row[PATH], row[LINE], row[COLUMN])],
  },
  {
    name: "Message", css: "what",
    compare: (a, b) => collator.compare(a[MESSAGE], b[MESSAGE]),
    cell: (row) => {
      const parts = marked(row[MESSAGE]);
      if (row[SUGGESTION]) {
        parts.push(element("p", "suggestion", "Did you mean ", element("code", "", isolated(row[SUGGESTION])), "?"));
      }
      if (row[SOURCE]) parts.push(sourceLine(row[SOURCE], row[TARGET]));
      return parts;
    },
  },
];

if (compared) {
  findingColumns.splice(1, 0, {
    name: "State", css: "state-cell",
    compare: (a, b) => a[STATE] - b[STATE],
    cell: (row) => [element("span", "state " + data.states[row[STATE]], data.states[row[STATE]])],
  });
}

const number = (name, index) => ({
  name, css: "number", descendingFirst: true,
  compare: (a, b) => a[index] - b[index],
  cell: (row) => [row[index].toLocaleString("en")],
});

const documentColumns = [
  {
    name: "Document", css: "place",
    compare: (a, b) => collator.compare(data.paths[a[0]], data.paths[b[0]]),
    cell: (row) => [link(row[0])],
  },
  {
    name: "Title", css: "title",
    compare: (a, b) => collator.compare(a[1] ?? "", b[1] ?? ""),
    cell: (row) => row[7]
      ? [element("span", "severity error", "could not be read")]
      : [isolated(row[1] ?? "")],
  },
  number("Words", 2), number("Bytes", 3), number("Links", 4), number("Broken", 5), number("Findings", 6),
];

class RowTable {
  constructor(place, caption, columns, rows) {
    this.columns = columns;
    this.rows = rows;
    this.filtered = rows;
    this.sorted = null;
    this.descending = false;
    this.page = 0;
    this.size = 25;
    this.body = element("tbody");
    this.body.setAttribute("role", "rowgroup");
    this.heads = columns.map((column) => {
      const button = element("button", "", column.name);
      button.type = "button";
      button.addEventListener("click", () => this.sort(column));
      const head = element("th", column.css, button);
      head.scope = "col";
      head.setAttribute("role", "columnheader");
      return head;
    });
    const headRow = element("tr", "", ...this.heads);
    headRow.setAttribute("role", "row");
    const table = element("table", "",
      element("caption", "unseen", caption), element("thead", "", headRow), this.body);
    table.setAttribute("role", "table");
    this.status = element("span");
    this.status.setAttribute("role", "status");
    const what = caption.toLowerCase();
    this.previous = this.button("Previous", `Previous page of ${what}`, () => this.turn(-1));
    this.next = this.button("Next", `Next page of ${what}`, () => this.turn(1));
    const sizes = element("select", "", ...[25, 100, 500].map((size) => element("option", "", String(size))));
    sizes.addEventListener("change", () => {
      this.size = Number(sizes.value);
      this.page = 0;
      this.show();
    });
    place.className = "rows";
    place.append(table, element("div", "pages", this.status,
      element("label", "", "Rows a page ", sizes), this.previous, this.next));
    this.show();
  }

  button(name, label, action) {
    const button = element("button", "", name);
    button.setAttribute("aria-label", label);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }

  turn(pages) {
    this.page += pages;
    this.show();
  }

  sort(column) {
    this.descending = this.sorted === column ? !this.descending : Boolean(column.descendingFirst);
    this.sorted = column;
    this.heads.forEach((head, i) => {
      if (this.columns[i] === column) {
        head.setAttribute("aria-sort", this.descending ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    this.page = 0;
    this.order();
    this.show();
  }

  order() {
    if (!this.sorted) return;
    const sign = this.descending ? -1 : 1;
    this.filtered = [...this.filtered].sort((a, b) => sign * this.sorted.compare(a, b));
  }

  filter(keep) {
    this.filtered = this.rows.filter(keep);
    this.page = 0;
    this.order();
    this.show();
  }

  show() {
    const first = this.page * this.size;
    const rows = this.filtered.slice(first, first + this.size);
    this.body.replaceChildren(...rows.map((row) => {
      const cells = this.columns.map((column) => {
        const cell = element("td", column.css, ...column.cell(row));
        cell.setAttribute("role", "cell");
        cell.dataset.name = column.name;
        return cell;
      });
      const made = element("tr", "", ...cells);
      made.setAttribute("role", "row");
      return made;
    }));
    const count = (n) => n.toLocaleString("en");
    this.status.textContent = rows.length === 0
      ? this.rows.length === 0 ? "None." : "Nothing matches; “Show all” takes the filters away."
      : `${count(first + 1)} to ${count(first + rows.length)} of ${count(this.filtered.length)}`;
    this.previous.disabled = this.page === 0;
    this.next.disabled = first + this.size >= this.filtered.length;
  }
}

/** What a search looks through, made when it is first needed. */
function searchable(texts) {
  const known = new Map();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) {
      text = texts(row).filter(Boolean).join("\n").toLowerCase();
      known.set(row, text);
    }
    return text;
  };
}

const findings = new RowTable(document.getElementById("finding-table"), "Findings", findingColumns, data.findings);
const documents = new RowTable(document.getElementById("document-table"), "Documents", documentColumns, data.documents);

const findingForm = document.getElementById("finding-filters");
const folderButton = findingForm.querySelector(".folder");
const findingText = searchable((row) =>
  [data.paths[row[PATH]], data.rules[row[RULE]], row[MESSAGE], row[TARGET], row[SUGGESTION], row[SOURCE]]);
let folder = null;

data.rules.map((rule, i) => [rule, i]).sort((a, b) => collator.compare(a[0], b[0])).forEach(([rule, i]) => {
  const option = element("option", "", rule);
  option.value = i;
  findingForm.elements.rule.append(option);
});

function filterFindings() {
  const form = new FormData(findingForm);
  const text = form.get("text").toLowerCase();
  const rule = form.get("rule");
  const severities = new Set(form.getAll("severity").map((name) => data.severities.indexOf(name)));
  const states = new Set(form.getAll("state").map((name) => data.states.indexOf(name)));
  folderButton.hidden = !folder;
  folderButton.textContent = folder ? `Folder ${folder.path || "./"}${folder.alone ? "*" : ""} ✕` : "";
  folderButton.setAttribute("aria-label", "Findings of all folders");
  findings.filter((row) => {
    if (!severities.has(row[SEVERITY])) return false;
    if (compared && !states.has(row[STATE])) return false;
    if (rule !== "" && row[RULE] !== Number(rule)) return false;
    if (folder) {
      const path = data.paths[row[PATH]];
      if (!path.startsWith(folder.path)) return false;
      if (folder.alone && path.indexOf("/", folder.path.length) >= 0) return false;
    }
    return !text || findingText(row).includes(text);
  });
}

/** Waits until a burst of keys is over. */
function calmly(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 120);
  };
}

findingForm.addEventListener("input", calmly(filterFindings));
findingForm.addEventListener("submit", (event) => event.preventDefault());
findingForm.addEventListener("reset", () => {
  folder = null;
  setTimeout(filterFindings);
});
folderButton.addEventListener("click", () => {
  folder = null;
  filterFindings();
});
document.querySelectorAll("a[data-folder]").forEach((tile) => tile.addEventListener("click", () => {
  folder = { path: tile.dataset.folder, alone: tile.dataset.alone === "true" };
  filterFindings();
}));

const documentForm = document.getElementById("document-filters");
const documentText = searchable((row) => [data.paths[row[0]], row[1]]);
function filterDocuments() {
  const text = documentForm.elements.text.value.toLowerCase();
  documents.filter((row) => !text || documentText(row).includes(text));
}
documentForm.addEventListener("input", calmly(filterDocuments));
documentForm.addEventListener("submit", (event) => event.preventDefault());
documentForm.addEventListener("reset", () => setTimeout(filterDocuments));
if (compared) filterFindings();
