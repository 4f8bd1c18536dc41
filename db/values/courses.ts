export const courseKinds = ["tot", "user"] as const;

export type CourseKind = (typeof courseKinds)[number];

export const courseModes = ["venue", "online"] as const;

export type CourseMode = (typeof courseModes)[number];

export const courseStates = ["draft", "open", "running", "closed", "cancelled"] as const;

export type CourseState = (typeof courseStates)[number];

/** How places are given: in the order of arrival, or by the coordinator's selection. */
export const admissionModes = ["first_come", "selection"] as const;

export type AdmissionMode = (typeof admissionModes)[number];

/** Whether a course knows its people by name, or by headcounts alone. */
export const countedBy = ["people", "numbers"] as const;

export type CountedBy = (typeof countedBy)[number];

/** What a fact of a recorded course rests on. */
export const factKinds = ["dates", "place", "headcount", "tools", "partners", "language", "length"] as const;

export const sourceKinds = ["document", "published", "assumed"] as const;

export type FactKind = (typeof factKinds)[number];

export type SourceKind = (typeof sourceKinds)[number];

export const headcountMeasures = ["enrolled", "attended", "completed"] as const;

export const headcountGroups = ["total", "woman", "man"] as const;
