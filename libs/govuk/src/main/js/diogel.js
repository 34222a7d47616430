// What the pages of Diogel do with JavaScript; every one of them works without.
import { ExitThisPage, initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

// Leaving replaces this page, so that "back" does not return to it.
ExitThisPage.prototype.exitPage = function () {
  document.body.classList.add("govuk-exit-this-page-hide-content");
  this.$overlay = document.createElement("div");
  this.$overlay.className = "govuk-exit-this-page-overlay";
  this.$overlay.setAttribute("role", "alert");
  document.body.append(this.$overlay);
  this.$overlay.textContent = this.i18n.t("activated");
  window.location.replace(this.$button.href);
};

initAll();

// <button hidden data-diogel-copy="id" data-copied="…" data-not-copied="…">: copies the text of the
// element of that id and says so, politely.
for (const button of document.querySelectorAll("button[data-diogel-copy]")) {
  const source = document.getElementById(button.dataset.diogelCopy);
  if (!source) continue;
  const status = document.createElement("span");
  status.className = "diogel-status";
  status.setAttribute("role", "status");
  button.after(status);
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      status.textContent = button.dataset.copied ?? "";
    } catch {
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      status.textContent = button.dataset.notCopied ?? "";
    }
  });
}

// <input type="file" data-diogel-most="MEGABYTES" data-diogel-too-large="…">: says at once that a file
// is too large, before a slow connection has carried it. The server says it too.
for (const input of document.querySelectorAll("input[type=file][data-diogel-most]")) {
  const said = document.createElement("p");
  said.className = "govuk-error-message";
  said.setAttribute("role", "alert");
  input.before(said);
  const isTooLarge = () => {
    const most = Number(input.dataset.diogelMost) * 1024 * 1024;
    const large = [...input.files].some((file) => file.size > most);
    said.textContent = large ? (input.dataset.diogelTooLarge ?? "") : "";
    return large;
  };
  input.addEventListener("change", isTooLarge);
  // The button of the language sends the page as it is, without waiting for anything.
  input.form?.addEventListener("submit", (event) => {
    if (event.submitter?.name === "lang" || !isTooLarge()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.focus();
  }, { capture: true });
}

// [data-diogel-queue]: j and k go down and up the first links of the rows, ? opens the help
// (details[data-diogel-queue-help]). A box input[data-diogel-queue-keys] turns the keys off, which
// somebody who dictates needs.
const queue = document.querySelector("[data-diogel-queue]");
if (queue) {
  const help = document.querySelector("details[data-diogel-queue-help]");
  const keys = document.querySelector("input[data-diogel-queue-keys]");
  const rows = [...queue.querySelectorAll("tbody tr")]
    .map((row) => row.querySelector("a[href]"))
    .filter(Boolean);
  if (keys) {
    keys.checked = localStorage.getItem("keys") !== "off";
    keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || (keys && !keys.checked)) return;
    if (event.key === "j" || event.key === "k") {
      const at = rows.findIndex((link) => link.closest("tr").contains(document.activeElement));
      const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
      rows[Math.min(next, rows.length - 1)]?.focus();
      event.preventDefault();
    } else if (event.key === "?" && help) {
      help.open = !help.open;
      if (help.open) help.querySelector("summary").focus();
      event.preventDefault();
    }
  });
}
