import { and, eq, lt, sql } from "drizzle-orm";
import { registrationChanges, registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import type { RegistrationRow } from "../store";

/** Adds a registration; gives its row. */
export const insertRegistration = (cx: Context, row: typeof registrations.$inferInsert): RegistrationRow =>
  cx.db.insert(registrations).values(row).returning().get();

/** What may be changed of a registration; its version counts up with it. */
type Changed = Partial<
  Pick<
    RegistrationRow,
    | "state"
    | "waitingSequence"
    | "placeSince"
    | "addressKey"
    | "needs"
    | "consentVersion"
    | "consentLanguage"
    | "consentAt"
  >
>;

/** Writes what is other in a registration. */
export function updateRegistration(cx: Context, registrationId: number, changed: Changed): void {
  cx.db
    .update(registrations)
    .set({ ...changed, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, registrationId))
    .run();
}

/** Adds a line to the history of a registration: the viewer moved it now. */
export function addChange(
  cx: Context,
  change: Pick<
    typeof registrationChanges.$inferInsert,
    "registrationId" | "fromState" | "toState" | "cause" | "reason"
  >,
): void {
  cx.db
    .insert(registrationChanges)
    .values({ ...change, byPersonId: cx.viewer.personId, at: cx.now })
    .run();
}

/** Empties the keys of addresses of those who registered before an instant and have not come back since. */
export function emptyAddressKeys(cx: Context, before: number): void {
  cx.db
    .update(registrations)
    .set({ addressKey: null })
    .where(
      and(
        sql`${registrations.addressKey} is not null`,
        lt(registrations.registeredAt, before),
        sql`not exists (select 1 from ${registrationChanges} where registration_id = ${registrations.id} and cause = 'came_back' and at >= ${before})`,
      ),
    )
    .run();
}
