/** How a request to a trainer stands. `proposed`: they named another trainer or another time instead. */
export const requestStates = ["waiting", "accepted", "declined", "proposed", "taken_back"] as const;

export type RequestState = (typeof requestStates)[number];

/** When a trainer was reminded of a request: before the day to answer by, or on it. */
export const chases = ["before", "on"] as const;

export type Chase = (typeof chases)[number];
