// Fills a demonstration with two courses that run, of 25 and of 500 people, and prints what the measurement needs.
import { encode } from "next-auth/jwt";
import { read, sqlite } from "../../db/client";
import { demoPassword, loadDemo } from "../../db/demo/load";
import { migrate } from "../../db/migrate";
import {
  accounts,
  courses,
  courseTrainers,
  persons,
  registrationChanges,
  registrations,
  sessions,
} from "../../db/schema";
import { hashPassword } from "../../lib/accounts/password";
import { processSettings } from "../../lib/env/settings";
import { namesOf } from "../../lib/names/rules";
import { transact } from "../support/transact";

async function main() {
  const { key, authSecret } = processSettings();
  const now = Date.now();
  migrate(sqlite(), now);
  loadDemo({ now, key, passwordHash: await hashPassword(demoPassword) });
  const model = read()
    .select()
    .from(courses)
    .all()
    .find((c) => c.slug === "tot-ramallah-demo")!;
  const day = new Date(now).toISOString().slice(0, 10);
  const rolls = [25, 500].map((size) =>
    transact((db) => {
      const { id: courseId } = db
        .insert(courses)
        .values({
          ...model,
          id: undefined,
          slug: `bench-${size}`,
          capacity: size,
          startsOn: day,
          endsOn: day,
        })
        .returning({ id: courses.id })
        .get();
      const trainer = db.select().from(courseTrainers).get()!;
      db.insert(courseTrainers).values({ courseId, personId: trainer.personId }).run();
      const { id: sessionId } = db
        .insert(sessions)
        .values({
          courseId,
          kind: "other",
          title: "Bench",
          day,
          startsAt: "09:00",
          endsAt: "10:30",
          zone: "Asia/Hebron",
          startInstant: now,
          endInstant: now + 5_400_000,
          minutes: 90,
        })
        .returning({ id: sessions.id })
        .get();
      for (let i = 0; i < size; i++) {
        const name = `مشارك رقم ${i}`;
        const { id: personId } = db
          .insert(persons)
          .values({ ...namesOf({ name, latinName: null }, null), language: "ar", createdAt: now })
          .returning({ id: persons.id })
          .get();
        const { id: registrationId } = db
          .insert(registrations)
          .values({
            token: `bench-${size}-${i}`,
            number: i + 1,
            courseId,
            personId,
            state: "accepted",
            source: "coordinator",
            answers: {},
            formKey: `bench-${i}`,
            registeredAt: now,
          })
          .returning({ id: registrations.id })
          .get();
        db.insert(registrationChanges).values({ registrationId, toState: "accepted", at: now }).run();
      }
      return `/desk/courses/${courseId}/roll/${sessionId}`;
    }),
  );
  const cookie = async (of: (a: typeof accounts.$inferSelect) => boolean) => {
    const account = read().select().from(accounts).all().find(of)!;
    return encode({
      token: { accountId: account.id, sessionVersion: account.sessionVersion },
      secret: authSecret,
    });
  };
  const { serial } = sqlite().prepare("SELECT serial FROM certificates LIMIT 1").get() as { serial: string };
  process.stdout.write(
    JSON.stringify({
      rolls,
      serial,
      administrator: await cookie((a) => a.isAdministrator),
      participant: await cookie((a) => a.phone === "+962791234567"),
      coordinator: await cookie((a) => a.email === "coordinator@cascade.example"),
      trainer: await cookie((a) => a.email === "trainer@cascade.example"),
      registration: (sqlite().prepare("SELECT token FROM registrations LIMIT 1").get() as { token: string })
        .token,
    }),
  );
}

main();
