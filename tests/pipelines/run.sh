#!/usr/bin/env bash
# Runs every pipeline of pipelines.txt with the `agenda` on PATH and compares what it prints; `--update` rewrites the file.
#
# In that file a line `$ …` is a command for bash, `> …` right below goes on with it; the lines up to the next blank one are what it
# prints on both outputs, with `[exit N]` at the end where it does not end with 0. Each runs in a folder of its own that
# holds the README's example, without a terminal and with nothing of the user's environment.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
file=$here/pipelines.txt
readme=$here/../../README.md

command -v agenda >/dev/null || { echo "pipelines: there is no agenda on PATH" >&2; exit 2; }
if ! command -v jq >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && apt-get install -y -qq jq; } >/dev/null 2>&1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n '/^title: Spring School/,/^```$/p' "$readme" | sed '$d' >"$work/spring-school.yaml"

ran=0 failed=0 skipped=0 new=()

run() {
    local folder=$work/$ran code
    mkdir "$folder" && cp "$work/spring-school.yaml" "$folder"
    cd "$folder" || exit 2
    env -i PATH="$PATH" HOME="$folder" LC_ALL=C.UTF-8 COLUMNS=80 bash -c "$1" </dev/null 2>&1
    code=$?
    [ $code = 0 ] || echo "[exit $code]"
}

check() { # the command and what it is to print
    [ -n "$1" ] || return 0
    if [[ $1 == *jq* ]] && ! command -v jq >/dev/null; then
        skipped=$((skipped + 1)) new+=("$(shown "$1")" "${2%$'\n'}" "")
        return 0
    fi
    ran=$((ran + 1))
    local printed
    printed=$(run "$1")
    new+=("$(shown "$1")" "$printed" "")
    if [ "$printed" = "${2%$'\n'}" ]; then
        printf 'ok   %s\n' "${1%%$'\n'*}"
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n' "$1"
        diff <(printf '%s\n' "${2%$'\n'}") <(printf '%s\n' "$printed") | head -n 20 | sed 's/^/     /'
    fi
}

shown() { printf '$ %s' "${1//$'\n'/$'\n'> }"; }

finish() { check "$command" "$expected"; command="" expected=""; }

command="" expected=""
while IFS= read -r line; do
    case $expected$line in
        '> '*) command+=$'\n'${line#'> '} && continue ;;
    esac
    case $line in
        '$ '*) finish; command=${line#'$ '} ;;
        '#'*) finish; new+=("$line" "") ;;
        '') finish ;;
        *) expected+=$line$'\n' ;;
    esac
done <"$file"
finish

# Every pipeline that the README shows is here.
while IFS= read -r line; do
    grep -qxF "\$ $line" "$file" || { echo "FAIL the README's pipeline is not tried: $line"; failed=$((failed + 1)); }
done < <(grep '^agenda .* | ' "$readme")

if [ "${1:-}" = --update ]; then
    printf '%s\n' "${new[@]}" | cat -s | sed '${/^$/d}' >"$file"
    echo "$ran pipelines run and written"
    exit 0
fi
[ $skipped = 0 ] || echo "$skipped not run: there is no jq"
echo "$((ran - failed)) of $ran pipelines print what they should"
[ $failed = 0 ]
