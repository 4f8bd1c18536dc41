import type { StageEventKind } from "@/db/values/stages";
import type { Reminder } from "../stages/rules/renewal";
import type { Said } from "./events";

/** What was entered of somebody on their way with one tool in one programme. */
type OfWay = { personId: number; entryId: number; way: { toolId: number; programmeId: number } };

/** Who had recommended what was answered; `said`: with the tool in their language too (`theirTool`), and what for (`towards`). */
type Answered = { recommender: number | null; said: Said };

/** What was decided on somebody who is certified; `said`: what they are told where no document does. */
type Prolonged = {
  personId: number;
  programmeId: number;
  tool: number;
  until: string;
  exception: boolean;
  said: Said | null;
};

/** What can happen on somebody's way from participant to trainer, and to what they learnt elsewhere. */
export type StageEvents = {
  /** Earlier learning of these modules was recognised, or that was taken back. */
  "learning.recognised": { personId: number; programmeId: number; modules: readonly number[] };
  "learning.taken-back": { personId: number; programmeId: number; modules: readonly number[] };
  /** Somebody was recommended for certification, or that was answered. `said`: what the candidate is told. */
  "stage.recommended": OfWay;
  "stage.returned": OfWay & Answered;
  "stage.refused": OfWay & Answered;
  /** `said`: what somebody is told where no document does. */
  "stage.approved": OfWay & { said: Said | null };
  /** A way ended, was interrupted or goes on; `told`: nothing else tells the candidate. */
  "stage.stopped": OfWay & { told: boolean; said: Said };
  /**
   * Something that was entered by mistake was struck out. `told`: whose word it was, or who certified on it, where somebody else did,
   * with what that is to them (`entry`); `own`: what the person themselves hears, whose stage or certification it touches.
   */
  "stage.struck": OfWay & {
    told: readonly { personId: number; entry: string; tool: string }[];
    own: Said | null;
    said: Said;
  };
  /** Somebody looked at what was struck out of that on which a certification rests, and leaves it as it is; `said`: what the person is told. */
  "stage.left": OfWay & { said: Said };
  /** A certification was renewed, or somebody became a master trainer, until a civil day. `tool`: its key. */
  "stage.renewed": Prolonged;
  "stage.master-approved": Prolonged;
  /** What leads to master trainer was entered. */
  "stage.master-step": {
    personId: number;
    programmeId: number;
    tool: number;
    step: "master_training" | "master_examination";
  };
  /** A certification from before was entered by its paper. */
  "stage.certified-before": { personId: number; programmeId: number; tool: number; until: string };
  /** Somebody on the way was observed in a workshop; `corrects`: what was struck out for it. */
  "stage.observed": { courseId: number; personId: number; entryId: number; corrects: number | null };
  /** Whoever was observed signed that they have read it, or it was taken without that. */
  "stage.signed": { personId: number; entryId: number };
  /** Something else was entered of somebody on the way: a coaching visit, an examination. */
  "stage.entered": { personId: number; programmeId: number; entryId: number; entry: StageEventKind };
  /** Who is somebody's superior; null: nobody. */
  "superior.set": { personId: number; superiorId: number | null };
  /**
   * Somebody is reminded that what they are certified for ends in so many months, or has lapsed. `tool`: its key; `said`: its
   * title, of several ends with the modules, the programme, the last day (`until`) and of what it is said (`way`).
   */
  "stage.end-near": {
    personId: number;
    programmeId: number;
    tool: number;
    reminder: Reminder;
    said: Readonly<Record<string, string>>;
  };
  /** What a programme asks of its trainers from a civil day on: another version. */
  "gates.set": { programmeId: number; number: number; inForceFrom: string };
  /** A trainer wants to be found in the public register, or no longer. */
  "register.joined": { personId: number; textVersion: string };
  "register.left": { personId: number };
  /** Somebody asks for a trainer whom the public register shows; `people`: who coordinate what certified them; `said`: who asks and what for. */
  "register.trainer-asked": { personId: number; people: readonly number[]; said: Said };
  /** Somebody in a training of trainers planned their first workshops, or planned them anew. */
  "action-plan.made": {
    courseId: number;
    registration: { registrationId: number; personId: number };
    workshops: number;
  };
  /** The process asked these people for their first workshops as their training came to its end; `planned`: how many they have. */
  "action-plan.asked": {
    courseId: number;
    registrations: readonly { registrationId: number; personId: number; planned: number }[];
  };
  /** It told somebody that so many workshops of their plan are overdue; `said`: which one, in their language. */
  "action-plan.chased": {
    courseId: number;
    registration: { registrationId: number; personId: number };
    workshops: number;
    said: Record<string, string>;
  };
  /** What somebody was still to be told of overdue workshops is out of date: they hold or have scheduled them. */
  "action-plan.caught-up": {
    courseId: number;
    registration: { registrationId: number; personId: number };
  };
};
