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
// A preview stands beside the form where there is room for it, and tells its age.
document.addEventListener("DOMContentLoaded", () => {
  const preview = document.querySelector("#pratinjau[hx-post]");
  if (preview && window.matchMedia("(min-width: 64rem)").matches) htmx.trigger(preview, "lebar");
});
const born = new WeakMap();
setInterval(() => {
  for (const each of document.querySelectorAll("time[data-umur]")) {
    if (!born.has(each)) born.set(each, Date.now() - 1000 * each.dataset.umur);
    const age = Math.round((Date.now() - born.get(each)) / 1000);
    each.textContent = age < 60 ? `${age} detik lalu` : age < 3600 ? `${Math.floor(age / 60)} menit lalu` : `${Math.floor(age / 3600)} jam lalu`;
  }
}, 5000);
