import type { StageEventKind } from "@/db/values/stages";
import type { Said } from "./events";

/** What was entered of somebody on their way with one tool in one programme. */
type OfWay = { personId: number; entryId: number; way: { toolId: number; programmeId: number } };

/** What can happen on somebody's way from participant to trainer, and to what they learnt elsewhere. */
export type StageEvents = {
  /** Earlier learning of these modules was recognised, or that was taken back. */
  "learning.recognised": { personId: number; programmeId: number; modules: readonly number[] };
  "learning.taken-back": { personId: number; programmeId: number; modules: readonly number[] };
  /** Somebody was recommended for certification, or that was answered. `said`: what the candidate is told. */
  "stage.recommended": OfWay;
  "stage.returned": OfWay;
  "stage.refused": OfWay & { said: Said };
  "stage.approved": OfWay;
  /** A way ended, was interrupted or goes on; `told`: nothing else tells the candidate. */
  "stage.stopped": OfWay & { told: boolean; said: Said };
  /** Something that was entered by mistake was struck out. */
  "stage.struck": OfWay;
  /** Somebody on the way was observed in a workshop; `corrects`: what was struck out for it. */
  "stage.observed": { courseId: number; personId: number; entryId: number; corrects: number | null };
  /** Whoever was observed said that they have read it. */
  "stage.signed": { personId: number; entryId: number };
  /** Something else was entered of somebody on the way: a coaching visit, an examination. */
  "stage.entered": { personId: number; programmeId: number; entryId: number; entry: StageEventKind };
  /** Who is somebody's superior; null: nobody. */
  "superior.set": { personId: number; superiorId: number | null };
  /** What a programme asks of its trainers from a civil day on: another version. */
  "gates.set": { programmeId: number; number: number; inForceFrom: string };
  /** Somebody in a training of trainers planned their first workshops, or planned them anew. */
  "action-plan.made": {
    courseId: number;
    registration: { registrationId: number; personId: number };
    workshops: number;
  };
};
