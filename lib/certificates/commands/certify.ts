import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import type { PersonsNames } from "../../i18n/rules";
import { refuse } from "../../result";
import { documentDay } from "../days";
import { goingOn } from "../exception";
import { courseFacts, decidersFor, factsFor, toolOnPaper } from "../facts";
import { completionOf } from "../queries";
import { type CertificateEvidence, extendedReason, stands } from "../rules";
import { saidOf } from "../said";
import { takeBack } from "../store";
import { demandApproved, makeCertificate } from "./make";

/** What somebody is certified for, of a tool until a civil day, on what evidence, and who recommended and approved it. */
export type Approval = {
  personId: number;
  toolId: number;
  /** Codes of the tool's modules. */
  modules: readonly string[];
  until: string;
  evidence: CertificateEvidence;
  recommendedBy: PersonsNames | null;
  approvedBy: PersonsNames | null;
  /** True of a master trainer. */
  master?: boolean;
};

/**
 * True where a certification of somebody can stand on paper by a training of trainers: its certificate of participation stands and
 * is not in doubt.
 */
export function mayBeOnPaper(
  cx: Context,
  course: GrantedCourse<"certificates.issue">,
  personId: number,
): boolean {
  const person = completionOf(cx, course).issued.find((one) => one.personId === personId);
  const participation = person?.certificates.some((c) => c.kind === "participation" && stands(c)) ?? false;
  return participation && !person!.doubtful.participation;
}

/** The person with the participation on which their certification will rest, or a refusal. */
function whoMayBeCertified(cx: Context, course: GrantedCourse<"certificates.issue">, personId: number) {
  const person = completionOf(cx, course).issued.find((one) => one.personId === personId);
  const participation = person?.certificates.find((c) => c.kind === "participation" && stands(c));
  if (!person || !participation) refuse("participationFirst");
  if (person.doubtful.participation) refuse("ruleLost");
  return { person, participation };
}

/**
 * Makes the trainer certification that came of an approval, on the training of trainers that its holder completed. One that
 * still holds for the same tool is replaced, and its modules stay in the scope. Refused while what it rests on is in doubt.
 * Within the open transaction.
 */
export function certifyTrainer(
  cx: Context,
  course: GrantedCourse<"certificates.issue">,
  approval: Approval,
): number {
  demandApproved(course);
  const { person, participation } = whoMayBeCertified(cx, course, approval.personId);
  const { registrationId, language } = person;
  const issuedOn = documentDay(cx, "trainer_certification", course);
  const before = person.certificates.find(
    (one) =>
      one.kind === "trainer_certification" &&
      one.toolId === approval.toolId &&
      stands(one) &&
      (one.expiresOn ?? "") >= issuedOn,
  );
  const held = before?.facts.tools.flatMap(({ modules }) => modules.map(({ code }) => code)) ?? [];
  const codes = [...new Set([...held, ...approval.modules])].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const of = courseFacts(cx, course);
  const taught = of.tools.flatMap(({ modules }) => modules.map(({ id }) => id));
  if (before) takeBack(cx, before.id, extendedReason);
  const document = {
    registrationId,
    kind: "trainer_certification" as const,
    toolId: approval.toolId,
    language,
    facts: {
      ...factsFor(of, person, person.minutes ?? participation.facts.minutes, language),
      tools: [toolOnPaper(cx, approval.toolId, codes, taught, language)],
      ...decidersFor(approval, language),
      evidence: before ? goingOn(cx, approval.evidence, before) : approval.evidence,
      ...(before?.facts.master || approval.master ? { master: true as const } : {}),
    },
    issuedOn,
    validFrom: cx.now,
    // Who is a master trainer for longer stays one.
    expiresOn: before?.facts.master && before.expiresOn! > approval.until ? before.expiresOn : approval.until,
    replacesId: before?.id ?? null,
  };
  const { id, serial } = makeCertificate(cx, document);
  const registration = { registrationId, personId: person.personId };
  const said = saidOf({ ...document, serial });
  happened(cx, { kind: "certificate.trainer-certified", courseId: course.id, registration, said });
  return id;
}
