/**
 * Answers what is not taken.
 * @param note told of posts of another site.
 * @returns true where it did.
 */
export function refused(request: object, response: object, note: (kind: "otherSite") => void): boolean;
