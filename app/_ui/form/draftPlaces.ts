/** A form whose text is kept until it is sent: what it is called in the messages, and where it stands. */
type DraftPlace = { form: keyof typeof names; href: string };

/** Each kind of key after that of the account (`draft.of`), with its address; `$1` is the first thing it names. */
const names = {
  invite: [/^invite$/, "/desk/settings/accounts/new"],
  registers: [/^registers (\d+) /, "/desk/courses/$1/registrations?find=#register"],
  record: [/^record (\d+)$/, "/desk/courses/$1/record"],
  scores: [/^scores (\d+)$/, "/desk/courses/$1/tests"],
  newCourse: [/^new course$/, "/desk/courses/new"],
  course: [/^course (\d+)$/, "/desk/courses/$1/edit"],
  participant: [/^participant (\d+) /, "/desk/courses/$1/participants/new"],
  newRecord: [/^new record$/, "/desk/courses/record"],
  newTool: [/^new tool$/, "/desk/tools/new"],
  tool: [/^tool (\d+)$/, "/desk/tools/$1"],
  version: [/^version (\d+) /, "/desk/tools"],
  newProgramme: [/^new programme$/, "/desk/programmes/new"],
  programme: [/^programme (\d+)$/, "/desk/programmes/$1/edit"],
  observation: [/^observation (\d+\/\d+)$/, "/desk/observe/$1"],
  visit: [/^visit (\d+)$/, "/desk/people/$1/visit"],
  step: [/^step (\d+)$/, "/desk/people/$1/enter"],
  newWorkshop: [/^new workshop$/, "/desk/workshops/new"],
  workshopLike: [/^new workshop like (\S+)$/, "/desk/workshops/new?$1"],
  person: [/^person (\d+)$/, "/desk/people/$1"],
  newPerson: [/^new person$/, "/desk/people/new"],
  registration: [/^registration ([\w-]+)$/, "/courses/$1/register"],
} as const satisfies Record<string, readonly [RegExp, string]>;

/** Where a form with this key stands, without its account; null of a key that no form has (any more). */
export function placeOfDraft(key: string): DraftPlace | null {
  for (const [form, [pattern, href]] of Object.entries(names)) {
    const found = pattern.exec(key);
    if (found) return { form: form as DraftPlace["form"], href: href.replace("$1", found[1] ?? "") };
  }
  return null;
}
