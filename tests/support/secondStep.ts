import { read, sqlite } from "../../db/client";
import { accounts } from "../../db/schema";
import { type Viewer, visitor } from "../../lib/access/table";
import { heldBy } from "../../lib/access/viewer";
import {
  answerWithCode,
  confirmAuthenticator,
  signIn,
  startAuthenticator,
} from "../../lib/accounts/commands";
import { stepAt } from "../../lib/accounts/rules/secondStep";
import { appCodeSchema, secondStepCodeSchema } from "../../lib/accounts/schema";
import { authenticatorRow } from "../../lib/accounts/store/secondSteps";
import type { Context } from "../../lib/acts/context";
import { totpCode } from "../../lib/crypto/totp";
import { as } from "./as";
import { begun } from "./signedIn";
import { now, registered, value } from "./world";

export const minute = 60_000;
export const origin = "http://localhost:3000";
const password = "violet tram on ice";

/** As it is where real data is. */
export const inProduction = <Who extends Viewer>(who: Who, at = now) => {
  const cx = as(who, at);
  return { ...cx, settings: { ...cx.settings, mode: "production" as const, publicUrl: origin } };
};

/** Who asks with a cookie where real data is. */
export const holderThere = (token: string, at = now) => heldBy(inProduction(visitor, at), token).viewer;

/** Somebody with an account, with a role in a programme where one is given; `enter` signs in with the password. */
export async function somebody(
  slug: string,
  name: string,
  role?: { programmeId: number; role: "coordinator" | "trainer" },
) {
  const email = `${name.toLowerCase()}@example.org`;
  value(await registered(slug, { name, email, phone: null, password }));
  const all = read().select().from(accounts).all();
  const { id: accountId, personId } = all.find((account) => account.email === email)!;
  if (role)
    sqlite()
      .prepare("INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, ?, 0)")
      .run(role.programmeId, personId, role.role);
  const enter = async (at = now) => {
    const input = { identifier: email, password, back: "/today" };
    return begun(value(await signIn(as(visitor, at), input, `a${at}`)), at);
  };
  return { accountId, personId, enter };
}

/** What the app of an account shows at an instant. */
export const codeOf = (cx: Context, accountId: number, at = now) =>
  totpCode(authenticatorRow(cx, accountId)!.secret, stepAt(at));

/** A code as it is typed into the page of the second step. */
export const code = (typed: string) => secondStepCodeSchema.parse({ back: "/today", code: typed });

/** Sets an app up from a sign-in, and gives the viewer that it makes. */
export async function withApp(token: string, accountId: number, at = now) {
  const cx = inProduction(holderThere(token, at), at);
  value(await startAuthenticator(cx, { current: "" }, "a"));
  value(confirmAuthenticator(cx, appCodeSchema.parse({ code: codeOf(cx, accountId, at) })));
  return holderThere(token, at);
}

/** Signs somebody with an app in with both steps. */
export async function withBothSteps(
  { accountId, enter }: Awaited<ReturnType<typeof somebody>>,
  at = now + 10 * minute,
) {
  const token = await enter(at);
  const cx = inProduction(holderThere(token, at), at);
  value(answerWithCode(cx, code(codeOf(cx, accountId, at))));
  return holderThere(token, at);
}
