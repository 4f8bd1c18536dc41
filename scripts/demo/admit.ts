import { type Viewer, visitor } from "../../lib/access/table";
import { decideRegistrations, register, registerPerson } from "../../lib/admission/commands";
import { markTold } from "../../lib/messages/commands";
import { toldSchema } from "../../lib/messages/schema";
import {
  decisionSchema,
  type RegistrationInput,
  registerPersonSchema,
  registrationSchema,
  signedInRegistrationSchema,
} from "../../lib/registrations/schema";
import { aboutThemselves, type Origin, somebody } from "./people";
import type { Course } from "./plan";
import { registrationsIn, untoldIn } from "./read";
import { as, done, hourMs, type Story } from "./story";

/** The coordinator tells everybody in a course what has become of it, and notes it. */
export function tellEverybody({ id, coordinator }: Pick<Course, "id" | "coordinator">, at: number): void {
  const noticeIds = untoldIn(id).map(String);
  if (noticeIds.length === 0) return;
  done(markTold(as(coordinator, at), toldSchema.parse({ courseId: String(id), noticeIds })));
}

const needs = { ar: "قاعة بلا درجات", fr: "Salle de plain-pied", en: "A room without steps" };

/** The fields of the nth registration of a course, beside name and contact. */
export const registrationFields = (origin: Origin, index: number, woman: boolean) => ({
  formKey: `demo-${origin.slug}-${index + 1}`,
  language: origin.own,
  needs: index % 11 === 4 ? needs[origin.own] : "",
  consent: "on",
  ...aboutThemselves(origin, index, woman),
});

/** How many come to a course and how many of them, the first ones, are women. */
export type Crowd = { people: number; women: number; apartMs?: number; first?: Viewer };

/**
 * People register one after the other: themselves on the public page, or by the coordinator where nobody could reach
 * them. `first` does it signed in, for themselves.
 */
export async function registerPeople(story: Story, course: Course, crowd: Crowd, from: number) {
  const { people, women, apartMs = hourMs, first } = crowd;
  for (let index = 0; index < people; index++) {
    const at = from + index * apartMs;
    const woman = index < women;
    const fields = { slug: course.slug, ...registrationFields(course, index, woman) };
    if (index === 0 && first) {
      const input = signedInRegistrationSchema([], "self").parse({ ...fields, who: "self" });
      done(await register(as(first, at), input as RegistrationInput, `demo-${index}`));
      continue;
    }
    const { country: _, ...person } = somebody(story, course, index, woman);
    if (person.phone || person.email)
      done(
        await register(
          as(visitor, at),
          registrationSchema([]).parse({ ...fields, ...person }),
          `demo-${index}`,
        ),
      );
    else registerByHand(course, { ...fields, ...person }, at);
  }
  tellEverybody(course, from + people * apartMs);
}

/** The coordinator registers somebody and gives them a place, where one is left. */
export function registerByHand(course: Course, fields: Record<string, string>, at: number): void {
  const form = { ...fields, courseId: String(course.id), accept: "on" };
  done(registerPerson(as(course.coordinator, at), registerPersonSchema([]).parse(form)));
}

/** The coordinator registers somebody whom the programme knows already, as the nth of a course. */
export function registerKnown(course: Course, personId: number, index: number, at: number): void {
  const { sex: _, birthYear: __, displacement: ___, ...fields } = registrationFields(course, index, false);
  registerByHand(course, { ...fields, personId: String(personId) }, at);
  tellEverybody(course, at);
}

/** The coordinator accepts the first of those who applied. */
export function accept(course: Course, count: number, at: number): void {
  const registrationIds = registrationsIn(course.id)
    .filter(({ number, state }) => number <= count && state === "applied")
    .map(({ id }) => String(id));
  const form = { courseId: String(course.id), registrationIds, to: "accepted" };
  done(decideRegistrations(as(course.coordinator, at), decisionSchema.parse(form)));
  tellEverybody(course, at);
}
