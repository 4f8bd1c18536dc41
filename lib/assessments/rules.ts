export const assessmentKinds = ["pre_test", "post_test", "micro_teaching"] as const;
/** Tests are scored in per cent; a micro-teaching by the rubric, its mean also in per cent. */
export type AssessmentKind = (typeof assessmentKinds)[number];

/** Points by which the test after the course is better than the one before, or null where one is missing. */
export const gain = (pre: number | null, post: number | null) =>
  pre === null || post === null ? null : post - pre;
