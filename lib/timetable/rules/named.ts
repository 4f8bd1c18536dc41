import type { SessionKind } from "../../../db/values/timetable";
import { type FieldFault, fault, type Params } from "../../faults";
import { locales, type PersonsNames, type Translated } from "../../i18n/rules";
import { titleOf } from "./titles";

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

/** The title of a session where it has one, else of what it teaches; null where its kind says all. */
function calledBy({ title, tool, module }: NamedSession): Translated | null {
  if (title) return titleOf(title);
  if (!tool) return null;
  const called: Translated = { ...tool };
  for (const locale of locales) if (tool[locale]) called[locale] = `${tool[locale]} ${module ?? ""}`.trim();
  return called;
}

/** A session as a fault names it: what it is and when. The reader's page puts it into words. */
export function sessionParams(named: NamedSession): Params<"swapMeets"> {
  const session = calledBy(named);
  return {
    kind: session ? "named" : named.kind,
    session: { text: session ?? { own: "en" } },
    weekday: { weekday: named.day },
    times: { from: named.from, to: named.to },
  };
}

/**
 * A session that is in the way, with the city whose hours its times are; without the title of its course where that is not
 * the reader's to know.
 */
export type InTheWay = NamedSession & { course: Translated | null; city: Translated };

/** What takes somebody's or something's time: when, and which session of which course where the reader may know it. */
function takenBy(other: InTheWay) {
  const { weekday, times, ...named } = sessionParams(other);
  return {
    when: { weekday, times, city: { text: other.city } },
    session: other.course ? { ...named, course: { text: other.course } } : null,
  };
}

/**
 * That a trainer is elsewhere: who, when and, where the reader may know it, in what session of which course.
 * @param person null where it is the reader.
 */
export function busyFault(person: PersonsNames | null, other: InTheWay): FieldFault {
  const { when, session } = takenBy(other);
  if (person === null)
    return session
      ? fault("trainerBusySelf", { params: { ...when, ...session } })
      : fault("trainerBusySelfElsewhere", { params: when });
  const who = { trainer: { person }, ...when };
  return session
    ? fault("trainerBusy", { params: { ...who, ...session } })
    : fault("trainerBusyElsewhere", { params: who });
}

/** That a room is taken: which, when and, where the reader may know it, by what session of which course. */
export function roomFault(room: string, other: InTheWay): FieldFault {
  const { when, session } = takenBy(other);
  const what = { room, ...when };
  return session
    ? fault("roomBusy", { params: { ...what, ...session } })
    : fault("roomBusyElsewhere", { params: what });
}

/** What is in the way, by the trainer or the room that has it then, in the order in which each comes first. */
export function bundled(clashes: readonly FieldFault[]): FieldFault[][] {
  const found = new Map<string, FieldFault[]>();
  for (const clash of clashes) {
    const said: Record<string, unknown> = { ...clash.params };
    const whose = JSON.stringify([said.trainer, said.room]);
    found.set(whose, [...(found.get(whose) ?? []), clash]);
  }
  return [...found.values()];
}
