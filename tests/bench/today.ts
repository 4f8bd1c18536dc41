import { median, p95, ratioOf, short, table, within } from "./figures";
import { headersOf, type Served, writerOf } from "./servers";

const turns = 5;
const turnMs = 6_000;

/** Asks for the page again and again for a while. @returns how long each answer took, in ms; at least one. */
async function askedFor(server: Served, headers: Record<string, string>): Promise<number[]> {
  const ask = async () => {
    const start = performance.now();
    await (await fetch(`${server.base}/today`, { headers })).arrayBuffer();
    return performance.now() - start;
  };
  // What somebody wrote before this turn is no part of it.
  await ask();
  const answers: number[] = [];
  const end = performance.now() + turnMs;
  do answers.push(await ask());
  while (performance.now() < end);
  return answers;
}

/** The first page of a coordinator of some 2,000 courses, while somebody writes once a second, against nobody writing. */
export async function measureToday(big: Served): Promise<string> {
  const headers = await headersOf(big.data, "coordinator");
  const writer = writerOf(big.data);
  await askedFor(big, headers);
  const still: number[][] = [];
  const busy: number[][] = [];
  for (let turn = 0; turn < turns; turn++) {
    still.push(await askedFor(big, headers));
    const writing = setInterval(writer.write, 1_000);
    busy.push(await askedFor(big, headers));
    clearInterval(writing);
  }
  writer.close();
  const mean = (list: number[]) => list.reduce((sum, ms) => sum + ms, 0) / list.length;
  const all = [still.flat(), busy.flat()] as const;
  const ratio = ratioOf(busy.map(mean), still.map(mean));
  const row = (name: string, list: number[]) => [
    name,
    short(median(list)),
    short(mean(list)),
    short(p95(list)),
  ];
  return table(
    ["today of a coordinator", "median ms", "mean", "p95", "mean, ratio (half of turns)", "≤ 1.5"],
    [
      [...row("nobody writes", all[0]), "", ""],
      [...row("one write a second", all[1]), ratio.text, within(ratio.middle, 1.5)],
    ],
  );
}
