import { type Viewer, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { useLink as signInByLink } from "../../lib/accounts/commands";
import { demonstrationPassword } from "../../lib/accounts/rules/passwords";
import { linkUseSchema } from "../../lib/accounts/schema";
import { addMember, giveAccess } from "../../lib/people/commands";
import { accessSchema, membershipSchema } from "../../lib/people/schema";
import { as, coordinatorOf, done, hourMs, type Story } from "./story";

/** Somebody signs in by a link that the administrator handed over, and chooses the password of the demonstration. */
export async function openAccount(story: Story, personId: number, at: number): Promise<Viewer> {
  const { link } = done(
    giveAccess(as(story.staff.amina, at), accessSchema.parse({ personId: String(personId) })),
  );
  const token = new URL(link).searchParams.get("token") ?? "";
  const opened = as(visitor, at + hourMs);
  const { accountId } = done(
    await signInByLink(opened, linkUseSchema.parse({ token, password: demonstrationPassword }), "demo"),
  );
  return viewerOf(opened, accountId);
}

/** Whoever coordinates a programme gives somebody of its courses the role of a trainer there. */
export function becomeTrainer(story: Story, programme: string, personId: number, at: number): void {
  const programmeId = String(story.programmes.get(programme));
  const member = { personId: String(personId), programmeId, role: "trainer" };
  done(addMember(as(coordinatorOf(story, programme), at), membershipSchema.parse(member)));
}
