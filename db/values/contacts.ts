/** What somebody's contact is found by: the whole phone, its last 4, 5, 6 or 7 digits, the whole e-mail address. */
export const contactKinds = ["phone", "phone_end", "email"] as const;

export type ContactKind = (typeof contactKinds)[number];
