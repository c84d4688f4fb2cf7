// The form of an entry: what readers would see is shown while it is written, and nobody leaves with words unsaved by mistake.
const form = document.querySelector("form[data-preview]");
const pause = 900; // milliseconds without a key
let timer, asked = 0, changed = false;

async function preview() {
  const mine = ++asked;
  const sent = new FormData(form);
  sent.set("act", "preview");
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent), credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("preview");
  if (!fresh) return; // something is not right yet; saving says what
  fresh.autofocus = false; // whoever writes stays where they are
  const shown = document.getElementById("preview");
  if (shown) shown.replaceWith(fresh);
  else form.before(fresh);
}

form?.addEventListener("input", () => {
  changed = true;
  if (!document.getElementById("preview")) return; // it is asked for first, with its button
  clearTimeout(timer);
  timer = setTimeout(preview, pause);
});
form?.addEventListener("submit", () => changed = false);
addEventListener("beforeunload", leaving => {
  if (changed) leaving.preventDefault();
});

// How much room is left in a field, once it is nearly full.
for (const field of form?.querySelectorAll("[data-limit]:not([data-limit=''])") ?? []) {
  const control = field.querySelector("textarea, input:not([type=checkbox])");
  if (!control) continue;
  const left = document.createElement("p");
  left.className = "hint";
  left.setAttribute("role", "status");
  control.after(left);
  const count = () => {
    const room = field.dataset.limit - control.value.length;
    left.textContent = room < field.dataset.limit / 5 ? String(room) : "";
  };
  control.addEventListener("input", count);
  count();
}
