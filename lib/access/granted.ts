import type { CertificateRow } from "../certificates/store";
import type { CourseRow } from "../courses/store";
import type { RegistrationRow } from "../registrations/store";
import type { SessionRow } from "../timetable/store";
import type { Permission } from "./table";

export type { Reach } from "./table";

declare const permitted: unique symbol;

/**
 * Something that the viewer may do this with: only the gate makes one, and queries and commands of a thing take nothing
 * else, so that a check cannot be forgotten. One granted for one permission serves wherever that or others are asked for.
 */
export type Granted<Thing, P extends Permission> = Thing & { readonly [permitted]: P };

/** What belongs to no programme: the catalogue of tools, venues, settings. */
export type Anywhere = { readonly anywhere: true };
/** Programmes whose coordinator the viewer is. */
export type OwnProgrammes = { readonly own: readonly number[] };
/** Programmes in which the viewer may plan. */
export type PlanningIn = { readonly programmes: readonly number[] };
/** The person who is signed in, with their account. */
export type Self = { readonly personId: number; readonly accountId: number };

/** The same with the sign-in of their browser; `halfway` where its second step is still to be taken. */
export type OwnSignIn = Self & { readonly signInId: number | null; readonly halfway: boolean };

export type GrantedCourse<P extends Permission> = Granted<CourseRow, P>;
/** A course granted for planning it, anew or otherwise. */
export type GrantedPlan = GrantedCourse<
  "course.create" | "course.edit" | "workshop.schedule" | "workshop.edit"
>;
export type GrantedWorkshop<P extends Permission> = GrantedCourse<P> & { scheduledBy: number };
export type GrantedSession<P extends Permission> = Granted<SessionRow & { course: GrantedCourse<P> }, P>;
export type GrantedRegistration<P extends Permission> = Granted<
  RegistrationRow & { course: GrantedCourse<P> },
  P
>;
export type GrantedParticipant<P extends Permission> = GrantedRegistration<P> & {
  course: GrantedWorkshop<P>;
};
export type GrantedCertificate<P extends Permission> = Granted<
  CertificateRow & { registration: GrantedRegistration<P> },
  P
>;
