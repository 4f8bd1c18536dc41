import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import { messagesOf } from "@/app/_words/messages";
import { allMarks, lastAccount } from "@/lib/attendance/rules/deviceKeys";
import { directionOf, locales } from "@/lib/i18n/rules";

const address = "/api/offline/page";

/** What counts the marks of whoever was signed in last; it knows nothing but keys and states, as they are kept. */
const script = `
  const chosen = /(?:^|; )locale=(ar|fr|en)/.exec(document.cookie);
  const language = chosen ? chosen[1] : "en";
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll("main > section")) part.hidden = part.lang !== language;
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
  // A device says that it is online before its network is there, and only once.
  const again = () => fetch("/api/health", { cache: "no-store" }).then(() => location.reload(), () => {});
  addEventListener("online", again);
  setInterval(again, 5000);
`;

/**
 * The page that stands in for any other where there is no network: in the language of this browser, with the number of
 * marks of rolls that wait on the device. It holds nobody's data and needs no other file.
 */
function page(): string {
  const parts = locales.map((locale) => {
    const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "offline" });
    return `<section lang="${locale}" dir="${directionOf(locale)}"><h1>${t("title")}</h1><p>${t("lead")}</p><p role="status" data-marks hidden>${t("marks")} <b></b></p><p><a href="">${t("again")}</a></p></section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cascade</title><style>
body{margin:0;font:1rem/1.6 system-ui,sans-serif;color-scheme:light dark}main{max-width:36rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.25rem}a{display:inline-block;min-height:2.75rem}[data-marks]{font-weight:600}
</style></head><body><main>${parts.join("")}</main><script>${script}</script></body></html>`;
}

/** The page without a network, and what a browser runs to have it then: a new one wherever the page changes. */
export function offline() {
  const html = page();
  const name = `cascade-offline-${createHash("sha256").update(html).digest("hex").slice(0, 12)}`;
  const worker = `const name = "${name}", page = "${address}";
addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(name).then((cache) => cache.add(new Request(page, { cache: "reload" }))));
});
addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((all) => Promise.all(all.filter((other) => other !== name).map((other) => caches.delete(other)))));
});
// Pages alone, and only where the network has none: everything else goes its own way.
addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(fetch(event.request).catch(() => caches.match(page)));
});
`;
  return { html, worker };
}
