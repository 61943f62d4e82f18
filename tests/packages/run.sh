#!/usr/bin/env bash
# Builds the sdist and the wheel, installs both with pip, pipx and uv, and runs the README's command lines with each of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset AGENDA_EVENTS AGENDA_CONFIG AGENDA_CACHE AGENDA_SCHEDULE

python3 -m venv "$work/tools" && "$work/tools/bin/pip" install -q build pipx uv
"$work/tools/bin/python" -m build --outdir "$work/dist" "$root" >/dev/null
export PIPX_HOME=$work/pipx PIPX_DEFAULT_PYTHON=python3 PIPX_MAN_DIR=$work/man UV_CACHE_DIR=$work/uv-cache UV_PYTHON=python3
# uv asks the index that pip is set to, if it is set to one.
index=$("$work/tools/bin/pip" config get global.index-url 2>/dev/null) && export UV_DEFAULT_INDEX=$index
more=$("$work/tools/bin/pip" config get global.find-links 2>/dev/null) && export UV_FIND_LINKS=$more

with_pip() { python3 -m venv "$1" && "$1/bin/pip" install -q "$2"; }
with_pipx() { PIPX_HOME=$1/home PIPX_BIN_DIR=$1/bin "$work/tools/bin/pipx" install -q "$2" >/dev/null; }
with_uv() { UV_TOOL_DIR=$1/home UV_TOOL_BIN_DIR=$1/bin "$work/tools/bin/uv" tool install -q "$2"; }

for package in "$work"/dist/*.whl "$work"/dist/*.tar.gz; do
    for installer in pip pipx uv; do
        place=$work/with-$installer-${package##*.}
        mkdir -p "$place" && "with_$installer" "$place" "$package"
        printf '%s of %s: ' "$installer" "$(basename "$package")"
        "$place/bin/agenda" --version
        PATH="$place/bin:$PATH" python3 "$here/commands.py"
    done
done

# What shells and `man` look for lies where they look.
for file in man/man1/agenda.1 bash-completion/completions/agenda zsh/site-functions/_agenda fish/vendor_completions.d/agenda.fish; do
    test -s "$work/with-pip-whl/share/$file"
done
