/** The key of a group, or null for what is everybody's and whoever is in none. */
type OfGroup = { groupId: number | null };

/**
 * True where a session is planned for somebody by their group: what is of no group is everybody's, what is of one is
 * theirs who are in it.
 */
export const isTheirs = (session: OfGroup, person: OfGroup): boolean =>
  session.groupId === null || session.groupId === person.groupId;

/** True where nobody is in both of these sessions: each is of a group, and not of the same. */
export const areApart = (a: OfGroup, b: OfGroup): boolean =>
  a.groupId !== null && b.groupId !== null && a.groupId !== b.groupId;
