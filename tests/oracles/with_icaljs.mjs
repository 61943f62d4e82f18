// What ical.js makes of a calendar: run as `node with_icaljs.mjs MODULE FROM TO FILE`. Prints the occurrences as JSON.
import { readFileSync } from "node:fs";

const [module, from, to, file] = process.argv.slice(2);
const { default: ICAL } = await import(module);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
const zones = new Map();
for (const each of calendar.getAllSubcomponents("vtimezone")) {
  const zone = new ICAL.Timezone(each);
  zones.set(zone.tzid, zone);
}

// Every time is put into the zone that the calendar itself defines, not into one that the reader knows.
const within = (time, property) => {
  const tzid = property?.getParameter("tzid");
  if (tzid && !time.isDate) time.zone = zones.get(tzid);
  return time;
};
const text = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const record = (event, start, end) => [
  event.uid,
  text(start),
  start.compare(end) === 0 ? null : text(end),
  event.component.getFirstPropertyValue("status"),
  event.summary ?? "",
];

const bounds = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`));
const found = [];
const keep = (event, start, end) => {
  const stop = start.compare(end) === 0 ? start.toJSDate().getTime() + 1 : end.toJSDate().getTime();
  if (start.toJSDate().getTime() < bounds[1] && stop > bounds[0]) found.push(record(event, start, end));
};
const parts = calendar.getAllSubcomponents("vevent");
for (const part of parts) {
  for (const name of ["dtstart", "dtend", "recurrence-id"]) {
    const property = part.getFirstProperty(name);
    if (property) within(property.getFirstValue(), property);
  }
  for (const name of ["exdate", "rdate"]) {
    for (const property of part.getAllProperties(name)) property.getValues().forEach((time) => within(time, property));
  }
}
for (const master of parts.filter((part) => !part.hasProperty("recurrence-id"))) {
  const uid = master.getFirstPropertyValue("uid");
  const exceptions = parts.filter(
    (part) => part.hasProperty("recurrence-id") && part.getFirstPropertyValue("uid") === uid,
  );
  const event = new ICAL.Event(master, { exceptions });
  if (!event.isRecurring()) {
    keep(event, event.startDate, event.endDate);
    continue;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toJSDate().getTime() < bounds[1]; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    keep(item, startDate, endDate);
  }
}
console.log(JSON.stringify(found));
