#!/usr/bin/env bash
# Published pages in a real browser: what people see with and without the script, what the page asks for, what axe finds.
# `tests/browser/run.sh docs/pictures` takes the pictures of the docs, too.
# Installs Chromium, as a package of the system, and what drives it, into a folder that is gone in the end.
set -euo pipefail
cd "$(dirname "$0")/../.."

pictures=${1:+$PWD/$1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset AGENDA_EVENTS PYTHONPATH
export AGENDA_CONFIG="$work/no-config.toml"

if ! command -v chromium >/dev/null; then
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
fi
cp tests/browser/check.mjs "$work/"
(cd "$work" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-fund --no-audit puppeteer-core@24 axe-core@4 >/dev/null)

python3 -m venv "$work/own" && "$work/own/bin/pip" install -q --disable-pip-version-check .
cp tests/browser/conference.yaml "$work/"
AGENDA="$work/own/bin/agenda" CHROMIUM=$(command -v chromium) node "$work/check.mjs" "$work" "$pictures"
