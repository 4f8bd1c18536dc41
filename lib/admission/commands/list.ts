import * as gate from "../../access/gate";
import { commandOnceRead } from "../../acts/command";
import type { Context } from "../../acts/context";
import { keyedHash, newToken } from "../../crypto/tokens";
import {
  type FieldFault,
  fault,
  faultsOf,
  type InCourseAlready,
  type ListedPerson,
  type ReadList,
} from "../../faults";
import { nameKey, sameName } from "../../names/rules";
import { peopleWithContact } from "../../people/store";
import { displayPhone, phoneIn } from "../../phone/phone";
import { behind, type LastGiven } from "../../registrations/commands/move";
import { freePlaces, holdsSeat, type RegistrationState, undecidedStates } from "../../registrations/rules";
import {
  linesAsTyped,
  mostListed,
  type PersonLine,
  peopleInLines,
} from "../../registrations/rules/peopleLines";
import { listedPersonSchema, registerListSchema } from "../../registrations/schema";
import { peopleRegisteredIn } from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { ifGranted, refuseAt } from "../../result";
import { registersEach } from "../rules";
import { courseToDecide } from "./decide";
import { likeSomebody, sharesWith } from "./like";
import { addPerson, happenedToAdded, phoneOf } from "./person";
import { addByCoordinator } from "./registerPerson";

/** A course in which the viewer registers others. */
type Course = gate.GrantedCourse<"registrations.decide"> | gate.GrantedWorkshop<"participants.register">;

/** What came of a list: who was registered, by what they got, and who was passed over as they are in the course. */
export type ListRegistered = ReadList["gets"] & {
  courseId: number;
  slug: string;
  registered: number;
  here: number;
  /** How many of them were recorded before, who stay as they were. */
  known: number;
};

/** Somebody of a list with whom they are, where they are known. */
export type Listed = Omit<ListedPerson, "typed"> & { personId: number | null };

/** What the people of a list get, each in its order; null where there are fewer places than people. */
type Gives = (count: number) => Pick<ReadList, "free" | "expected"> & { states: RegistrationState[] | null };

/**
 * What a list is read with. `knows`: who is known by that name and contact (`told`: whether that is said), and who else by that
 * contact. `stands`: what becomes of somebody who is in the course in that state. `way`: where they are found there.
 */
export type Reading = {
  knows: (said: Pick<ListedPerson, "name" | "phone" | "email">) => {
    known: number | null;
    told: boolean;
    like: ReturnType<typeof peopleWithContact>[number] | null;
  };
  gives: Gives;
  stands: (state: RegistrationState) => "here" | "known" | "declined";
  way: (registrationId: number) => InCourseAlready;
  /** The organisation of whoever has none in their line. */
  organisation: string | null;
};

/** Everybody in a course, by who they are and by what they are called. */
type There = { of: ReadonlyMap<number, InCourse>; called: ReadonlyMap<string, InCourse[]> };
type InCourse = ReturnType<typeof peopleRegisteredIn>[number];

function everybodyIn(cx: Context, courseId: number): There {
  const people = peopleRegisteredIn(cx, courseId);
  const called = new Map<string, InCourse[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    called.set(key, [...(called.get(key) ?? []), person]);
  }
  return { of: new Map(people.map((person) => [person.personId, person])), called };
}

/** How many of these states give a place, a turn on the waiting list, or stand to be decided on. */
export const getsOf = (states: readonly RegistrationState[]): ReadList["gets"] => ({
  places: states.filter(holdsSeat).length,
  waiting: states.filter((state) => state === "waiting").length,
  undecided: states.filter((state) => state !== "waiting" && !holdsSeat(state)).length,
});

/**
 * Reads a list of people: each line with what is wrong with it, and who is in the course or in the list already. Refuses, with
 * all of it, where a line is wrong, where its sender has not seen it so yet, or where it was not said that all of them agree;
 * else hands out who is registered.
 */
export function readList(
  cx: Context,
  course: Course,
  input: { list: string; checked: string | null; consent: boolean },
  reading: Reading,
): { people: Listed[]; states: RegistrationState[]; here: number } {
  const { people, notTaken, headed } = peopleInLines(input.list);
  if (people.length === 0) refuseAt({ list: fault("required") });
  const typed = linesAsTyped(input.list);
  const rows = readLines(cx, course, people.slice(0, mostListed), reading).map((row) => ({
    ...row,
    typed: typed.get(row.line) ?? "",
  }));
  const tooMany = people[mostListed];
  const beyond = tooMany ? { people: people.length, line: tooMany.line } : null;
  const registered = rows.filter(({ becomes }) => becomes !== "here" && becomes !== "wrong");
  const { states, free, expected } = reading.gives(registered.length);
  const shown = rows.map(({ personId: _, phone, ...row }) => ({
    ...row,
    phone: phone && displayPhone(phone),
  }));
  const { organisation: organisationMeant } = reading;
  const read = {
    rows: shown,
    organisationMeant,
    notTaken,
    headed,
    beyond,
    gets: getsOf(states ?? []),
    free,
    expected,
  };
  const checked = keyedHash(cx.settings.key, JSON.stringify([course.id, read])).slice(0, 32);
  const list = { ...read, checked };
  const toRead = fault("listToRead", { list });
  if (beyond || rows.some(({ becomes }) => becomes === "wrong")) refuseAt({ list: toRead });
  if (states === null) return refuseAt({ accept: fault("noPlacesToAccept"), list: toRead });
  if (input.checked !== checked) refuseAt({ list: toRead });
  if (!input.consent && registered.length > 0) refuseAt({ consent: fault("consentByPerson"), list: toRead });
  return { people: registered, states, here: rows.length - registered.length };
}

/** True of a list that was not shown yet, of which nobody is registered: `readList` refuses it with how it reads. */
export const isOnlyRead = ({ checked }: { checked: string | null }): boolean => checked === null;

/** The lines as they are taken, with who is in the list before. */
function readLines(cx: Context, course: Course, people: readonly PersonLine[], reading: Reading): Listed[] {
  const there = everybodyIn(cx, course.id);
  const schema = listedPersonSchema(phoneIn(course.country));
  const before = new Map<string, Listed[]>();
  const reached = new Map<string, Listed>();
  return people.map((person): Listed => {
    const row = readLine(cx, course, person, { schema, there, reading });
    const named = before.get(nameKey(row.name)) ?? [];
    const again = named.find((other) => isSame(row, other));
    before.set(nameKey(row.name), [...named, row]);
    const like = row.like ?? sharesWith(row, reached);
    for (const contact of [row.phone, row.email])
      if (contact && !reached.has(contact)) reached.set(contact, row);
    if (!again) return { ...row, like };
    return { ...row, becomes: "wrong", wrong: [...row.wrong, "twice"], sameAs: again.line };
  });
}

/** True where two lines of one name mean one person: they share a contact, say no two of a kind, or are both known as one. */
const isSame = (one: Listed, other: Listed): boolean => {
  const contacts = ["phone", "email"] as const;
  return (
    contacts.some((of) => one[of] && one[of] === other[of]) ||
    contacts.every((of) => !one[of] || !other[of] || one[of] === other[of]) ||
    (one.personId !== null && one.personId === other.personId)
  );
};

/** A line as it is taken, and what becomes of whom it says. */
function readLine(
  cx: Context,
  course: Course,
  said: PersonLine,
  of: { schema: ReturnType<typeof listedPersonSchema>; there: There; reading: Reading },
): Listed {
  const { line, name, sex, wrong, doubts } = said;
  const parsed = of.schema.safeParse(said);
  const faults: FieldFault[] = parsed.success ? [] : Object.values(faultsOf(parsed.error.issues));
  const nobody = { like: null, there: null, personId: null, sameAs: null };
  const plain = { line, sex: sex || null, faults, wrong, doubts, ...nobody };
  if (!parsed.success || wrong.length > 0) {
    const { phone, email, organisation } = said;
    return { ...plain, name, phone, email, organisation, becomes: "wrong" };
  }
  const phone = phoneOf(parsed.data.phone, course.country);
  const organisation = parsed.data.organisation ?? of.reading.organisation;
  const row = { ...plain, ...parsed.data, organisation, phone };
  return { ...row, ...whatBecomes(cx, row, of.there, of.reading) };
}

/** What becomes of whom a line says, by who is in the course and who is known. */
function whatBecomes(
  cx: Context,
  row: Omit<Listed, "becomes">,
  there: There,
  { knows, stands, way }: Reading,
): Pick<Listed, "becomes"> & Partial<Listed> {
  const as = ({ state, registrationId }: InCourse) => ({ there: { state, ...way(registrationId) } });
  const namesakes = there.called.get(nameKey(row.name)) ?? [];
  const reached = peopleWithContact(cx, row).flatMap(({ id }) => there.of.get(id) ?? []);
  // Who may come back is not looked for where they hold a place already.
  const named = bySeat(reached.filter(({ name }) => sameName(name, row.name)));
  if (named) {
    const becomes = stands(named.state);
    if (becomes === "declined")
      return { ...as(named), becomes: "wrong", wrong: [...row.wrong, "declinedThere"] };
    return { ...as(named), becomes, personId: named.personId };
  }
  // Without a contact nobody is told apart from whom the course knows by that name.
  const namesake = row.phone || row.email ? undefined : bySeat(namesakes);
  if (namesake)
    return {
      ...{ ...as(namesake), becomes: "here", personId: namesake.personId },
      doubts: [...row.doubts, "namesake"],
    };
  const { known, told, like } = knows(row);
  const [other] = reached.length > 0 ? reached : namesakes;
  return {
    becomes: !told ? "registered" : known === null ? "new" : "known",
    personId: known,
    like: likeSomebody(cx, row, like ?? (other ? { ...other, id: other.personId } : null)),
  };
}

/** States of whoever may still get a place. */
const inTurn: readonly RegistrationState[] = [...undecidedStates, "waiting"];

/** The first of them who holds a place, else who waits or is to be decided on, else the first of them. */
const bySeat = (people: readonly InCourse[]): InCourse | undefined =>
  people.find(({ state }) => holdsSeat(state)) ??
  people.find(({ state }) => inTurn.includes(state)) ??
  people[0];

/**
 * A coordinator registers the people of a list, all of them or none, as each would be one after another: whom the viewer's
 * programmes know by name and contact as whom they are, else as somebody new. Whoever is in the course already is passed
 * over. Places are given as the course gives them. The questions of a course are not asked.
 */
export const registerList = commandOnceRead(
  "registrations.decide",
  registerListSchema,
  isOnlyRead,
  (cx, input): ListRegistered => {
    const course = courseToDecide(cx, input.courseId);
    const places = loadIn(cx, course.id);
    const acceptsAll = course.admission === "selection" && input.accept;
    const { people, states, here } = readList(cx, course, input, {
      knows: knownTo(cx),
      gives: (count) => ({
        states: registersEach(course, places, count, input.accept),
        free: acceptsAll ? freePlaces(course.capacity, places.seatsTaken) : null,
        expected: null,
      }),
      organisation: null,
      stands: () => "here",
      way: (registrationId) => ({ registration: { courseId: course.id, registrationId } }),
    });
    let last: LastGiven = places;
    const added = people.map((listed, i) => {
      const { name, phone, email, organisation, sex, personId } = listed;
      const said = { name, latinName: null, organisation, position: null, language: input.language };
      const person =
        personId === null
          ? addPerson(cx, said, { email, phone }, course)
          : gate.person(cx, "people.edit", personId);
      const asSaid = {
        language: input.language,
        formKey: newToken(),
        answers: {},
        needs: null,
        photoConsent: false,
        facts: { sex: sex ?? undefined },
        known: personId !== null,
      };
      const one = addByCoordinator(cx, course, person, states[i]!, asSaid, last);
      last = behind(last, states[i]!);
      return one;
    });
    happenedToAdded(cx, added);
    const registered = people.length;
    const known = people.filter(({ personId }) => personId !== null).length;
    return { courseId: course.id, slug: course.slug, registered, here, known, ...getsOf(states) };
  },
);

/** Who is known to a coordinator, over all of their programmes. */
const knownTo =
  (cx: Context): Reading["knows"] =>
  (said) => {
    const reached = peopleWithContact(cx, said).filter(
      ({ id }) => ifGranted(() => gate.person(cx, "people.edit", id)) !== null,
    );
    const known = reached.find((person) => sameName(person.name, said.name)) ?? null;
    return { known: known?.id ?? null, told: true, like: known ? null : (reached[0] ?? null) };
  };
