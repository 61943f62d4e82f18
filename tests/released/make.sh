#!/usr/bin/env bash
# Writes what a release writes, by that release: `tests/released/make.sh AGENDA EVENTS FOLDER` with the `agenda` and the
# bundled events of it. tests/released/files/0.1.0 was made so, of commit 615acad.
set -euo pipefail
agenda=$(realpath "$1") events=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$3/calendars" && cd "$3"
export AGENDA_CACHE=$PWD/kept AGENDA_SCHEDULE=$PWD/schedule.txt AGENDA_CONFIG=$PWD/config.toml TZ=UTC
unset AGENDA_EVENTS

# Definitions: two that were bundled then, and one that uses much of the format.
cp "$events"/vienna-session.yaml "$events"/vienna-session@2017-08-24.yaml "$events"/high-level-meeting.yaml .
cp "$events"/people.yaml "$events"/places.yaml "$here"/workshop.yaml .
printf 'events = ["."]\ntz = "event"\nclock = "12h"\nweek-start = "sunday"\nbuffer = "15m"\n\n[severity]\ntravel = "warning"\n' >config.toml

"$agenda" -e . check -q .
"$agenda" -e . export vienna-session --stamp 2017-10-09T00:00Z -o calendars/vienna.ics
"$agenda" -e . export workshop --alarm 15m --name Workshop -o calendars/workshop.ics
"$agenda" -e . export high-level-meeting --vdir calendars/vdir -q
"$agenda" import calendars/workshop.ics -q -o calendars/imported.yaml
"$agenda" -e . pick -q vienna-session/panel-1 vienna-session/panel-2 workshop
"$agenda" -e . waive high-level-meeting/plenary-27-pm high-level-meeting/panel-1 --reason agreed --author Jo --waivers waivers.yaml
sleep 3 # the cache keeps no file that may be changing
rm -rf kept && "$agenda" list -e workshop.yaml >/dev/null
AGENDA_CACHE=off "$agenda" -e . timetable workshop --json >workshop.json
AGENDA_CACHE=off "$agenda" -e . conflicts --json >conflicts.json || test $? = 1
AGENDA_CACHE=off "$agenda" -e . timetable >lines.txt
