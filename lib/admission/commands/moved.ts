import { createHash } from "node:crypto";
import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { EventOf } from "../../acts/events";
import { happened } from "../../acts/happened";
import { courseRow } from "../../courses/store";
import { isTheirs } from "../../groups/rules";
import { inLanguage, type Locale, locales } from "../../i18n/rules";
import {
  changesKept,
  datesBefore,
  keptChanges,
  type SessionWas,
  sessionChanges,
} from "../../messages/rules/changed";
import { isUnheard, untoldOf } from "../../messages/tell";
import { peopleRegisteredIn } from "../../registrations/store";
import { partsIn, type Replacing, trainingChanged } from "../../requests/commands/training";
import { dayAt } from "../../time/zone";
import { sessionsToCome } from "../../timetable/store";

/** A course granted for what may change what people plan by. */
type MayMove = GrantedCourse<"course.edit" | "workshop.edit" | "timetable.edit">;

/**
 * What people plan by in a course: `course` is its dates and place by language, `times` its sessions that are not over, for
 * somebody in a group (null: in none).
 */
export type Agreed = {
  of: MayMove;
  over: boolean;
  course: Record<Locale, string>;
  times: (groupId: number | null) => string;
  sessions: (groupId: number | null) => SessionWas[];
  /** All sessions that are not over. */
  all: readonly SessionWas[];
  dates: { startsOn: string | null; endsOn: string | null };
  /** Those who train in it, or are asked to. */
  parts: ReturnType<typeof partsIn>;
  /** Who takes whose place with the edit. */
  replacing?: Replacing | undefined;
};

const digest = (parts: unknown) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

type ToCome = ReturnType<typeof sessionsToCome>[number];

/** A session as people plan by it; where it is online or at another venue, as such, so that it moves when that changes. */
const planned = ({ day, from, to, room, online, venueId }: ToCome) => ({
  ...{ day, from, to, room },
  ...(online ? { online } : {}),
  ...(venueId === null ? {} : { venueId }),
});

const asKnown = ({ id, day, from, to, room, online, venueId, kind, title }: ToCome): SessionWas => ({
  ...{ id, day, from, to, kind, title },
  at: JSON.stringify([room, online, venueId]),
});

/** What is agreed on about a course at this moment, to be compared with what an edit makes of it. */
export function agreedOf(cx: Context, of: MayMove, replacing?: Replacing): Agreed {
  const course = courseRow(cx, of.id)!;
  const { startsOn, endsOn, zone, mode, venueId, country } = course;
  const plan = (locale: Locale) =>
    digest([startsOn, endsOn, zone, mode, venueId, country, inLanguage(course.place, locale).text]);
  const toCome = sessionsToCome(cx, of.id, cx.now);
  const theirs = (groupId: number | null) => toCome.filter((s) => isTheirs(s, { groupId }));
  const times = (groupId: number | null) => digest(theirs(groupId).map(planned));
  const known = new Map<number | null, string>();
  return {
    of,
    over: endsOn !== null && endsOn < dayAt(cx.now, zone),
    course: Object.fromEntries(locales.map((l) => [l, plan(l)])) as Record<Locale, string>,
    times: (groupId) => {
      const word = known.get(groupId) ?? times(groupId);
      known.set(groupId, word);
      return word;
    },
    sessions: (groupId) => theirs(groupId).map(asKnown),
    all: toCome.map(asKnown),
    dates: { startsOn, endsOn },
    parts: partsIn(cx, of, course.state === "draft", replacing),
    replacing,
  };
}

/**
 * Tells everybody who has a place, whoever waits for one where dates or place are others, and who trains, that a course
 * has moved. Of a draft people were told dates and place alone, so its times are nobody's news; who has not heard of their
 * place yet hears of it with what holds then; of its trainers those hear who were asked, or of whom one takes the place of the other. Call it at the end of an edit,
 * with what was agreed on before. Where several edits bring back what people know, what they were to be told is taken
 * back. Within the open transaction.
 * @param ownWord a trainer whose own word it was, who need not be told.
 */
export function courseMoved(cx: Context, before: Agreed, ownWord: number | null = null): void {
  const courseId = before.of.id;
  const { state: life } = courseRow(cx, courseId)!;
  const draft = life === "draft";
  if (!draft && life !== "open" && life !== "running") return;
  const after = agreedOf(cx, before.of, before.replacing);
  if (before.over && after.over) return;
  trainingChanged(cx, before.of, before, after, { replacing: before.replacing, ownWord });
  const people: EventOf<"course.moved">["people"][number][] = [];
  const asBefore: number[] = [];
  for (const { registrationId, personId, state, language, groupId } of peopleRegisteredIn(cx, courseId)) {
    if (state !== "accepted" && state !== "waiting") continue;
    const ofTimes = state === "accepted" && !draft;
    const known = (agreed: Agreed) =>
      ofTimes ? `${agreed.course[language]} ${agreed.times(groupId)}` : agreed.course[language];
    if (known(before) === known(after) || (draft && isUnheard(cx, registrationId, "place"))) continue;
    const pending = untoldOf(cx, registrationId, "course");
    const was = pending?.params.was ?? known(before);
    // Who knew the course as a draft knew of no times.
    const again = was === known(after) || was === after.course[language];
    if (pending && again) asBefore.push(registrationId);
    else {
      const changes = ofTimes
        ? sessionChanges(before.sessions(groupId), after.sessions(groupId), changesKept(pending?.params))
        : [];
      const only = changes.length > 0 && was.startsWith(`${after.course[language]} `);
      people.push({
        registrationId,
        personId,
        said: {
          was,
          ...keptChanges(changes),
          ...datesBefore(before.dates, after.dates, pending?.params),
          only: only ? "yes" : "",
        },
      });
    }
  }
  if (people.length > 0 || asBefore.length > 0)
    happened(cx, { kind: "course.moved", courseId, people, asBefore });
}
