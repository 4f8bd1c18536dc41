import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { type AttendanceState, minutesFor } from "../../lib/attendance/rules";
import { serialFrom } from "../../lib/certificates/rules";
import { attendancePercent, defaultRule } from "../../lib/completion/rules";
import { contactKeysOf } from "../../lib/contacts/rules";
import { usualWorkshop, workshopDays } from "../../lib/courses/rules/workshops";
import { generatedTitle } from "../../lib/courses/titles/generated";
import { seal } from "../../lib/crypto/seal";
import { inLanguage, locales, type Translated } from "../../lib/i18n/rules";
import { namesOf, organisationKey, searchText, sortKey } from "../../lib/names/rules";
import type { OrganisationKind } from "../../lib/people/rules";
import { consentVersion, type RegistrationState } from "../../lib/registrations/rules";
import { fold } from "../../lib/text";
import { addDays, minutesOf } from "../../lib/time/civil";
import { dayAt, instantOf } from "../../lib/time/zone";
import { proposeTimetable, workingDays } from "../../lib/timetable/rules/propose";
import { type Db, read, transact } from "../client";
import * as t from "../schema";
import { putCountries, putTools } from "../start";
import { shippedTools } from "../values/catalogue";
import { countryFacts } from "../values/countries";
import { type DemoCourse, programmes, realCourses, reportedCourses, upcomingCourses } from "./courses";
import { organisations, pools } from "./people";

const dayMs = 86_400_000;

/** Numbers that look random and are the same at every load. */
function sequence(seed: string) {
  let n = 0;
  const bytes = () => createHash("sha512").update(`${seed}:${n++}`).digest();
  return {
    bytes,
    below: (limit: number) => bytes().readUInt32BE(0) % limit,
    token: () => bytes().subarray(0, 16).toString("base64url"),
  };
}

const text = (own: Translated["own"], values: { en: string; fr: string; ar: string }): Translated => ({
  own,
  ...values,
});

/** Who signs, as the language of the course writes it; fictional. */
const signatory = (course: DemoCourse) => (course.own === "ar" ? "سلوى منصور" : "Salwa Mansour");

/** Accounts of the demonstration, one per role and a coordinator of another programme; all with the same password. */
export const demoAccounts = [
  {
    role: "administrator",
    name: "Amina Diallo",
    email: "admin@cascade.example",
    phone: null,
    language: "en",
    country: "JO",
  },
  {
    role: "coordinator",
    name: "سمر عبد الله",
    latinName: "Samar Abdallah",
    email: "coordinator@cascade.example",
    phone: null,
    language: "ar",
    country: "JO",
  },
  {
    role: "coordinator",
    name: "Joseph Essomba",
    email: "coordinateur@cascade.example",
    phone: null,
    language: "fr",
    country: "CM",
  },
  {
    role: "trainer",
    name: "رامي حداد",
    latinName: "Rami Haddad",
    email: "trainer@cascade.example",
    phone: "+970599123456",
    language: "ar",
    country: "PS",
  },
  {
    role: "participant",
    name: "هناء شاهين",
    latinName: "Hana Shahin",
    email: null,
    phone: "+962791234567",
    language: "ar",
    country: "JO",
  },
] as const;

export const demoPassword = "cascade-demo";

/**
 * Fills an empty database with the real courses and fictional people around them; the same at every load but for
 * `now`, to which the upcoming courses are relative.
 */
export function loadDemo(options: { now: number; key: Buffer; passwordHash: string }): void {
  const db = read();
  transact(db, () => new Loader(db, options).load());
}

class Loader {
  private readonly dice = sequence("cascade");
  private readonly moduleIds = new Map<string, { id: number; minutes: number; code: string }[]>();
  private readonly programmeIds = new Map<string, number>();
  private readonly organisationIds = new Map<string, number[]>();
  private readonly accountsByRole = new Map<string, number>();
  private readonly today: string;
  private phones = 0;

  constructor(
    private readonly db: Db,
    private readonly options: { now: number; key: Buffer; passwordHash: string },
  ) {
    this.today = dayAt(options.now, "UTC");
  }

  load() {
    const { db } = this;
    db.insert(t.settings).values({ name: "demonstration", value: "1" }).run();
    putCountries(db);
    putTools(db, this.options.now - 1500 * dayMs);
    this.catalogue();
    this.frames();
    this.accounts();
    for (const course of [...realCourses, ...upcomingCourses, ...reportedCourses])
      this.course(course, upcomingCourses.includes(course));
    this.scopes();
  }

  /** People are known in the programmes in which they have registered or hold a role. */
  private scopes() {
    const { db } = this;
    const known = [
      ...db
        .select({
          personId: t.registrations.personId,
          programmeId: t.courses.programmeId,
          since: t.registrations.registeredAt,
        })
        .from(t.registrations)
        .innerJoin(t.courses, eq(t.courses.id, t.registrations.courseId))
        .all(),
      ...db
        .select({
          personId: t.programmeMembers.personId,
          programmeId: t.programmeMembers.programmeId,
          since: t.programmeMembers.since,
        })
        .from(t.programmeMembers)
        .all(),
    ];
    for (const row of known) db.insert(t.personProgrammes).values(row).onConflictDoNothing().run();
  }

  /** The modules of the shipped tools, by tool and country. */
  private catalogue() {
    const rows = this.db
      .select({
        tool: t.tools.code,
        country: t.toolVersions.country,
        id: t.modules.id,
        code: t.modules.code,
        minutes: t.modules.minutes,
      })
      .from(t.modules)
      .innerJoin(t.toolVersions, eq(t.toolVersions.id, t.modules.toolVersionId))
      .innerJoin(t.tools, eq(t.tools.id, t.toolVersions.toolId))
      .orderBy(t.modules.toolVersionId, t.modules.position)
      .all();
    for (const { tool, country, ...module } of rows) {
      const key = `${tool}:${country}`;
      this.moduleIds.set(key, [...(this.moduleIds.get(key) ?? []), module]);
    }
  }

  private frames() {
    for (const programme of programmes) {
      const { id } = this.db
        .insert(t.programmes)
        .values({
          code: programme.code,
          title: text("en", programme.title),
          donor: programme.donor,
          partners: programme.partners,
          issuer: text("en", programme.issuer),
          contactName: programme.contact.name,
          contactPhone: programme.contact.phone,
          contactEmail: programme.contact.email,
          createdAt: this.options.now - 1500 * dayMs,
        })
        .returning({ id: t.programmes.id })
        .get();
      this.programmeIds.set(programme.code, id);
      for (const country of programme.countries)
        this.db.insert(t.programmeCountries).values({ programmeId: id, country }).run();
    }
    for (const [country, list] of Object.entries(organisations))
      this.organisationIds.set(
        country,
        list.map(
          ({ place, ...o }) =>
            this.db
              .insert(t.organisations)
              .values({
                ...o,
                nameKey: organisationKey(o.name),
                sortName: sortKey(o.name),
                kind: o.kind as OrganisationKind,
                country,
                place,
                state: o.kind === "cooperative" ? "running" : null,
                fictional: true,
              })
              .returning({ id: t.organisations.id })
              .get().id,
        ),
      );
    const venues = [
      { name: "مركز تدريب إربد", country: "JO", place: "إربد", rooms: ["القاعة الكبرى", "قاعة 2"] },
      { name: "مركز رام الله للتدريب", country: "PS", place: "رام الله", rooms: ["القاعة الرئيسية"] },
      { name: "Centre de formation de Bertoua", country: "CM", place: "Bertoua", rooms: ["Salle A"] },
      { name: "Nairobi training centre", country: "KE", place: "Nairobi", rooms: ["Main hall"] },
    ];
    for (const { rooms, ...venue } of venues) {
      const { id } = this.db
        .insert(t.venues)
        .values({ ...venue, stepFree: true })
        .returning({ id: t.venues.id })
        .get();
      for (const name of rooms) this.db.insert(t.rooms).values({ venueId: id, name, seats: 40 }).run();
    }
  }

  private accounts() {
    for (const account of demoAccounts) {
      const personId = this.person({
        name: account.name,
        latinName: "latinName" in account ? account.latinName : null,
        email: account.email,
        phone: account.phone,
        language: account.language,
        country: account.country,
      });
      this.db
        .insert(t.accounts)
        .values({
          personId,
          email: account.email,
          phone: account.phone,
          passwordHash: this.options.passwordHash,
          isAdministrator: account.role === "administrator",
          contactProvenAt: this.options.now - 400 * dayMs,
          createdAt: this.options.now - 400 * dayMs,
        })
        .run();
      if (!this.accountsByRole.has(account.role)) this.accountsByRole.set(account.role, personId);
      const member = (code: string, role: "coordinator" | "trainer") =>
        this.db
          .insert(t.programmeMembers)
          .values({
            programmeId: this.programmeIds.get(code)!,
            personId,
            role,
            since: this.options.now - 400 * dayMs,
          })
          .run();
      if (account.email === "coordinator@cascade.example")
        for (const code of ["PROSPECTS", "Land and Rights", "Be the Impact"]) member(code, "coordinator");
      if (account.email === "coordinateur@cascade.example") member("Central Africa", "coordinator");
      if (account.role === "trainer")
        for (const code of ["Be the Impact", "PROSPECTS"]) member(code, "trainer");
    }
  }

  private person(p: {
    name: string;
    latinName: string | null;
    email: string | null;
    phone: string | null;
    language: Translated["own"];
    country: string;
    organisationId?: number | null;
    position?: string;
  }): number {
    const organisation =
      p.organisationId == null
        ? null
        : this.db.select().from(t.organisations).where(eq(t.organisations.id, p.organisationId)).get();
    const { id } = this.db
      .insert(t.persons)
      .values({
        ...p,
        ...namesOf(p, organisation?.name ?? null),
        createdAt: this.options.now - 300 * dayMs,
        fictional: true,
      })
      .returning({ id: t.persons.id })
      .get();
    for (const contactKey of contactKeysOf(this.options.key, p))
      this.db
        .insert(t.contactKeys)
        .values({ ...contactKey, personId: id })
        .run();
    return id;
  }

  /** A fictional person of a country; every third has an e-mail address, most a phone, some share one. */
  private someone(course: DemoCourse, woman: boolean, index: number, organisationCount: number): number {
    const pool = pools[course.pool];
    const first = woman ? pool.women : pool.men;
    const given = first[(index * 3 + this.dice.below(first.length)) % first.length]!;
    const family = pool.families[(index + this.dice.below(pool.families.length)) % pool.families.length]!;
    const name = `${given.name} ${family.name}`;
    const latin = given.latin && family.latin ? `${given.latin} ${family.latin}` : null;
    const n = this.phones++;
    const prefix =
      { JO: "+96279", LB: "+96170", PS: "+97059", KE: "+25471", CM: "+23767", CD: "+24381", KG: "+99655" }[
        course.country
      ] ?? "+96279";
    const digits =
      { "+96279": 7, "+96170": 6, "+97059": 7, "+25471": 7, "+23767": 7, "+24381": 7, "+99655": 7 }[prefix] ??
      7;
    const own = this.organisationIds.get(course.country) ?? [];
    const personId = this.person({
      name,
      latinName: latin,
      email: index % 3 === 0 ? `${fold(latin ?? name).replaceAll(" ", ".")}.${n}@mail.example` : null,
      phone: index % 7 === 6 ? null : `${prefix}${String(1_000_000 + n * 13).slice(0, digits)}`,
      language: course.own,
      country: course.country,
      organisationId: own.length > 0 ? own[index % Math.min(own.length, organisationCount)] : null,
    });
    const facts = {
      sex: woman ? "woman" : "man",
      birthYear: 1965 + this.dice.below(38),
      displacement: index % 4 === 1 ? "refugee" : "host",
    };
    this.db
      .insert(t.sensitiveFacts)
      .values({
        personId,
        programmeId: this.programmeIds.get(course.programme)!,
        sealed: seal(this.options.key, JSON.stringify(facts), `person:${personId}`),
        updatedAt: this.options.now - 200 * dayMs,
      })
      .run();
    return personId;
  }

  private course(demo: DemoCourse, isUpcoming: boolean) {
    const { db } = this;
    const dates =
      demo.dates === null
        ? null
        : "from" in demo.dates
          ? demo.dates
          : { from: addDays(this.today, demo.dates.fromToday), to: addDays(this.today, demo.dates.toToday) };
    const chosen = demo.tools.flatMap(({ code, modules, country }) => {
      const list = this.moduleIds.get(`${code}:${country ?? ""}`) ?? [];
      return list.filter((m) => !modules || modules.includes(m.code));
    });
    const taught = demo.tools.map((tool) => shippedTools.find((x) => x.code === tool.code)!);
    const place = text(demo.own, demo.place);
    const title: Translated = demo.title ? text(demo.own, demo.title) : { own: demo.own };
    if (!demo.title)
      for (const locale of locales)
        title[locale] = generatedTitle(
          demo.kind,
          taught.map((tool) => tool.title.en),
          demo.place[locale],
          demo.own,
        )[locale];
    const programme = programmes.find((p) => p.code === demo.programme)!;
    const search = searchText([
      ...new Set([
        ...locales.map((l) => title[l]),
        ...locales.map((l) => demo.place[l]),
        ...Object.values(programme.title),
        ...taught.flatMap((tool) => locales.map((l) => tool.title[l])),
        ...taught.flatMap((tool) => tool.otherNames),
        programme.code,
      ]),
    ]);
    const startInstant = dates ? instantOf(dates.from, "08:00", demo.zone) : this.options.now - 1200 * dayMs;
    const venue = db
      .select()
      .from(t.venues)
      .where(eq(t.venues.country, demo.country))
      .all()
      .find((v) => isUpcoming && Object.values(demo.place).includes(v.place));
    const numbersOnly = !demo.people && demo.state === "closed";
    const { id: courseId } = db
      .insert(t.courses)
      .values({
        slug: demo.slug,
        programmeId: this.programmeIds.get(demo.programme)!,
        kind: demo.kind,
        title,
        titleGenerated: demo.title === null,
        search,
        country: demo.country,
        place,
        mode: demo.online ? "online" : "venue",
        venueId: venue?.id ?? null,
        zone: demo.zone,
        startsOn: dates?.from ?? null,
        endsOn: dates?.to ?? null,
        year: demo.year ?? null,
        datesNote: demo.datesNote ? text("en", demo.datesNote) : null,
        description: demo.description ? text("en", demo.description) : null,
        applyBy:
          isUpcoming && !demo.workshop && dates && demo.state === "open" ? addDays(dates.from, -7) : null,
        languages: demo.languages,
        capacity: demo.capacity,
        admission: demo.admission,
        countedBy: numbersOnly ? "numbers" : "people",
        enteredAfterwards: numbersOnly,
        state: demo.state,
        ...defaultRule[demo.kind],
        signatories: [
          {
            name: signatory(demo),
            role: text("en", {
              en: "Programme coordinator",
              fr: "Coordinatrice du programme",
              ar: "منسّقة البرنامج",
            }),
          },
        ],
        costs: isUpcoming
          ? text("en", {
              en: "Free of charge; transport costs are reimbursed.",
              fr: "Gratuit ; les frais de transport sont remboursés.",
              ar: "المشاركة مجانية، وتُعوَّض تكاليف النقل.",
            })
          : null,
        fictional: isUpcoming || Boolean(demo.people),
        approvedAt:
          demo.workshop?.approved === false
            ? null
            : Math.min(startInstant - 60 * dayMs, this.options.now - dayMs),
        ...(demo.workshop
          ? {
              scheduledBy: this.accountsByRole.get("trainer")!,
              audience: demo.workshop.audience,
              approvedBy: demo.workshop.approved ? this.accountsByRole.get("coordinator")! : null,
            }
          : {}),
        createdAt: Math.min(startInstant - 60 * dayMs, this.options.now - dayMs),
        updatedAt: Math.min(startInstant - 60 * dayMs, this.options.now - dayMs),
      })
      .returning({ id: t.courses.id })
      .get();
    for (const [i, m] of chosen.entries())
      db.insert(t.courseModules)
        .values({ courseId, moduleId: m.id, position: i + 1 })
        .run();
    for (const h of demo.headcounts ?? [])
      db.insert(t.headcounts)
        .values({ courseId, ...h })
        .run();
    for (const [fact, source] of Object.entries(demo.facts ?? {}))
      db.insert(t.courseFacts)
        .values({ courseId, fact: fact as "dates", source })
        .run();
    if (demo.state === "open" && !demo.workshop)
      for (const [i, label] of [
        {
          en: "How do you plan to use what you will learn?",
          fr: "Comment comptez-vous utiliser ce que vous apprendrez ?",
          ar: "ما خطتك للاستفادة مما ستقدّمه الدورة؟",
        },
      ].entries())
        db.insert(t.courseQuestions)
          .values({ courseId, position: i + 1, kind: "text", label: text("en", label), options: [] })
          .run();
    const trainers = this.trainers(demo, courseId);
    const sessionRows = dates
      ? this.timetable(demo, courseId, dates, chosen, trainers, venue?.id ?? null)
      : [];
    if (demo.people) this.people(demo, courseId, sessionRows, startInstant);
  }

  private trainers(demo: DemoCourse, courseId: number): number[] {
    const ids: number[] = [];
    for (let i = 0; i < demo.trainers; i++) {
      const account =
        (demo.slug === "tot-ramallah-demo" || demo.workshop) && i === 0
          ? this.accountsByRole.get("trainer")
          : undefined;
      const personId = account ?? this.someone(demo, i % 2 === 1, i + 5, 3);
      this.db
        .insert(t.programmeMembers)
        .values({
          programmeId: this.programmeIds.get(demo.programme)!,
          personId,
          role: "trainer",
          since: this.options.now - 400 * dayMs,
        })
        .onConflictDoNothing()
        .run();
      this.db.insert(t.courseTrainers).values({ courseId, personId }).run();
      ids.push(personId);
    }
    return ids;
  }

  private timetable(
    demo: DemoCourse,
    courseId: number,
    dates: { from: string; to: string },
    modules: { id: number; minutes: number }[],
    trainers: number[],
    venueId: number | null,
  ) {
    const country = countryFacts[demo.country]!;
    const days = (demo.workshop ? workshopDays : workingDays)(
      dates.from,
      dates.to,
      country.weekend,
      new Set(),
    );
    // The running course teaches today whatever the weekday, so that today's roll can be tried.
    if (demo.state === "running" && !days.includes(this.today)) days.push(this.today);
    const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };
    const { blocks } = proposeTimetable(modules, days.sort(), demo.workshop ? usualWorkshop.hours : hours);
    const room = venueId
      ? this.db.select().from(t.rooms).where(eq(t.rooms.venueId, venueId)).get()
      : undefined;
    return blocks.map((block) => {
      const minutes = minutesOf(block.endsAt) - minutesOf(block.startsAt);
      const session = this.db
        .insert(t.sessions)
        .values({
          ...block,
          courseId,
          zone: demo.zone,
          startInstant: instantOf(block.day, block.startsAt, demo.zone),
          endInstant: instantOf(block.day, block.endsAt, demo.zone),
          minutes,
          roomId: room?.id ?? null,
          updatedAt: this.options.now - dayMs,
        })
        .returning({ id: t.sessions.id, minutes: t.sessions.minutes, endInstant: t.sessions.endInstant })
        .get();
      for (const personId of trainers)
        this.db.insert(t.sessionTrainers).values({ sessionId: session.id, personId }).run();
      return session;
    });
  }

  private people(
    demo: DemoCourse,
    courseId: number,
    sessions: { id: number; minutes: number; endInstant: number }[],
    startInstant: number,
  ) {
    const { db } = this;
    const { seats, women, applied = 0, waiting = 0, organisations: organisationCount = 4 } = demo.people!;
    const over = demo.state === "closed";
    const registeredAt = Math.min(startInstant - 20 * dayMs, this.options.now - 2 * dayMs);
    let waitingSequence = 0;
    for (let i = 0; i < seats + applied + waiting; i++) {
      const own =
        demo.slug === "tot-ramallah-demo" && i === 0 ? this.accountsByRole.get("participant") : undefined;
      const personId = own ?? this.someone(demo, i < women, i, organisationCount);
      const last: RegistrationState =
        i >= seats + applied ? "waiting" : i >= seats ? "applied" : over ? "attended" : "accepted";
      const first: RegistrationState =
        last === "waiting" ? "waiting" : demo.admission === "first_come" ? "accepted" : "applied";
      const at = registeredAt + i * 3_600_000;
      const { id: registrationId } = db
        .insert(t.registrations)
        .values({
          token: this.dice.token(),
          number: i + 1,
          courseId,
          personId,
          state: last,
          waitingSequence: last === "waiting" ? ++waitingSequence : null,
          placeSince: last === "accepted" || last === "attended" ? at : null,
          source: demo.workshop ? "coordinator" : "self",
          answers: {},
          consentVersion,
          consentLanguage: demo.own,
          consentAt: at,
          formKey: `demo-${courseId}-${i + 1}`,
          registeredAt: at,
          needs:
            i % 11 === 4
              ? { ar: "قاعة بلا درجات", fr: "Salle de plain-pied", en: "A room without steps" }[demo.own]
              : null,
        })
        .returning({ id: t.registrations.id })
        .get();
      const steps: RegistrationState[] = [first];
      if (first === "applied" && last !== "applied") steps.push("accepted");
      if (last === "attended") steps.push("attended");
      steps.forEach((toState, k) => {
        db.insert(t.registrationChanges)
          .values({
            registrationId,
            fromState: steps[k - 1] ?? null,
            toState,
            byPersonId: k === 0 ? personId : this.accountsByRole.get("coordinator"),
            at: at + k * dayMs,
          })
          .run();
      });
      if (last === "attended" || demo.state === "running")
        this.roll(demo, registrationId, personId, i, sessions);
    }
  }

  private roll(
    demo: DemoCourse,
    registrationId: number,
    personId: number,
    index: number,
    sessions: { id: number; minutes: number; endInstant: number }[],
  ) {
    const trainer = this.db
      .select()
      .from(t.courseTrainers)
      .where(eq(t.courseTrainers.courseId, this.courseOf(registrationId)))
      .get();
    let minutes = 0;
    let planned = 0;
    // Two of ten miss much of a course, so that the completion rule has something to say.
    const absentee = index % 10 === 9;
    const now = this.options.now;
    const over = sessions.filter((s) => s.endInstant < now);
    for (const [i, session] of over.entries()) {
      planned += session.minutes;
      // The last session of the running course still waits for its roll.
      if (demo.state === "running" && i === over.length - 1) continue;
      const roll = this.dice.below(20);
      const state: AttendanceState =
        absentee && i % 2 === 0 ? "absent" : roll === 0 ? "late" : roll === 1 ? "excused" : "present";
      const counted = minutesFor(state, session.minutes, Math.min(15, session.minutes - 1));
      minutes += counted;
      this.db
        .insert(t.attendance)
        .values({
          sessionId: session.id,
          registrationId,
          state,
          minutes: counted,
          lateMinutes: state === "late" ? Math.min(15, session.minutes - 1) : 0,
          enteredBy: trainer?.personId ?? null,
          enteredAt: session.endInstant,
        })
        .run();
    }
    if (demo.state !== "closed" || planned === 0) return;
    const rule = defaultRule[demo.kind];
    const post = index % 8 === 3 ? 60 : 75 + this.dice.below(24);
    if (demo.kind === "tot") {
      const enter = (kind: "pre_test" | "post_test" | "micro_teaching", score: number) =>
        this.db
          .insert(t.assessments)
          .values({ registrationId, kind, score, enteredAt: over.at(-1)!.endInstant })
          .run();
      enter("pre_test", 35 + this.dice.below(30));
      enter("post_test", post);
      enter("micro_teaching", 65 + this.dice.below(30));
    }
    const completed =
      attendancePercent(minutes, planned) >= rule.minAttendance &&
      (rule.minPostTest === null || post >= rule.minPostTest);
    if (demo.certified && completed)
      this.certificate(demo, registrationId, personId, minutes, index, over.at(-1)!.endInstant + 10 * dayMs);
  }

  private courseOf(registrationId: number): number {
    return this.db
      .select({ id: t.registrations.courseId })
      .from(t.registrations)
      .where(eq(t.registrations.id, registrationId))
      .get()!.id;
  }

  private certificate(
    demo: DemoCourse,
    registrationId: number,
    personId: number,
    minutes: number,
    index: number,
    issuedAt: number,
  ) {
    const person = this.db.select().from(t.persons).where(eq(t.persons.id, personId)).get()!;
    const course = this.db
      .select()
      .from(t.courses)
      .where(eq(t.courses.id, this.courseOf(registrationId)))
      .get()!;
    const programme = this.db
      .select()
      .from(t.programmes)
      .where(eq(t.programmes.id, course.programmeId))
      .get()!;
    const say = (value: Translated) => inLanguage(value, person.language).text;
    const facts = {
      name: person.name,
      latinName: person.latinName,
      course: say(course.title),
      courseKind: course.kind,
      tools: demo.tools.map((chosen) => {
        const tool = shippedTools.find((x) => x.code === chosen.code)!;
        return {
          name: tool.title[person.language],
          version: "1",
          modules: tool.modules
            .filter((m) => !chosen.modules || chosen.modules.includes(m.code))
            .map((m) => ({ code: m.code, title: m.title[person.language] })),
        };
      }),
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
      fictional: true,
    };
    const put = (
      kind: "participation" | "trainer_certification",
      at: number,
      more: Partial<typeof t.certificates.$inferInsert> = {},
    ) =>
      this.db
        .insert(t.certificates)
        .values({
          serial: serialFrom(this.dice.bytes()),
          registrationId,
          kind,
          language: person.language,
          facts: kind === "participation" ? facts : { ...facts, recommendedBy: signatory(demo) },
          issuedAt: at,
          validFrom: at,
          issuedOn: dayAt(at, course.zone),
          issuedBy: this.accountsByRole.get("coordinator"),
          ...more,
        })
        .run();
    const revoked = index === 2 && demo.slug === "tot-tshikapa-2022";
    put(
      "participation",
      issuedAt,
      revoked
        ? {
            revokedAt: issuedAt + 30 * dayMs,
            revocationReason: { en: "Issued by mistake", fr: "Délivrée par erreur", ar: "صدرت بالخطأ" }[
              person.language
            ],
          }
        : {},
    );
    // One certification has run out and one stands, so that every answer of verification can be tried.
    if (demo.slug === "tot-bertoua-2022" && index === 0)
      put("trainer_certification", issuedAt, { expiresOn: addDays(dayAt(issuedAt, "UTC"), 1095) });
    if (demo.slug === "tot-bertoua-2022" && index === 1)
      put("trainer_certification", this.options.now - 30 * dayMs, { expiresOn: addDays(this.today, 1065) });
  }
}
