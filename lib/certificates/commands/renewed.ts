import type { GrantedCertificate } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import type { PersonsNames } from "../../i18n/rules";
import { personRow } from "../../people/store";
import { documentDay } from "../days";
import { goingOn } from "../exception";
import { courseFacts, decidersFor, factsFor, toolOnPaper } from "../facts";
import type { CertificateEvidence } from "../rules";
import { endsOnPaper } from "../rules/ends";
import { saidOf } from "../said";
import { makeCertificate } from "./make";
import { revoke } from "./revoke";

/** What was decided about a certification that somebody holds. */
export type Prolonged = {
  /** The last civil day that was decided. */
  until: string;
  /** Codes of the modules that are certified by it and what was decided before, each with its last civil day. */
  ends: readonly { code: string; until: string }[];
  /** Why, in the words of whoever decided it. */
  reason: string;
  /** True of a master trainer. */
  master: boolean;
  /** Who decided it, and who recommended it; null where nobody did, or had to. */
  approvedBy: PersonsNames | null;
  recommendedBy: PersonsNames | null;
  /** True of a renewal, which its paper says with the certificate that it renews. */
  renews: boolean;
  evidence: CertificateEvidence;
};

type Old = GrantedCertificate<"certificates.issue">;

/** What the new one says, in the language that its holder chose since: as on the old one, where that is the same. */
function factsNow(cx: Context, { facts, language, toolId, registration }: Old, codes: readonly string[]) {
  const { course, personId } = registration;
  const person = personRow(cx, personId)!;
  const printed = facts.tools.flatMap(({ modules }) => modules.map(({ code }) => code));
  const same = toolId === null || printed.join() === codes.join();
  if (person.language === language && same) return { language, facts };
  const of = courseFacts(cx, course);
  const said = person.language === language ? facts : factsFor(of, person, facts.minutes, person.language);
  const taught = of.tools.flatMap(({ modules }) => modules.map(({ id }) => id));
  return {
    language: person.language,
    facts: {
      ...said,
      ...(toolId === null ? {} : { tools: [toolOnPaper(cx, toolId, codes, taught, person.language)] }),
    },
  };
}

/** What stands on it of a master trainer, on what it rests, and who decided. What was by exception once stays so. */
function decided(cx: Context, old: Old, { facts, language }: ReturnType<typeof factsNow>, by: Prolonged) {
  const { recommendedBy: _, approvedBy: __, renews: ___, ends: ____, ...rest } = facts;
  return {
    ...rest,
    ...decidersFor(by, language),
    ...(by.renews ? { renews: old.serial } : {}),
    ...(by.master ? { master: true as const } : {}),
    evidence: goingOn(cx, by.evidence, old),
  };
}

/**
 * Makes a trainer certification that is valid until another civil day in the place of the one that somebody holds, which can be
 * verified as renewed from then on; one that is valid longer stays beside it. What stands on it is the same but for its days,
 * the modules that hold, its language, on what it rests, and that it is of a master trainer. Its holder is told. Within the open transaction of whoever decided it.
 * @returns the key of the new one.
 */
export function renewDocument(cx: Context, old: Old, prolonged: Prolonged): number {
  const { registrationId, kind, toolId } = old;
  const { course, personId } = old.registration;
  // What makes a master trainer ends with that, also where a module holds for longer by itself.
  const { expiresOn, facts } = endsOnPaper(prolonged.ends, prolonged.master ? prolonged.until : null);
  const replaces = (expiresOn ?? "") >= (old.expiresOn ?? "");
  if (replaces) revoke(cx, old, prolonged.reason);
  const now = factsNow(
    cx,
    old,
    prolonged.ends.map(({ code }) => code),
  );
  const document = {
    ...{ registrationId, kind, toolId, language: now.language },
    facts: { ...decided(cx, old, now, prolonged), ...facts },
    issuedOn: documentDay(cx, kind, course),
    validFrom: cx.now,
    expiresOn,
    replacesId: replaces ? old.id : null,
  };
  const { id, serial } = makeCertificate(cx, document);
  happened(cx, {
    kind: "certificate.reissued",
    courseId: course.id,
    certificateId: old.id,
    of: kind,
    registration: { registrationId, personId },
    said: saidOf({ ...document, serial }),
  });
  return id;
}
