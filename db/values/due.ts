/**
 * What a course can ask of whoever coordinates or trains it. `roll` is of one session of it, all others of the course:
 * rolls missing, people to tell, registrations to confirm, the course to confirm or cancel, to start or to close, certificates that rest on
 * nothing, registrations to decide, names that cannot be printed, certificates to issue, a draft to open, a trainer's
 * workshop to approve, trainers who have not answered, others to be asked, people of a training of trainers without an action plan.
 */
export const dueKinds = [
  "roll",
  "tell",
  "confirm",
  "go",
  "start",
  "close",
  "rule_lost",
  "decide",
  "mend_names",
  "certify",
  "draft",
  "approve",
  "unanswered",
  "ask_others",
  "plans",
] as const;
export type DueKind = (typeof dueKinds)[number];
