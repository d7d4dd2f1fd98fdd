// Small comforts of the SOP editor; it works without them.
"use strict";
const form = document.getElementById("isian");
const press = (value) => form.querySelector(`button[value="${value}"]`)?.click();
const step = () => document.activeElement?.closest?.(".langkah")?.id.replace("langkah-", "");
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.key === "s") press("simpan");
  else if (event.key === "Enter" && step()) press(`langkah-sisip:${step()}`);
  else return;
  event.preventDefault();
});
// A lane has one name wherever it is chosen.
form.addEventListener("input", (event) => {
  const lane = event.target.dataset.namaLajur;
  if (!lane) return;
  for (const each of form.querySelectorAll("select[data-lajur] option")) {
    if (each.value === lane) each.textContent = event.target.value;
  }
});
// The symbol of the step that is being written.
const mark = () => {
  const here = step();
  for (const each of document.querySelectorAll(".bagan .simbol")) {
    each.classList.toggle("kini", here !== undefined && each.getAttribute("href") === `#langkah-${here}`);
  }
};
document.addEventListener("focusin", mark);
document.addEventListener("htmx:afterSettle", mark);
for (const name of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(name, () => {
    document.getElementById("bagan-kabar").textContent = "Bagan belum digambar ulang: sambungan ke Lontar terputus.";
  });
}
