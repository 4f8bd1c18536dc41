import type { TimetablePaper } from "../../lib/documents/papers";
import { saveGroup } from "../../lib/groups/commands";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { addDays } from "../../lib/time/civil";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "./as";
import { letters } from "./pages";
import { now, planned, value, type World } from "./world";

const messages = { ar, en, fr };

/** A timetable with so many sessions: days of one, two and three groups beside each other, with breaks. */
export function manySessions(
  head: Pick<TimetablePaper, "language" | "course" | "lines" | "fictional">,
  sessions: number,
  upright: boolean,
): TimetablePaper {
  const { paper } = messages[head.language];
  return {
    kind: "timetable",
    ...head,
    title: paper.timetable,
    upright,
    heads: { time: paper.time, session: paper.session },
    weeks: Array.from({ length: Math.ceil(sessions / 14) }, (_, week) => ({
      title: `Week ${week + 1}`,
      days: Array.from({ length: 7 }, (_, day) => `Wednesday ${day + 20} September 2026`),
      halves: [paper.morning, paper.afternoon].map((title) => ({
        title,
        days: Array.from({ length: 7 }, (_, day) =>
          Array.from({ length: day % 4 }, (_, nth) =>
            nth === 1
              ? { pause: paper.pause, time: "10:30–10:45" }
              : {
                  lanes: Array.from({ length: 1 + ((day + nth) % 3) }, () => [
                    {
                      time: "09:00–10:30",
                      title: letters("Organisation", 60),
                      lines: ["Hall", letters("Wilhelmina", 60)],
                    },
                  ]),
                },
          ),
        ),
      })),
    })),
    none: paper.noSessions,
  };
}

/** A training of trainers of ten days: in the mornings two groups beside each other, in the afternoon everybody, in the hall. */
export function tenDays(w: World): { courseId: number; groups: [string, string] } {
  const startsOn = "2029-02-04";
  const { courseId } = planned(w, { kind: "tot", startsOn, endsOn: "2029-02-15" });
  const groups: [string, string] = ["North", "South"];
  const [first, second] = groups.map(
    (name) =>
      value(
        saveGroup(as(w.coordinator, now), { courseId, groupId: null, version: null, name, language: null }),
      ).groupId,
  );
  const [lead, other] = w.trainerIds.map(String);
  const add = (day: number, startsAt: string, endsAt: string, more: Record<string, unknown>) =>
    value(
      saveSession(
        as(w.coordinator, now),
        sessionSchema.parse({
          ...{ courseId: String(courseId), kind: "module", moduleId: String(w.moduleIds[day % 2]) },
          ...{ day: addDays(startsOn, day), startsAt, endsAt, ...more },
        }),
      ),
    );
  for (const day of [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]) {
    for (const [startsAt, endsAt] of [
      ["09:00", "10:30"],
      ["10:45", "12:15"],
    ] as const) {
      add(day, startsAt, endsAt, { groupId: String(first), trainerIds: [lead] });
      add(day, startsAt, endsAt, { groupId: String(second), trainerIds: [other] });
    }
    const beside = day % 2 ? { coTrainerIds: [other] } : { apprenticeIds: [other] };
    add(day, "13:15", "15:00", {
      kind: "practicum",
      roomId: String(w.roomId),
      trainerIds: [lead],
      ...beside,
    });
  }
  return { courseId, groups };
}
