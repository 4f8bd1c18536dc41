import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { keptHours, offlinePage, offlineWorker } from "../../app/_server/offlineWorker";
import { origin, storeOfBrowser } from "../support/browserStore";

const first = "/desk/courses/7/roll/11";
const second = "/desk/courses/7/roll/12";
const script = "/_next/static/chunks/a.js";

/** A browser with the worker in it, and the site that it asks. */
function browserWith(pages: Map<string, string>) {
  const store = storeOfBrowser(pages);
  const handlers = new Map<string, (event: object) => void>();
  const site = {
    ...{ online: true, now: Date.now(), open: [] as string[], held: Promise.resolve() },
    /** What comes in place of any page: from what stands in front of the site, or where it is out of order. */
    instead: null as (() => Response) | null,
  };
  const ask = async (request: string | { url: string }) => {
    const path = new URL(typeof request === "string" ? request : request.url, origin).pathname;
    await site.held;
    if (!site.online) throw new TypeError("no network");
    if (site.instead) return site.instead();
    const text = pages.get(path);
    const headers = { date: new Date(site.now).toUTCString(), "x-request-id": "1" };
    return new Response(text ?? "", { status: text === undefined ? 404 : 200, headers });
  };
  runInNewContext(offlineWorker("<p>No network</p>"), {
    ...{ caches: store.caches, fetch: ask, URL, Response, Set, setTimeout: (end: () => void) => end() },
    Request: class {
      constructor(readonly url: string) {}
    },
    Date: class extends Date {
      static override now = () => site.now;
    },
    location: { origin },
    clients: {
      claim: async () => {},
      matchAll: async () => site.open.map((path) => ({ url: origin + path })),
    },
    skipWaiting: () => {},
    addEventListener: (name: string, handler: (event: object) => void) => handlers.set(name, handler),
  });
  const happens = (name: string, request?: object) => {
    const works: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    handlers.get(name)!({
      request,
      waitUntil: (work: Promise<unknown>) => works.push(work),
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
    });
    return { answer, done: Promise.all(works) };
  };
  const send = (path: string, more: object) => {
    const headers = new Headers((more as { headers?: Record<string, string> }).headers);
    return happens("fetch", { method: "GET", mode: "cors", url: origin + path, ...more, headers });
  };
  return {
    ...{ site, ...store },
    start: async () => {
      await happens("install").done;
      await happens("activate").done;
    },
    /** Somebody opens a page, and has it read once all that follows is done. */
    opens: async (path: string) => {
      const { answer, done } = send(path, { mode: "navigate" });
      const text = await (await answer!).text();
      await done;
      return text;
    },
    asks: (path: string, headers: Record<string, string>) => send(path, { headers }).done,
    /** Sends a form, or, where it names a session, marks of its roll as scripts do. */
    posts: (path: string, sessionId: number | null = null) =>
      send(path, {
        method: "POST",
        headers: sessionId === null ? {} : { "content-type": "text/plain;charset=UTF-8" },
        clone: () => ({ text: async () => `[{"status":"new"},{"sessionId":${sessionId},"marks":{}}]` }),
      }),
  };
}

describe("without a network", () => {
  let pages: Map<string, string>;
  let browser: ReturnType<typeof browserWith>;
  const roll = (of: string, others: string) =>
    `<script src="${script}"></script><div data-rolls="${others}">${of}</div>`;

  beforeEach(async () => {
    pages = new Map([
      [offlinePage, "stand-in"],
      [first, roll("first", "12")],
      [second, roll("second", "11")],
      ["/today", "today"],
      ["/sign-in", "sign in"],
    ]);
    browser = browserWith(pages);
    await browser.start();
  });
  const offline = async (path: string) => {
    browser.site.online = false;
    const text = await browser.opens(path);
    browser.site.online = true;
    return text;
  };

  it("the rolls of the day of one that was opened stand, with the files they need; no other page does", async () => {
    await browser.opens("/today");
    await browser.opens(first);
    expect(await offline(first)).toBe(roll("first", "12"));
    expect(await offline(second)).toBe(roll("second", "11"));
    expect(await offline("/today")).toBe("stand-in");
    expect(await offline("/desk/courses/7/roll/99")).toBe("stand-in");
    expect(browser.files()).toContain(script);
  });

  it("they stand too where scripts showed the roll, and where it was the first page of all", async () => {
    await browser.asks(first, { rsc: "1", "next-router-prefetch": "1" });
    expect(browser.rolls()).toEqual([]);
    await browser.asks(first, { rsc: "1" });
    expect(browser.rolls()).toEqual([first, second]);
    const other = browserWith(pages);
    other.site.open = [second];
    await other.start();
    expect(other.rolls()).toEqual([second, first]);
  });

  it("a roll that can't be taken is not kept, nor one that is gone", async () => {
    pages.set(first, "closed");
    await browser.opens(first);
    expect(browser.rolls()).toEqual([]);
    await browser.opens(second);
    pages.delete(second);
    await browser.opens(second);
    expect(browser.rolls()).toEqual([]);
  });

  /** What only a browser makes of an answer: how it came, also of a copy of it. */
  const came = (answer: Response, how: Record<string, unknown>): Response =>
    Object.defineProperties(answer, {
      ...Object.fromEntries(Object.entries(how).map(([name, value]) => [name, { value }])),
      clone: { value: () => came(Response.prototype.clone.call(answer), how) },
    });
  const ledTo = (url: string, text: string) =>
    came(new Response(text, { headers: { "x-request-id": "1" } }), { redirected: true, url });
  const opaque = () => came(Response.error(), { type: "opaqueredirect" });
  const failing = (status: number) => () =>
    new Response("out of order", { status, headers: { "x-request-id": "1" } });
  it.each<[string, () => Response]>([
    ["500", failing(500)],
    ["502 of what stands in front", () => new Response("no answer", { status: 502 })],
    ["503", failing(503)],
    ["429", failing(429)],
    ["a redirect that nobody may read", opaque],
    ["the page of a network that wants to be paid first", () => new Response("Pay here")],
    ["being led to that page", () => ledTo("https://network.example/sign-in", "Pay here")],
  ])("%s takes no roll away and replaces none, opened or asked for anew", async (_, instead) => {
    await browser.opens(first);
    browser.site.instead = instead;
    await browser.opens(first);
    await browser.asks(second, { rsc: "1" });
    await browser.posts("/today", 12).done;
    browser.site.instead = null;
    expect(await offline(first)).toBe(roll("first", "12"));
    expect(await offline(`${second}?before`)).toBe(roll("second", "11"));
  });

  it("a roll whose page leads to the sign-in takes all away: nobody is signed in", async () => {
    await browser.opens(first);
    browser.site.instead = () => ledTo(`${origin}/sign-in?next=x`, "sign in");
    await browser.asks(second, { rsc: "1" });
    browser.site.instead = null;
    expect(browser.rolls()).toEqual([]);
    expect(await offline(first)).toBe("stand-in");
  });

  it("stands as what was sent has left it; where that can't be had, as it was before for whoever asks so", async () => {
    await browser.opens(first);
    pages.set(first, roll("first, taken", "12"));
    await browser.posts(first).done;
    expect(await offline(first)).toBe(roll("first, taken", "12"));
    const sent = browser.posts(first);
    await sent.answer;
    browser.site.online = false;
    await sent.done;
    browser.site.online = true;
    expect(browser.rolls()).toContain(first);
    expect(await offline(first)).toBe("stand-in");
    expect(await offline(`${first}?before`)).toBe(roll("first, taken", "12"));
    await browser.opens(first);
    expect(await offline(first)).toBe(roll("first, taken", "12"));
  });

  it("what is sent on any page asks anew for the roll it names alone, and leaves the others", async () => {
    await browser.opens(first);
    pages.set(first, roll("first, later", "12"));
    pages.set(second, roll("second, taken", "11"));
    await browser.posts("/today").done;
    await browser.posts(first, 12).done;
    expect(await offline(first)).toBe(roll("first", "12"));
    expect(await offline(second)).toBe(roll("second, taken", "11"));
  });

  it("who signs out while the first roll is on its way leaves none", async () => {
    let go = () => {};
    browser.site.held = new Promise((end) => {
      go = end;
    });
    const opened = browser.opens(first);
    browser.site.held = Promise.resolve();
    await browser.posts("/account").done;
    go();
    await opened;
    expect(browser.rolls()).toEqual([]);
  });

  it("what could not be sent leaves all there", async () => {
    await browser.opens(first);
    browser.site.online = false;
    await expect(browser.posts("/account").answer).rejects.toThrow("no network");
    expect(browser.rolls()).toEqual([first, second]);
  });

  it("who signs out leaves none, even of one that was still on its way", async () => {
    await browser.opens(first);
    // Signed out, the same addresses are nobody's.
    pages.delete(first);
    pages.delete(second);
    await browser.posts("/account").done;
    expect(browser.rolls()).toEqual([]);
    expect(await offline(first)).toBe("stand-in");

    pages.set(first, roll("first", ""));
    let go = () => {};
    browser.site.held = new Promise((end) => {
      go = end;
    });
    const asked = browser.asks(first, { rsc: "1" });
    browser.site.held = Promise.resolve();
    await browser.opens("/sign-in");
    go();
    await asked;
    expect(browser.rolls()).toEqual([]);
  });

  it("who is led to the sign-in finds none of whoever was signed in before", async () => {
    await browser.opens(first);
    await browser.opens("/sign-in");
    expect(browser.rolls()).toEqual([]);
  });

  it("a roll stands for its day alone", async () => {
    await browser.opens(first);
    browser.site.now += (keptHours - 1) * 3600_000;
    expect(await offline(first)).toBe(roll("first", "12"));
    browser.site.now += 2 * 3600_000;
    expect(await offline(first)).toBe("stand-in");
    // Nothing of it is on the device any more.
    expect(browser.rolls()).toEqual([]);
  });

  it("what is sent keeps a roll no longer than from when it was opened", async () => {
    await browser.opens(first);
    browser.site.now += (keptHours - 1) * 3600_000;
    await browser.posts(first).done;
    expect(await offline(first)).toBe(roll("first", "12"));
    browser.site.now += 2 * 3600_000;
    expect(await offline(first)).toBe("stand-in");
    expect(browser.rolls()).toEqual([]);
  });
});
