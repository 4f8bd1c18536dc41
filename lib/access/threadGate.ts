import type { Context } from "../acts/context";
import { type ThreadRow, threadRow } from "../cascade/store/thread";
import { type OrganisationRow, organisationKnown } from "../people/store/organisationList";
import { coursesByOrganisation } from "../registrations/store/ofOrganisation";
import * as gate from "./gate";
import type { Granted } from "./granted";
import type { Programmes } from "./table";

/** An organisation as a viewer follows it: in these programmes. */
export type Followed = OrganisationRow & { readonly followedIn: Programmes };

/** True where people of an organisation have or had a place in a course of one of these programmes, or one is or was to be held for it. */
const tookPartIn = (cx: Context, organisationId: number, programmes: readonly number[]): boolean =>
  programmes.length > 0 && coursesByOrganisation(cx, [organisationId], programmes).has(organisationId);

/** True where an organisation is one of a programme: it knows somebody of it, or its courses have to do with it. */
export const isOfProgramme = (cx: Context, organisationId: number, programmeId: number): boolean =>
  organisationKnown(cx, organisationId, [programmeId]) !== undefined ||
  tookPartIn(cx, organisationId, [programmeId]);

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
  const followedIn = [
    ...programmes.filter((id) => isOfProgramme(cx, organisationId, id)),
    ...trains.filter((id) => tookPartIn(cx, organisationId, [id])),
  ];
  if (followedIn.length === 0) return gate.refused(cx.viewer);
  return { ...row, followedIn: [...new Set(followedIn)] } as unknown as Granted<Followed, P>;
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
  const here = row.followedIn === "all" || row.followedIn.includes(programme.id);
  return here && isOfProgramme(cx, organisationId, programme.id) ? row : gate.refused(cx.viewer);
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
