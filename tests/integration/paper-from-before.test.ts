import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { type Viewer, visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { approveMaster, enterCertifiedBefore, recommendRenewal, renew } from "../../lib/stages/commands";
import { certifiedBeforeSchema, recommendRenewalSchema, renewSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { keptAndReplayed } from "../support/standings";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const [amal, badr] = course.people.map(({ personId }) => personId) as [number, number];
/** A trainer of the programme whose own training of trainers is recorded nowhere. */
const nour = w.trainerIds[1]!;
const { programmeId, toolId } = wayOf(course.people[0]!.id);
const colleague = anotherThan(w.coordinator, amal);
const at = course.at("2027-03-01", "12:00");
const words = "Two workshops in Irbid, seen by us";
const of = (personId: number) => ({ personId, programmeId, toolId, words });
const before = (personId: number) =>
  value(
    enterCertifiedBefore(
      as(w.coordinator, at),
      certifiedBeforeSchema.parse({
        ...{ personId: String(personId), programmeId: String(programmeId), words: "ITCILO certificate 4711" },
        ...{ moduleIds: w.moduleIds.map(String), day: "2024-06-10", until: "2027-06-10" },
      }),
    ),
  );
const decides = (personId: number, kind: "renewed" | "master_approved") => {
  const recommended = { ...of(personId), kind };
  value(recommendRenewal(as(colleague, at), recommendRenewalSchema.parse(recommended)));
  const decide = kind === "renewed" ? renew : approveMaster;
  value(decide(as(w.coordinator, at), renewSchema.parse({ ...of(personId), exception: true })));
};
const paperOf = (personId: number) =>
  sqlite()
    .prepare(
      "SELECT certificate_id FROM stage_events WHERE person_id = ? AND kind IN ('renewed', 'master_approved')",
    )
    .pluck()
    .get(personId) as number | null;
const verified = (id: number, by: Viewer = visitor) => verifyCertificate(as(by, at), serialOf(id), "x");
for (const personId of [amal, badr, nour]) before(personId);
expect(approveAll(as(colleague, at)).approved).toBe(3);

it("whoever was certified before and is renewed gets a document, of what they are certified for", () => {
  decides(amal, "renewed");
  expect(verified(paperOf(amal)!)).toMatchObject({ answer: "valid", byException: true });
  const row = sqlite()
    .prepare("SELECT expires_on AS until, facts FROM certificates WHERE id = ?")
    .get(paperOf(amal)) as { until: string; facts: string };
  expect(row.until).toBe("2030-06-10");
  const facts = JSON.parse(row.facts);
  expect(facts.tools[0].modules.map(({ code }: { code: string }) => code)).toEqual(["M1", "M2"]);
  expect(facts).toMatchObject({ approvedBy: "Samar", evidence: { since: "2024-06-10" } });
  expect(facts.master).toBeUndefined();
});

it("and one as a master trainer, where they become one", () => {
  decides(badr, "master_approved");
  const facts = sqlite().prepare("SELECT facts FROM certificates WHERE id = ?").pluck().get(paperOf(badr));
  expect(JSON.parse(facts as string)).toMatchObject({ master: true });
  expect(verified(paperOf(badr)!)).toMatchObject({ answer: "valid" });
});

it("which whoever completed no training of trainers here has nothing to stand on for", () => {
  decides(nour, "renewed");
  expect(paperOf(nour)).toBeNull();
});

it("and what is kept beside the history is what the history says", () => {
  const { kept, replayed } = keptAndReplayed();
  expect(kept).toEqual(replayed);
});
