import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { disableAccount, enableAccount } from "../../lib/accounts/commands";
import { setCourseState } from "../../lib/courses/commands";
import {
  makeFeedAddress,
  makeFeedAddressShown,
  readFeed,
  renewFeedAddress,
  renewFeedAddressShown,
} from "../../lib/feeds/commands";
import { mostAddresses } from "../../lib/feeds/rules";
import { editVenue } from "../../lib/places/commands";
import { venueEditSchema } from "../../lib/programmes/schema";
import {
  deleteSession,
  forgetRemovedSessions,
  saveSession,
  undoTimetableChange,
} from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions, deskCourse } from "../support/desk";
import { asked, eventsAt, made, tokenOf } from "../support/feeds";
import { ownersBy, password } from "../support/owners";
import { holder } from "../support/signedIn";
import { day, fault, now, opened, planned, registered, value, worksIn, world } from "../support/world";

freshDatabase();
const w = world();
const host = "training.example.org";

beforeAll(() => {
  process.env.PUBLIC_URL = `https://${host}`;
});

worksIn(w.programmeId, "JO");
worksIn(w.otherId, "JO");

/** Gives somebody of the world an account of their own, with which an address is theirs. */
function withAccount(viewer: Viewer, administrator = false): Viewer {
  sqlite()
    .prepare(
      "INSERT OR IGNORE INTO accounts (id, person_id, email, is_administrator, created_at) VALUES (?, ?, ?, ?, ?)",
    )
    .run(viewer.personId, viewer.personId, `p${viewer.personId}@example.org`, administrator ? 1 : 0, now);
  return { ...viewer, administrator };
}
const coordinator = withAccount(w.coordinator);
const trainer = withAccount(w.trainer);
const participant = withAccount(w.participant);
const stranger = withAccount(w.stranger);
for (const [viewer, programme, role] of [[stranger, w.otherId, "coordinator"]] as const)
  sqlite()
    .prepare("INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, ?, ?)")
    .run(programme, viewer.personId, role, now);

describe("a secret address", () => {
  it("is made by nobody who finds a session open: the password is asked for", async () => {
    const somebody = ownersBy(opened(w).slug);
    const owner = await somebody({}, true);
    const minute = 60_000;
    for (const [i, act] of [makeFeedAddressShown, renewFeedAddressShown].entries()) {
      const at = now + (i + 1) * 11 * minute;
      const cx = as(holder(owner.cookie, at), at);
      const ask = (current: string) => act(cx, { feed: "mine", of: null, current }, "a");
      expect(fault(await ask("")).fields).toEqual({ current: { code: "confirmNeeded" } });
      expect(fault(await ask("guessed by a thief")).fields).toEqual({ current: { code: "passwordWrong" } });
      value(await ask(password));
      // Shown just now, it is not asked for again.
      value(await ask(""));
    }
  });
});

describe("a calendar to subscribe to", () => {
  it("takes each change for an update of the same event: moved, renamed, another room, taken out, back, cancelled", async () => {
    const { courseId } = opened(w, { startsOn: "2027-03-07", endsOn: "2027-03-11" });
    const token = made(coordinator, "course", courseId);
    const sessions = () => courseSessions(as(w.coordinator), courseId);
    const { id, day: on } = sessions()[0]!;
    const uid = `session-${id}@${host}`;
    const first = await eventsAt(token);
    expect(first.events.get(uid)).toMatchObject({ start: Date.parse(`${on}T06:00:00Z`), status: null });
    const count = first.events.size;
    let at = now;
    let lastChange = 0;
    const save = (more: Record<string, unknown>) => {
      const form = {
        courseId,
        sessionId: id,
        kind: "other",
        title: "Opening",
        day: on,
        startsAt: "07:00",
        endsAt: "08:00",
        ...more,
      };
      value(saveSession(as(w.coordinator, at), sessionSchema.parse(form)));
    };
    const venue = () => sqlite().prepare("SELECT version FROM venues WHERE id = ?").pluck().get(w.venueId);
    const steps: [what: string, step: () => unknown, seen: object][] = [
      [
        "moved",
        () => save({}),
        { start: Date.parse(`${on}T04:00:00Z`), summary: expect.stringContaining("Opening") },
      ],
      ["renamed", () => save({ title: "Welcome" }), { summary: expect.stringContaining("Welcome") }],
      [
        "another room",
        () => save({ title: "Welcome", roomId: w.roomId }),
        { location: "Hall, Centre, Irbid" },
      ],
      [
        "the room renamed",
        () =>
          value(
            editVenue(
              as(w.coordinator, at),
              venueEditSchema.parse({
                venueId: w.venueId,
                version: venue(),
                name: "Centre",
                country: "JO",
                place: "Irbid",
                rooms: [{ id: w.roomId, name: "Great hall" }],
              }),
            ),
          ),
        { location: "Great hall, Centre, Irbid" },
      ],
      [
        "taken out",
        () => {
          const done = value(deleteSession(as(w.coordinator, at), { courseId, sessionId: id }));
          lastChange = done.changeId!;
        },
        { status: "CANCELLED", summary: expect.stringContaining("Welcome") },
      ],
      [
        "back",
        () => value(undoTimetableChange(as(w.coordinator, at), { changeId: lastChange })),
        { status: null },
      ],
      [
        "taken out again",
        () => value(deleteSession(as(w.coordinator, at), { courseId, sessionId: id })),
        { status: "CANCELLED" },
      ],
      [
        "cancelled",
        () =>
          value(
            setCourseState(as(w.coordinator, at), {
              courseId,
              from: "open",
              to: "cancelled",
              reason: "Snow",
            }),
          ),
        { status: "CANCELLED" },
      ],
    ];
    let before = first.events.get(uid)!;
    for (const [what, step, seen] of steps) {
      at += day;
      step();
      const { events } = await eventsAt(token);
      const event = events.get(uid)!;
      expect(events.size, what).toBe(count);
      expect(event, what).toMatchObject(seen);
      expect(event.sequence, what).toBeGreaterThan(before.sequence);
      expect(event.modified > before.modified, what).toBe(true);
      before = event;
    }
    expect([...(await eventsAt(token)).events.values()].every(({ status }) => status === "CANCELLED")).toBe(
      true,
    );
    // After a while nobody need be told any more.
    forgetRemovedSessions(as(system, at + 31 * day), at + 31 * day - 30 * day);
    expect((await eventsAt(token)).events.has(uid)).toBe(false);
  });

  it("holds what one teaches and what one attends, and names nobody", async () => {
    const { courseId, slug } = opened(w, { startsOn: "2027-04-04", endsOn: "2027-04-08" });
    const draft = planned(w, { startsOn: "2027-04-18", endsOn: "2027-04-22" });
    const before = await eventsAt(made(participant, "mine"));
    expect(before.events.size).toBe(0);
    const { token } = value(await registered(slug));
    sqlite()
      .prepare("UPDATE registrations SET person_id = ? WHERE token = ?")
      .run(participant.personId, token);
    const uids = courseSessions(as(w.coordinator), courseId).map(({ id }) => `session-${id}@${host}`);
    const own = await eventsAt(made(participant, "mine"));
    expect([...own.events.keys()].sort()).toEqual(uids.sort());
    expect([...own.events.values()][0]!.url).toBe(`https://${host}/courses/${slug}`);
    const taught = await eventsAt(made(trainer, "mine"));
    expect(uids.every((uid) => taught.events.has(uid))).toBe(true);
    expect(taught.events.get(uids[0]!)!.url).toContain(`/desk/courses/${courseId}/timetable`);
    expect(draft.courseId).not.toBe(courseId);
    for (const { text } of [own, taught, await eventsAt(made(coordinator, "trainer", w.trainerIds[0]!))])
      for (const name of ["Rami", "Nour", "Samar", "Hana"]) expect(text).not.toContain(name);
  });

  it("says of a course that its reader may not see only that somebody is busy", async () => {
    const { courseId } = planned(w, { startsOn: "2027-05-02", endsOn: "2027-05-06" });
    const form = {
      courseId,
      kind: "other",
      title: "Secret talks",
      day: "2027-05-02",
      startsAt: "09:00",
      endsAt: "10:00",
      roomId: w.roomId,
    };
    const { sessionId } = value(saveSession(as(w.coordinator), sessionSchema.parse(form)));
    const uid = `session-${sessionId}@${host}`;
    const seen = (await eventsAt(made(coordinator, "room", w.roomId))).events.get(uid)!;
    expect(seen).toMatchObject({ status: "TENTATIVE", summary: expect.stringContaining("Secret talks") });
    const elsewhere = await eventsAt(made(stranger, "room", w.roomId));
    expect(elsewhere.events.get(uid)).toMatchObject({
      summary: "Busy (another course)",
      location: null,
      url: "",
    });
    expect(elsewhere.text).not.toContain("Secret talks");
  });

  it("is made for whom it is theirs to see, and shows nothing once it is not", async () => {
    const { courseId } = opened(w, { startsOn: "2027-06-06", endsOn: "2027-06-10" });
    expect(fault(makeFeedAddress(as(stranger), { feed: "course", of: courseId })).code).toBe("notFound");
    expect(fault(makeFeedAddress(as(participant), { feed: "room", of: w.roomId })).code).toBe("notFound");
    expect(fault(makeFeedAddress(as(trainer), { feed: "trainer", of: w.trainerIds[1]! })).code).toBe(
      "notFound",
    );
    expect(fault(makeFeedAddress(as(visitor), { feed: "mine", of: null })).code).toBe("signInNeeded");

    const token = made(trainer, "course", courseId);
    expect((await asked(token)).status).toBe(200);
    const role = "programme_members WHERE person_id = ?";
    sqlite()
      .prepare(`UPDATE ${role.replace(" WHERE", " SET ends_on = '2020-01-01' WHERE")}`)
      .run(trainer.personId);
    expect((await asked(token)).status).toBe(404);
    expect((await eventsAt(made(trainer, "mine"))).events.size).toBe(0);
    sqlite().prepare("UPDATE programme_members SET ends_on = NULL WHERE person_id = ?").run(trainer.personId);
    expect((await asked(token)).status).toBe(200);
    const administrator = withAccount(w.otherTrainer, true);
    value(disableAccount(as(administrator), { accountId: trainer.accountId! }));
    expect((await asked(token)).status).toBe(404);
    value(enableAccount(as(administrator), { accountId: trainer.accountId! }));
  });

  it("has addresses of which only a hash is kept; a new one ends the others, and the log knows of both", async () => {
    const own = [made(coordinator, "mine"), made(coordinator, "mine")];
    const of = (await Promise.all(own.map((token) => asked(token)))).map(({ status }) => status);
    expect(of).toEqual([200, 200]);
    const rows = JSON.stringify(sqlite().prepare("SELECT * FROM feed_addresses").all());
    expect(own.some((token) => rows.includes(token))).toBe(false);
    const renewed = tokenOf(value(renewFeedAddress(as(coordinator), { feed: "mine", of: null })));
    expect(
      (await Promise.all([...own, renewed].map((token) => asked(token)))).map(({ status }) => status),
    ).toEqual([404, 404, 200]);
    for (let i = 1; i < mostAddresses; i += 1) made(coordinator, "mine");
    expect(fault(makeFeedAddress(as(coordinator), { feed: "mine", of: null })).code).toBe("tooManyAddresses");
    const log = sqlite()
      .prepare("SELECT action, subject_id AS id FROM audit_log WHERE action LIKE 'feed.%'")
      .all();
    expect(log).toContainEqual({ action: "feed.address-renewed", id: coordinator.accountId });
    expect(log).toContainEqual({ action: "feed.address-made", id: coordinator.accountId });
  });

  it("is kept by its reader alone, and not sent again while it is the same", async () => {
    const { courseId } = opened(w, { startsOn: "2027-07-04", endsOn: "2027-07-08" });
    const token = made(coordinator, "course", courseId);
    const first = await asked(token);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    const etag = first.headers.get("etag")!;
    const again = await asked(token, { "if-none-match": `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const version = deskCourse(as(w.coordinator), courseId)!.version;
    sqlite()
      .prepare("UPDATE courses SET version = ? WHERE id = ?")
      .run(version + 1, courseId);
    expect((await asked(token, { "if-none-match": etag })).status).toBe(200);
  });

  it("answers nobody about addresses that are none, after some from one network", () => {
    const ask = (address: string) => readFeed(as(visitor), "nothing", address);
    for (let i = 0; i < 30; i += 1) expect(ask("203.0.113.9")).toBe("none");
    expect(ask("203.0.113.9")).toBe("tooMany");
    expect(ask("203.0.113.10")).toBe("none");
  });
});
