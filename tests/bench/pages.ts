import { pages, trivial } from "./addresses";
import { median, p95, ratioOf, short, table, within } from "./figures";
import { headersOf, type Served, type Who, writerOf } from "./servers";

/** A page is not asked for again on a side once it has taken so long there in all, in ms, but once a pass. */
const patienceMs = 10_000;

/** How one page was on one server. */
type Measured = { ms: number[]; bytes: number; spent: number };

/** A page on both files, and the trivial page in the same turns. */
type Row = { sides: readonly [Measured, Measured]; plain: number[] };

/** Asks once, right after somebody has written, and reads the whole answer. */
async function ask(server: Served, path: string, headers: Record<string, string>, write: () => void) {
  write();
  const start = performance.now();
  const answer = await fetch(server.base + path, { headers, redirect: "manual" });
  const { byteLength } = await answer.arrayBuffer();
  const ms = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${server.data.name} answers ${answer.status} at ${path}`);
  return { ms, bytes: byteLength };
}

/**
 * Each page after a write by somebody, so that nothing is at hand that a write makes stale, once here and once there in
 * turns. Two budgets: with the demonstration at most three times a trivial page, with the big file at most 1.5 times
 * its own time with the demonstration.
 */
export async function measurePages(small: Served, big: Served, only: string | null): Promise<string> {
  const passes = 3;
  const each = Number(process.env.BENCH_ROUNDS ?? 6);
  const servers = [small, big] as const;
  const writers = servers.map((server) => writerOf(server.data));
  const wanted = [trivial, ...pages.filter((page) => !only || page.name.includes(only))];
  const none = (): Measured => ({ ms: [], bytes: 0, spent: 0 });
  const found = wanted.map((): Row => ({ sides: [none(), none()], plain: [] }));
  const signedIn = async (server: Served, who: Who) => headersOf(server.data, who);
  for (let pass = 0; pass < passes; pass++)
    for (const [row, page] of wanted.entries()) {
      const headers = await Promise.all(servers.map((server) => signedIn(server, page.who)));
      // The first answer of all only warms up what the page needs.
      for (let round = pass === 0 ? -1 : 0; round < each; round++) {
        const { ms: plain } = await ask(small, trivial.at(small.data.fixtures), {}, writers[0]!.write);
        if (round >= 0) found[row]!.plain.push(plain);
        for (const [i, server] of servers.entries()) {
          const side = found[row]!.sides[i]!;
          if (round > 0 && side.spent > patienceMs) continue;
          const { ms, bytes } = await ask(
            server,
            page.at(server.data.fixtures),
            headers[i]!,
            writers[i]!.write,
          );
          side.spent += ms;
          side.bytes = bytes;
          if (round >= 0) side.ms.push(ms);
        }
      }
    }
  for (const writer of writers) writer.close();
  const rows = wanted.map((page, row) => {
    const { sides, plain } = found[row]!;
    const [here, there] = sides;
    const growth = ratioOf(there.ms, here.ms);
    const toPlain = p95(here.ms) / p95(plain);
    return [
      `${page.name}${page.who ? `, ${page.who}` : ""}`,
      short(median(here.ms)),
      short(p95(here.ms)),
      short(toPlain),
      within(toPlain, 3),
      short(median(there.ms)),
      short(p95(there.ms)),
      growth.text,
      within(growth.middle, 1.5),
      short(there.bytes / 1024),
    ];
  });
  return table(
    [
      "page, after a write",
      "small ms",
      "p95",
      "× trivial",
      "≤ 3",
      "big ms",
      "p95",
      "big : small (half of turns)",
      "≤ 1.5",
      "big KB",
    ],
    rows,
  );
}
