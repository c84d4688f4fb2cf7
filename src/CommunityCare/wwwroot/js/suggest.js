// Suggestions below the search box: a combobox with a list. Without this script, and whenever no answer comes, the box is a
// plain form. Where a reader saves data, nothing is asked.
const box = document.getElementById("q");
const list = document.getElementById("suggestions");
const count = document.getElementById("suggestions-count");
const pause = 120; // in ms, without a key
const shortest = 2;
let waiting, asking, chosen;

const line = () => navigator.connection ?? {};
const isSparing = () => line().saveData || /2g/.test(line().effectiveType) || matchMedia("(prefers-reduced-data: reduce)").matches;

function choose(option) {
  chosen?.setAttribute("aria-selected", "false");
  chosen = option;
  if (!option) return box.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", option.id);
}

function show({ options, count: said }) {
  choose();
  list.replaceChildren(...options.map(asOption));
  list.hidden = options.length === 0;
  count.textContent = said;
  box.setAttribute("aria-expanded", String(!list.hidden));
}

function close() {
  clearTimeout(waiting);
  asking?.abort();
  show({ options: [], count: "" });
}

function go(option) {
  close();
  location.assign(option.dataset.href);
}

function asOption({ text, lang, what, href }, at, all) {
  const [option, name, kind] = ["li", "span", "span"].map(tag => document.createElement(tag));
  option.id = `suggestion-${at}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.href = href;
  option.classList.toggle("suggestion-seam", at > 0 && all[at - 1].what !== what);
  name.textContent = text;
  if (lang) name.lang = lang;
  kind.textContent = what;
  kind.className = "suggestion-what";
  option.append(name, " ", kind);
  return option;
}

async function ask() {
  const typed = box.value.trim();
  asking?.abort();
  if (typed.length < shortest || isSparing()) return close();
  asking = new AbortController();
  try {
    const answer = await fetch(`${list.dataset.from}?${new URLSearchParams({ q: typed })}`, { signal: asking.signal, credentials: "omit" });
    if (!answer.ok) return close();
    show(await answer.json());
  } catch (problem) {
    if (problem.name !== "AbortError") close();
  }
}

function onType(event) {
  if (event.isComposing) return;
  clearTimeout(waiting);
  waiting = setTimeout(ask, pause);
}

function onKey(event) {
  // An Enter that ends the writing of a sign (229 in Safari) is not meant for us.
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
  const options = [...list.children];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) return ask();
    // Below the last option, and above the first, is the box itself.
    const places = [undefined, ...options];
    const step = event.key === "ArrowDown" ? 1 : -1;
    choose(places.at((places.indexOf(chosen) + step) % places.length));
  } else if (event.key === "Enter") {
    if (!chosen) return close();
    event.preventDefault();
    go(chosen);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault(); // it keeps the words, and js/exit.js does not count it
    close();
  } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
    choose();
  }
}

if (box && list) {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.addEventListener("input", onType);
  box.addEventListener("compositionend", onType);
  box.addEventListener("keydown", onKey);
  box.addEventListener("blur", close);
  list.addEventListener("mousedown", event => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}
