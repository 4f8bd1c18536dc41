import type { CodePurpose } from "@/db/values/accounts";
import type { CourseState } from "@/db/values/courses";
import type { FeedKind } from "@/db/values/feeds";
import type { Translated } from "@/db/values/languages";
import type { ProgrammeRole } from "@/db/values/programmes";
import type { RegistrationState } from "@/db/values/registrations";
import type { CertificateEvents } from "./certificateEvents";
import type { RequestEvents } from "./requestEvents";
import type { SharingEvents } from "./sharingEvents";
import type { StageEvents } from "./stageEvents";
import type { ThreadEvents } from "./threadEvents";
import type { TimetableEvents } from "./timetableEvents";

/** A registration to which something happened, and whose it is. */
export type Touched = { registrationId: number; personId: number };

/** Whom something of a course concerns: whoever has a place, and who trains there. */
type OfCourse = { registrations: readonly Touched[]; trainers: readonly number[] };

/** Where a registration is now. */
export type Moved = Touched & { state: RegistrationState };

/**
 * A decision that is taken back before its person heard of it. `setAsideAt`: when it set aside (ms) what they were to hear
 * before; null where it touched nothing of that.
 */
export type Unheard = { registrationId: number; setAsideAt: number | null };

/**
 * How a person hears of a place that a trainer gives them: from us, whichever way reaches them; from the trainer, and by
 * mail besides where mail reaches them; or they are there.
 */
export type Hears = "fromUs" | "fromTrainer" | "there";

/** What belongs to a second step. */
export type SecondStepPart = "app" | "passkey" | "recoveryCodes";

/** Words that the people concerned are told; they are not kept in the log. */
export type Said = Readonly<Record<string, string>>;

/**
 * What can happen, by its name, with what is to be known of it: keys and states, and `said`. The audit log, messages, the freshness of public pages and what is due follow from it, in `happened.ts`.
 */
export type Events = CertificateEvents &
  RequestEvents &
  SharingEvents &
  StageEvents &
  ThreadEvents &
  TimetableEvents & {
    "account.created": { accountId: number };
    "account.invited": { accountId: number };
    "account.reset": { accountId: number };
    "account.password-changed": { accountId: number; personId: number; by: "owner" | "link" | "code" };
    "account.signed-out-elsewhere": { accountId: number };
    "account.made-administrator": { accountId: number };
    "account.administration-taken": { accountId: number };
    "account.disabled": { accountId: number };
    "account.enabled": { accountId: number };
    /** Somebody else ended all sign-ins. */
    "account.sessions-ended": { accountId: number };
    /** Its owner set up, or took away, a means of the second step, or made new recovery codes. */
    "account.second-step-added": { accountId: number; personId: number; what: SecondStepPart };
    "account.second-step-removed": { accountId: number; personId: number; what: SecondStepPart };
    /** Somebody else took all of it away. */
    "account.second-step-taken-away": { accountId: number; personId: number };
    "account.second-step-taken": {
      accountId: number;
      personId: number;
      by: "app" | "passkey" | "recovery";
      /** How many recovery codes are left. */
      left: number;
    };
    /** Who its owner is at an OpenID Connect issuer was taken off. */
    "account.issuer-removed": { accountId: number };
    /** The owner lets in again what they had taken off. */
    "account.issuer-restored": { accountId: number };
    "account.confirmed": { accountId: number };
    /** A link by mail to whose account this is, who asked without being signed in. */
    "account.link-asked": { accountId: number };
    /** Somebody who is not signed in as them registers with a contact that the account's owner has proven. */
    "account.contact-used": { accountId: number; personId: number };
    /** Somebody signed out in one browser. */
    "session.ended": { accountId: number };
    "session.started": {
      accountId: number;
      by: "password" | "link" | "code" | "issuer" | "passkey" | "registration";
    };

    /** A code to hand over; `said`: by whom. */
    "contact.code-made": { accountId: number; personId: number; purpose: CodePurpose; said: Said };
    /** `instead`: what an earlier code was to prove, which was under way and is over now. */
    "contact.proof-asked": {
      accountId: number;
      field: "email" | "phone";
      instead: "email" | "phone" | null;
    };
    "contact.proven": { accountId: number; field: "email" | "phone"; byPersonId: number | null };
    "contact.changed": { accountId: number; field: "email" | "phone" };

    "person.created": { personId: number };
    "person.edited": { personId: number; fields: readonly string[] };
    /** `newHere`: the programme did not know the person, who is told. */
    "person.brought-in": { personId: number; programmeId: number; newHere: boolean; said: Said };
    "person.facts-read": { personId: number };
    /** Somebody's own view of a list. */
    "view.saved": { viewId: number };
    "view.renamed": { viewId: number };
    "view.deleted": { viewId: number };
    "view.restored": { viewId: number };

    /** Somebody made, and so saw, a secret address of a calendar; or one in place of all that they had of it. */
    "feed.address-made": { accountId: number; feed: FeedKind; of: number | null };
    "feed.address-renewed": { accountId: number; feed: FeedKind; of: number | null };

    /** When a trainer is away; why is not kept in the log. */
    "away.entered": { personId: number; awayId: number };
    "away.taken-out": { personId: number; awayId: number };
    "away.put-back": { personId: number; awayId: number };
    "programme.created": { programmeId: number };
    "programme.edited": { programmeId: number };
    "programme.member-added": {
      personId: number;
      programmeId: number;
      role: ProgrammeRole;
      /** Its last day; null where it ends with the programme. */
      endsOn: string | null;
    };
    "programme.roles-reviewed": { programmeId: number };
    "programme.member-removed": { personId: number; programmeId: number; role: ProgrammeRole };
    "venue.created": { venueId: number };
    "venue.edited": { venueId: number };
    "venue.retired": { venueId: number };
    "venue.restored": { venueId: number };
    "country.edited": { code: string };
    "holiday.added": { country: string; day: string };
    "holiday.edited": { country: string; day: string; before: string };
    /** With what it was, so that it can be put back. */
    "holiday.removed": { country: string; day: string; name: Translated; byMoon: boolean };
    "holiday.restored": { country: string; day: string };

    "tool.created": { toolId: number };
    "tool.edited": { toolId: number };
    "tool.retired": { toolId: number };
    "tool.restored": { toolId: number };
    "tool.version-created": { toolId: number; toolVersionId: number };
    "tool.version-edited": { toolId: number; toolVersionId: number };
    "tool.version-retired": { toolId: number; toolVersionId: number };
    "tool.version-restored": { toolId: number; toolVersionId: number };

    /** Of a plan that a programme keeps to make courses from. */
    "template.kept": { templateId: number };
    "template.renamed": { templateId: number };
    "template.removed": { templateId: number };
    "template.restored": { templateId: number };

    "course.created": { courseId: number };
    "course.edited": { courseId: number; version: number };
    /** It goes on by the newest curricula of its tools. */
    "course.curriculum-moved": { courseId: number; modules: readonly number[] };
    /** A coordinator said that it takes place, or its plan asks for no minimum any more; whoever has a place, or trains in it, is told. */
    "course.confirmed": { courseId: number } & OfCourse;
    /** A plan that asks for a minimum of people made it uncertain; whoever has a place, or trains in it, is told. */
    "course.made-uncertain": {
      courseId: number;
      registrations: readonly Touched[];
      trainers: readonly number[];
    };
    /** Its coordinators were asked by mail whether it takes place. */
    "course.decision-asked": { courseId: number; asked: number };
    "course.state-changed": { courseId: number; from: CourseState; to: CourseState };
    /** Dates, times or place are others than what the people of a course were told. */
    "course.moved": {
      courseId: number;
      /** Whom it concerns, with a mark of what they knew before, and which sessions are others. */
      people: readonly (Touched & { said: Said })[];
      /** Registrations whose people know it right again, so that what they were to be told is taken back. */
      asBefore: readonly number[];
    };
    "record.created": { courseId: number };
    "record.edited": {
      courseId: number;
      version: number;
      /** By field from what to what, or null where it is a text. */
      changed: Readonly<Record<string, [string, string] | null>>;
    };
    "record.taken-out": { courseId: number };
    "record.put-back": { courseId: number };

    "workshop.scheduled": { courseId: number };
    "workshop.edited": { courseId: number; version: number };
    "workshop.approved": { courseId: number; personId: number; capacity: number } & OfCourse;
    "workshop.turned-down": { courseId: number; personId: number; said: Said };
    "workshop.approval-taken-back": { courseId: number; personId: number } & OfCourse;
    "workshop.approval-ended": { courseId: number; personId: number; changed: readonly string[] } & OfCourse;

    /** Who trains in a course now, at other times or places than they knew (`was`), or no longer; or is `asked` to; or knows it right again. */
    "training.changed": {
      courseId: number;
      trainers: readonly {
        personId: number;
        was: string;
        hears: "given" | "moved" | "ended";
        /** They trained in it before, and train another one's sessions besides. */
        takesOver: boolean;
        asked: boolean;
        /** What they are asked for and have not answered, the last of it. */
        waits?: number | undefined;
        /** Which of their sessions, and which days, are others than they knew. */
        said: Said;
      }[];
      asBefore: readonly number[];
    };
    "training.called-off": {
      courseId: number;
      trainers: readonly { personId: number; asked: boolean }[];
      said: Said;
    };

    "group.saved": { courseId: number; groupId: number };
    "group.deleted": {
      courseId: number;
      groupId: number;
      people: number;
      /** Who was in it, also without a place any more. */
      registrationIds: readonly number[];
    };
    /** Without a group: they are in none now. */
    "group.people-put": { courseId: number; groupId: number | null; registrations: readonly number[] };

    /** `door`: a trainer registers somebody who stands before them. */
    "registration.created": {
      courseId: number;
      registration: Moved;
      by: "self" | "coordinator" | "trainer" | "door";
    };
    /** A trainer gives a place to somebody who is in the course without one. */
    "registration.place-given": { courseId: number; registration: Touched; hears: Hears };
    "registration.link-asked": { courseId: number; registration: Touched };
    /** `asBefore`: those whom it takes back to where they were before a decision that nobody heard of. */
    "registration.decided": {
      courseId: number;
      to: RegistrationState;
      registrations: readonly Touched[];
      said: Said;
      asBefore: readonly Unheard[];
    };
    "registration.confirmed": { courseId: number; registrations: readonly Moved[] };
    "registration.withdrawn": { courseId: number; registration: Touched };
    /** `unheard`: registrations whose people never heard of the decision. */
    "registration.decision-undone": {
      courseId: number;
      registrations: readonly Moved[];
      unheard: readonly Unheard[];
    };
    "registration.came-back": { courseId: number; registration: Moved };
    "registration.moved-up": { courseId: number; registrations: readonly Touched[] };
    "registration.edited": { courseId: number; registrationId: number; fields: readonly string[] };
    /** The waiting list ended with its course, or came back with it. */
    "registration.released": { courseId: number; registrations: readonly Touched[] };
    "registration.brought-back": { courseId: number; registrations: readonly Moved[] };
    /** Who attended and who did not come is known as the course ends, or open again. */
    "registration.settled": { courseId: number; registrations: readonly Moved[] };
    "registration.called-off": { courseId: number; registrations: readonly Touched[]; said: Said };

    "roll.taken": { courseId: number; sessionId: number; marks: readonly string[] };
    "assessments.entered": { courseId: number; saved: number };

    /** Of people in a course, or, where there is none, of people themselves. */
    "notice.told": { courseId: number | null; ids: readonly number[] };
    /** Whom no mail reaches after all: they stand on the list of whom a coordinator is to tell. */
    "notice.listed": { courseId: number | null; people: readonly number[] };
    /** A mail that had been given up goes out again, and nobody need tell the person. */
    "notice.sent-again": { courseId: number | null; personId: number | null; jobId: number };
    /** An administrator asked whether mail goes out. */
    "mail.tried": { jobId: number };
    "notice.untold": { courseId: number | null; ids: readonly number[] };
    "notice.dismissed": { personId: number; ids: readonly number[] };
  };

export type EventKind = keyof Events;

/** One thing that happened. */
export type Event = { [Kind in EventKind]: { kind: Kind } & Events[Kind] }[EventKind];

/** The event of one kind. */
export type EventOf<Kind extends EventKind> = Extract<Event, { kind: Kind }>;
