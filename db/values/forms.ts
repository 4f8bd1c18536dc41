export const questionKinds = ["text", "yes_no", "choice"] as const;

export type QuestionKind = (typeof questionKinds)[number];
