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
import { endsOnPaper } from "../rules/ends";
import { saidOf } from "../said";
import { takeBack } from "../store";
import { demandApproved, makeCertificate } from "./make";

/** What somebody is certified for with a tool, on what evidence, and who recommended and approved it. */
export type Approval = {
  personId: number;
  toolId: number;
  /** Codes of all of the tool's modules that they are certified for then, each with its last civil day. */
  ends: readonly { code: string; until: string }[];
  evidence: CertificateEvidence;
  recommendedBy: PersonsNames | null;
  approvedBy: PersonsNames | null;
  /** Of a master trainer: until which civil day; what makes them one ends with that. */
  masterUntil?: string | null;
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
 * still holds for the same tool is replaced, and each of its modules keeps its own end; that of a master trainer which ends before
 * the new one stays beside it. Refused while what it rests on is in doubt.
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
  const { expiresOn, facts } = endsOnPaper(approval.ends, approval.masterUntil ?? null);
  const before = person.certificates.find(
    (one) =>
      one.kind === "trainer_certification" &&
      one.toolId === approval.toolId &&
      stands(one) &&
      (one.expiresOn ?? "") >= issuedOn &&
      !(one.facts.master && one.expiresOn! < expiresOn!),
  );
  const codes = approval.ends.map(({ code }) => code);
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
      ...(before?.facts.master || approval.masterUntil ? { master: true as const } : {}),
      ...facts,
    },
    issuedOn,
    validFrom: cx.now,
    expiresOn,
    replacesId: before?.id ?? null,
  };
  const { id, serial } = makeCertificate(cx, document);
  const registration = { registrationId, personId: person.personId };
  const said = saidOf({ ...document, serial });
  happened(cx, { kind: "certificate.trainer-certified", courseId: course.id, registration, said });
  return id;
}
