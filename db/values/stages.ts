/** What a programme asks of a trainer on the way. Numbers and periods: 0 asks for nothing. */
export type Gates = {
  /** Practice with real users within the training of trainers. */
  practicum: boolean;
  /** A plan of the first workshops, with their dates. */
  actionPlan: boolean;
  /** The tool's first module must be among those completed. */
  firstModule: boolean;
  /** Workshops for users, as lead or co-trainer, of the tool. */
  workshops: number;
  /** Within so many months; 0: whenever. */
  workshopMonths: number;
  /** How many of them as lead. */
  leadWorkshops: number;
  /** Only workshops held by two trainers count. */
  inPairs: boolean;
  /**
   * Of so many workshops one is drawn for a coordinator to confirm (1: every one), the others count two weeks after their end.
   * Absent where nobody confirms any: in versions from before this had to be set, and where a programme has set nothing.
   */
  countOneIn?: number;
  /** Workshops observed at or above the mark. */
  observations: number;
  /** By so many different observers. */
  observers: number;
  /** Mean of the rubric, in tenths of a point (10-50). */
  passMark: number;
  /** The least in each criterion of the rubric, in points (1-5). */
  criterionMinimum: number;
  coachingVisits: number;
  examination: boolean;
  refresher: boolean;
  /** Months for which a certification holds. */
  validMonths: number;
  renewalWorkshopsPerYear: number;
  renewalRefresher: boolean;
  renewalExamination: boolean;
  /** Months after the end in which it can still be renewed. */
  graceMonths: number;
  /** A training of master trainers. */
  masterTraining: boolean;
  /** Trainings of trainers delivered in full, of the tool. */
  masterTots: number;
  masterExamination: boolean;
  masterValidMonths: number;
};

/** Schemes whose gates a programme may begin with; `own`: of no scheme. */
export const gatePresets = ["own", "siyb", "score", "germe", "financial_education"] as const;
export type GatePreset = (typeof gatePresets)[number];

/**
 * What is entered of somebody on their way with one tool, beside what courses, rolls and documents say of themselves.
 * `signed`: that whoever was observed has read the observation, or that somebody else took it without that, with the reason. `certified_before`: a certification from before, by its paper.
 * `struck`: entered by mistake.
 */
export const stageEventKinds = [
  "workshop_confirmed",
  "practicum",
  "coaching_visit",
  "observation",
  "signed",
  "examination",
  "refresher",
  "recommended",
  "returned",
  "refused",
  "approved",
  "certified_before",
  "renewed",
  "master_training",
  "master_examination",
  "master_approved",
  "not_continued",
  "suspended",
  "withdrawn",
  "resumed",
  "struck",
] as const;
export type StageEventKind = (typeof stageEventKinds)[number];

/**
 * What somebody else is yet to decide of an entry: that a certification from before is in force (`confirmed`), or, of a
 * recommendation by exception, that one is renewed or somebody a master trainer.
 */
export const stageAwaits = ["confirmed", "renewed", "master_approved"] as const;
export type StageAwaits = (typeof stageAwaits)[number];

/** What an observer looks at, in the order of a workshop: the rubric. Points are kept in this order. */
export const criteria = [
  "preparation",
  "opening",
  "knowledge",
  "methods",
  "language",
  "materials",
  "time",
  "inclusion",
  "questions",
  "practice",
  "learning",
  "closing",
] as const;
export type Criterion = (typeof criteria)[number];

/**
 * What an observer says of a workshop: points for each criterion of the rubric in its order (1-5), and in words. `ground`: on what
 * ground somebody observed as a coordinator, while nobody in the programme was certified with the tool.
 */
export type Rubric = { points: number[]; strengths: string; advice: string; ground?: string };

/** Where somebody is on the way, the earliest first; the last three are decided, whatever was reached. */
export const stages = [
  "tot_completed",
  "candidate",
  "practising",
  "recommended",
  "certified",
  "renewed",
  "lapsed",
  "master_candidate",
  "master_trainer",
  "not_continued",
  "suspended",
  "withdrawn",
] as const;
export type Stage = (typeof stages)[number];

/** The stages in which somebody is certified, from the first to the furthest. */
export const certifiedStages = [
  "certified",
  "renewed",
  "master_candidate",
  "master_trainer",
] as const satisfies readonly Stage[];
export type CertifiedStage = (typeof certifiedStages)[number];

/** Stages in which a way is halted: nobody is to train by what they were certified for, until it is resumed. */
export const haltedStages = ["suspended", "not_continued"] as const satisfies readonly Stage[];
export type HaltedStage = (typeof haltedStages)[number];

/** True in a stage in which a way is halted. */
export const isHaltedStage = (stage: Stage): stage is HaltedStage =>
  (haltedStages as readonly Stage[]).includes(stage);

/** Stages in which nothing of a certification goes on: it is halted, or was withdrawn, after which a way may lead to another one. */
const stoppedStages: readonly Stage[] = [...haltedStages, "withdrawn"];

/** True in such a stage. */
export const isStoppedStage = (stage: Stage): boolean => stoppedStages.includes(stage);

/** True in a stage in which somebody is certified. */
export const isCertifiedStage = (stage: Stage): stage is CertifiedStage =>
  (certifiedStages as readonly Stage[]).includes(stage);
