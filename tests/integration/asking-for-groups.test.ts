import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { ownRequest } from "../../lib/access/trainerGate";
import { deleteGroup, saveGroup } from "../../lib/groups/commands";
import { dotBetween } from "../../lib/i18n/rules";
import { valuesOf } from "../../lib/messages/values";
import { acceptRequest, askTrainers } from "../../lib/requests/commands";
import { withdrawRequests } from "../../lib/requests/commands/manage";
import { courseRequests, ownRequests, requestToAnswer, trainedOf } from "../../lib/requests/queries";
import { askSchema } from "../../lib/requests/schema";
import { waitingIn } from "../../lib/requests/store";
import { trainWhatIsAsked } from "../../lib/requests/taking";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { whoCanTeach } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { transact } from "../support/transact";
import { day, fault, now, opened, person, planned, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const coordinator = as(w.coordinator, now);
const personId = person("Salma");
transact((db) =>
  db
    .insert(programmeMembers)
    .values({ programmeId: w.programmeId, personId, role: "trainer", since: now })
    .run(),
);
const salma = viewer(personId, { trains: [w.programmeId] });
let weeks = 0;
/** A course in a week of its own, so that nobody is in two places but where a test says so. */
const course = () => {
  const from = Date.parse("2027-06-06") + 7 * day * weeks++;
  const on = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const days = { startsOn: on(from), endsOn: on(from + 2 * day) };
  return opened(w, { ...days, trainerIds: [String(w.trainerIds[0])] }).courseId;
};
const sessionsOf = (courseId: number) => courseSessions(coordinator, courseId);
const formOf = (courseId: number) => ({
  ...{ courseId: String(courseId), sessionId: "", trainerIds: [String(personId)] },
  ...{ role: "co_trainer", answerBy: "2027-02-01", message: "" },
});
const asked = (courseId: number, groupId: number | null = null) => {
  value(askTrainers(coordinator, askSchema.parse({ ...formOf(courseId), groupId: String(groupId ?? "") })));
  return sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
};

it("whoever accepts a course of two groups that meet at one time takes one of each, of the group they choose, and says how many", () => {
  const accepted = (chosen: (groups: number[]) => number | null) => {
    const courseId = course();
    const [first] = sessionsOf(courseId);
    const groups = ["A", "B"].map((name) => {
      value(saveGroup(coordinator, { courseId, groupId: null, version: null, name, language: null }));
      return sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
    });
    for (const groupId of groups)
      value(
        saveSession(
          coordinator,
          sessionSchema.parse({
            ...{ courseId: String(courseId), kind: "other", title: "Side by side" },
            ...{ day: first!.day, startsAt: "20:00", endsAt: "21:00", groupId: String(groupId) },
          }),
        ),
      );
    const requestId = asked(courseId);
    const mine = as(salma, now);
    const shown = requestToAnswer(mine, ownRequest(mine, "request.answer", requestId));
    expect(shown.accepting.groups.map(({ id }) => id)).toEqual(groups);
    expect(shown.accepting.all - shown.accepting.takes).toBe(1);
    expect(shown.sessions.filter((s) => s.atOnce)).toHaveLength(2);
    value(acceptRequest(mine, { requestId, groupId: chosen(groups) }));
    const after = sessionsOf(courseId);
    const trains = after.filter((s) => s.trainers.some(({ id }) => id === salma.personId));
    expect(trainedOf(mine, ownRequest(mine, "request.answer", requestId))).toEqual({
      trains: trains.length,
      all: after.length,
    });
    expect(trains).toHaveLength(after.length - 1);
    return trains.flatMap(({ groupId }) => (groupId === null ? [] : [groups.indexOf(groupId)]));
  };
  expect(accepted((groups) => groups[1]!)).toEqual([1]);
  expect(accepted(() => null)).toEqual([0]);
});
it("whoever is asked for one group of a course is asked for its sessions and everybody's, and trains those alone", () => {
  const courseId = course();
  const [first] = sessionsOf(courseId);
  const [one, two] = ["A", "B"].map((name) => {
    value(saveGroup(coordinator, { courseId, groupId: null, version: null, name, language: null }));
    const groupId = sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
    // The first group's at another time than the second one's: nobody would have to choose.
    const startsAt = name === "A" ? "20:00" : "21:00";
    const endsAt = name === "A" ? "21:00" : "22:00";
    const form = {
      courseId: String(courseId),
      kind: "other",
      title: name,
      day: first!.day,
      startsAt,
      endsAt,
    };
    value(saveSession(coordinator, sessionSchema.parse({ ...form, groupId: String(groupId) })));
    return groupId;
  }) as [number, number];
  const elsewhere = course();
  expect(
    fault(askTrainers(coordinator, askSchema.parse({ ...formOf(elsewhere), groupId: String(one) }))).fields,
  ).toMatchObject({ groupId: { code: "groupGone" } });
  const requestId = asked(courseId, two);
  const provisional = sessionsOf(courseId).filter((s) => s.asked.length > 0);
  expect(provisional.map(({ groupId }) => groupId)).not.toContain(one);
  expect(provisional).toHaveLength(sessionsOf(courseId).length - 1);
  const mine = as(salma, now);
  const shown = requestToAnswer(mine, ownRequest(mine, "request.answer", requestId));
  expect([shown.group, shown.accepting.all, shown.accepting.takes]).toEqual([
    "B",
    provisional.length,
    provisional.length,
  ]);
  value(acceptRequest(mine, { requestId }));
  const trains = sessionsOf(courseId).filter((s) => s.trainers.some(({ id }) => id === salma.personId));
  expect(trains.map(({ id }) => id)).toEqual(provisional.map(({ id }) => id));
  expect(trainedOf(mine, ownRequest(mine, "request.answer", requestId))).toEqual({
    trains: trains.length,
    all: trains.length,
  });
});
it("whoever trains one group is asked for the other, until they train all that it has; the group stays, which they answered for", () => {
  const courseId = course();
  const [first] = sessionsOf(courseId);
  const [one, two] = ["A", "B"].map((name, nth) => {
    value(saveGroup(coordinator, { courseId, groupId: null, version: null, name, language: null }));
    const groupId = sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
    const form = { courseId: String(courseId), kind: "other", title: name, day: first!.day };
    const hour = { startsAt: `${20 + nth}:00`, endsAt: `${21 + nth}:00`, groupId: String(groupId) };
    value(saveSession(coordinator, sessionSchema.parse({ ...form, ...hour })));
    return groupId;
  }) as [number, number];
  const mine = as(salma, now);
  const offered = () =>
    whoCanTeach(coordinator, gate.course(coordinator, "trainers.ask", courseId), { sessionId: null }).some(
      ({ id }) => id === personId,
    );
  value(acceptRequest(mine, { requestId: asked(courseId, one) }));
  expect(offered()).toBe(true);
  value(acceptRequest(mine, { requestId: asked(courseId, two) }));
  expect(sessionsOf(courseId).every((s) => s.trainers.some(({ id }) => id === salma.personId))).toBe(true);
  expect(offered()).toBe(false);
  const again = askTrainers(coordinator, askSchema.parse({ ...formOf(courseId), groupId: String(two) }));
  expect(fault(again).fields).toMatchObject({ trainerIds: { code: "askedTeaches" } });
  for (const { id, groupId } of sessionsOf(courseId))
    if (groupId !== null) sqlite().prepare("UPDATE sessions SET group_id = NULL WHERE id = ?").run(id);
  expect(fault(deleteGroup(coordinator, { courseId, groupId: one, people: 0 }))).toMatchObject({
    code: "groupAnswered",
  });
});
it("whoever was asked for a group that is deleted is asked no more, for whatever else the course has", () => {
  const courseId = course();
  value(saveGroup(coordinator, { courseId, groupId: null, version: null, name: "Gone", language: null }));
  const groupId = sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
  const requestId = asked(courseId, groupId);
  value(deleteGroup(coordinator, { courseId, groupId, people: 0 }));
  expect(
    sqlite().prepare("SELECT state, group_id AS groupId FROM trainer_requests WHERE id = ?").get(requestId),
  ).toEqual({ state: "taken_back", groupId: null });
  // What was asked is still said, to whoever asked, to the trainer and in what is told.
  const course_ = gate.course(coordinator, "trainers.ask", courseId);
  const said = { group: "Gone", groupGone: true };
  expect(courseRequests(coordinator, course_).find(({ id }) => id === requestId)).toMatchObject(said);
  const mine = as(salma, now);
  expect(ownRequests(mine, gate.self(mine)).find(({ id }) => id === requestId)).toMatchObject(said);
  const told = { personId, registrationId: null, courseId, params: { request: String(requestId) } };
  expect(valuesOf(coordinator, told, "en").sessionGroup).toBe("Gone");
});
it("a group that somebody else deleted meanwhile is said to be gone, whether it is deleted again or changed", () => {
  const courseId = course();
  value(saveGroup(coordinator, { courseId, groupId: null, version: null, name: "Twice", language: null }));
  const groupId = sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
  value(deleteGroup(coordinator, { courseId, groupId, people: 0 }));
  expect(fault(deleteGroup(coordinator, { courseId, groupId, people: 0 })).code).toBe("groupDeleted");
  const again = { courseId, groupId, version: 1, name: "Other", language: null };
  expect(fault(saveGroup(coordinator, again)).code).toBe("groupDeleted");
});
it("whoever accepts a course and teaches elsewhere at one session takes the others", () => {
  const courseId = course();
  const requestId = asked(courseId);
  const [first] = sessionsOf(courseId);
  const days = { startsOn: first!.day, endsOn: first!.day };
  const other = planned(w, { ...days, trainerIds: [String(salma.personId)], venueId: "" }).courseId;
  value(
    saveSession(
      coordinator,
      sessionSchema.parse({
        ...{ courseId: String(other), kind: "other", title: "Elsewhere", day: first!.day },
        ...{ startsAt: first!.startsAt, endsAt: first!.endsAt, trainerIds: [String(salma.personId)] },
      }),
    ),
  );
  value(acceptRequest(as(salma, now), { requestId }));
  const after = sessionsOf(courseId);
  const missing = after.filter((s) => !s.trainers.some(({ id }) => id === salma.personId));
  expect(missing.map(({ id }) => id)).toEqual([first!.id]);
});
/** A course of two groups whose sessions are not at one time. */
function ofTwoGroups() {
  const courseId = course();
  const [first] = sessionsOf(courseId);
  const groups = ["A", "B"].map((name, nth) => {
    value(saveGroup(coordinator, { courseId, groupId: null, version: null, name, language: null }));
    const groupId = sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
    const form = { courseId: String(courseId), kind: "other", title: name, day: first!.day };
    const hour = { startsAt: `${20 + nth}:00`, endsAt: `${21 + nth}:00`, groupId: String(groupId) };
    value(saveSession(coordinator, sessionSchema.parse({ ...form, ...hour })));
    return groupId;
  }) as [number, number];
  const offered = () =>
    whoCanTeach(coordinator, gate.course(coordinator, "trainers.ask", courseId), { sessionId: null }).some(
      ({ id }) => id === personId,
    );
  const refused = (groupId: number | null) => {
    const again = askSchema.parse({ ...formOf(courseId), groupId: String(groupId ?? "") });
    return fault(askTrainers(coordinator, again)).fields?.trainerIds?.code;
  };
  const states = () =>
    sqlite()
      .prepare("SELECT state FROM trainer_requests WHERE course_id = ? ORDER BY id")
      .pluck()
      .all(courseId);
  return { courseId, groups, offered, refused, states };
}
it("whoever waits for one group is asked for the other, and stands once in what both have", () => {
  const { courseId, groups, offered, refused, states } = ofTwoGroups();
  asked(courseId, groups[0]);
  expect(offered()).toBe(true);
  expect(refused(groups[0])).toBe("askedAlready");
  asked(courseId, groups[1]);
  expect(states()).toEqual(["waiting", "waiting"]);
  for (const session of sessionsOf(courseId))
    expect(session.asked.map(({ id }) => id)).toEqual([salma.personId]);
});
it("whoever waits for several groups is one trainer who has not answered, is offered with these, and is told once", () => {
  const { courseId, groups } = ofTwoGroups();
  for (const groupId of groups) asked(courseId, groupId);
  const count = () =>
    sqlite()
      .prepare("SELECT sum(count) FROM due WHERE course_id = ? AND kind = 'unanswered'")
      .pluck()
      .get(courseId);
  expect(count()).toBe(1);
  const course = gate.course(coordinator, "trainers.ask", courseId);
  const shown = whoCanTeach(coordinator, course, { sessionId: null }).find(({ id }) => id === personId);
  expect(shown?.waitsFor).toEqual(["A", "B"]);
  // Told that they are asked, they hear that they are no longer.
  sqlite().prepare("UPDATE notices SET told_at = ? WHERE course_id = ?").run(now, courseId);
  transact(() => withdrawRequests(coordinator, course, waitingIn(coordinator, courseId)));
  const told = sqlite()
    .prepare("SELECT params FROM notices WHERE course_id = ? AND message = 'requestTakenBack'")
    .pluck()
    .all(courseId) as string[];
  expect(told.map((params) => JSON.parse(params).sessionGroup)).toEqual([["A", "B"].join(dotBetween)]);
});
it("a group that has nothing to come yet is trained by nobody, so that each may be asked for it", () => {
  const { courseId } = ofTwoGroups();
  value(saveGroup(coordinator, { courseId, groupId: null, version: null, name: "C", language: null }));
  const third = sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
  sqlite().prepare("DELETE FROM sessions WHERE course_id = ? AND group_id IS NULL").run(courseId);
  expect(trainWhatIsAsked(coordinator, courseId, { sessionId: null, groupId: third })).toEqual([]);
});
it("whoever is asked for all of a course need not answer for its groups any more, and is not asked for these beside", () => {
  const { courseId, groups, offered, refused, states } = ofTwoGroups();
  asked(courseId, groups[0]);
  const requestId = asked(courseId);
  expect(states()).toEqual(["taken_back", "waiting"]);
  expect(offered()).toBe(false);
  expect(groups.map(refused)).toEqual(["askedAlready", "askedAlready"]);
  value(acceptRequest(as(salma, now), { requestId }));
  expect(sessionsOf(courseId).every((s) => s.trainers.some(({ id }) => id === personId))).toBe(true);
});
it("whoever trains one group is asked for the whole course, and keeps their group", () => {
  const { courseId, groups, refused } = ofTwoGroups();
  const mine = as(salma, now);
  value(acceptRequest(mine, { requestId: asked(courseId, groups[0]) }));
  const theirs = () =>
    sessionsOf(courseId)
      .filter((s) => s.trainers.some(({ id }) => id === personId))
      .map(({ id }) => id);
  const before = theirs();
  value(acceptRequest(mine, { requestId: asked(courseId) }));
  expect(theirs()).toEqual(expect.arrayContaining(before));
  expect(theirs()).toHaveLength(sessionsOf(courseId).length);
  expect(refused(null)).toBe("askedTeaches");
});
