import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { placesOnce } from "../../lib/trainers/places";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, opened, planned, world } from "../support/world";

freshDatabase();
const w = world();
const cx = as(w.coordinator, now);
const at = (country: string | null, place: string) => ({ country, place });
const called = (courseId: number, place: object) =>
  sqlite()
    .prepare("UPDATE courses SET country = 'LB', place = ? WHERE id = ?")
    .run(JSON.stringify({ own: "en", ...place }), courseId);

it("a place that was typed alike in several countries is one choice: each value is offered once", () => {
  const rows = [
    at("JO", "Beirut"),
    at("LB", "Beirut"),
    at(null, "Beirut"),
    at("LB", "Tyre"),
    at("LY", "Tripoli"),
  ];
  expect(placesOnce(cx, rows).map(({ typed }) => typed)).toEqual([["Beirut"], ["Tyre"], ["Tripoli"]]);
});

it("a name of each country's courses joins what was typed in two languages, through a third country too", () => {
  called(opened(w).courseId, { en: "Saida", ar: "صيدا" });
  const rows = [at("LB", "صيدا"), at("JO", "Saida"), at("LB", "Saida")];
  const choices = placesOnce(cx, rows);
  expect(choices).toHaveLength(1);
  expect([...choices[0]!.typed].sort()).toEqual(["Saida", "صيدا"]);
  expect(choices[0]!.names).toMatchObject({ en: "Saida", ar: "صيدا" });
});

it("what courses call a place is what it is called; a draft says nothing", () => {
  called(planned(w).courseId, { en: "Zahle", fr: "Draft" });
  const other = [at("LB", "zahle"), at("LB", "Aley")];
  expect(placesOnce(cx, other).map(({ names }) => names)).toEqual([
    { own: "en", en: "zahle" },
    { own: "en", en: "Aley" },
  ]);
  called(opened(w).courseId, { en: "Zahle", fr: "Zahlé" });
  expect(placesOnce(cx, other)[0]!.names).toEqual({ own: "en", en: "Zahle", fr: "Zahlé" });
});
