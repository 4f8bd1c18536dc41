import type { Granted, GrantedCourse, Reach, Self } from "../access/gate";
import type { Context } from "../acts/context";
import type { PersonRow } from "../people/store";
import {
  type NoticeWithPerson,
  personsUntold,
  toldIn,
  toTellIn,
  unread,
  untoldIn,
  untoldOfPerson,
} from "./store";
import { valuesOf } from "./values";

/** At most so many people on a page; the next ones follow when these are told. */
const mostShown = 200;

/** A notice as a page shows it: the values of its text are in the person's language. */
export type ShownNotice = Omit<NoticeWithPerson, "params"> & { values: Record<string, string> };

const shown =
  (cx: Context) =>
  (row: NoticeWithPerson): ShownNotice => {
    const { params: _, ...notice } = row;
    return { ...notice, values: valuesOf(cx, row, row.language) };
  };

/** Whom a coordinator is to tell in a course, longest waiting first, and who was told last. */
export function courseNotices(cx: Context, { id }: GrantedCourse<"registrations.decide">) {
  const toTell = toTellIn(cx, id, mostShown);
  const { messages, people } = untoldIn(cx, id);
  return {
    people,
    messages,
    more: messages > toTell.length,
    toTell: toTell.map(shown(cx)),
    told: toldIn(cx, id, mostShown).flatMap((notice) =>
      notice.toldAt === null ? [] : [{ ...notice, toldAt: notice.toldAt }],
    ),
  };
}

export type CourseNotices = ReturnType<typeof courseNotices>;

/** How many people a coordinator is to tell in a course. */
export const peopleToTell = (
  cx: Context,
  { id }: GrantedCourse<"course.read" | "registrations.read" | "registrations.decide">,
): number => untoldIn(cx, id).people;

/** People to be told something about themselves, outside of any course: in the reach of administrators alone. */
export const personsToTell = (cx: Context, { programmes }: Granted<Reach, "today.read">) =>
  programmes === "all" ? personsUntold(cx, mostShown) : [];

/** What is to be told to a person about themselves: in the reach of administrators alone. */
export const personNotices = (
  cx: Context,
  person: Granted<PersonRow, "people.read">,
  { programmes }: Granted<Reach, "people.read">,
): ShownNotice[] => (programmes === "all" ? untoldOfPerson(cx, person.id).map(shown(cx)) : []);

/** What somebody reads about themselves on their first page. */
const readByOneself = ["broughtIn", "workshopApproved", "workshopTurnedDown"] as const;
type ReadByOneself = (typeof readByOneself)[number];

/** What the viewer is told about themselves until they have read it: a programme that they were brought into, a decision on a workshop of theirs. */
export const ownNotices = (cx: Context, { personId }: Granted<Self, "account.own">) =>
  unread(cx, personId, readByOneself).map((notice) => ({
    ...notice,
    message: notice.message as ReadByOneself,
  }));
