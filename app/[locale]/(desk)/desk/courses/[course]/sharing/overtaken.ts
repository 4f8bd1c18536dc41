/** Why an act came to nothing because somebody changed meanwhile who pays; the page then says it and stands as it is now. */
export const overtakenCodes = ["stale", "sharesNoLonger"] as const;
