/** Why one's own act came to nothing because the page was out of date; the page then says it and stands as it is now. */
export const overtakenCodes = [
  "alreadyWithdrawn",
  "withdrawalNotAllowed",
  "notWithdrawn",
  "courseCancelled",
  "registrationClosed",
  "storedBefore",
] as const;
