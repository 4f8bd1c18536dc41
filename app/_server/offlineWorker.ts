import { createHash } from "node:crypto";
import { stayOf } from "@/lib/accounts/rules/signIns";

/** Where the page is that stands in for others without a network. */
export const offlinePage = "/api/offline/page";

/** Under which name a browser keeps the rolls of a day, with the files that they need. */
export const keptRolls = "cascade-rolls";

/** What a roll says of when its session begins (an instant in ms), by which they are put in order. */
export const beginsAt = "cascade-begins";

/** For how many hours a roll stands without a network once it was had: as long as a trainer stays signed in who does nothing. */
export const keptHours = stayOf({ administrator: false, coordinates: [], trains: [0] }).idleMs / 3_600_000;

/** What a kept roll says besides: since when it is kept, where that is longer than its date says; and that marks were sent since. */
export const keptSince = "cascade-since";
export const sentSince = "cascade-sent";

const source = String.raw`
const most = 12;
const rollAt = /^\/desk\/courses\/\d+\/roll\/\d+$/;
const leaves = /^\/((account|more|sign-in|signed-in|api\/auth)(\/|$)|courses\/[^/]+\/register(\/|$))/;
const signsIn = /^\/(sign-in|api\/auth)(\/|$)/;

const pathOf = (request) => new URL(request.url).pathname;
const dated = (answer) => Date.parse(answer.headers.get("date"));
const sinceOf = (answer) => Number(answer.headers.get(since)) || dated(answer);
const saying = async (answer, more) =>
  new Response(await answer.clone().text(), { headers: { ...Object.fromEntries(answer.headers), ...more } });
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const pathsKept = async () => {
  if (!(await caches.has(kept))) return [];
  return (await (await caches.open(kept)).keys()).map(pathOf).filter((path) => rollAt.test(path));
};

/** What has been kept for too long goes, names and all. */
async function dropOld() {
  for (const path of await pathsKept()) {
    const store = await caches.open(kept);
    const one = await store.match(path);
    if (one && Date.now() - sinceOf(one) >= hours * 3600000) await store.delete(path);
  }
}

// Whether rolls are kept, or being asked for; of what is sent then the end is waited for.
let holding = true;
dropOld().then(pathsKept).then((paths) => { if (turn === 0 && paths.length === 0) holding = false; });

// What is asked for before somebody signs in or out is not kept after it.
let turn = 0;
const forget = async () => {
  turn += 1;
  holding = false;
  await caches.delete(kept);
};

/**
 * True of what says something of a roll: a page of this site, whose every answer has a number, that is there or gone. What fails says
 * nothing, nor does the page of a network that wants to be paid first, or of what stands in front of the site.
 */
const says = (answer) =>
  !answer.redirected && answer.headers.has("x-request-id") && (answer.ok || [403, 404, 410].includes(answer.status));

/** True of what led to the sign-in of this site: nobody is signed in any more. */
const ledOut = ({ redirected, url }) =>
  redirected && new URL(url).origin === location.origin && signsIn.test(new URL(url).pathname);

/**
 * Keeps a roll that can be taken, with the files that it names, and answers its text; what is no such page any more goes. Where nobody
 * opened it anew ("again"), it is kept no longer for that.
 */
async function put(path, answer, from, again) {
  await dropOld();
  const text = answer.ok ? await answer.clone().text() : "";
  if (from !== turn) return "";
  if (ledOut(answer)) await forget();
  if (!says(answer)) return "";
  const store = await caches.open(kept);
  if (!text.includes('data-rolls="')) {
    await store.delete(path);
    return "";
  }
  const before = await store.match(path);
  if (again && !before) return "";
  if (!before || dated(before) <= dated(answer))
    await store.put(path, again ? await saying(answer, { [since]: String(sinceOf(before)) }) : answer);
  const files = new Set(text.match(/\/_next\/static\/[\w./~%()[\]-]+\.(?:js|css)/g));
  for (const file of files) if (!(await store.match(file))) await store.add(file).catch(() => {});
  for (const old of (await pathsKept()).slice(0, -most)) await store.delete(old);
  // Somebody signed in or out meanwhile.
  if (from !== turn) await caches.delete(kept);
  return text;
}

/** Asks for a roll and keeps it; without a network what is there stays. */
async function keep(path, again = false) {
  holding = true;
  const from = turn;
  try {
    return await put(path, await fetch(path, { credentials: "same-origin" }), from, again);
  } catch {
    return "";
  }
}

/** The other rolls of its day, as the page of a roll names them. */
async function keepDay(path, text) {
  const named = /data-rolls="([\d ]*)"/.exec(text);
  for (const id of named ? named[1].split(" ").filter(Boolean) : []) await keep(path.replace(/\d+$/, id));
}

async function navigated(request, answer, from) {
  const path = pathOf(request);
  if (signsIn.test(path)) return forget();
  if (!rollAt.test(path)) return;
  holding = true;
  // What an address says besides is said this once.
  await keepDay(path, new URL(request.url).search ? await keep(path) : await put(path, answer, from));
}

/** What a page sends of a roll names its session: any page sends marks that wait. A form without scripts stands on its roll. */
const textOf = (request) =>
  (request.headers.get("content-type") || "").startsWith("text/plain") ? request.clone().text().catch(() => "") : "";

/** Says of a kept roll that marks were sent since. */
async function older(path) {
  const from = turn;
  const store = await caches.open(kept);
  const one = await store.match(path);
  const said = one && (await saying(one, { [sentLater]: "1" }));
  if (!said || from !== turn) return;
  await store.put(path, said);
  if (from !== turn) await caches.delete(kept);
}
const isOlder = async (path) => {
  const one = await caches.match(path);
  return Boolean(one && one.headers.has(sentLater));
};

const sends = new Map();
/** A roll that was sent stays until it is there as that left it: asked for once nothing more is sent of it, and again some times. */
async function sent(pathname, body) {
  const named = /"sessionId":"?(\d+)/.exec(await body);
  const is = (path) => (named ? path.endsWith("/" + named[1]) : path === pathname);
  await Promise.all((await pathsKept()).filter(is).map(async (path) => {
    const mine = {};
    sends.set(path, mine);
    await older(path);
    for (const ms of [3000, 12000, 45000]) {
      await rest(ms);
      if (sends.get(path) !== mine || !(await isOlder(path))) return;
      await keep(path, true);
    }
  }));
}

/**
 * In place of a page that can't be had: the same as it was kept this day, else the page of our own, which leads on to a roll of before
 * what was marked last and says so.
 */
async function standIn(request) {
  await dropOld();
  const path = pathOf(request);
  const answer = rollAt.test(path) ? await caches.match(path) : null;
  const asIs = new URL(request.url).searchParams.has("before");
  return answer && (asIs || !answer.headers.has(sentLater)) ? answer : caches.match(page);
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(name).then((cache) => cache.add(new Request(page, { cache: "reload" }))));
});
addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const other of await caches.keys()) if (other !== name) await caches.delete(other);
    await clients.claim();
    // The page that brought this one in was there before it.
    for (const { url } of await clients.matchAll({ type: "window" })) {
      const { pathname } = new URL(url);
      if (rollAt.test(pathname)) await keepDay(pathname, await keep(pathname));
    }
  })());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "POST") {
    const signs = leaves.test(pathname);
    if (!holding && !signs) return;
    const body = signs ? "" : textOf(request);
    const answer = fetch(request);
    event.respondWith(answer);
    // Also where nothing is kept yet: what was asked for before may come after it.
    event.waitUntil(answer.then(() => (signs ? forget() : sent(pathname, body)), () => {}));
  } else if (request.method !== "GET") return;
  else if (request.mode === "navigate") {
    const from = turn;
    const answer = fetch(request);
    const copy = answer.then((had) => had.clone());
    event.respondWith(answer.catch(() => standIn(request)));
    event.waitUntil(copy.then((had) => navigated(request, had, from), () => {}));
  } else if (pathname.startsWith("/_next/static/"))
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) || Response.error()));
  else if (request.headers.has("rsc") && !request.headers.has("next-router-prefetch")) {
    // Scripts show a page without asking for it as such.
    if (signsIn.test(pathname)) event.waitUntil(forget());
    else if (rollAt.test(pathname)) event.waitUntil(keep(pathname).then((text) => keepDay(pathname, text)));
  }
});
`;

/**
 * What a browser runs for when there is no network: the page `html` in place of any other, and the rolls of the day of one that was
 * opened. These go with whoever is signed in, and after some hours.
 */
export function offlineWorker(html: string): string {
  const sum = createHash("sha256").update(html).update(source).digest("hex").slice(0, 12);
  return `const name = "cascade-offline-${sum}", page = "${offlinePage}", kept = "${keptRolls}", hours = ${keptHours}, since = "${keptSince}", sentLater = "${sentSince}";${source}`;
}
