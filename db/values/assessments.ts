export const assessmentKinds = ["pre_test", "post_test", "micro_teaching"] as const;

/** Tests are scored in per cent; a micro-teaching by the rubric, its mean also in per cent. */
export type AssessmentKind = (typeof assessmentKinds)[number];
