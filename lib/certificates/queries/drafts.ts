import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { dayAt } from "../../time/zone";
import { courseFacts, factsFor } from "../facts";
import type { Completion } from "./completion";

const letters = ({ facts }: { facts: { name: string } }) => [...facts.name].length;

/**
 * The sheets that issuing would make now, or that preparing would while the course runs, each as it would be printed: the
 * longest name first, for it is the one to look at. They have no serial.
 */
export function certificateDrafts(
  cx: Context,
  course: GrantedCourse<"certificates.sheets.read">,
  { ready, toPrepare }: Pick<Completion, "ready" | "toPrepare">,
) {
  const preparing = course.state === "running";
  const facts = courseFacts(cx, course);
  const issuedOn = (preparing && course.endsOn) || dayAt(cx.now, course.zone);
  return (preparing ? toPrepare : ready)
    .map((person) => ({
      registrationId: person.registrationId,
      kind: "participation" as const,
      language: person.language,
      issuedOn,
      expiresOn: null,
      facts: factsFor(facts, person, preparing ? person.minutesAtBest : person.minutes, person.language),
    }))
    .sort((a, b) => letters(b) - letters(a) || a.registrationId - b.registrationId);
}
export type CertificateDraft = ReturnType<typeof certificateDrafts>[number];
