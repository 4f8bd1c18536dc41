import { type CertificateKind, isPrepared, stands } from "./rules";
import {
  type Ground,
  groundOf,
  type Lack,
  lacksForParticipation,
  minutesOnPaper,
  type ParticipationStatus,
} from "./rules/lacks";
import type { Document } from "./store";

/** Somebody of a course with their certificates, in the order in which they were made. */
export type Somebody = {
  registrationId: number;
  number: number;
  courseId: number;
  personId: number;
  name: string;
  latinName: string | null;
  organisation: string | null;
  certificates: Document[];
};

/** A certificate that stands although something of what it rests on is gone, or whose hours are others now. */
export type Doubt = {
  person: Somebody;
  certificate: Document;
  /** What is missing; nothing where only the hours differ. */
  lacks: Lack[];
  /** Minutes attended now. */
  minutes: number;
  /** What a decision to keep it looks at. */
  ground: string;
};

/** What was decided about certificates of a course. */
export type Decided = {
  /** The ground on which each certificate was last kept, by its key. */
  kept: ReadonlyMap<number, string | null>;
  /** Certificates taken back in whose place there may be another. */
  again: ReadonlySet<number>;
};

/** The last certificate of a kind that was more than a sheet which never became valid. */
export const lastOf = (documents: readonly Document[], kind: CertificateKind) =>
  documents.findLast((c) => c.kind === kind && !c.voidedAt);

/** What of somebody's certificates is to be decided, and what may be issued to them. */
export function judge<Person extends Somebody>(person: Person, ground: Ground, { kept, again }: Decided) {
  const participation = lastOf(person.certificates, "participation");
  const certifications = person.certificates.filter(
    (one) => one.kind === "trainer_certification" && stands(one),
  );
  const lacks = lacksForParticipation(ground);
  const doubts: Doubt[] = [];
  const doubt = (certificate: Document, missing: Lack[], onGround: string) => {
    if (kept.get(certificate.id) === onGround) return false;
    doubts.push({ person, certificate, lacks: missing, minutes: ground.minutes, ground: onGround });
    return true;
  };
  const certified = participation !== undefined && stands(participation);
  const participationDoubtful =
    certified && lacks.length > 0 && doubt(participation, lacks, groundOf(ground));
  if (
    certified &&
    lacks.length === 0 &&
    minutesOnPaper(participation.facts.minutes) !== minutesOnPaper(ground.minutes)
  )
    doubt(participation, [], groundOf(ground));
  const status = statusOf(participation, participationDoubtful);
  const certificationDoubtful =
    status !== "stands" &&
    certifications.filter((one) => doubt(one, [{ kind: "participation", status }], groundOf(ground, status)))
      .length > 0;
  // Another certification comes of another approval: nothing has to allow it.
  const takenBack = [participation].filter(
    (c): c is Document => c !== undefined && Boolean(c.revokedAt) && !again.has(c.id),
  );
  return {
    ...person,
    lacks,
    /** Participation stands. */
    certified,
    /** Nothing stands in the way of a certificate of participation but the rule. */
    mayHave: !certified && !takenBack.some((c) => c.kind === "participation"),
    prepared: participation !== undefined && isPrepared(participation) ? participation : null,
    takenBack,
    doubts,
    doubtful: { participation: participationDoubtful, trainer_certification: certificationDoubtful },
  };
}

/** How it stands with the participation that a trainer certification rests on. */
function statusOf(participation: Document | undefined, doubtful: boolean): ParticipationStatus {
  if (!participation) return "none";
  if (participation.revokedAt) return "revoked";
  if (!stands(participation)) return "none";
  return doubtful ? "doubtful" : "stands";
}
