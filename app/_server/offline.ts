import { createTranslator } from "next-intl";
import { messagesOf } from "@/app/_words/messages";
import { allMarks, lastAccount } from "@/lib/attendance/rules/deviceKeys";
import { directionOf, locales } from "@/lib/i18n/rules";
import { beginsAt, keptHours, keptRolls, keptSince, offlineWorker, sentSince } from "./offlineWorker";

/** What counts the marks of whoever was signed in last, as they are kept, and names the rolls that a browser has of the day. */
const script = `
  // An address may say its language, as a link that was shared does; else it is the one that this browser reads.
  const chosen = /[?&]lang=(ar|fr|en)(?:&|$)/.exec(location.search) || /(?:^|; )locale=(ar|fr|en)/.exec(document.cookie);
  const language = chosen ? chosen[1] : "en";
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll("main > section")) {
    part.hidden = part.lang !== language;
    if (!part.hidden) document.documentElement.dir = part.dir;
  }
  document.title = document.querySelector("main > section:not([hidden]) h1").textContent;
  const count = () => {
    try {
      const account = localStorage.getItem("${lastAccount}");
      const kept = Object.keys(localStorage).filter((key) => account && key.startsWith("${allMarks}" + account + ":"));
      const marks = kept.flatMap((key) => JSON.parse(localStorage.getItem(key)).marks);
      for (const said of document.querySelectorAll("[data-marks]")) {
        said.querySelector("b").textContent = marks.length;
        said.hidden = marks.length === 0;
      }
    } catch {}
  };
  count();
  // Another page of this browser may have sent them meanwhile.
  addEventListener("storage", count);
  const rolls = async () => {
    if (!(await caches.has("${keptRolls}"))) return;
    const store = await caches.open("${keptRolls}");
    const found = [];
    for (const { url } of await store.keys()) {
      if (!/\\/roll\\/\\d+$/.test(url)) continue;
      const answer = await store.match(url);
      const since = Number(answer.headers.get("${keptSince}")) || Date.parse(answer.headers.get("date"));
      if (Date.now() - since >= ${keptHours} * 3600000) {
        await store.delete(url);
        continue;
      }
      const before = answer.headers.has("${sentSince}");
      const roll = new DOMParser().parseFromString(await answer.text(), "text/html");
      const begins = roll.querySelector('meta[name="${beginsAt}"]');
      // Whose page it is stands above them all.
      found.push({ url, before, title: roll.title.replace(/ · Cascade$/, ""), at: begins ? Number(begins.content) : 0 });
    }
    found.sort((a, b) => a.at - b.at);
    for (const { url, before, title } of found)
      for (const list of document.querySelectorAll("[data-kept]")) {
        const link = document.createElement("a");
        link.href = before ? url + "?before" : url;
        link.textContent = title;
        const item = list.querySelector("ul").appendChild(document.createElement("li"));
        item.append(link);
        if (before) item.append(list.dataset.before);
        list.hidden = false;
      }
  };
  rolls().catch(() => {});
  // What one came from may stand in the browser still, as it was.
  for (const back of document.querySelectorAll("[data-back]")) {
    back.hidden = history.length < 2;
    back.addEventListener("click", () => history.back());
  }
  // A device says that it is online before its network is there, and only once.
  const again = () => fetch("/api/health", { cache: "no-store" }).then(() => location.reload(), () => {});
  addEventListener("online", again);
  setInterval(again, 5000);
`;

/** The sign of the product, and its colours: those of `app/_styles/colours.css`, for the page has no other file. */
const sign = `<svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><circle cx="4" cy="12" r="3"/><circle cx="13" cy="6" r="2.5"/><circle cx="13" cy="18" r="2.5"/><circle cx="21" cy="3.5" r="2"/><circle cx="21" cy="9" r="2"/><circle cx="21" cy="15" r="2"/><circle cx="21" cy="20.5" r="2"/></svg>`;
const style = `
:root{color-scheme:light dark;--paper:#faf9f6;--surface:#fff;--text:#1c211f;--line:#cfccc3;--accent:#0b6b5b;--on-accent:#fff;--tint:#fff3d6;--attention:#7a4f00}
@media (prefers-color-scheme:dark){:root{--paper:#121614;--surface:#1a1f1d;--text:#ecefea;--line:#3b4440;--accent:#62cdb6;--on-accent:#06231d;--tint:#33270c;--attention:#f0c777}}
body{margin:0;font:1rem/1.6 system-ui,sans-serif;background:var(--paper);color:var(--text)}
header{display:flex;gap:.5rem;align-items:center;padding:.75rem 1rem;border-bottom:1px solid var(--line);font-weight:700}
header svg{fill:var(--accent)}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem}
section{padding:1.25rem;border:1px solid var(--line);border-radius:.75rem;background:var(--surface)}
h1{margin:0;font-size:1.375rem;line-height:1.3}
[data-marks]{padding:.75rem 1rem;border-radius:.5rem;background:var(--tint);color:var(--attention)}
[data-marks] p{margin:0}
[data-marks] p:first-child{font-weight:700}
.ways{display:flex;flex-wrap:wrap;gap:.75rem;margin-bottom:0}
.ways>*{box-sizing:border-box;min-height:2.75rem;padding:.5rem 1rem;border:1px solid var(--accent);border-radius:.5rem;font:inherit;font-weight:600;text-decoration:none}
.ways>a{background:var(--accent);color:var(--on-accent)}
.ways>button{background:none;color:var(--accent)}
[data-kept] h2{margin:1rem 0 0;font-size:1rem}
[data-kept] ul{margin:0;padding:0;list-style:none}
[data-kept] a{display:flex;align-items:center;min-height:2.75rem;color:var(--accent)}
[hidden]{display:none!important}
`;

/**
 * The page that stands in for any other where there is no network: in the language of this browser, with the number of
 * marks of rolls that wait on the device and the rolls that it keeps. It holds nobody's data and needs no other file.
 */
function page(): string {
  const parts = locales.map((locale) => {
    const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "offline" });
    const marks = `<div role="status" data-marks hidden><p>${t("marks")} <b></b></p><p>${t("kept")}</p></div>`;
    const rolls = `<div data-kept data-before="${t("before")}" hidden><h2>${t("rolls")}</h2><ul></ul></div>`;
    const ways = `<p class="ways"><a href="">${t("again")}</a><button type="button" data-back hidden>${t("back")}</button></p>`;
    return `<section lang="${locale}" dir="${directionOf(locale)}"><h1>${t("title")}</h1><p>${t("lead")}</p>${marks}${rolls}${ways}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cascade</title><style>${style}</style></head><body><header>${sign}<span>Cascade</span></header><main>${parts.join("")}</main><script>${script}</script></body></html>`;
}

/** The page without a network, and what a browser runs to have it then: a new one wherever the page changes. */
export function offline() {
  const html = page();
  const worker = offlineWorker(html);
  return { html, worker };
}
