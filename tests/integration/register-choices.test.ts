import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { organisations, standings } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, type Viewer } from "../../lib/access/table";
import { registerChoices } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { now, person, world } from "../support/world";

freshDatabase();
const w = world();

const organisation = (country: string | null, place: string | null, name: string) =>
  transact((db) =>
    db
      .insert(organisations)
      .values({ name, kind: "cooperative", country, place, nameKey: name, sortName: name })
      .returning({ id: organisations.id })
      .get(),
  ).id;

beforeAll(() => {
  const onTheWay = [
    person("Amal", { country: "SY", organisationId: organisation("JO", "Irbid", "of Irbid") }),
    person("Badr", { country: "LB" }),
    person("Chadi", { country: "IQ", organisationId: organisation(null, "Zarqa", "of Zarqa") }),
    person("Dunia", { country: "JO", organisationId: organisation("JO", null, "of Jordan") }),
  ];
  // Nobody of theirs is on the way.
  organisation("EG", "Cairo", "of Cairo");
  person("Elias", { country: "TN", organisationId: organisation("EG", "Giza", "of Giza") });
  transact((db) =>
    db
      .insert(standings)
      .values(
        onTheWay.map((personId) => ({
          ...{ personId, toolId: 1, programmeId: w.programmeId, stage: "candidate" as const },
          ...{ since: "2026-01-01", modules: [], nextStep: "workshops", nextMissing: 1 },
          judgedOn: "2027-01-10",
        })),
      )
      .run(),
  );
});

describe("what the register can be narrowed by", () => {
  const there = (viewer: Viewer) => {
    const cx = as(viewer, now);
    const { countries, places } = registerChoices(cx, gate.reach(cx, "trainers.read"), null);
    return { countries, places: places.flatMap(({ typed }) => typed).sort() };
  };
  it("is where those on the way and the trainers work, or else live, whoever asks", () => {
    // A trainer who is at no stage is in the register too.
    const [trainer] = w.trainerIds;
    const country = sqlite().prepare("UPDATE persons SET country = ?, governorate = ? WHERE id = ?");
    country.run("KE", "KE-30", trainer);
    const governorates = (viewer: Viewer) => {
      const cx = as(viewer, now);
      return registerChoices(cx, gate.reach(cx, "trainers.read"), null).governorates;
    };
    expect([governorates(w.coordinator), governorates(system), governorates(w.stranger)]).toEqual([
      ["KE-30"],
      ["KE-30"],
      [],
    ]);
    const all = { countries: ["IQ", "JO", "KE", "LB"], places: ["Irbid", "Zarqa"] };
    expect(there(w.coordinator)).toEqual(all);
    expect(there(system)).toEqual(all);
    expect(there(w.stranger)).toEqual({ countries: [], places: [] });
  });
});
