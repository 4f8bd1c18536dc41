import { and, asc, eq, getTableName, gt, inArray, sql } from "drizzle-orm";
import { sensitiveFacts } from "@/db/schema/scopes";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { seal, unseal } from "../../crypto/seal";
import type { SealedRows } from "../../keys/sealedRows";
import type { SensitiveFacts } from "../rules";

/** What a sealed text belongs to, so that it opens for no other person. */
const about = (personId: number) => `person:${personId}`;

const opened = (cx: Context, personId: number, sealed: Buffer) =>
  JSON.parse(unseal(cx.settings.keys, sealed, about(personId))) as SensitiveFacts;

const saidTo = (personId: number, programmes: Programmes) =>
  and(
    eq(sensitiveFacts.personId, personId),
    programmes === "all" ? undefined : inArray(sensitiveFacts.programmeId, [...programmes]),
  );

/** What a person said of themselves to each of these programmes, the oldest first, decrypted. */
export const factsSaidTo = (cx: Context, personId: number, programmes: Programmes): SensitiveFacts[] =>
  cx.db
    .select({ sealed: sensitiveFacts.sealed })
    .from(sensitiveFacts)
    .where(saidTo(personId, programmes))
    .orderBy(asc(sensitiveFacts.updatedAt))
    .all()
    .map(({ sealed }) => opened(cx, personId, sealed));

/** Somebody who may have said something to a programme. */
export type SaidTo = { personId: number; programmeId: number };

/**
 * What these people said of their sex, each to a programme, for a number of them that the process keeps; handed out to nobody. What does
 * not open is not known: a course ends all the same. Each answer is opened once.
 */
export function sexesSaidTo(
  cx: Context,
  said: readonly SaidTo[],
): (one: SaidTo) => SensitiveFacts["sex"] | undefined {
  const keyOf = ({ personId, programmeId }: SaidTo) => `${personId} ${programmeId}`;
  const pairs = JSON.stringify(said.map(({ personId, programmeId }) => [personId, programmeId]));
  const rows = cx.db
    .select()
    .from(sensitiveFacts)
    .where(
      sql`(${sensitiveFacts.personId}, ${sensitiveFacts.programmeId}) in
        (select value ->> 0, value ->> 1 from json_each(${pairs}))`,
    )
    .all();
  const sexOf = ({ personId, sealed }: (typeof rows)[number]) => {
    try {
      return opened(cx, personId, sealed).sex;
    } catch {
      return undefined;
    }
  };
  const sexes = new Map(rows.map((row) => [keyOf(row), sexOf(row)]));
  return (one) => sexes.get(keyOf(one));
}

/** True where a person said something of themselves to one of these programmes. */
export const someFactsSaidTo = (cx: Context, personId: number, programmes: Programmes): boolean =>
  cx.db
    .select({ id: sensitiveFacts.personId })
    .from(sensitiveFacts)
    .where(saidTo(personId, programmes))
    .limit(1)
    .get() !== undefined;

/** Keeps what a person said to a programme, encrypted, in place of what was there. */
export function keepFacts(cx: Context, personId: number, programmeId: number, facts: SensitiveFacts): void {
  const sealed = seal(cx.settings.key, JSON.stringify(facts), about(personId));
  cx.db
    .insert(sensitiveFacts)
    .values({ personId, programmeId, sealed, updatedAt: cx.now })
    .onConflictDoUpdate({
      target: [sensitiveFacts.personId, sensitiveFacts.programmeId],
      set: { sealed, updatedAt: cx.now },
    })
    .run();
}

const row = sql<number>`rowid`;

/** What everybody said of themselves, sealed, for whoever changes the key. */
export const sealedFacts: SealedRows = {
  name: "answers about persons",
  table: getTableName(sensitiveFacts),
  next: (cx, after, many) =>
    cx.db
      .select({ row, sealed: sensitiveFacts.sealed, personId: sensitiveFacts.personId })
      .from(sensitiveFacts)
      .where(gt(row, after))
      .orderBy(row)
      .limit(many)
      .all()
      .map(({ personId, ...found }) => ({ ...found, about: about(personId) })),
  put(cx, at, sealed) {
    cx.db.update(sensitiveFacts).set({ sealed }).where(eq(row, at)).run();
  },
};
