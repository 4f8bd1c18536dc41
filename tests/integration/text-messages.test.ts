import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { visitor } from "../../lib/access/table";
import { changeContact, proveByCode } from "../../lib/accounts/commands";
import { contactChangeSchema } from "../../lib/accounts/schema";
import { accountRow } from "../../lib/accounts/store";
import { makeCode } from "../../lib/people/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { haveAccounts } from "../support/owners";
import { begun, holder } from "../support/signedIn";
import { fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
haveAccounts(w.coordinator, w.trainer);
const course = opened(w);
const password = "correct horse battery";

describe("a text message", () => {
  it("brings the code of a new phone where there is a gateway; where that fails it is made by hand", async () => {
    const taken: unknown[] = [];
    let status = 200;
    const gateway = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        taken.push(JSON.parse(text));
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((ready) => gateway.listen(0, "127.0.0.1", ready));
    const { port } = gateway.address() as { port: number };
    const phone = "+962795510001";
    const { session } = value(await registered(course.slug, { phone, password }));
    const { personId } = accountRow(as(visitor), session!.accountId)!;
    const cx = as(holder(begun(session!)), now);
    const there = { ...cx, settings: { ...cx.settings, smsUrl: `http://127.0.0.1:${port}` } };
    const input = contactChangeSchema.parse({ contact: "+962795600099", current: password });
    expect(value(await changeContact(there, input, "a"))).toEqual({ by: "sms" });
    const [sms] = taken as { to: string; text: string }[];
    expect(sms).toEqual({ to: "+962795600099", text: expect.stringMatching(/^Cascade: \d{8}$/) });
    status = 500;
    expect(value(await changeContact(there, input, "a"))).toEqual({ by: "hand" });
    const old = sms!.text.slice(-8);
    expect(fault(await proveByCode(cx, { code: old }, "a")).fields).toEqual({ code: { code: "codeOver" } });
    value(await proveByCode(cx, { code: value(makeCode(as(w.coordinator, now), { personId })).code }, "a"));
    expect(accountRow(cx, session!.accountId)!.phone).toBe("+962795600099");
    gateway.close();
  });
});
