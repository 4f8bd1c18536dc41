import { eq } from "drizzle-orm";
import { inserting } from "@/db/client";
import { certificates, courses, programmes, registrations } from "@/db/schema";
import type { Context } from "../../acts/context";
import { courseTools } from "../../courses/queries";
import { isApproved } from "../../courses/rules";
import { serialBytes } from "../../crypto/tokens";
import { printableName } from "../../documents/coverage";
import { inLanguage, type Locale } from "../../i18n/rules";
import { tellPerson } from "../../messages/tell";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import type { CertificateFacts } from "../rules";
import { type CertificateKind, isEarly, serialFrom } from "../rules";

/** Refuses certificates of a workshop that awaits approval: it does not count yet. */
export function demandApproved(course: CourseFacts["course"]): void {
  if (!isApproved(course)) refuse("workshopNotApproved");
}

/** What is the same for all certificates of a course, read once. */
export function courseFacts(cx: Context, courseId: number) {
  const course = cx.db.select().from(courses).where(eq(courses.id, courseId)).get() ?? refuse("notFound");
  const programme = cx.db.select().from(programmes).where(eq(programmes.id, course.programmeId)).get()!;
  return { course, programme, tools: courseTools(cx, courseId) };
}
export type CourseFacts = ReturnType<typeof courseFacts>;

/**
 * What a certificate of this person will say, in a language.
 * @throws Refusal `nameCannotBePrinted`
 */
export function factsFor(
  { course, programme, tools }: CourseFacts,
  person: { name: string; latinName: string | null },
  minutes: number,
  language: Locale,
  recommendedBy?: string,
): CertificateFacts {
  const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, language).text;
  const name = printableName(person) ?? refuse("nameCannotBePrinted", { params: { name: person.name } });
  return {
    ...name,
    course: say(course.title),
    courseKind: course.kind,
    tools: tools.map((tool) => ({
      name: say(tool.title),
      version: tool.version,
      modules: tool.modules.map((m) => ({ code: m.code, title: say(m.title) })),
    })),
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    year: course.year,
    place: say(course.place),
    online: course.mode === "online",
    country: course.country,
    minutes,
    programme: say(programme.title),
    issuer: say(programme.issuer),
    signatories: course.signatories.map((s) => ({ name: s.name, role: say(s.role) })),
    fictional: course.fictional,
    ...(recommendedBy ? { recommendedBy } : {}),
    said: {
      course: course.title,
      issuer: programme.issuer,
      programme: programme.title,
      place: course.place,
    },
  };
}

type Issue = {
  registrationId: number;
  kind: CertificateKind;
  language: Locale;
  facts: CertificateFacts;
  /** Civil day at the course's place. */
  issuedOn: string;
  /** Null for a sheet that waits for the end of the course. */
  validFrom: number | null;
  expiresOn?: string | null;
  replacesId?: number | null;
};

const insertRow = inserting(certificates, [
  "serial",
  "registrationId",
  "kind",
  "language",
  "facts",
  "issuedAt",
  "validFrom",
  "issuedOn",
  "issuedBy",
  "expiresOn",
  "replacesId",
]);

/** Adds a certificate with a serial of its own. Within the open transaction. */
export function insert(cx: Context, issue: Issue): { id: number; serial: string } {
  const serial = serialFrom(serialBytes());
  const id = insertRow(cx.db, {
    expiresOn: null,
    replacesId: null,
    ...issue,
    serial,
    issuedAt: cx.now,
    issuedBy: cx.viewer.personId,
  });
  return { id, serial };
}

/** Tells the person of a registration what has become of a certificate of theirs. */
export function tellHolder(
  cx: Context,
  registrationId: number,
  courseId: number,
  message: "certificateReady" | "certificateRevoked",
  more: Record<string, string> = {},
): void {
  const registration = cx.db
    .select({ id: registrations.id, personId: registrations.personId })
    .from(registrations)
    .where(eq(registrations.id, registrationId))
    .get()!;
  tellPerson(cx, { personId: registration.personId, registrationId, courseId, message, params: more });
}

/**
 * The reason for certificates before the last day of a course; null where that day has come.
 * @throws Refusal beside the field `reason` where one is needed and there is none.
 */
export function reasonIfEarly(cx: Context, course: CourseFacts["course"], reason: string | null | undefined) {
  if (!isEarly(course, dayAt(cx.now, course.zone))) return null;
  return reason || refuse("invalid", { fields: { reason: `reasonBeforeEnd?day=${course.endsOn}` } });
}
