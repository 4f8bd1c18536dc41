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
