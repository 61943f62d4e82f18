// What a published page has to do in a browser. Arguments: a folder to work in, and one for the pictures of the
// docs if they are wanted.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [work, pictures] = process.argv.slice(2);
function agenda(...line) {
  const { status, stdout, stderr } = spawnSync(process.env.AGENDA, line, { encoding: "utf8" });
  assert.notEqual(status, 2, stderr);
  return stdout;
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const conference = join(work, "conference.yaml");
const pages = {
  meeting: ["publish", "high-level-meeting"],
  vienna: ["publish", "vienna-session", "--since", "vienna-session@2017-08-24"],
  arabic: ["publish", "vienna-session", "--lang", "ar"],
  conference: ["-e", conference, "publish", "--signs", "--people-feeds", "--source", "https://example.org/x"],
  many: ["publish"],
};
const folder = (name) => join(work, name);
const address = (name, file = "index.html") => `file://${folder(name)}/${file}`;
for (const [name, line] of Object.entries(pages)) execFileSync(process.env.AGENDA, [...line, "-q", "-o", folder(name)]);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// A page, with all that it complains of or asks for from elsewhere.
async function open(where, { width = 1280, scheme = "light", script = true, bypass = false } = {}) {
  const page = await browser.newPage();
  page.faults = [];
  page.on("pageerror", (fault) => page.faults.push(String(fault)));
  page.on("console", (line) => line.type() === "error" && page.faults.push(line.text()));
  page.on("request", (asked) => asked.url().startsWith("file:") || page.faults.push(asked.url()));
  if (bypass) await page.setBypassCSP(true); // for the reader of the page that is put into it
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(where, { waitUntil: "load" });
  return page;
}
const text = (page) => page.evaluate(() => document.body.innerText);
const tests = [];
const test = (name, run) => tests.push([name, run]);
const click = (page, id) => page.evaluate((id) => document.getElementById(id).querySelector(".pick").click(), id);
const clashes = (page) => page.$$eval("#clashes li", (all) => all.map((each) => each.textContent));

for (const name of Object.keys(pages))
  for (const width of [1280, 375])
    for (const scheme of ["light", "dark"])
      test(`${name} at ${width}, ${scheme}: axe finds nothing, nothing is asked for, nothing is complained of`, async () => {
        const page = await open(address(name), { width, scheme, bypass: true });
        await page.evaluate(axe);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), tags);
        assert.deepEqual(violations.map((each) => [each.id, each.nodes.map((node) => node.html)]), []);
        assert.deepEqual(page.faults, []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `the page is ${wide} px too wide`);
      });

test("door signs: axe finds nothing", async () => {
  const page = await open(address("conference", "signs.html"), { bypass: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  assert.deepEqual(violations.map((each) => each.id), []);
});

test("the policy lets the own styles and script in", async () => {
  const page = await open(address("conference"));
  assert.deepEqual(page.faults, []);
  assert.equal(await page.$eval(".grid", (each) => getComputedStyle(each).display), "grid");
  assert.ok(await page.$("#find"));
});

test("rooms stand side by side where sessions run in parallel", async () => {
  const page = await open(address("meeting"));
  assert.equal((await page.$$("article")).length, 8);
  assert.deepEqual(await page.$$eval("section:first-of-type .head", (all) => all.map((e) => e.textContent)), ["GA Hall", "Trusteeship Council"]);
  const box = (id) => page.evaluate((id) => document.getElementById(`high-level-meeting/${id}`).getBoundingClientRect().toJSON(), id);
  const [plenary, one, two] = await Promise.all(["plenary-27-pm", "panel-1", "panel-2"].map(box));
  for (const panel of [one, two]) {
    assert.ok(panel.left >= plenary.right);
    assert.ok(panel.top < plenary.bottom && plenary.top < panel.bottom);
  }
  assert.ok(one.bottom <= two.top);
  const closing = await page.evaluate(() => document.getElementById("high-level-meeting/closing").querySelector(".t").textContent);
  assert.equal(closing, "18:00–");
});

test("what has no hours stands above the grid, and a lunch beside what runs meanwhile", async () => {
  const page = await open(address("vienna"));
  const box = (id) => page.evaluate((id) => document.getElementById(`vienna-session/${id}`).getBoundingClientRect().toJSON(), id);
  const [dialogue, panel, lunch, side] = await Promise.all(["informal-dialogue", "panel-3", "lunch-5", "side-event"].map(box));
  assert.ok(dialogue.bottom <= panel.top);
  assert.ok(lunch.right <= side.left || side.right <= lunch.left);
  assert.match(await page.evaluate(() => document.getElementById("vienna-session/informal-dialogue").innerText), /morning, before 10:00/);
});

test("the reader's own clock stands before that of the event", async () => {
  const page = await browser.newPage();
  await page.emulateTimezone("Europe/Vienna");
  await page.goto(address("meeting"));
  await page.select("select[name=clock]", "own");
  const own = (id) => page.evaluate((id) => document.getElementById(`high-level-meeting/${id}`).querySelector(".t").textContent, id);
  assert.equal(await own("panel-1"), "21:00–22:30 · 15:00–16:30");
  assert.match(await own("plenary-28-pm"), /^21:00–/);
  assert.match(await text(page), /New York \(UTC−4\)/);
});

test("without the script everything can be read, and nothing is there that does nothing", async () => {
  const page = await open(address("conference"), { script: false });
  const shown = await text(page);
  for (const each of ["Sources", "09:30", "Hall", "Bo Lind", "Boats & <b>bridges</b>", "Harbour walk", "16:00–", "cancelled", "tentative", "to be confirmed"])
    assert.ok(shown.includes(each), each);
  assert.deepEqual(await page.$$("button, select, input"), []);
});

test("picks survive a reload and a revision, and go elsewhere by a link", async () => {
  const page = await open(address("conference"));
  for (const id of ["block", "boats"]) await click(page, `conference/${id}`);
  await page.reload();
  const kept = await page.$$eval(".pick[aria-pressed=true]", (all) => all.map((e) => e.closest("article").id).sort());
  assert.deepEqual(kept, ["conference/block", "conference/boats"]);
  const revised = readFileSync(conference, "utf8").replace("      id: boats\n", "      id: rafts\n").replace("09:30-12:00: Morning", "09:00-12:00: Morning");
  writeFileSync(conference, revised);
  execFileSync(process.env.AGENDA, ["-e", conference, "publish", "-q", "-o", folder("conference")]);
  await page.reload();
  assert.match(await page.$eval("#picked", (each) => each.textContent), /Morning in three parts.*No longer in the programme: Boats & <b>bridges<\/b>/);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto(`${address("conference")}#pick=${encodeURIComponent("conference/locks")},${encodeURIComponent("conference/delta")}`);
  await page.reload();
  assert.equal((await page.$$(".pick[aria-pressed=true]")).length, 2);
  await page.evaluate(() => localStorage.clear());
});

test("picks come out as a calendar that the tool itself reads", async () => {
  const page = await open(address("conference"));
  for (const id of ["block", "locks", "excursion"]) await click(page, `conference/${id}`);
  const calendar = await page.evaluate(() => new Promise((done) => {
    URL.createObjectURL = (file) => (file.text().then(done), "blob:x");
    HTMLAnchorElement.prototype.click = () => {};
    document.getElementById("save").click();
  }));
  await page.evaluate(() => localStorage.clear());
  assert.ok(calendar.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  writeFileSync(join(work, "picks.ics"), calendar);
  const lines = agenda("-e", join(work, "picks.ics"), "timetable", "--fields", "title,start,status").trim().split("\n");
  const uids = (data) => data.match(/UID:\S+/g);
  assert.equal(lines.length, 3);
  assert.deepEqual(uids(calendar).filter((each) => !readFileSync(join(folder("conference"), "conference.ics"), "utf8").includes(each)), []);
});

test("conflicts among picks are those that the command reports", async () => {
  for (const [name, events] of [["conference", ["-e", conference]], ["meeting", []], ["many", []]]) {
    const page = await open(address(name));
    const ids = await page.$$eval("article", (all) => all.map((each) => each.id));
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 12; round++) {
      const picks = ids.filter(() => random() < 0.4);
      await page.evaluate(() => localStorage.clear());
      await page.goto("about:blank"); // a page that stays open keeps its picks
      await page.goto(`${address(name)}#pick=${picks.map(encodeURIComponent).join(",")}`);
      const shown = await page.$$eval("#clashes li b", (all) => all.map((each) => each.textContent.slice(0, -2)));
      writeFileSync(join(work, "mine.txt"), `${picks.join("\n")}\n`);
      const pairs = new Map();
      const kinds = ["overlap", "travel", "room"].flatMap((kind) => ["--only", kind]);
      for (const each of JSON.parse(agenda(...events, "conflicts", "--json", "--attend", join(work, "mine.txt"), ...kinds)))
        pairs.set(each.sessions.join(" "), each.certainty);
      assert.deepEqual(shown.sort(), [...pairs.values()].sort(), `${name}: ${picks.join(" ")}`);
    }
    await page.evaluate(() => localStorage.clear());
  }
});

test("filters leave what is asked for", async () => {
  const page = await open(address("conference"));
  await page.select("select[name=person]", "Bo Lind");
  assert.equal(await page.$eval("#find output", (each) => each.textContent), "Sessions shown: 1");
  const visible = await page.$$eval("article", (all) => all.filter((each) => each.checkVisibility()).map((each) => each.id));
  assert.deepEqual(visible, ["conference/block", "conference/sources"]);
});

test("a day lies on one sheet, and no session is cut", async () => {
  const page = await open(address("meeting"));
  const sheets = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.equal(sheets, 2);
});

test("nothing goes out that has to stay", () => {
  for (const file of readdirSync(folder("conference"))) {
    const data = readFileSync(join(folder("conference"), file), "utf8");
    assert.ok(!data.includes("CANARY") && !data.includes(work), file);
  }
});

// The pictures of the docs, where a folder for them is given.
async function picture(file, page, size) {
  await page.setViewport(size);
  await page.screenshot({ path: join(pictures, file) });
}
if (pictures) {
  mkdirSync(pictures, { recursive: true });
  const wide = await open(address("meeting"));
  for (const id of ["plenary-27-pm", "panel-1"]) await click(wide, `high-level-meeting/${id}`);
  await picture("page-wide.png", wide, { width: 1100, height: 1000 });
  await wide.emulateMediaType("print");
  await picture("page-paper.png", wide, { width: 1000, height: 560 });
  await wide.evaluate(() => localStorage.clear());
  await picture("page-phone.png", await open(address("vienna"), { scheme: "dark" }), { width: 390, height: 900 });
  await picture("page-arabic.png", await open(address("arabic")), { width: 800, height: 900 });
}

let failed = 0;
for (const [name, run] of tests) {
  try {
    await run();
    console.log(`ok  ${name}`);
  } catch (fault) {
    failed += 1;
    console.log(`BAD ${name}\n${fault.message}`);
  }
  for (const each of (await browser.pages()).slice(1)) await each.close();
}
await browser.close();
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
