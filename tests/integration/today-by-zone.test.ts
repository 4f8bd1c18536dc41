import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { programmeDays } from "../../lib/programmes/queries";
import { dayThere } from "../../lib/programmes/store/days";
import { judgeAnew, noteVisit, remindOfEnds } from "../../lib/stages/commands";
import { enteringPage } from "../../lib/stages/queries/entered";
import { restate } from "../../lib/stages/restate";
import { visitSchema } from "../../lib/stages/schema";
import { insertStageEvent } from "../../lib/stages/store/events";
import { certifiedAmong } from "../../lib/stages/store/register";
import { addDays } from "../../lib/time/civil";
import { dayAt, instantOf } from "../../lib/time/zone";
import { trainerRegister } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { certifyAtOnce, serialOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { transact } from "../support/transact";
import { fault, value, worksIn, world } from "../support/world";

/** East and west of UTC; the third works in both, where the day is the one that began first. */
const places = [
  { countries: ["KG"], zone: "Asia/Bishkek" },
  { countries: ["CO"], zone: "America/Bogota" },
  { countries: ["CO", "KG"], zone: "Asia/Bishkek" },
] as const;

freshDatabase();
const w = world();
const { tot, toolId } = await onTheWay(w);
const [amal, badr] = tot.people as [(typeof tot.people)[0], (typeof tot.people)[0]];
const programmeId = w.programmeId;
sqlite().prepare("UPDATE persons SET country = NULL").run();
const keys = { personId: String(amal.personId), toolId: String(toolId), programmeId: String(programmeId) };

describe.each(places)(
  "in a programme of $countries, half an hour before and after midnight there",
  ({ countries, zone }) => {
    sqlite().prepare("DELETE FROM programme_countries").run();
    const eve = `2027-03-0${1 + 2 * places.findIndex((one) => one.countries === countries)}`;
    const day = addDays(eve, 1);
    const before = instantOf(eve, "23:30", zone);
    const after = instantOf(day, "00:30", zone);
    const todayAt = (at: number) => programmeDays(as(system, at)).of(programmeId);

    it("today is the day on the wall there", () => {
      sqlite().prepare("DELETE FROM programme_countries").run();
      for (const country of countries) worksIn(programmeId, country);
      expect([before, after].map(todayAt)).toEqual([eve, day]);
    });
    it("a form of an entry proposes it, and it is taken and counts at once", () => {
      for (const at of [before, after]) {
        const today = todayAt(at);
        const cx = as(w.coordinator, at);
        expect(enteringPage(cx, "stage.observe", amal.personId, { toolId, programmeId }).way?.today).toBe(
          today,
        );
        const words = `Seen in ${zone} ${countries.length}`;
        value(noteVisit(cx, visitSchema.parse({ ...keys, day: today, words })));
        // The day after has begun somewhere at times, but not there; where somebody lives it may have.
        expect(dayThere(cx, programmeId, null)).toBe(today);
        expect(dayThere(cx, programmeId, "KG")).toBe([today, dayAt(at, "Asia/Bishkek")].sort().at(-1));
        for (const later of [1, 2])
          expect(
            fault(noteVisit(cx, visitSchema.parse({ ...keys, day: addDays(today, later), words }))).fields,
          ).toEqual({ day: { code: "dayToCome" } });
      }
    });
    it("a certification holds through its last day, and has lapsed after it: listed, judged, reminded of", () => {
      transact(() => {
        const cx = as(w.coordinator, before);
        const of = { personId: badr.personId, toolId, programmeId, day: "2027-02-20", modules: null };
        insertStageEvent(cx, { ...of, kind: "approved", until: eve });
        restate(cx, [badr.personId]);
      });
      const listed = (at: number) =>
        certifiedAmong(as(visitor, at), programmeDays(as(visitor, at)), [badr.personId]);
      expect([before, after].map((at) => listed(at).length)).toEqual([1, 0]);
      // The desk has them as the public has, whatever day it is where its reader sits.
      const onDesk = (at: number, reader: string) => {
        const cx = as(w.coordinator, at);
        const reach = gate.reach(cx, "trainers.read");
        const { trainers } = trainerRegister(cx, reach, { q: null }, reader, programmeDays(cx));
        return trainers.find(({ id }) => id === badr.personId)!.certification;
      };
      expect(onDesk(before, day)).toBe("valid");
      expect(onDesk(after, eve)).toBe("expired");
      const stage = () =>
        sqlite().prepare("SELECT stage FROM standings WHERE person_id = ?").pluck().get(badr.personId);
      const told = (at: number) => {
        while (judgeAnew(as(system, at)));
        while (remindOfEnds(as(system, at)));
        return [
          stage(),
          sqlite().prepare("SELECT reminded FROM standings WHERE person_id = ?").pluck().get(badr.personId),
        ];
      };
      expect(told(before)).not.toEqual(["certified", `${eve} lapsed`]);
      expect(told(after)).toEqual(["lapsed", `${eve} lapsed`]);
    });
  },
);

describe("a paper of a certification", () => {
  it("is valid through its last day in the programme, and no longer", () => {
    sqlite().prepare("DELETE FROM programme_countries").run();
    worksIn(programmeId, "KG");
    const at = tot.at(addDays(tot.endsOn, 3), "12:00");
    const { certificateId } = value(certifyAtOnce(w.coordinator, at, amal.id));
    const until = sqlite()
      .prepare("SELECT expires_on FROM certificates WHERE id = ?")
      .pluck()
      .get(certificateId) as string;
    const said = (instant: number) =>
      verifyCertificate(as(visitor, instant), serialOf(certificateId), "somewhere").answer;
    const zone = "Asia/Bishkek";
    expect(said(instantOf(until, "23:30", zone))).toBe("valid");
    expect(said(instantOf(addDays(until, 1), "00:30", zone))).toBe("expired");
  });
});
