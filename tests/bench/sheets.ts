import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trivial } from "./addresses";
import { median, p95, short, table, within } from "./figures";
import { headersOf, serve, writerOf } from "./servers";
import type { Fixtures } from "./world/fixtures";

/** The courses of a file whose timetables are looked at, and when it was made. */
export type Sheets = { now: number; courseId: number; fewId: number };

const turns = 30;

/** A file with these courses, made in a process of its own. */
async function sheetsIn(folder: string): Promise<Sheets> {
  const child = fork(join(import.meta.dirname, "sheeter.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATA_DIR: folder, CASCADE_MODE: "test", LOG_LEVEL: "error" },
  });
  const [made] = (await once(child, "message")) as [Sheets];
  await once(child, "exit");
  return made;
}

/**
 * The timetable of a course of 18 days and three groups, as a coordinator gets it after somebody wrote: its first week, all of
 * it as a sheet and as the list that a phone shows; beside one of 3 days and a trivial page, in turns.
 */
export async function measureSheets(port: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "cascade-bench-sheets-"));
  const { now, courseId, fewId } = await sheetsIn(folder);
  const server = await serve({ name: "small", folder, fixtures: { now } as Fixtures }, port);
  const headers = await headersOf(server.data, "coordinator");
  const writer = writerOf(server.data);
  const sheet = (id: number, more = "") => `/desk/courses/${id}/timetable${more}`;
  const pages = [
    { name: "trivial page", at: trivial.at(server.data.fixtures) },
    { name: "timetable of 3 days", at: sheet(fewId) },
    { name: "18 days × 3 groups, a week", at: sheet(courseId) },
    { name: "18 days × 3 groups, all", at: sheet(courseId, "?view=all") },
    { name: "18 days × 3 groups, as a list", at: sheet(courseId, "?view=list") },
  ].map((page) => ({ ...page, ms: [] as number[], bytes: 0 }));
  // The first turn compiles code and queries.
  for (let turn = -1; turn < turns; turn++)
    for (const page of pages) {
      writer.write();
      const start = performance.now();
      const answer = await fetch(server.base + page.at, { headers, redirect: "manual" });
      page.bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${answer.status} at ${page.at}`);
      if (turn >= 0) page.ms.push(performance.now() - start);
    }
  writer.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  const plain = p95(pages[0]!.ms);
  return table(
    ["timetable of a coordinator, after a write", "ms", "p95", "× trivial", "≤ 3", "KB"],
    pages.map(({ name, ms, bytes }) => [
      name,
      short(median(ms)),
      short(p95(ms)),
      short(p95(ms) / plain),
      within(p95(ms) / plain, 3),
      short(bytes / 1024),
    ]),
  );
}
