import type { Locale } from "../i18n/rules";

/** Whose sign-in still lacks its second step: they are let in to nothing but that. */
export type Halfway = { readonly accountId: number; readonly personId: number; readonly signInId: number };

/** Who looks or acts. A visitor has no account; the system acts for the operator's own commands. */
export type Viewer = {
  kind: "visitor" | "account" | "system";
  accountId: number | null;
  /** The sign-in of the browser that asks; null where there is none, as for scripts. */
  signInId: number | null;
  personId: number | null;
  name: string | null;
  latinName: string | null;
  language: Locale | null;
  administrator: boolean;
  /** Programmes that this person coordinates. */
  coordinates: readonly number[];
  /** Programmes in which this person is a trainer. */
  trains: readonly number[];
  /** Those of both that have ended: what is there can be read for a while, and nothing else. */
  readsOnly: readonly number[];
  /** Of a visitor alone: who has shown a password or a link, and is still to take the second step. */
  halfway: Halfway | null;
};

export const visitor: Viewer = {
  kind: "visitor",
  accountId: null,
  signInId: null,
  personId: null,
  name: null,
  latinName: null,
  language: null,
  administrator: false,
  coordinates: [],
  trains: [],
  readsOnly: [],
  halfway: null,
};

/** The process itself and its operator. No session is one of these (`viewerOf`), so what asks for it is no request's. */
export type System = Viewer & { readonly kind: "system" };

/** The operator at the command line, and the demo data's author. */
export const system: System = { ...visitor, kind: "system", administrator: true };

/**
 * To whom something is granted. `halfway`: whoever is to take the second step of signing in. `coordinator`: of the programme in question. `trainer`: of the course in question,
 * being a trainer in its programme. `trainerThere`: in the programme in question, whatever the course. `scheduler`:
 * whose own workshop the course is, being a trainer in its programme. `sharer`: who coordinates a programme that shares the
 * course with the one that leads it. `self`: whom it is about. An administrator may what a coordinator may.
 */
export type Grant =
  | "everyone"
  | "signedIn"
  | "halfway"
  | "self"
  | "trainer"
  | "trainerThere"
  | "scheduler"
  | "sharer"
  | "coordinator"
  | "administrator";

/** The one table of what is allowed. Pages, actions, files and exports name a row of it. */
export const permissions = {
  "public.read": ["everyone"],
  "certificate.verify": ["everyone"],
  "registration.create": ["everyone"],
  "registration.follow": ["everyone"],
  "session.start": ["everyone"],
  "language.choose": ["everyone"],
  "account.own": ["signedIn"],
  "session.end": ["signedIn", "halfway"],
  "secondStep.take": ["halfway"],
  "secondStep.setUp": ["signedIn", "halfway"],
  "today.read": ["signedIn"],
  "certificate.download": ["self", "sharer", "coordinator"],
  "desk.read": ["trainer", "coordinator"],
  /** The link by which an online session is joined; whoever has a place reads it on their own page. */
  "session.join": ["trainer", "coordinator"],
  "course.read": ["trainer", "sharer", "coordinator"],
  "course.create": ["coordinator"],
  "course.edit": ["coordinator"],
  /** Which programmes pay for a course, and how much of it. */
  "sharing.read": ["sharer", "coordinator"],
  /** That one's programme shares a course no longer: all that whoever shares it may do. */
  "sharing.leave": ["sharer"],
  "course.run": ["scheduler", "coordinator"],
  "timetable.edit": ["scheduler", "coordinator"],
  /** What is open in the plan of a course, as a list; who shares it reads how much that is. */
  "timetable.issues": ["scheduler", "sharer", "coordinator"],
  "workshop.schedule": ["trainerThere"],
  "workshop.edit": ["scheduler", "coordinator"],
  "workshop.approve": ["coordinator"],
  "participants.read": ["scheduler", "coordinator"],
  "participants.register": ["scheduler", "coordinator"],
  /** Who is registered in a course and how each registration stands: names, without contacts and what people said. */
  "registered.read": ["sharer", "coordinator"],
  "registrations.read": ["coordinator"],
  "registrations.decide": ["coordinator"],
  "roll.read": ["trainer", "sharer", "coordinator"],
  "roll.take": ["trainer", "coordinator"],
  "assessments.enter": ["trainer", "coordinator"],
  /** What the people of a training of trainers plan to do with it: who has written it down, and doing so for them. */
  "actionPlan.enter": ["trainer", "coordinator"],
  "certificates.read": ["sharer", "coordinator"],
  /** The sheets of a course that are not valid yet: those prepared, and those of the batch as they would be. */
  "certificates.sheets.read": ["coordinator"],
  "certificates.issue": ["coordinator"],
  "trainers.read": ["coordinator"],
  /** Asking for a trainer whom the public register shows. */
  "trainers.enquire": ["everyone"],
  /** When a trainer is away, and why. */
  "away.edit": ["self", "coordinator"],
  /** Asking trainers for a course, and what becomes of it. */
  "trainers.ask": ["scheduler", "coordinator"],
  /** Answering what one was asked for oneself. */
  "request.answer": ["self"],
  "people.read": ["coordinator"],
  "people.edit": ["coordinator"],
  /** Recognising what somebody learnt elsewhere, and taking that back; never one's own. */
  "learning.recognise": ["coordinator"],
  /**
   * Reading somebody's way with a tool, and recommending them for certification; which trainers are qualified says
   * `lib/stages/deciding.ts`. Never oneself.
   */
  "stage.recommend": ["trainerThere", "coordinator"],
  /**
   * Deciding that somebody is certified, renewed or a master trainer, and what ends or interrupts a way; never one's own, nor what
   * one recommended.
   */
  "stage.approve": ["coordinator"],
  /**
   * Writing down what one saw of a trainer on the way: an observation, a coaching visit. In which programme says the workshop,
   * or the way; who is qualified says `lib/stages/rules/observer.ts`.
   */
  "stage.observe": ["trainerThere", "coordinator"],
  /** Entering what somebody did on the way elsewhere, and that a workshop of theirs counts; never one's own. */
  "stage.enter": ["coordinator"],
  /**
   * Somebody else's account: all of them, listed and looked at; inviting to one, disabling, enabling, ending its sessions,
   * giving and taking administration, its second step, and the password of whoever proved a contact.
   */
  "accounts.edit": ["administrator"],
  /** What came of a training of trainers: its trainers' workshops and whom they reached, in numbers. */
  "cascade.read": ["sharer", "coordinator"],
  /** What became of an organisation after its people were trained, and entering it. */
  "thread.read": ["trainerThere", "coordinator"],
  "thread.enter": ["trainerThere", "coordinator"],
  "programmes.read": ["coordinator"],
  "programmes.create": ["administrator"],
  "programmes.edit": ["coordinator"],
  /** Giving up coordinating a programme oneself, which nobody does who could not undo it. */
  "programmes.leave": ["administrator"],
  "tools.read": ["trainer", "coordinator"],
  "tools.edit": ["coordinator"],
  "settings.read": ["coordinator"],
  "venues.edit": ["coordinator"],
  "holidays.edit": ["administrator"],
  "countries.edit": ["administrator"],
  /** Who was refused what, with their addresses. */
  "refusals.read": ["administrator"],
  /** What became of the mail to everybody, and whether it goes out. */
  "mail.manage": ["administrator"],
} as const satisfies Record<string, readonly Grant[]>;

export type Permission = keyof typeof permissions;

/** What not everybody may: a key does for it. What everybody may, they may with what they know: an address, a token. */
export type ByKey = {
  [P in Permission]: "everyone" extends (typeof permissions)[P][number] ? never : P;
}[Permission];

/**
 * What is asked about: the programme it belongs to, whether the viewer trains that course, whether it is a workshop
 * that they scheduled, with which programmes it is shared, whether it is about themselves.
 */
export type Scope = {
  programmeId?: number;
  trainsCourse?: boolean;
  schedules?: boolean;
  sharedWith?: readonly number[];
  self?: boolean;
};

type Holds = Record<Grant, boolean>;

/** True where one of the grants of a permission is held. */
const granted = (permission: Permission, holds: Holds) =>
  (permissions[permission] as readonly Grant[]).some((grant) => holds[grant]);

/** True for what changes nothing: it goes on for a while where a programme has ended. */
export const onlyReads = (permission: Permission): boolean =>
  permission.endsWith(".read") || permission === "certificate.download";

/** Of these programmes of the viewer those in which they may this: of those that have ended, where it only reads. */
export const openFor = (
  { readsOnly }: Viewer,
  permission: Permission,
  programmes: readonly number[],
): readonly number[] =>
  readsOnly.length === 0 || onlyReads(permission)
    ? programmes
    : programmes.filter((id) => !readsOnly.includes(id));

/** True where the table grants this to this viewer within this scope. */
export function may(viewer: Viewer, permission: Permission, scope: Scope): boolean {
  const { programmeId } = scope;
  const there = (held: readonly number[]) =>
    programmeId !== undefined && openFor(viewer, permission, held).includes(programmeId);
  const trainerThere = there(viewer.trains);
  const shares = scope.sharedWith ?? [];
  return granted(permission, {
    everyone: true,
    signedIn: viewer.kind !== "visitor",
    halfway: viewer.halfway !== null,
    self: scope.self === true,
    trainer: scope.trainsCourse === true && trainerThere,
    trainerThere,
    scheduler: scope.schedules === true && trainerThere,
    sharer:
      shares.length > 0 && openFor(viewer, permission, viewer.coordinates).some((id) => shares.includes(id)),
    coordinator: viewer.administrator || there(viewer.coordinates),
    administrator: viewer.administrator,
  });
}

/** True where the viewer may it somewhere, whatever the scope: to open a page or to show an entry of the menu. */
export function mayAnywhere(viewer: Viewer, permission: Permission): boolean {
  const signedIn = viewer.kind !== "visitor";
  const trains = openFor(viewer, permission, viewer.trains).length > 0;
  return granted(permission, {
    everyone: true,
    signedIn,
    halfway: viewer.halfway !== null,
    self: signedIn,
    trainer: trains,
    trainerThere: trains,
    scheduler: trains,
    sharer: openFor(viewer, permission, viewer.coordinates).length > 0,
    coordinator: viewer.administrator || openFor(viewer, permission, viewer.coordinates).length > 0,
    administrator: viewer.administrator,
  });
}

/** Keys of programmes, or all of them. */
export type Programmes = readonly number[] | "all";

/** The programmes of a list: the one that is asked for, where it is within reach, or all that are. */
export const programmesAskedFor = (programmes: Programmes, one: number | null): Programmes =>
  one === null ? programmes : programmes === "all" || programmes.includes(one) ? [one] : [];

/** The programmes whose rows a coordinator's lists of this permission hold; `all` for an administrator. */
export function coordinatedProgrammes(viewer: Viewer, permission: Permission): Programmes {
  return viewer.administrator ? "all" : openFor(viewer, permission, viewer.coordinates);
}

/**
 * Whose rows a list holds: of these programmes (`all`: an administrator's, and so what is of none), and of the courses that
 * the viewer trains as a trainer in the programmes `trains`.
 */
export type Reach = {
  readonly programmes: Programmes;
  readonly trainerId: number | null;
  readonly trains: readonly number[];
};
