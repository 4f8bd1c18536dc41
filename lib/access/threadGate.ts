import type { Context } from "../acts/context";
import { type ThreadRow, threadRow } from "../cascade/store/thread";
import { type OrganisationRow, organisationKnown } from "../people/store/organisationList";
import { programmesWithPart } from "../registrations/store/ofOrganisation";
import * as gate from "./gate";
import type { Granted } from "./granted";
import type { Programmes } from "./table";

/** An organisation as a viewer follows it: in these programmes. */
export type Followed = OrganisationRow & { readonly followedIn: Programmes };

/** Those of these programmes of which an organisation is one: they know somebody of it, or their courses have to do with it. */
export function programmesOf(
  cx: Context,
  organisation: OrganisationRow,
  programmes: readonly number[],
): readonly number[] {
  const known = programmes.filter((id) => organisationKnown(cx, organisation.id, [id]) !== undefined);
  const others = programmes.filter((id) => !known.includes(id));
  return [...known, ...programmesWithPart(cx, organisation, others)];
}

/**
 * An organisation whose thread the viewer follows: as coordinator of a programme of which it is one, or as trainer in a programme in
 * whose courses its people had a place, or which held some for it.
 */
export function followed<P extends "thread.read" | "thread.enter">(
  cx: Context,
  permission: P,
  organisationId: number,
): Granted<Followed, P> {
  const { programmes, trains } = gate.reach(cx, permission);
  const row = organisationKnown(cx, organisationId, "all") ?? gate.refused(cx.viewer);
  if (programmes === "all") return { ...row, followedIn: "all" } as unknown as Granted<Followed, P>;
  // The courses of all are looked through once.
  const part = programmesWithPart(cx, row, [...new Set([...programmes, ...trains])]);
  const followedIn = new Set([
    ...programmes.filter((id) => part.has(id) || organisationKnown(cx, organisationId, [id]) !== undefined),
    ...trains.filter((id) => part.has(id)),
  ]);
  if (followedIn.size === 0) return gate.refused(cx.viewer);
  return { ...row, followedIn: [...followedIn] } as unknown as Granted<Followed, P>;
}

/** The same to enter something for one programme, of which it must be one for whoever enters it. */
export function followedFor(
  cx: Context,
  permission: "thread.enter",
  organisationId: number,
  programmeId: number,
): Granted<Followed, "thread.enter"> {
  const row = followed(cx, permission, organisationId);
  const programme = gate.programme(cx, permission, programmeId);
  // Of those whom somebody follows in some programmes it is known that each has to do with it.
  const here =
    row.followedIn === "all"
      ? programmesOf(cx, row, [programme.id]).length > 0
      : row.followedIn.includes(programme.id);
  return here ? row : gate.refused(cx.viewer);
}

/** Something that was entered, to strike out: by whoever entered it, and by a coordinator of its programme. */
export function threadEntry(
  cx: Context,
  permission: "thread.enter",
  entryId: number,
): Granted<ThreadRow, "thread.enter"> {
  const row = threadRow(cx, entryId) ?? gate.refused(cx.viewer);
  followedFor(cx, permission, row.organisationId, row.programmeId);
  const own = row.enteredBy === cx.viewer.personId;
  if (!own && !gate.mayInProgramme(cx, "people.edit", row.programmeId)) return gate.refused(cx.viewer);
  return row as Granted<ThreadRow, "thread.enter">;
}
