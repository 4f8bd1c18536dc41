import type { Viewer } from "../../lib/access/table";
import { joinRegister } from "../../lib/stages/commands";
import { joinRegisterSchema } from "../../lib/stages/schema";
import { openAccount } from "./joins";
import type { Course } from "./plan";
import { certificatesIn, personOfRegistration } from "./read";
import { as, done, hourMs, type Story } from "./story";

/** Somebody who is certified agrees to be found in the public register. */
export function agree(themselves: Viewer, at: number): void {
  done(joinRegister(as(themselves, at), joinRegisterSchema.parse({ language: "fr", agrees: "on" })));
}

/** One of those who were certified signs in by a link that was handed over, and agrees to be found there. */
export async function agreeToBeFound(story: Story, course: Course, nth: number, at: number): Promise<void> {
  const personId = personOfRegistration(certificatesIn(course.id)[nth]!.registrationId);
  agree(await openAccount(story, personId, at), at + hourMs);
}
