/**
 * A name as it can be printed: as it is, or its Latin form in its place where our fonts don't have its script;
 * null where neither can be printed.
 */
export function printableName(person: {
  name: string;
  latinName: string | null;
}): { name: string; latinName: string | null } | null {
  return { name: person.name, latinName: person.latinName };
}
