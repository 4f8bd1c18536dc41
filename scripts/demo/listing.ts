import { visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { useLink as signInByLink } from "../../lib/accounts/commands";
import { demonstrationPassword } from "../../lib/accounts/rules/passwords";
import { linkUseSchema } from "../../lib/accounts/schema";
import { giveAccess } from "../../lib/people/commands";
import { accessSchema } from "../../lib/people/schema";
import { joinRegister } from "../../lib/stages/commands";
import { joinRegisterSchema } from "../../lib/stages/schema";
import type { Course } from "./plan";
import { certificatesIn, personOfRegistration } from "./read";
import { as, done, hourMs, type Story } from "./story";

/** One of those who were certified signs in by a link that was handed over, and agrees to be found in the public register. */
export async function agreeToBeFound(story: Story, course: Course, nth: number, at: number): Promise<void> {
  const personId = personOfRegistration(certificatesIn(course.id)[nth]!.registrationId);
  const { link } = done(
    giveAccess(as(story.staff.amina, at), accessSchema.parse({ personId: String(personId) })),
  );
  const token = new URL(link).searchParams.get("token") ?? "";
  const opened = as(visitor, at + hourMs);
  const { accountId } = done(
    await signInByLink(opened, linkUseSchema.parse({ token, password: demonstrationPassword }), "demo"),
  );
  const themselves = as(viewerOf(opened, accountId), at + hourMs);
  done(joinRegister(themselves, joinRegisterSchema.parse({ language: "fr", agrees: "on" })));
}
