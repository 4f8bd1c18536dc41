import { and, asc, eq, getTableColumns, inArray } from "drizzle-orm";
import { organisationEvents } from "@/db/schema/cascade";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { latinNameOf, namedBy, nameOf } from "../../people/store";
import { programmeView } from "../../programmes/store";

export type ThreadRow = typeof organisationEvents.$inferSelect;

/** Something that was entered, as it is within the open transaction. */
export const threadRow = (cx: Context, entryId: number): ThreadRow | undefined =>
  cx.db.select().from(organisationEvents).where(eq(organisationEvents.id, entryId)).get();

/** True where it was struck out. */
export const isStruck = (cx: Context, entryId: number): boolean =>
  cx.db
    .select({ id: organisationEvents.id })
    .from(organisationEvents)
    .where(eq(organisationEvents.ofId, entryId))
    .get() !== undefined;

/** All that these programmes entered of an organisation, in the order in which they did, with who did. */
export const threadRows = (cx: Context, organisationId: number, programmes: Programmes) =>
  cx.db
    .select({
      ...getTableColumns(organisationEvents),
      programme: programmeView.programmeTitle,
      by: nameOf(organisationEvents.enteredBy),
      byLatin: latinNameOf(organisationEvents.enteredBy),
      doer: nameOf(organisationEvents.doneBy),
      doerLatin: latinNameOf(organisationEvents.doneBy),
    })
    .from(organisationEvents)
    .innerJoin(programmeView, eq(programmeView.programmeId, organisationEvents.programmeId))
    .where(
      and(
        eq(organisationEvents.organisationId, organisationId),
        programmes === "all" ? undefined : inArray(organisationEvents.programmeId, [...programmes]),
      ),
    )
    .orderBy(asc(organisationEvents.id))
    .all()
    .map(({ by, byLatin, doer, doerLatin, ...row }) => ({
      ...row,
      by: namedBy(by, byLatin),
      /** Who did it, where that was somebody else of the team. */
      doer: namedBy(doer, doerLatin),
    }));

/** Enters something for whoever is signed in; gives its key. */
export const insertThreadRow = (
  cx: Context,
  row: Pick<ThreadRow, "organisationId" | "programmeId" | "kind" | "day" | "words"> &
    Partial<Pick<ThreadRow, "ofId" | "doneBy" | "doneByWords">>,
  personId: number,
): number =>
  cx.db
    .insert(organisationEvents)
    .values({ ...row, enteredBy: personId, enteredAt: cx.now })
    .returning({ id: organisationEvents.id })
    .get().id;
