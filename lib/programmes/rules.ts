export const programmeRoles = ["coordinator", "trainer"] as const;
export type ProgrammeRole = (typeof programmeRoles)[number];

/** Countries that Cascade starts with: zone, weekend (ISO weekdays) and phone region. More are added in the settings. */
export const startingCountries = {
  JO: { zone: "Asia/Amman", weekend: [5, 6] },
  LB: { zone: "Asia/Beirut", weekend: [6, 7] },
  PS: { zone: "Asia/Hebron", weekend: [5, 6] },
  KE: { zone: "Africa/Nairobi", weekend: [6, 7] },
  CM: { zone: "Africa/Douala", weekend: [6, 7] },
  CD: { zone: "Africa/Lubumbashi", weekend: [6, 7] },
  KG: { zone: "Asia/Bishkek", weekend: [6, 7] },
  IQ: { zone: "Asia/Baghdad", weekend: [5, 6] },
} as const satisfies Record<string, { zone: string; weekend: readonly number[] }>;
