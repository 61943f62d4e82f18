#!/usr/bin/env bash
# What programs that are not ours make of our calendars, and we of foreign ones. Installs all it needs into a folder that
# is gone in the end (calcurse and libical as packages of the system, where that can be done); says what it had to skip.
set -euo pipefail
cd "$(dirname "$0")/../.."

here=tests/oracles
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset AGENDA_EVENTS SOURCE_DATE_EPOCH PYTHONPATH
export AGENDA_CONFIG="$work/no-config.toml"
skipped=() failed=() ran=()

say() { printf -- '-- %s\n' "$*"; }
skip() { skipped+=("$1: $2"); say "skipped, $1: $2"; }
check() { # NAME COMMAND…
    say "$1"
    ran+=("$1")
    "${@:2}" || failed+=("$1")
}

say "our own tool, and readers from PyPI, each in an environment of its own"
python3 -m venv "$work/own" && "$work/own/bin/pip" install -q --disable-pip-version-check .
own="$work/own/bin/python" agenda="$work/own/bin/agenda" others=
if python3 -m venv "$work/others" &&
    "$work/others/bin/pip" install -q --disable-pip-version-check recurring-ical-events radicale; then
    others="$work/others/bin/python"
fi

# One calendar with rules and one without, of a hard programme and of the bundled events, and what should be found in them.
prepare() { # NAME FROM TO LAST-DAY PATH
    "$agenda" -e "$5" export -o "$work/$1.ics"
    "$agenda" -e "$5" export --expand --to "$4" -o "$work/$1-expanded.ics"
    "$own" "$here/expected.py" "$2" "$3" "$5" >"$work/$1.json"
}
prepare school 2026-01-01 2027-03-01 2027-02-28 "$here/before"
prepare bundled 2017-01-01 2019-01-01 2018-12-31 events
spans="school:2026-01-01:2027-03-01 bundled:2017-01-01:2019-01-01"

reads() { # COMMAND…: with FROM, TO and FILE after it
    local span name first last
    for span in $spans; do
        IFS=: read -r name first last <<<"$span"
        "$@" "$first" "$last" "$work/$name.ics" >"$work/found.json"
        "$own" "$here/compare.py" "$work/$name.json" "$work/found.json" || return 1
    done
}
reads_expanded() { # FIELDS COMMAND…: with FILE after it
    local name
    for name in school bundled; do
        "${@:2}" "$work/$name-expanded.ics" >"$work/found.json"
        # shellcheck disable=SC2086
        "$own" "$here/compare.py" "$work/$name.json" "$work/found.json" $1 || return 1
    done
}

has_libical() { /usr/bin/python3 -c 'import gi; gi.require_version("ICalGLib", "3.0")' 2>/dev/null; }
if ! { command -v calcurse >/dev/null && has_libical; } && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        calcurse python3-gi gir1.2-ical-3.0; } >/dev/null 2>&1 || true
fi
if [ -n "$others" ]; then
    check "recurring-ical-events reads the same occurrences" reads "$others" "$here/with_recurring_ical_events.py"
    corpus=${AGENDA_CORPUS:-../shared/corpus}
    if [ -d "$corpus" ]; then
        check "we and recurring-ical-events read foreign calendars alike" "$own" "$here/corpus.py" "$corpus" "$others"
    else
        skip "foreign calendars" "there is no folder $corpus"
    fi
    check "Radicale takes a vdir and its update" \
        "$others" "$here/with_radicale.py" "$agenda" "$here/before" "$here/after"
    libical=
    if has_libical; then libical=/usr/bin/python3; fi
    for programme in "$here/week/tides.yaml" ../shared/cases/views/measuring-libraries.yaml; do
        if [ -f "$programme" ]; then
            check "a week of changes to $(basename "$programme" .yaml) reaches Radicale, a file and libical" \
                "$others" "$here/week_of_changes.py" "$agenda" "$own" "$programme" $libical
        fi
    done
else
    skip "recurring-ical-events and Radicale" "they could not be installed"
fi

if command -v node >/dev/null && npm install --silent --prefix "$work/node" ical.js >/dev/null 2>&1; then
    module="$work/node/node_modules/ical.js/dist/ical.js"
    check "ical.js reads the same occurrences" reads node "$here/with_icaljs.mjs" "$module"
else
    skip "ical.js" "there is no node, or npm could not install it"
fi

if command -v calcurse >/dev/null; then
    check "calcurse reads the same times and titles" reads_expanded "1 2 4" "$own" "$here/with_calcurse.py"
else
    skip "calcurse" "it is not here and could not be installed"
fi
if has_libical; then
    check "libical reads the same items" reads_expanded "1 2 3 4" /usr/bin/python3 "$here/with_libical.py"
else
    skip "libical" "it is not here and could not be installed"
fi

say "${#ran[@]} oracles asked, ${#failed[@]} disagree, ${#skipped[@]} skipped"
for each in "${failed[@]}"; do say "disagrees: $each"; done
for each in "${skipped[@]}"; do say "skipped: $each"; done
[ "${#ran[@]}" -gt 0 ] && [ "${#failed[@]}" -eq 0 ]
