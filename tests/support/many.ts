import { courses, persons, registrationChanges, registrations } from "../../db/schema";
import { namesOf } from "../../lib/names/rules";
import type { RegistrationState } from "../../lib/registrations/rules";
import { transact } from "./transact";
import { now, planned, type World } from "./world";

/** Puts so many into a course in a state, numbered from one on, without the commands, which would take long. */
export const putMany = (courseId: number, count: number, state: RegistrationState, first = 1) =>
  transact((db) =>
    Array.from({ length: count }, (_, i) => {
      const personId = db
        .insert(persons)
        .values({
          ...namesOf({ name: `Person ${i}`, latinName: null }, null),
          language: "en",
          createdAt: now,
        })
        .returning({ id: persons.id })
        .get().id;
      const { id } = db
        .insert(registrations)
        .values({
          token: `many-${courseId}-${i}`,
          number: first + i,
          courseId,
          personId,
          state,
          waitingSequence: state === "waiting" ? first + i : null,
          placeSince: state === "accepted" ? now : null,
          source: "coordinator",
          answers: {},
          formKey: `many-key-${i}`,
          registeredAt: now,
        })
        .returning({ id: registrations.id })
        .get();
      db.insert(registrationChanges)
        .values({ registrationId: id, toState: state, cause: "registered", at: now })
        .run();
      return id;
    }),
  );

/** An open course in which so many are in a state already. */
export function courseWith(
  w: World,
  count: number,
  state: RegistrationState,
  more: Record<string, unknown> = {},
) {
  const { courseId, slug } = planned(w, { capacity: "1000", ...more });
  transact((db) => db.update(courses).set({ state: "open" }).run());
  return { courseId, slug, ids: putMany(courseId, count, state) };
}

/** Kinds of a decision on many at once: from where, to where, in which course. */
export const decisionsOnMany = [
  { from: "waiting", to: "declined", more: { admission: "selection" } },
  { from: "waiting", to: "accepted", more: { admission: "selection" } },
  { from: "applied", to: "waiting", more: { admission: "selection" } },
  { from: "applied", to: "accepted", more: { admission: "selection" } },
  { from: "accepted", to: "declined", more: { admission: "first_come" } },
] as const;
