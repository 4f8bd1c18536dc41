import { expect, it } from "vitest";
import { visitor } from "../../lib/access/table";
import { useCode } from "../../lib/accounts/commands";
import { makeParticipantCode } from "../../lib/participants/commands";
import { as } from "../support/as";
import { participant } from "../support/asked";
import { freshDatabase } from "../support/database";
import { registeringIn } from "../support/participants";
import { begun, holder } from "../support/signedIn";
import { fault, now, ownWorkshop, value, world } from "../support/world";

freshDatabase();
const w = world();
const comesIn = useCode;

it("is made for whoever they registered, with the account where there is none; else the page says why not", async () => {
  const { courseId } = ownWorkshop(w, {}, "open", false);
  const { put } = registeringIn(w);
  const added = (more: Record<string, unknown>) => value(put(courseId, more)).registrationId;
  const [phone, none] = [added({ phone: "0795100100" }), added({})];
  const why = (registrationId: number) => participant(as(w.trainer), courseId, registrationId)?.noCode;
  expect([why(phone), why(none)]).toEqual([null, "noContact"]);
  expect(fault(makeParticipantCode(as(w.trainer, now), { registrationId: none })).code).toBe(
    "contactForAccount",
  );
  const made = value(makeParticipantCode(as(w.trainer, now), { registrationId: phone }));
  const typed = { identifier: made.identifier, code: made.code, password: "chosen by the owner" };
  const letIn = value(await comesIn(as(visitor, now), typed, "a"));
  expect(holder(begun(letIn)).personId).toBe(made.personId);
});
