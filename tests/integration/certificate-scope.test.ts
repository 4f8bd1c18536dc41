import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { ownRegistrations } from "../../lib/registrations/queries";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { certifyAtOnce, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);

it("the list of one's certificates says of a certification which tool and modules it is for", async () => {
  const course = await issued("tot");
  const at = course.at("2027-03-01");
  const { id } = course.people[0]!;
  const { certificateId } = value(certifyAtOnce(w.coordinator, at, id));
  const self = as({ ...w.coordinator, personId: wayOf(id).personId }, at);
  const listed = ownRegistrations(self, gate.self(self)).flatMap(({ certificates }) => certificates);
  const { facts } = sqlite().prepare("SELECT facts FROM certificates WHERE id = ?").get(certificateId) as {
    facts: string;
  };
  const tool = JSON.parse(facts).tools[0] as { name: string; modules: { code: string }[] };
  expect(tool.modules.length).toBeGreaterThan(0);
  expect(listed.at(-1)).toMatchObject({
    kind: "trainer_certification",
    tools: [{ name: tool.name, codes: tool.modules.map(({ code }) => code) }],
  });
});
