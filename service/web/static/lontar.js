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
