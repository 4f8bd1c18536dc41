/** `to_confirm`: arrived in a rush from one address; neither refused nor waiting until a coordinator ticks it. */
export const registrationStates = [
  "nominated",
  "applied",
  "to_confirm",
  "shortlisted",
  "accepted",
  "waiting",
  "declined",
  "withdrawn",
  "attended",
  "no_show",
] as const;

export type RegistrationState = (typeof registrationStates)[number];

/** What brings a change of a registration about. */
export const registrationCauses = [
  "registered",
  "decided",
  "confirmed",
  "moved_up",
  "withdrawn",
  "came_back",
  "course_ended",
  "course_reopened",
] as const;

export type RegistrationCause = (typeof registrationCauses)[number];

export const registrationSources = ["self", "coordinator"] as const;

export type RegistrationSource = (typeof registrationSources)[number];
