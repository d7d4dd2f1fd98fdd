#!/usr/bin/env bash
# Installs the Debian packages that are missing; does nothing when all are there.
# Usage: system.sh run [test]
set -euo pipefail

# What running needs. No screen: the -nogui builds. Fonts are metric-compatible with
# Arial and Times New Roman (Liberation), Calibri (Carlito), Cambria (Caladea) and
# Bookman Old Style (TeX Gyre Bonum); DejaVu is the declared fallback for rare glyphs.
run=(
  python3-venv
  libreoffice-core-nogui libreoffice-writer-nogui
  fontconfig "fonts-liberation2|fonts-liberation" fonts-crosextra-carlito
  fonts-crosextra-caladea fonts-texgyre fonts-opensymbol fonts-dejavu-core
  libjemalloc2 # a sixth less processor time for laying out; Lontar runs without it
  poppler-utils redis-server
)
# What tests need besides: a database, a browser, validators, Calc (forms go through it as in an
# office), and Java with JAXB for veraPDF.
test=(
  libreoffice-calc-nogui
  postgresql chromium qpdf strace openjdk-17-jre-headless
  libjaxb-java libjaxb-api-java libtxw2-java libistack-commons-java
  libactivation-java libstax-ex-java
)
# What measuring needs besides: the second baseline is driven from the system's Python.
bench=(python3-uno)

wanted=()
for set in "$@"; do
  case "$set" in
    run) wanted+=("${run[@]}") ;;
    test) wanted+=("${test[@]}") ;;
    bench) wanted+=("${bench[@]}") ;;
    *) echo "system.sh: unknown set '$set'" >&2; exit 2 ;;
  esac
done

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# "new|old": the newer name where this release has it; Debian 12 has two generations of a font.
missing=()
for names in "${wanted[@]}"; do
  installed "${names%%|*}" || { [ "$names" != "${names##*|}" ] && installed "${names##*|}" \
    && ! apt-cache show "${names%%|*}" >/dev/null 2>&1; } || missing+=("$names")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Lontar memerlukan paket berikut, pasanglah lebih dahulu: ${missing[*]}" >&2
  exit 1
fi
root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Diperlukan root atau sudo untuk memasang: ${missing[*]}" >&2; exit 1; }
  root=(sudo)
fi
echo "Memasang ${#missing[@]} paket sistem: ${missing[*]}"
"${root[@]}" apt-get update -qq
for index in "${!missing[@]}"; do
  names=${missing[$index]}
  if apt-cache show "${names%%|*}" >/dev/null 2>&1; then missing[index]=${names%%|*}; else missing[index]=${names##*|}; fi
done
"${root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
