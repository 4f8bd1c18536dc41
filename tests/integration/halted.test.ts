import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { scheduleWorkshop } from "../../lib/courses/commands";
import { workshopSchema } from "../../lib/courses/schema";
import { resume, suspend } from "../../lib/stages/commands";
import { haltedTrainersIn } from "../../lib/stages/queries/halted";
import { todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { courseForm, now, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);

describe("a workshop that awaits approval", () => {
  it("says that who trains in it is suspended, for as long as they are, on Today and on its page", async () => {
    const tot = await issued("tot");
    const way = wayOf(tot.people[0]!.id);
    transact((db) =>
      db
        .insert(programmeMembers)
        .values({ programmeId: w.programmeId, personId: way.personId, role: "trainer", since: now })
        .run(),
    );
    const schedule = (personId: number, startsOn: string) =>
      value(
        scheduleWorkshop(
          as(viewer(personId, { trains: [w.programmeId] }), tot.at("2027-03-02")),
          workshopSchema.parse({
            ...courseForm(w),
            ...{ place: "Kufr Asad", startsOn, endsOn: "", trainerIds: [], wholeIds: [] },
            ...{ startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: "30" },
          }),
        ),
      ).courseId;
    const [hers, other] = [schedule(way.personId, "2027-05-02"), schedule(w.trainerIds[0]!, "2027-05-09")];
    const at = tot.at("2027-03-03");
    const { personId, programmeId, toolId } = way;
    value(
      suspend(as(w.coordinator, at), { personId, programmeId, toolId, words: "Complaints of participants" }),
    );
    const said = () => {
      const cx = as(w.coordinator, at);
      const onToday = todayFor(cx, gate.reach(cx, "today.read"), "2027-03-03").approvals;
      return [hers, other].map((id) => [
        onToday
          .find((one) => one.id === id)
          ?.halted.map((one) => `${one.person.name} ${one.tool.code} ${one.stage}`),
        haltedTrainersIn(cx, gate.course(cx, "workshop.approve", id)).map(({ since }) => since),
      ]);
    };
    expect(said()).toEqual([
      [["Amal think-coop suspended"], ["2027-03-03"]],
      [[], []],
    ]);
    const entryId = sqlite()
      .prepare("SELECT max(id) FROM stage_events WHERE person_id = ?")
      .pluck()
      .get(personId);
    value(
      resume(as(w.coordinator, at), { entryId: entryId as number, words: "The complaints were unfounded" }),
    );
    expect(said()).toEqual([
      [[], []],
      [[], []],
    ]);
  });
});
