import type { SessionKind } from "../../../db/values/timetable";
import { locales, sendTexts, type Translated } from "../../i18n/rules";
import { withParams } from "../../result";

/** What a session is called, and when it is: civil day and times at the hours of whoever is told. */
export type NamedSession = {
  kind: SessionKind;
  title: string | null;
  tool: Translated | null;
  module: string | null;
  day: string;
  from: string;
  to: string;
};

/** A name as it travels in a fault, which is the same in every language. */
export const sentName = (name: string): string => sendTexts({ own: "en", en: name });

/** The title of a session where it has one, else of what it teaches; null where its kind says all. */
function calledBy({ title, tool, module }: NamedSession): Translated | null {
  if (title) return { own: "en", en: title };
  if (!tool) return null;
  const called: Translated = { ...tool };
  for (const locale of locales) if (tool[locale]) called[locale] = `${tool[locale]} ${module ?? ""}`.trim();
  return called;
}

/** A session as a fault names it: what it is and when. The reader's page puts it into words. */
export function sessionParams(named: NamedSession) {
  const session = calledBy(named);
  return {
    kind: session ? "named" : named.kind,
    session: session ? sendTexts(session) : "",
    weekday: named.day,
    times: sentName(`${named.from}–${named.to}`),
  };
}

/** A session that is in the way; without the title of its course where that is not the reader's to know. */
export type InTheWay = NamedSession & { course: Translated | null };

function takenCode(
  codes: { named: string; elsewhere: string },
  what: Record<string, string>,
  other: InTheWay,
): string {
  const named = sessionParams(other);
  return other.course
    ? withParams(codes.named, { ...what, ...named, course: sendTexts(other.course) })
    : withParams(codes.elsewhere, { ...what, weekday: named.weekday, times: named.times });
}

/** That a trainer is elsewhere: who, when and, where the reader may know it, in what session of which course. */
export const busyCode = (trainer: string, other: InTheWay): string =>
  takenCode(
    { named: "trainerBusy", elsewhere: "trainerBusyElsewhere" },
    { trainer: sentName(trainer) },
    other,
  );

/** That a room is taken: which, when and, where the reader may know it, by what session of which course. */
export const roomCode = (room: string, other: InTheWay): string =>
  takenCode({ named: "roomBusy", elsewhere: "roomBusyElsewhere" }, { room: sentName(room) }, other);
