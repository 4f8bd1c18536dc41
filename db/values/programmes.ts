export const programmeRoles = ["coordinator", "trainer"] as const;

export type ProgrammeRole = (typeof programmeRoles)[number];
