import { and, asc, desc, eq, gte, inArray, notInArray, or, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import {
  certificateStands,
  certificates,
  courses,
  exceptions,
  persons,
  programmes,
  registrations,
  replacedBy,
} from "@/db/schema";
import { courseScope, inProgrammes, mayInCourse, programmesOf } from "../access/queries";
import { may } from "../access/rules";
import { verifyLimit } from "../accounts/rules";
import type { Context } from "../acts/context";
import { courseRecords } from "../attendance/queries";
import type { ExceptionKind } from "../audit/rules";
import { unmetConditions } from "../completion/rules";
import { counts, courseTools } from "../courses/queries";
import { printableName } from "../documents/coverage";
import { inLanguage, type Locale, type Translated } from "../i18n/rules";
import { withinLimit } from "../limits/commands";
import { contactOf, type ProgrammeContact } from "../programmes/queries";
import { seatStates } from "../registrations/rules";
import { dayAt } from "../time/zone";
import {
  atBest,
  type CertificateKind,
  type CertificateStatus,
  type Ground,
  groundOf,
  isPrepared,
  type Lack,
  lacksForParticipation,
  markOf,
  minutesOnPaper,
  type ParticipationStatus,
  readSerial,
  stands,
  statusOn,
} from "./rules";

/** Courses looked at for names that cannot be printed. */
const mostCourses = 200;

const listColumns = {
  id: certificates.id,
  registrationId: certificates.registrationId,
  serial: certificates.serial,
  kind: certificates.kind,
  language: certificates.language,
  facts: certificates.facts,
  issuedOn: certificates.issuedOn,
  expiresOn: certificates.expiresOn,
  validFrom: certificates.validFrom,
  voidedAt: certificates.voidedAt,
  revokedAt: certificates.revokedAt,
  revocationReason: certificates.revocationReason,
  replacesId: certificates.replacesId,
  replacedBy,
};

const ruleRow = prepared((db) =>
  db
    .select({
      state: courses.state,
      minAttendance: courses.minAttendance,
      minPostTest: courses.minPostTest,
      microTeaching: courses.microTeaching,
    })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

const courseDocuments = prepared((db) =>
  db
    .select(listColumns)
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(eq(registrations.courseId, sql.placeholder("courseId")))
    .orderBy(asc(certificates.id))
    .prepare(),
);

/** People with a certificate of the course whose registration holds no place in it any more. */
const goneRows = prepared((db) =>
  db
    .selectDistinct({
      registrationId: registrations.id,
      personId: persons.id,
      state: registrations.state,
      name: persons.name,
      latinName: persons.latinName,
      language: persons.language,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(certificates, eq(certificates.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        notInArray(registrations.state, [...seatStates]),
      ),
    )
    .orderBy(asc(persons.sortName), asc(registrations.id))
    .prepare(),
);

/** Of stated reasons, those about certificates. */
const shortOf = {
  "certificate.early": "early",
  "certificate.again": "again",
  "certificate.keep": "keep",
} as const satisfies Partial<Record<ExceptionKind, string>>;
const decisionKinds = Object.keys(shortOf) as (keyof typeof shortOf)[];

const decisionRows = prepared((db) =>
  db
    .select({
      id: exceptions.id,
      kind: sql<keyof typeof shortOf>`${exceptions.kind}`,
      registrationId: exceptions.registrationId,
      certificateId: exceptions.certificateId,
      reason: exceptions.reason,
      ground: exceptions.ground,
      at: exceptions.at,
      by: persons.name,
    })
    .from(exceptions)
    .leftJoin(persons, eq(persons.id, exceptions.byPersonId))
    .where(and(eq(exceptions.courseId, sql.placeholder("courseId")), inArray(exceptions.kind, decisionKinds)))
    .orderBy(asc(exceptions.id))
    .prepare(),
);

const documentRow = prepared((db) =>
  db
    .select({
      ...listColumns,
      personId: registrations.personId,
      courseId: registrations.courseId,
      token: registrations.token,
      zone: courses.zone,
    })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .where(eq(certificates.serial, sql.placeholder("serial")))
    .prepare(),
);

const bySerial = prepared((db) =>
  db
    .select({
      ...listColumns,
      courseId: courses.id,
      zone: courses.zone,
      course: courses.title,
      programmeId: programmes.id,
      issuer: programmes.issuer,
    })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .where(eq(certificates.serial, sql.placeholder("serial")))
    .prepare(),
);

type Document = ReturnType<ReturnType<typeof courseDocuments>["all"]>[number];
type Somebody = {
  registrationId: number;
  personId: number;
  name: string;
  latinName: string | null;
  certificates: Document[];
};

/** A certificate that stands although something of what it rests on is gone, or whose hours are others now. */
export type Doubt = {
  person: Somebody;
  certificate: Document;
  /** What is missing; nothing where only the hours differ. */
  lacks: Lack[];
  /** Minutes attended now. */
  minutes: number;
  /** What a decision to keep it looks at. */
  ground: string;
};

/** The last certificate of a kind that was more than a sheet which never became valid. */
const lastOf = (documents: readonly Document[], kind: CertificateKind) =>
  documents.findLast((c) => c.kind === kind && !c.voidedAt);

/** Everyone of a course who holds a place or has a certificate, with all that decides on their certificates. */
function peopleOf(cx: Context, courseId: number) {
  const rule = ruleRow(cx.db).get({ courseId });
  const records = courseRecords(cx, courseId);
  if (!rule || !records) return null;
  const documents = courseDocuments(cx.db).all({ courseId });
  const decisions = decisionRows(cx.db).all({ courseId });
  /** The last decision to keep each certificate. */
  const kept = new Map(
    decisions.filter((d) => d.kind === "certificate.keep").map((d) => [d.certificateId, d]),
  );
  const again = (certificate: Document) =>
    decisions.some((d) => d.kind === "certificate.again" && d.certificateId === certificate.id);
  const byRegistration = new Map<number, Document[]>();
  for (const certificate of documents) {
    const others = byRegistration.get(certificate.registrationId);
    if (others) others.push(certificate);
    else byRegistration.set(certificate.registrationId, [certificate]);
  }
  const own = (registrationId: number) => byRegistration.get(registrationId) ?? [];

  /** What of somebody's certificates is to be decided, and what may be issued to them. */
  const judge = <Person extends Omit<Somebody, "certificates">>(person: Person, ground: Ground) => {
    const certificates = own(person.registrationId);
    const participation = lastOf(certificates, "participation");
    const certification = lastOf(certificates, "trainer_certification");
    const here = { ...person, certificates };
    const lacks = lacksForParticipation(ground);
    const doubts: Doubt[] = [];
    const doubt = (certificate: Document, missing: Lack[], onGround: string) => {
      const one = { person: here, certificate, lacks: missing, minutes: ground.minutes, ground: onGround };
      if (kept.get(certificate.id)?.ground === onGround) return false;
      doubts.push(one);
      return true;
    };
    const certified = participation !== undefined && stands(participation);
    const participationDoubtful =
      certified && lacks.length > 0 && doubt(participation, lacks, groundOf(ground));
    const differs =
      certified &&
      lacks.length === 0 &&
      minutesOnPaper(participation.facts.minutes) !== minutesOnPaper(ground.minutes);
    if (differs) doubt(participation, [], groundOf(ground));
    const status: ParticipationStatus = !participation
      ? "none"
      : participation.revokedAt
        ? "revoked"
        : !stands(participation)
          ? "none"
          : participationDoubtful
            ? "doubtful"
            : "stands";
    const isCertified = certification !== undefined && stands(certification);
    const certificationDoubtful =
      isCertified &&
      status !== "stands" &&
      doubt(certification, [{ kind: "participation", status }], groundOf(ground, status));
    const takenBack = [participation, certification].filter(
      (c): c is Document => c !== undefined && Boolean(c.revokedAt) && !again(c),
    );
    return {
      ...here,
      lacks,
      /** Participation stands. */
      certified,
      /** Nothing stands in the way of a certificate of participation but the rule. */
      mayHave: !certified && !takenBack.some((c) => c.kind === "participation"),
      prepared: participation !== undefined && isPrepared(participation) ? participation : null,
      takenBack,
      doubts,
      doubtful: { participation: participationDoubtful, trainer_certification: certificationDoubtful },
      printable: printableName(person) !== null,
    };
  };
  const everyone = records.people.map((person) => {
    const unmet = unmetConditions(rule, person.plannedMinutes, person);
    // Only while a course runs can anybody still come.
    const best = atBest(person, rule.state === "running" ? person.openMinutes : 0);
    return {
      ...judge(person, { state: person.state, minutes: person.minutes, unmet }),
      unmet,
      minutesAtBest: best.minutes,
      canPass:
        lacksForParticipation({ ...best, unmet: unmetConditions(rule, person.plannedMinutes, best) })
          .length === 0,
    };
  });
  const gone = goneRows(cx.db)
    .all({ courseId })
    .map((person) => ({ ...judge(person, { state: person.state, minutes: 0, unmet: [] }), minutes: null }));
  return { plannedMinutes: records.plannedMinutes, everyone, gone, decisions, kept };
}

/**
 * How a course stands with its certificates; null where the viewer may not see it.
 * - `ready`: meets the rule, has none and may be issued one; `notYet`: does not, and why.
 * - `takenBack`: revoked without another in its place, and nobody has allowed a new one.
 * - `ruleLost`, `hoursDiffer`: certificates that stand and are to be decided on.
 * - `toPrepare`: who will have one if they come to what is left; `prepared`: sheets made for the closing;
 *   `notToHandOut`: sheets that never became valid.
 * - `issued`: people whose participation stands, `withStanding`: those with a certificate of any kind that does;
 *   `toMend`: people whose name cannot be printed.
 */
export function completionOf(cx: Context, courseId: number) {
  if (!mayInCourse(cx, "certificates.read", courseId)) return null;
  const people = peopleOf(cx, courseId);
  if (!people) return null;
  const { plannedMinutes, everyone, gone } = people;
  const known = [...everyone, ...gone];
  const doubts = known.flatMap((p) => p.doubts);
  const waiting = everyone.filter((p) => p.mayHave && !p.prepared);
  return {
    plannedMinutes,
    everyone,
    known,
    /** The last decision to keep each certificate, by its key. */
    kept: people.kept,
    ready: waiting.filter((p) => p.lacks.length === 0 && p.printable),
    notYet: everyone.filter((p) => p.mayHave && p.lacks.length > 0),
    takenBack: known.flatMap((p) => p.takenBack.map((certificate) => ({ person: p, certificate }))),
    ruleLost: doubts.filter((d) => d.lacks.length > 0),
    hoursDiffer: doubts.filter((d) => d.lacks.length === 0),
    toPrepare: everyone.filter((p) => p.mayHave && p.canPass && p.printable),
    prepared: known.flatMap((p) => (p.prepared ? [{ person: p, certificate: p.prepared }] : [])),
    notToHandOut: known.flatMap((p) =>
      p.certificates
        .filter((c) => c.voidedAt)
        .map((certificate) => ({
          person: p,
          certificate,
          /** Whether another sheet or certificate came in its place. */
          anew: lastOf(p.certificates, certificate.kind) !== undefined,
        })),
    ),
    issued: known.filter((p) => p.certified),
    withStanding: known.filter((p) => p.certificates.some(stands)),
    toMend: everyone.filter((p) => !p.printable && p.state !== "no_show"),
    reasons: people.decisions.map(({ kind, ...d }) => ({
      ...d,
      kind: shortOf[kind],
      name: known.find((p) => p.registrationId === d.registrationId)?.name ?? null,
    })),
  };
}
export type Completion = NonNullable<ReturnType<typeof completionOf>>;
export type CompletionPerson = Completion["known"][number];

/**
 * Names of people with a place in courses of late that hold a letter which may be missing from our fonts: any but Latin
 * ones of Western and Central Europe and Arabic ones without signs. The courses are found first, and are few.
 */
const strangeNames = prepared((db) => {
  const late = db.$with("late").as(
    db
      .select({ courseId: courses.id, title: courses.title })
      .from(courses)
      .where(
        and(
          counts,
          inArray(courses.state, ["open", "running", "closed"]),
          gte(courses.endsOn, sql.placeholder("since")),
          inProgrammes(),
        ),
      )
      .orderBy(desc(courses.endsOn))
      .limit(mostCourses),
  );
  return db
    .with(late)
    .select({
      courseId: late.courseId,
      title: late.title,
      name: persons.name,
      latinName: persons.latinName,
    })
    .from(late)
    .innerJoin(registrations, eq(registrations.courseId, late.courseId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(
      and(
        inArray(registrations.state, ["accepted", "attended"]),
        sql`${persons.name} glob '*[^ -~À-ſء-غف-ي]*'`,
      ),
    )
    .prepare();
});

/** People of the viewer's courses that ended since a day or are to come, whose name cannot be printed. */
export const unprintableNames = (cx: Context, since: string) =>
  strangeNames(cx.db)
    .all({ since, ...programmesOf(cx) })
    .filter((person) => printableName(person) === null);

/** Minutes on the roll of the registration that a certificate is of. */
const minutesNow = sql`(select coalesce(sum(minutes), 0) from attendance where registration_id = ${registrations.id})`;
const scoreNow = (kind: "post_test" | "micro_teaching") =>
  sql`(select score from assessments where registration_id = ${registrations.id} and kind = ${kind})`;

/**
 * Closed courses of the viewer in which a certificate may rest on what has gone: minutes, state or scores are no longer
 * those of a participation that stands, or a trainer certification has none. Which of them are to be decided on, their
 * completion tells; those that were looked at and kept are among them.
 */
const shakenRows = prepared((db) =>
  db
    .selectDistinct({ id: courses.id, title: courses.title })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .where(
      and(
        inProgrammes(),
        certificateStands,
        or(
          and(
            eq(certificates.kind, "participation"),
            or(
              notInArray(registrations.state, ["accepted", "attended"]),
              sql`json_extract(${certificates.facts}, '$.minutes') <> ${minutesNow}`,
              sql`${courses.minPostTest} is not null and coalesce(${scoreNow("post_test")}, -1) < ${courses.minPostTest}`,
              sql`${courses.microTeaching} and ${scoreNow("micro_teaching")} is null`,
            ),
          ),
          and(
            eq(certificates.kind, "trainer_certification"),
            sql`not exists (select 1 from certificates as basis where basis.registration_id = ${registrations.id} and basis.kind = 'participation' and basis.valid_from is not null and basis.revoked_at is null)`,
          ),
        ),
      ),
    )
    .orderBy(desc(courses.id))
    .limit(mostCourses)
    .prepare(),
);

/** The courses in which certificates that stand are to be decided on, with how many; the newest first. */
export function coursesInDoubt(cx: Context) {
  return shakenRows(cx.db)
    .all(programmesOf(cx))
    .map((course) => {
      const completion = completionOf(cx, course.id);
      return { course, count: completion ? completion.ruleLost.length + completion.hoursDiffer.length : 0 };
    })
    .filter(({ count }) => count > 0);
}

/** What is to be decided about a person's certificates in these courses, as far as the viewer may see it. */
export function doubtsOf(cx: Context, personId: number, courseIds: readonly number[]) {
  return courseIds.flatMap((courseId) =>
    (completionOf(cx, courseId)?.ruleLost ?? [])
      .filter((d) => d.person.personId === personId)
      .map((d) => ({ ...d, courseId })),
  );
}

/** A text as it is printed, and as it is kept in other languages. */
export type Printed = { printed: string; said: Translated };

export type Verification =
  | { answer: "mistyped"; wrong: "length" | "sign" | "check" }
  | { answer: "tooMany"; minutes: number }
  | { answer: "unknown"; serial: string }
  | {
      answer: CertificateStatus;
      serial: string;
      kind: CertificateKind;
      /** Of the certificate itself. */
      language: Locale;
      name: string;
      latinName: string | null;
      course: Printed;
      tools: { name: Printed; modules: { code: string; title: Printed }[] }[];
      issuer: Printed;
      /** Days at the course's place: null while it is not valid, or never was. */
      issuedOn: string | null;
      expiresOn: string | null;
      checkedOn: string;
      /** Day on which it was revoked or replaced. */
      endedOn: string | null;
      replacedBy: string | null;
      /** Whom to ask about it. */
      contact: ProgrammeContact | null;
      fictional: boolean;
    };

/** A printed text with its translations: those kept with it, else what the course says now where that is the same text. */
function printed(text: string, language: Locale, ...found: (Translated | undefined)[]): Printed {
  const said = found.find((t) => t && inLanguage(t, language).text === text);
  return { printed: text, said: said ?? { own: language, [language]: text } };
}

/**
 * What a certificate is worth today, for anybody: name, course, tools, issuer and dates, nothing else of the person.
 * Days are those at the course's place. A typing error costs nothing; serials that do not exist are counted by address,
 * and after too many there is no answer about them for a while. One that exists is always answered: it is too long to
 * be guessed, and a whole country's phones may share an address.
 */
export function verify(cx: Context, typed: string, address: string): Verification {
  const serial = readSerial(typed);
  if ("wrong" in serial) return { answer: "mistyped", wrong: serial.wrong };
  const row = bySerial(cx.db).get({ serial: serial.serial });
  if (!row) {
    const limit = withinLimit(cx, `verify:address:${address}`, verifyLimit);
    if (!limit.allowed) return { answer: "tooMany", minutes: limit.waitMinutes };
    return { answer: "unknown", serial: serial.serial };
  }
  const { facts, language } = row;
  const today = dayAt(cx.now, row.zone);
  const tools = courseTools(cx, row.courseId);
  return {
    answer: statusOn(row, today),
    serial: row.serial,
    kind: row.kind,
    language,
    name: facts.name,
    latinName: facts.latinName,
    course: printed(facts.course, language, facts.said?.course, row.course),
    tools: facts.tools.map((tool) => {
      const same = tools.filter((t) => inLanguage(t.title, language).text === tool.name);
      const modules = same.flatMap((t) => t.modules);
      return {
        name: printed(tool.name, language, ...same.map((t) => t.title)),
        modules: tool.modules.map(({ code, title }) => ({
          code,
          title: printed(title, language, ...modules.filter((m) => m.code === code).map((m) => m.title)),
        })),
      };
    }),
    issuer: printed(facts.issuer, language, facts.said?.issuer, row.issuer),
    issuedOn: row.validFrom === null ? null : row.issuedOn,
    expiresOn: row.expiresOn,
    checkedOn: today,
    endedOn: row.revokedAt === null ? null : dayAt(row.revokedAt, row.zone),
    replacedBy: row.replacedBy,
    contact: contactOf(cx, row.programmeId),
    fictional: facts.fictional,
  };
}

/**
 * What the PDF of a certificate is made from, and its mark: for its person, by the token of the registration, or a
 * coordinator. A sheet that is prepared, or never became valid, is the coordinator's alone.
 */
export function certificateDocument(cx: Context, serial: string, token: string | null) {
  const row = documentRow(cx.db).get({ serial });
  if (!row) return null;
  const own = row.token === token || (cx.viewer.personId !== null && cx.viewer.personId === row.personId);
  const scope = { ...courseScope(cx, row.courseId), self: own && row.validFrom !== null };
  if (!may(cx.viewer, "certificate.download", scope)) return null;
  const mark = markOf(row);
  return { ...row, mark: mark && { kind: mark.kind, on: dayAt(mark.at, row.zone) } };
}

const sheetKinds = ["prepared", "valid"] as const;
type SheetKind = (typeof sheetKinds)[number];

/** True for what can be printed all at once. */
export const isSheetKind = (text: string): text is SheetKind => sheetKinds.includes(text as SheetKind);

/** The certificates of a course to print, in the order of its list: those prepared, or those that stand; null where the viewer may not. */
export function certificateSheets(cx: Context, courseId: number, what: SheetKind) {
  const completion = completionOf(cx, courseId);
  if (!completion) return null;
  const wanted = what === "prepared" ? isPrepared : stands;
  return completion.known.flatMap((p) => p.certificates.filter(wanted));
}
