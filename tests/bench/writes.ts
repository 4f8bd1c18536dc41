// Registrations against bare durable commits, and certificates against bare Typst; each pair in turns, in one process.
import { eq } from "drizzle-orm";
import { certificatePage } from "../../app/_words/certificate";
import { closeDatabase, read, sqlite } from "../../db/client";
import { attendance, courses, persons, registrations, sessions } from "../../db/schema";
import { system, visitor } from "../../lib/access/rules";
import { register } from "../../lib/admission/commands";
import { issueCertificates } from "../../lib/certificates/commands";
import { certificateDocument } from "../../lib/certificates/queries";
import { certificatePdf, qrCode, typeset } from "../../lib/documents/certificate";
import { namesOf } from "../../lib/names/rules";
import { as } from "../support/as";
import { transact } from "../support/transact";

const seconds = async (work: () => unknown) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** People who were there all the time: enough certificates that the first few, slower ones don't decide. */
function addAttended(course: typeof courses.$inferSelect, count: number, now: number) {
  transact((db) => {
    db.update(courses).set({ capacity: 1000 }).where(eq(courses.id, course.id)).run();
    const blocks = db.select().from(sessions).where(eq(sessions.courseId, course.id)).all();
    for (let i = 0; i < count; i++) {
      const language = (["fr", "ar", "en"] as const)[i % 3]!;
      const name = language === "ar" ? `ليلى رقم ${i}` : `Nadège Mballa ${i}`;
      const person = db
        .insert(persons)
        .values({ ...namesOf({ name, latinName: null }, null), language, createdAt: now })
        .returning({ id: persons.id })
        .get();
      const registration = db
        .insert(registrations)
        .values({
          token: `bench-attended-${i}`,
          number: 1000 + i,
          courseId: course.id,
          personId: person.id,
          state: "attended",
          source: "coordinator",
          answers: {},
          formKey: `bench-attended-${i}`,
          registeredAt: now,
        })
        .returning({ id: registrations.id })
        .get();
      for (const { id: sessionId, minutes } of blocks)
        db.insert(attendance)
          .values({ sessionId, registrationId: registration.id, state: "present", minutes, enteredAt: now })
          .run();
    }
  });
}

async function main() {
  const now = Date.now();
  transact((db) =>
    db.update(courses).set({ capacity: 1000 }).where(eq(courses.slug, "user-tshikapa-demo")).run(),
  );
  sqlite().exec("CREATE TABLE bench (id INTEGER PRIMARY KEY, text TEXT)");
  const bare = sqlite().prepare("INSERT INTO bench (text) VALUES (?)");
  const rounds = 5;
  const each = 100;
  let people = 0;
  const registerOne = async () => {
    const n = people++;
    const result = await register(
      as(visitor, now),
      {
        slug: "user-tshikapa-demo",
        formKey: `bench-key-${n}`,
        language: "fr",
        name: `Personne ${n} Kabongo`,
        phone: `081${2_000_000 + n}`,
        consent: "on",
      },
      `bench-${n}`,
    );
    if (!result.ok) throw new Error(result.fault.code);
  };
  // The first few compile the code and the queries.
  for (let i = 0; i < each; i++) await registerOne();
  let registering = 0;
  let committing = 0;
  for (let round = 0; round < rounds; round++) {
    committing += await seconds(() => {
      for (let i = 0; i < each; i++)
        sqlite()
          .transaction(() => bare.run("x".repeat(300)))
          .immediate();
    });
    registering += await seconds(async () => {
      for (let i = 0; i < each; i++) await registerOne();
    });
  }
  const course = read().select().from(courses).where(eq(courses.slug, "user-bertoua-demo")).get()!;
  addAttended(course, 120, now);
  // The first document loads fonts and compiler; neither side is charged for that.
  const sample = sqlite().prepare("SELECT serial FROM certificates LIMIT 1").get() as { serial: string };
  await certificatePdf(certificatePage(certificateDocument(as(system), sample.serial, null)!));
  let issued: string[] = [];
  const issuing = await seconds(() => {
    const result = issueCertificates(as(system, now), { courseId: course.id });
    if (!result.ok) throw new Error(result.fault.code);
    issued = sqlite()
      .prepare(
        "SELECT serial FROM certificates c JOIN registrations r ON r.id = c.registration_id WHERE course_id = ?",
      )
      .all(course.id)
      .map((row) => (row as { serial: string }).serial);
  });
  // Every second one is made whole, the others are typeset alone, in turns: neither side has the warmer caches.
  let making = 0;
  let typesetting = 0;
  for (const [i, serial] of issued.entries()) {
    const pageOf = () => certificatePage(certificateDocument(as(system), serial, null)!);
    if (i % 2 === 0) making += await seconds(() => certificatePdf(pageOf()));
    else {
      const page = pageOf();
      const qr = await qrCode(page.verifyUrl);
      typesetting += await seconds(() => typeset(page, qr));
    }
  }
  const whole = Math.ceil(issued.length / 2);
  process.stdout.write(
    JSON.stringify({
      registrations: (rounds * each) / registering,
      commits: (rounds * each) / committing,
      certificates: 1 / (issuing / issued.length + making / whole),
      typst: (issued.length - whole) / typesetting,
    }),
  );
  closeDatabase();
}

main();
