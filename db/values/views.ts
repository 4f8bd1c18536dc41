/** Lists of which somebody saves a view. */
export const viewLists = ["courses", "people", "registrations", "trainers", "organisations"] as const;

export type ViewList = (typeof viewLists)[number];
