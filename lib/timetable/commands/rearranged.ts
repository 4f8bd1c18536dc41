import type { Context } from "../../acts/context";
import { calendarOf } from "../../places/queries";
import { refuse } from "../../result";
import { minutesOf } from "../../time/civil";
import { keptParams } from "../queries/inTheWay";
import { hoursToPropose } from "../rules";
import { busyThen, roomTakenThen, spanOf, wholeSpan } from "../rules/conflicts";
import { comesBefore, isBeyondDay } from "../rules/dayHours";
import { type BreaksAsked, groundOf } from "../rules/ground";
import { workingDays } from "../rules/propose";
import {
  besideOthers,
  makingRoom,
  placesForCopy,
  pushed,
  pushedDays,
  sessionsFollowing,
  splitAt,
} from "../rules/rearrange";
import { type Place, placeFrom, plannedMinutes } from "../rules/sessions";
import type { RearrangeInput } from "../schema";
import type { KeptSession } from "../store";
import { lastProposal } from "../store/proposals";
import { engagements, roomsTaken } from "../store/taken";
import type { Standing } from "./change";
import type { WantedSession } from "./put";

type Wants = (
  cx: Context,
  standing: Standing,
  session: KeptSession,
  input: RearrangeInput,
) => WantedSession[];

/** A session like another one, which has no roll yet. */
const copyOf = ({ id: _, version: __, renamed: ___, marks: ____, ...session }: KeptSession): WantedSession =>
  session;

/** A place within one day, or a refusal that names the session which has none. */
const within = (cx: Context, session: KeptSession, place: Place | null): Place =>
  place ?? refuse("rearrangeMidnight", { params: keptParams(cx, session) });

/** Day and time where a session moves to: of their fields, or as somebody tapped them. */
function wantedStart({ when, day, startsAt }: RearrangeInput): { day: string; startsAt: string } {
  const [onDay, at] = (when ?? `${day} ${startsAt}`).split(" ");
  return { day: onDay ?? "", startsAt: at ?? "" };
}

const move: Wants = (cx, _, session, input) => {
  const { day, startsAt } = wantedStart(input);
  if (input.endsAt && input.endsAt <= startsAt) refuse("endBeforeStart");
  const minutes = input.endsAt ? minutesOf(input.endsAt) - minutesOf(startsAt) : plannedMinutes(session);
  return [{ ...session, ...within(cx, session, placeFrom(day, minutesOf(startsAt), minutes)) }];
};

const length: Wants = (cx, _, session, { by }) => {
  const minutes = plannedMinutes(session) + (by ?? 0);
  if (minutes <= 0) refuse("endBeforeStart");
  return [
    { ...session, ...within(cx, session, placeFrom(session.day, minutesOf(session.startsAt), minutes)) },
  ];
};

const split: Wants = (_cx, _, session, { startsAt }) => {
  const [first, second] =
    splitAt(session, startsAt ?? "") ??
    refuse("splitOutside", { params: { times: { from: session.startsAt, to: session.endsAt } } });
  return [
    { ...session, ...first },
    { ...copyOf(session), ...second },
  ];
};

/** The hours and the times off of a timetable: as it was asked for, else as its sessions show them. */
const breaksOf = (cx: Context, { course, timetable }: Standing): BreaksAsked =>
  lastProposal(cx, course.id) ?? { ...hoursToPropose(timetable), prayerFrom: null, prayerMinutes: 0 };

/** A copy goes to the next place where there is time and its trainers and its room are free. */
const duplicate: Wants = (cx, standing, session) => {
  const { course, timetable } = standing;
  const { startsOn, endsOn } = course;
  if (!startsOn || !endsOn) refuse("courseNeedsDates");
  const { weekend, free } = calendarOf(cx, course.country);
  const days = workingDays(startsOn, endsOn, weekend, free);
  const places = placesForCopy(session, timetable, days, breaksOf(cx, standing)).map((place) => ({
    place,
    span: spanOf(place, course.zone),
  }));
  const whole = wholeSpan(places.map(({ span }) => span)) ?? refuse("noFreePlace");
  const engaged = engagements(cx, session.trainerIds, whole);
  const taken = session.roomId === null ? [] : roomsTaken(cx, [session.roomId], whole);
  const found = places.find(
    ({ span }) =>
      busyThen(span, session.trainerIds, engaged).length === 0 &&
      roomTakenThen(span, session.roomId, taken, new Set()).length === 0,
  );
  return [{ ...copyOf(session), ...(found ?? refuse("noFreePlace")).place }];
};

/** What follows a session on its day, other groups left alone, makes room for a new one as far as that takes no free time, with the same trainers in the same room. */
const insert: Wants = (cx, standing, session, { minutes, kind, moduleId = null, title = null }) => {
  const { day } = session;
  const own = besideOthers(session, standing.timetable).filter((s) => s.day === day);
  const place = placeFrom(day, minutesOf(session.endsAt), minutes ?? 0);
  const by = minutes ?? 0;
  const asked = breaksOf(cx, standing);
  const room = makingRoom(
    session,
    sessionsFollowing(session, own),
    by,
    groundOf(own, asked, asked.breakMinutes),
  );
  const placed = [
    {
      ...copyOf(session),
      ...within(cx, session, place),
      kind: kind ?? "other",
      activityId: null,
      moduleId: kind === "module" ? moduleId : null,
      title,
    },
    ...room.map(({ session: s, by: own }) => ({ ...s, ...within(cx, s, pushed(s, own)) })),
  ];
  return placed.some((one) => isBeyondDay(one, by)) ? refuse("pushHours") : placed;
};

/** Refuses to move what follows a session before it. */
function demandFollows(session: KeptSession, placed: WantedSession[]): WantedSession[] {
  return placed.some((one) => comesBefore(session, one)) ? refuse("pushBefore") : placed;
}

const push: Wants = (cx, { course, timetable }, session, { by: asked, unit }) => {
  const by = asked ?? 0;
  const later = sessionsFollowing(session, timetable);
  if (unit === "minutes") {
    const today = besideOthers(session, later).filter((s) => s.day === session.day);
    if (today.length === 0) refuse("pushNothing");
    const placed = demandFollows(
      session,
      today.map((s) => ({ ...s, ...within(cx, s, pushed(s, by)) })),
    );
    return placed.some((one) => isBeyondDay(one, by)) ? refuse("pushHours") : placed;
  }
  if (later.length === 0) refuse("pushNothing");
  const { weekend, free } = calendarOf(cx, course.country);
  const days = pushedDays(
    later.map(({ day }) => day),
    session.day,
    by,
    weekend,
    free,
  );
  return demandFollows(
    session,
    later.map((s) => ({ ...s, day: days.get(s.day)! })),
  );
};

const ways: Record<RearrangeInput["how"], Wants> = { move, length, split, duplicate, insert, push };

/** The sessions that become different where one is put elsewhere, as they are to be. Refused where a day has no place for one. */
export const rearranged: Wants = (cx, standing, session, input) =>
  ways[input.how](cx, standing, session, input);
