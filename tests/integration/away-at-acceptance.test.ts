import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import * as trainers from "../../lib/access/trainerGate";
import { enterAwayDays, enterAwayHours } from "../../lib/away/commands";
import { awayDaysSchema, awayHoursSchema } from "../../lib/away/schema";
import { valuesOf } from "../../lib/messages/values";
import { acceptRequest, askTrainers } from "../../lib/requests/commands";
import { courseRequests, requestToAnswer } from "../../lib/requests/queries";
import { whatIsInTheWay } from "../../lib/requests/rules";
import { askSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { now, opened, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
const trainer = as(viewer(nour, { trains: [w.programmeId] }), now);

function asked(startsOn: string, endsOn: string) {
  const { courseId } = opened(w, { startsOn, endsOn, trainerIds: [String(rami)] });
  const form = { courseId: String(courseId), sessionId: "", role: "co_trainer", answerBy: "2027-02-01" };
  value(askTrainers(coordinator, askSchema.parse({ ...form, trainerIds: [String(nour)], message: "" })));
  const requestId = sqlite()
    .prepare("SELECT max(id) FROM trainer_requests WHERE course_id = ?")
    .pluck()
    .get(courseId) as number;
  const read = () =>
    courseRequests(coordinator, gate.course(coordinator, "trainers.ask", courseId)).find(
      ({ id }) => id === requestId,
    )!;
  const told = (language: "ar" | "fr" | "en") =>
    writeMessage({
      ...{ language, message: "requestAnswered" },
      params: valuesOf(
        coordinator,
        {
          ...{ personId: w.coordinator.personId!, registrationId: null, courseId },
          params: { request: String(requestId), answer: "accepted", trainer: "Nour", reason: "" },
        },
        language,
      ),
    }).text;
  return { courseId, requestId, read, told, sessions: courseSessions(coordinator, courseId) };
}
const accept = (requestId: number) => value(acceptRequest(trainer, { requestId, groupId: undefined }));

describe("who accepts though they are away, or teach something else by now,", () => {
  it("reads it before; whoever asked reads it with the request and in the message, without why", () => {
    const { requestId, read, told, sessions } = asked("2027-06-06", "2027-06-08");
    expect(read().inTheWay).toMatchObject({ away: 0, busy: 0 });
    const [first] = sessions;
    value(
      enterAwayDays(
        trainer,
        awayDaysSchema.parse({
          ...{ personId: String(nour), fromDay: first!.day, toDay: first!.day, reason: "Exams" },
        }),
      ),
    );
    const onIt = sessions.filter(({ day }) => day === first!.day).length;
    const times = [{ kind: "days", fromDay: first!.day, toDay: first!.day }];
    const own = requestToAnswer(trainer, trainers.ownRequest(trainer, "request.answer", requestId));
    expect(whatIsInTheWay(own.sessions)).toEqual({ away: onIt, busy: 0, times });
    expect(read().inTheWay).toEqual({ away: onIt, busy: 0, times });
    accept(requestId);
    expect(read().inTheWay).toEqual({ away: onIt, busy: 0, times });
    expect(told("en")).toMatch(/Away all the same: 6\sJune\s2027/);
    expect(told("fr")).toContain("Absence saisie malgré tout\u00a0: 6");
    expect(told("ar")).toContain("مع غياب مُدخل في هذا الوقت");
    expect(told("en")).not.toContain("Exams");
  });

  it("likewise where they are away at hours of every week", () => {
    const { requestId, told, sessions } = asked("2027-07-05", "2027-07-06");
    const { startsAt, endsAt } = sessions[0]!;
    const hours = { personId: String(nour), weekday: "1", startsAt, endsAt };
    value(enterAwayHours(trainer, awayHoursSchema.parse(hours)));
    accept(requestId);
    expect(told("en")).toMatch(/Away all the same: Every Monday/);
  });

  it("and is not said to teach elsewhere but where an acceptance left sessions out for it", () => {
    const one = asked("2027-08-02", "2027-08-03");
    const other = asked("2027-08-02", "2027-08-02");
    accept(other.requestId);
    const taken = one.read().inTheWay!.busy;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(one.sessions.length);
    accept(one.requestId);
    expect(one.read().inTheWay?.busy).toBe(taken);
    expect(one.told("en")).toContain(`Teaches another course at the time of: ${taken} session`);
    expect(other.told("en")).not.toContain("Teaches another course");
    expect(other.read().inTheWay).toMatchObject({ busy: 0 });
  });

  it("reads nothing of it where they are not away", () => {
    const { requestId, told, read } = asked("2027-09-08", "2027-09-08");
    accept(requestId);
    expect(read().inTheWay).toEqual({ away: 0, busy: 0, times: [] });
    expect(told("en")).not.toContain("Away");
  });
});
