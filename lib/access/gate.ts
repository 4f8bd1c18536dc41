import { type AccountRow, accountRow } from "../accounts/store";
import type { Context } from "../acts/context";
import { certificateRow, certificateRowBySerial } from "../certificates/store";
import { isPublic } from "../courses/rules";
import { type CourseRow, courseRow, courseRowBySlug } from "../courses/store";
import { type ToolRow, toolRow } from "../curriculum/store";
import { isKnownIn, type PersonRow, personRow } from "../people/store";
import { type OrganisationRow, organisationKnown } from "../people/store/organisationList";
import { type VenueRow, venueRow } from "../places/store";
import { type ProgrammeRow, programmeRow } from "../programmes/store";
import { registrationRow, registrationRowByToken } from "../registrations/store";
import { refuse } from "../result";
import { sessionRow } from "../timetable/store";
import type {
  Anywhere,
  Granted,
  GrantedCertificate,
  GrantedCourse,
  GrantedParticipant,
  GrantedRegistration,
  GrantedSession,
  GrantedWorkshop,
  OwnProgrammes,
  OwnSignIn,
  PlanningIn,
  Self,
} from "./granted";
import { isWorkshop, mayInCountry, mayInProgramme, scopeOf } from "./may";
import {
  type ByKey,
  coordinatedProgrammes,
  mayAnywhere,
  may as mayBy,
  openFor,
  type Permission,
  type Reach,
  type Viewer,
} from "./table";

export type * from "./granted";
export { holdsIn, mayIn, mayInCountry, mayInProgramme, mayInWorkshop, maySomewhere, sharedBy } from "./may";

const granted = <Thing, P extends Permission>(thing: Thing, _permission: P) => thing as Granted<Thing, P>;
/** What one may not see is not found, so that a forged key tells nothing; a visitor is asked to sign in. */
export const refused = (by: Viewer): never => refuse(by.kind === "visitor" ? "signInNeeded" : "notFound");

const grantedCourse = <P extends Permission>(cx: Context, permission: P, row: CourseRow | undefined) => {
  if (!row || !mayBy(cx.viewer, permission, scopeOf(cx, row))) return refused(cx.viewer);
  return granted(row, permission);
};

/** The course of this key, to do this with. */
export const course = <P extends ByKey>(cx: Context, permission: P, courseId: number): GrantedCourse<P> =>
  grantedCourse(cx, permission, courseRow(cx, courseId));

/** Those of these courses that one may do this with; others are left out. */
export const coursesAmong = <P extends ByKey>(
  cx: Context,
  permission: P,
  courses: readonly (number | CourseRow)[],
): GrantedCourse<P>[] =>
  courses
    .flatMap((one) => (typeof one === "number" ? (courseRow(cx, one) ?? []) : one))
    .filter((row) => mayBy(cx.viewer, permission, scopeOf(cx, row)))
    .map((row) => granted(row, permission));

/** The same course, to do something else with. */
export const courseFor = <P extends ByKey>(
  cx: Context,
  permission: P,
  row: GrantedCourse<Permission>,
): GrantedCourse<P> => grantedCourse(cx, permission, row);

/** The course of this public address, for whoever registers there. */
export const courseBySlug = (cx: Context, slug: string): GrantedCourse<"registration.create"> =>
  grantedCourse(cx, "registration.create", courseRowBySlug(cx, slug) ?? refuse("notFound"));

/** A trainer's own workshop; a course that a coordinator planned has no list of participants that is its trainers'. */
export function workshop<P extends ByKey>(cx: Context, permission: P, courseId: number): GrantedWorkshop<P> {
  const row = course(cx, permission, courseId);
  return isWorkshop(row) ? row : refused(cx.viewer);
}

/** The course of this key, to do one of these things with. */
export function courseForAny<P extends ByKey>(
  cx: Context,
  permissions: readonly P[],
  courseId: number,
): GrantedCourse<P> {
  const row = courseRow(cx, courseId) ?? refused(cx.viewer);
  const permission = permissions.find((p) => mayBy(cx.viewer, p, scopeOf(cx, row))) ?? refused(cx.viewer);
  return granted(row, permission);
}

/** The course of this public address, where the public may see it; null where it may not. */
export function publicCourse(cx: Context, slug: string): GrantedCourse<"public.read"> | null {
  const row = courseRowBySlug(cx, slug);
  return row && isPublic(row) ? granted(row, "public.read") : null;
}

/** The session of this key, with its course. */
export function session<P extends ByKey>(cx: Context, permission: P, sessionId: number): GrantedSession<P> {
  const row = sessionRow(cx, sessionId) ?? refused(cx.viewer);
  return rowOf(cx, course(cx, permission, row.courseId), row);
}

/** The registration of this key, with its course. */
export function registration<P extends ByKey>(
  cx: Context,
  permission: P,
  registrationId: number,
): GrantedRegistration<P> {
  const row = registrationRow(cx, registrationId) ?? refused(cx.viewer);
  return rowOf(cx, course(cx, permission, row.courseId), row);
}

/** The registration of this key in a trainer's own workshop. */
export function participant<P extends ByKey>(
  cx: Context,
  permission: P,
  registrationId: number,
): GrantedParticipant<P> {
  const row = registration(cx, permission, registrationId);
  return isWorkshop(row.course) ? { ...row, course: row.course } : refused(cx.viewer);
}

/** The same in a workshop that the viewer was handed; a key of another course is not found. */
export function participantIn<P extends Permission>(
  cx: Context,
  course: GrantedWorkshop<P>,
  registrationId: number,
): GrantedParticipant<P> {
  const row = registrationRow(cx, registrationId);
  if (row?.courseId !== course.id) return refused(cx.viewer);
  return { ...row, course } as GrantedParticipant<P>;
}

/** The registration of whoever holds its token, which is on their own page. */
export function ownRegistration(cx: Context, token: string): GrantedRegistration<"registration.follow"> {
  const row = registrationRowByToken(cx, token) ?? refuse("notFound");
  return rowOf(cx, grantedCourse(cx, "registration.follow", courseRow(cx, row.courseId)), row);
}

/** A row of a course that the viewer was handed, with it, such as a registration; one of another course is not found. */
export const rowOf = <P extends Permission, Row extends { courseId: number }>(
  cx: Context,
  course: GrantedCourse<P>,
  row: Row,
) =>
  row.courseId === course.id
    ? ({ ...row, course } as Granted<Row & { course: GrantedCourse<P> }, P>)
    : refused(cx.viewer);

/** The same of several. */
export const rowsOf = <P extends Permission, Row extends { courseId: number }>(
  cx: Context,
  course: GrantedCourse<P>,
  rows: readonly Row[],
) => rows.map((row) => rowOf(cx, course, row));

/** The certificate of this key, with its registration and course. */
export function certificate<P extends ByKey>(
  cx: Context,
  permission: P,
  certificateId: number,
): GrantedCertificate<P> {
  const row = certificateRow(cx, certificateId) ?? refused(cx.viewer);
  return granted({ ...row, registration: registration(cx, permission, row.registrationId) }, permission);
}

/**
 * The certificate of this serial, to download: a coordinator's, and theirs who it is of, signed in or by the token of their
 * registration. A sheet that is prepared, or never became valid, is the coordinator's alone.
 */
export function certificateToDownload(
  cx: Context,
  serial: string,
  token: string | null,
): GrantedCertificate<"certificate.download"> {
  const row = certificateRowBySerial(cx, serial) ?? refused(cx.viewer);
  const of = registrationRow(cx, row.registrationId) ?? refused(cx.viewer);
  const inCourse = courseRow(cx, of.courseId) ?? refused(cx.viewer);
  const own = of.token === token || (cx.viewer.personId !== null && cx.viewer.personId === of.personId);
  const valid = row.validFrom !== null;
  const { sharedWith, ...there } = scopeOf(cx, inCourse);
  const scope = { ...there, self: own && valid, sharedWith: valid ? sharedWith : [] };
  if (!mayBy(cx.viewer, "certificate.download", scope)) return refused(cx.viewer);
  const to = "certificate.download";
  return granted({ ...row, registration: granted({ ...of, course: granted(inCourse, to) }, to) }, to);
}

/** The programme of this key. */
export function programme<P extends ByKey>(
  cx: Context,
  permission: P,
  programmeId: number,
): Granted<ProgrammeRow, P> {
  const row = programmeRow(cx, programmeId);
  if (!row || !mayBy(cx.viewer, permission, { programmeId })) return refused(cx.viewer);
  return granted(row, permission);
}

/** A person of a coordinator's programmes, which commands keep (`person_programmes`), so that nobody can write them into theirs. */
export function person<P extends ByKey>(cx: Context, permission: P, personId: number): Granted<PersonRow, P> {
  const row = personRow(cx, personId);
  const { programmes } = reach(cx, permission);
  if (!row || !(programmes === "all" || isKnownIn(cx, personId, programmes))) return refused(cx.viewer);
  return granted(row, permission);
}

/** Somebody known in the programme of a workshop that the viewer was handed, to register them there too. */
export function personKnownTo<P extends Permission>(
  cx: Context,
  course: GrantedWorkshop<P>,
  personId: number,
): Granted<PersonRow, P> {
  const row = personRow(cx, personId);
  if (!row || !isKnownIn(cx, personId, [course.programmeId])) return refused(cx.viewer);
  return row as Granted<PersonRow, P>;
}

/** The person of a registration that the viewer was handed, to do the same with. */
export const personOf = <P extends Permission>(
  cx: Context,
  registration: GrantedRegistration<P>,
): Granted<PersonRow, P> =>
  (personRow(cx, registration.personId) ?? refused(cx.viewer)) as Granted<PersonRow, P>;

/** An organisation of which a coordinator's programmes know somebody. */
export function organisation(cx: Context, organisationId: number): Granted<OrganisationRow, "people.read"> {
  const { programmes } = reach(cx, "people.read");
  const row = organisationKnown(cx, organisationId, programmes);
  return row ? granted(row, "people.read") : refused(cx.viewer);
}

/** A tool to change: one of a programme is its coordinators', one for all the administrators'. */
export function tool<P extends ByKey>(cx: Context, permission: P, toolId: number): Granted<ToolRow, P> {
  const row = toolRow(cx, toolId);
  if (!row || !mayInProgramme(cx, permission, row.programmeId)) return refused(cx.viewer);
  return granted(row, permission);
}

/** An account of this Cascade, whoever it is of: for administrators. */
export function account(cx: Context, accountId: number): Granted<AccountRow, "accounts.edit"> {
  everywhere(cx, "accounts.edit");
  return granted(accountRow(cx, accountId) ?? refused(cx.viewer), "accounts.edit");
}

/** A venue, which belongs to no programme but to a country: of one in which a programme of the viewer's works. */
export function venue<P extends ByKey>(cx: Context, permission: P, venueId: number): Granted<VenueRow, P> {
  const row = venueRow(cx, venueId);
  return row && mayInCountry(cx, permission, row.country) ? granted(row, permission) : refused(cx.viewer);
}

/** What belongs to no programme, for whoever holds the permission somewhere. */
export const anywhere = <P extends Permission>(cx: Context, permission: P): Granted<Anywhere, P> =>
  mayAnywhere(cx.viewer, permission) ? granted({ anywhere: true }, permission) : refused(cx.viewer);

/** Everything of everybody: for what administrators alone look after. */
export const everywhere = <P extends Permission>(cx: Context, permission: P): Granted<Anywhere, P> =>
  cx.viewer.administrator ? granted({ anywhere: true }, permission) : refused(cx.viewer);

/** Whose rows the lists of this permission hold. */
export function reach<P extends Permission>(cx: Context, permission: P): Granted<Reach, P> {
  if (!mayAnywhere(cx.viewer, permission)) return refused(cx.viewer);
  const trains = openFor(cx.viewer, permission, cx.viewer.trains);
  const trainerId = trains.length > 0 ? cx.viewer.personId : null;
  return granted({ programmes: coordinatedProgrammes(cx.viewer, permission), trainerId, trains }, permission);
}

/** The programmes whose coordinator the viewer is; an administrator's reach goes beyond those that are theirs. */
export const coordinated = <P extends Permission>(cx: Context, permission: P): Granted<OwnProgrammes, P> =>
  mayAnywhere(cx.viewer, permission)
    ? granted({ own: openFor(cx.viewer, permission, cx.viewer.coordinates) }, permission)
    : refused(cx.viewer);

/** Those of these programmes in which the viewer may plan a course, or schedule a workshop of their own. */
export const planningIn = (cx: Context, programmeIds: readonly number[]) => {
  const plans = ["course.create", "workshop.schedule"] as const;
  const programmes = programmeIds.filter((id) => plans.some((plan) => mayInProgramme(cx, plan, id)));
  return granted<PlanningIn, (typeof plans)[number]>({ programmes }, plans[0]);
};

/** Whoever is signed in, or halfway there, with the sign-in of their browser: for their second step and to sign out. */
export function ownSignIn<P extends "session.end" | "secondStep.take" | "secondStep.setUp">(
  cx: Context,
  permission: P,
): Granted<OwnSignIn, P> {
  const { halfway, signInId } = cx.viewer;
  if (!mayAnywhere(cx.viewer, permission)) return refused(cx.viewer);
  if (halfway) return granted({ ...halfway, halfway: true }, permission);
  return granted({ ...self(cx), signInId, halfway: false }, permission);
}

/** Whoever is signed in, for what is their own. */
export const self = ({ viewer }: Context): Granted<Self, "account.own"> =>
  viewer.personId === null || viewer.accountId === null
    ? refused(viewer)
    : granted({ personId: viewer.personId, accountId: viewer.accountId }, "account.own");
