// What the page does beyond being read: finding, picking, clocks. Without it all is there but these.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const say = (key, values = {}) => data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (tag, text, settings = {}) => Object.assign(document.createElement(tag), { textContent: text }, settings);
  const texts = (element, selector) => [...element.querySelectorAll(`:scope > ${selector}`)].map((e) => e.textContent);

  // The sessions, as the page has them. Times are milliseconds; an end that is not stated is none.
  const sessions = [...document.querySelectorAll("article")].map((element) => {
    const times = [...element.querySelectorAll(":scope > .t > time")];
    const [start, end] = times.map((e) => Date.parse(e.dateTime));
    const open = times.length === 1 && element.querySelector(":scope > .t").textContent.endsWith("–");
    return {
      element, times, start, end: end ?? (open ? undefined : start), id: element.id,
      title: element.querySelector("h3, h4").firstChild.textContent.trim(),
      words: element.textContent.toLowerCase(),
      room: texts(element, ".w"), person: texts(element, ".who > .n"),
      kind: texts(element, ".k > .kind"), category: texts(element, ".k > .category"),
      counts: !element.matches(".free, .cancelled"), tentative: element.matches(".tentative"),
      place: element.dataset.w, bounds: element.dataset.b?.split("/"),
    };
  });
  const known = new Map(sessions.map((each) => [each.id, each]));

  const tools = $("tools").content.cloneNode(true);
  document.querySelector("nav").after(tools);
  const find = $("find");

  // Picks: kept in this browser under the programme's ids, and added by a link `#pick=ID,ID`.
  const place = `agenda:${data.key}`;
  let picks = new Map();
  try { picks = new Map(JSON.parse(localStorage.getItem(place) ?? "[]")); } catch { /* nothing is kept here */ }
  const keep = () => { try { localStorage.setItem(place, JSON.stringify([...picks])); } catch { /* only for now */ } };
  const linked = () => {
    const found = location.hash.match(/^#pick=(.*)/);
    if (!found) return;
    for (const id of found[1].split(",").map(decodeURIComponent)) picks.set(id, known.get(id)?.title ?? id);
    history.replaceState(null, "", location.pathname + location.search);
    keep();
  };
  const picked = () => sessions.filter((each) => picks.has(each.id));

  for (const each of sessions) {
    each.button = make("button", "", { type: "button", className: "pick" });
    each.button.setAttribute("aria-label", `${say("pick")}: ${each.title}`);
    each.button.append(say("pick"));
    each.button.onclick = () => {
      if (!picks.delete(each.id)) picks.set(each.id, each.title);
      keep();
      show();
    };
    each.element.querySelector("h3, h4").after(each.button);
  }

  // Conflicts among picks, by the rules of `agenda conflicts`: what has hours is reckoned here, all else is in the data.
  const holds = (one, other) => one.element.contains(other.element) || other.element.contains(one.element);
  const told = (one, other) => data.clashes[one.id]?.[other.id] ?? data.clashes[other.id]?.[one.id];
  const clock = (each) => each.end !== undefined && each.start !== undefined && !each.bounds;
  function clash(one, other, all) {
    if (holds(one, other)) return null;
    const given = told(one, other);
    if (given) return { certain: given[0], kind: given[1], why: given[2] };
    if (!clock(one) || !clock(other) || one.start === one.end || other.start === other.end) return null;
    const [first, second] = one.start <= other.start ? [one, other] : [other, one];
    const open = one.tentative || other.tentative;
    if (second.start < first.end) return { certain: !open, kind: "overlap" };
    const way = data.ways[[first.place, second.place].sort((a, b) => a - b)];
    const gap = (second.start - first.end) / 1000;
    if (!way || way[1] <= gap || all.some((each) => between(each, first, second))) return null;
    return { certain: way[0] > gap && !open, kind: "travel" };
  }
  const between = (each, first, second) =>
    clock(each) && each.start < each.end && !each.tentative && each.start >= first.end && each.end <= second.start;
  function clashes() {
    const all = picked().filter((each) => each.counts);
    const found = all.flatMap((one, n) => all.slice(n + 1).flatMap((other) => {
      const met = clash(one, other, all);
      return met ? [{ one, other, ...met }] : [];
    }));
    return found.filter((each) => !found.some((other) => isAbove(other, each)));
  }
  // What clashes with a block and with an item of it is told once, of the block.
  const isAbove = (block, item) => block !== item && (block.certain || !item.certain) &&
    [[block.one, block.other], [block.other, block.one]].some(([outer, beside]) =>
      [[item.one, item.other], [item.other, item.one]].some(([inner, same]) =>
        same === beside && inner !== outer && outer.element.contains(inner.element)));

  // The times as the reader's own clocks show them, before those of the event.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short" });
  const day = new Intl.DateTimeFormat("en-CA");
  function own(each) {
    const [start, end] = each.times.map((e) => new Date(e.dateTime));
    const apart = (moment) => (day.format(moment) === each.times[0].dateTime.slice(0, 10) ? "" : `${weekday.format(moment)} `);
    const rest = end ? `–${apart(end) === apart(start) ? "" : apart(end)}${hour.format(end)}` : each.end === undefined ? "–" : "";
    return `${apart(start)}${hour.format(start)}${rest} · `;
  }
  function clocks() {
    document.querySelectorAll(".own").forEach((each) => each.remove());
    if (!find.elements.clock.value) return;
    for (const each of sessions.filter((one) => one.times.length)) {
      const shown = make("span", own(each), { className: "own", dir: "ltr" });
      each.element.querySelector(".t").prepend(shown);
    }
  }

  function matches(each, wanted) {
    if (wanted.mine && !picks.has(each.id)) return false;
    if (wanted.text && !wanted.text.toLowerCase().split(/\s+/).every((word) => each.words.includes(word))) return false;
    return ["room", "person", "kind", "category"].every((name) => !wanted[name] || each[name].includes(wanted[name]));
  }
  function filter() {
    const wanted = Object.fromEntries(new FormData(find));
    const seeks = ["mine", "text", "room", "person", "kind", "category"].some((name) => wanted[name]);
    document.body.classList.toggle("sought", seeks);
    const shown = new Set(sessions.filter((each) => matches(each, wanted)).map((each) => each.element));
    for (const each of sessions) each.element.hidden = ![...shown].some((one) => one === each.element || each.element.contains(one));
    for (const each of document.querySelectorAll(".day")) each.hidden = seeks && !each.querySelector("article:not([hidden])");
    find.querySelector("output").textContent = say("shown", { count: shown.size });
  }

  // A long title without what follows its colon, as the command has it in a sentence.
  const named = ({ title }) => (title.length > 60 && title.includes(": ") ? title.slice(0, title.indexOf(": ")) : title);
  function shared({ kind, one, other }) {
    if (kind !== "overlap" || !clock(one) || !clock(other)) return "";
    const later = one.start >= other.start ? one : other;
    const sooner = one.end <= other.end ? one : other;
    const [start] = texts(later.element, ".t > time");
    return ` · ${start}–${texts(sooner.element, ".t > time")[1]}`;
  }

  function show() {
    for (const each of sessions) each.button.setAttribute("aria-pressed", picks.has(each.id));
    const mine = picked();
    const lost = [...picks].filter(([id]) => !known.has(id)).map(([, title]) => title);
    const parts = [mine.length ? mine.map((each) => named(each)).join(" · ") : say("no_picks")];
    if (lost.length) parts.push(say("gone_picks", { titles: lost.join(", ") }));
    $("picked").textContent = parts.join(" ");
    const found = clashes();
    const list = make("ul", "");
    for (const each of found) {
      const item = make("li", "");
      item.append(make("b", `${say(each.certain ? "certain" : "possible")}: `, { className: each.certain ? "bad" : "" }));
      item.append(say(each.kind, { one: named(each.one), other: named(each.other) }), shared(each));
      if (!each.certain) item.append(` (${each.why || say("unknown")})`);
      list.append(item);
    }
    $("clashes").replaceChildren(...(found.length ? [make("h3", say("conflicts")), list] : mine.length > 1 ? [make("p", say("no_conflicts"))] : []));
    $("save").parentElement.hidden = !mine.length;
    filter();
  }

  // Picks as iCalendar (RFC 5545): lines of at most 75 octets, each session under the UID that the feeds have.
  const utc = (moment) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  function folded(line) {
    let size = 0;
    return [...line].map((char) => {
      const octets = new TextEncoder().encode(char).length;
      size += octets;
      if (size <= 75) return char;
      size = octets + 1;
      return `\r\n ${char}`;
    }).join("");
  }
  function vevent(each) {
    const days = each.bounds && !each.bounds[0].includes("T");
    const [start, end] = each.bounds ?? [];
    const when = days
      ? [`DTSTART;VALUE=DATE:${start.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${end.replaceAll("-", "")}`]
      : each.bounds
        ? [`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`]
        : [`DTSTART:${utc(each.start)}`, ...(each.end > each.start ? [`DTEND:${utc(each.end)}`] : [])];
    const open = each.tentative || each.bounds ? ["STATUS:TENTATIVE"] : [];
    const status = each.element.matches(".cancelled") ? ["STATUS:CANCELLED"] : open;
    const where = each.room.length ? [`LOCATION:${escaped(each.room[0])}`] : [];
    const free = each.bounds || !each.counts ? ["TRANSP:TRANSPARENT"] : [];
    return ["BEGIN:VEVENT", `UID:${each.element.dataset.u ?? each.id.replace(/(.*)\/(.*)/, "$2.$1@agendacli")}`, `DTSTAMP:${utc(Date.now())}`, ...when,
      `SUMMARY:${escaped(each.title)}`, ...where, ...status, ...free, "END:VEVENT"];
  }
  function save() {
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//agendacli//page//EN", ...picked().flatMap(vevent), "END:VCALENDAR"];
    const file = new Blob([lines.map(folded).join("\r\n"), "\r\n"], { type: "text/calendar" });
    const link = make("a", "", { href: URL.createObjectURL(file), download: "picks.ics" });
    link.click();
    URL.revokeObjectURL(link.href);
  }
  async function copy() {
    const link = `${location.href.split("#")[0]}#pick=${picked().map((each) => encodeURIComponent(each.id)).join(",")}`;
    try { await navigator.clipboard.writeText(link); $("told").textContent = say("copied"); } catch { $("told").textContent = link; }
  }

  function now() {
    const moment = Date.now();
    let first = null;
    for (const each of sessions) {
      const on = each.start <= moment && moment < (each.end ?? each.start + 36e5) && each.counts;
      each.element.classList.toggle("now", on);
      const mark = each.element.querySelector(":scope > .t > .on");
      if (on && !mark) each.element.querySelector(".t").append(make("b", ` ▶ ${say("now")}`, { className: "on" }));
      if (!on) mark?.remove();
      if (on) first ??= each;
    }
    $("to-now").hidden = !first;
    if (first) $("to-now").href = `#${first.id}`;
  }

  for (const name of ["room", "person", "kind", "category"]) {
    const values = [...new Set(sessions.flatMap((each) => each[name]))].sort(new Intl.Collator(document.documentElement.lang).compare);
    if (values.length > 1) find.elements[name].append(...values.map((each) => make("option", each, { value: each })));
    else find.elements[name].parentElement.hidden = true;
  }
  find.elements.clock.options[1].textContent = say("own_clock", { zone });
  find.oninput = () => { clocks(); filter(); };
  find.onreset = () => setTimeout(() => { clocks(); filter(); });
  find.onsubmit = (event) => event.preventDefault();
  $("save").onclick = save;
  $("copy").onclick = copy;
  addEventListener("hashchange", () => { linked(); show(); });
  linked();
  show();
  now();
  setInterval(now, 30000);
})();
