// What helps a little where programs run; every page works without it.
"use strict";
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-check-all]");
  if (!all) return;
  for (const each of document.querySelectorAll(`input[name="${all.dataset.checkAll}"]`)) {
    each.checked = all.checked;
  }
});
for (const each of document.querySelectorAll("[data-with-script]")) each.hidden = false;
if (window.matchMedia("(min-width: 58rem)").matches) {
  for (const each of document.querySelectorAll(".filters")) each.open = true;
}
// What was typed and not saved is not left by mistake.
for (const form of document.querySelectorAll("form[data-jaga]")) {
  let changed = form.dataset.jaga === "berubah";
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}
// A page that answers in another one's place, such as the door, is not put into it.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const from = new URL(xhr.responseURL || location.href).pathname;
  if (requestConfig && from !== new URL(requestConfig.path, location.href).pathname) event.detail.shouldSwap = false;
});
