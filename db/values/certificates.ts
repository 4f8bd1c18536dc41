import type { Translated } from "./languages";
import type { Gates } from "./stages";

export const certificateKinds = ["participation", "trainer_certification"] as const;

export type CertificateKind = (typeof certificateKinds)[number];

/** What a trainer certification may rest on, in the order in which it is said. */
export const groundKinds = [
  "learnt",
  "practicum",
  "workshops",
  "observations",
  "coachingVisits",
  "refresher",
  "examination",
  "masterTraining",
  "tots",
  "masterExamination",
] as const;
export type GroundKind = (typeof groundKinds)[number];

/** A condition that was not met when a certification was decided by exception: how much was asked for, and how much there was. */
export type LackingGate = { gate: "tot" | keyof Gates; need: number; have: number };

/** On what a trainer certification rests, counted when it was decided. */
export type CertificateEvidence = {
  /** Of a renewal: the civil day after which it counts; null where all of the way does. */
  since: string | null;
  /** How many of each; what there is none of is left out. `learnt`: modules of earlier learning. */
  counts: Partial<Record<GroundKind, number>>;
  /** True where it was decided by exception, or what it goes on from was. */
  exception: boolean;
  /** Where it was by exception: what was not met then, or when what it goes on from was decided. Exceptions older than this have it not. */
  lacking?: readonly LackingGate[];
};

/** What a certificate says, as it stood when it was issued. Later corrections don't change it. */
export type CertificateFacts = {
  name: string;
  latinName: string | null;
  course: string;
  courseKind: "tot" | "user";
  /** `country`: of a national variant. */
  tools: { name: string; version: string; country?: string; modules: { code: string; title: string }[] }[];
  startsOn: string | null;
  endsOn: string | null;
  year: number | null;
  place: string;
  online: boolean;
  country: string;
  /** Minutes attended. */
  minutes: number;
  programme: string;
  issuer: string;
  signatories: { name: string; role: string }[];
  /** Demonstration data: printed across the page. */
  fictional: boolean;
  /** Who recommended, of a trainer certification. */
  recommendedBy?: string;
  /** Of a trainer certification whose modules do not all end with it: the last civil day of each. */
  ends?: readonly { code: string; until: string }[];
  /** True of the certification of a master trainer. */
  master?: true;
  /** Who approved it; certifications older than this have it not. */
  approvedBy?: string;
  /** Both of them with each form of their name, for a paper in another language; certifications older than this have it not. */
  deciders?: readonly { name: string; latinName: string | null }[];
  /** On what a trainer certification rests; those older than this have it not. */
  evidence?: CertificateEvidence;
  /** Of a renewal: the serial of the certificate in whose place it is. */
  renews?: string;
  /** The same in all languages, for readers of another one; certificates older than this have it not. */
  said?: { course: Translated; issuer: Translated; programme: Translated; place: Translated };
};
