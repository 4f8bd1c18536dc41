import { expect, it } from "vitest";
import { visitor } from "../../lib/access/table";
import { accountsMeant, codesMeant, readIdentifier } from "../../lib/accounts/queries";
import { accountProven, countUnproven } from "../../lib/accounts/store";
import { accountsKnownOn } from "../../lib/accounts/store/devices";
import type { Context } from "../../lib/acts/context";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { opened, registered, value, world } from "../support/world";
import { costly, plansOf } from "./steps";

freshDatabase();
const course = opened(world());
value(await registered(course.slug, { phone: "0791234567", password: "long enough 1" }));

/** What signing in and registering ask of accounts; put in order are those with one contact. */
const asked: Record<string, (cx: Context) => unknown> = {
  "whom an address means": (cx) => accountsMeant(cx, readIdentifier(cx, "hana@example.org")),
  "whom a number means": (cx) => accountsMeant(cx, readIdentifier(cx, "+962791234567")),
  "whom a local number means": (cx) => accountsMeant(cx, readIdentifier(cx, "0791234567")),
  "the codes of a number": (cx) => codesMeant(cx, readIdentifier(cx, "0791234567")),
  "who has proven a contact": (cx) => [accountProven(cx, "email", "a@b.c"), accountProven(cx, "phone", "+1")],
  "how many have not": (cx) => [countUnproven(cx, "email", "a@b.c"), countUnproven(cx, "phone", "+1")],
  "whether the device is known": (cx) => accountsKnownOn(cx, "hash", [1, 2]),
};

for (const [name, ask] of Object.entries(asked))
  for (const spread of [false, true])
    it(`${name}: goes through nothing that grows${spread ? ", in a big file" : ""}`, () => {
      for (const plan of plansOf(ask, as(visitor), spread)) expect(costly(plan, true), plan.text).toEqual([]);
    });
