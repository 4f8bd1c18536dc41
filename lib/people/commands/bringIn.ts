import type * as z from "zod";
import * as gate from "../../access/gate";
import { confirming } from "../../accounts/commands/confirmed";
import { bringInLimit } from "../../accounts/rules";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { inLanguage } from "../../i18n/rules";
import { withinLimit } from "../../limits/attempts";
import { sameName } from "../../names/rules";
import { readPhone } from "../../phone/phone";
import { countriesOfProgramme } from "../../programmes/store/countries";
import { refuse, refuseAt } from "../../result";
import { asciiDigits } from "../../text";
import { bringInSchema, roleBroughtSchema } from "../schema";
import { type PersonRow, peopleReachedBy } from "../store";
import { makeKnown } from "../store/known";
import { demandDayAhead, giveRole } from "./giveRole";

/** Everybody with exactly this contact; a local number is read as of these countries. */
function personsByContact(cx: Context, contact: string, countries: readonly string[]): PersonRow[] {
  if (contact.includes("@")) return peopleReachedBy(cx, contact.toLowerCase(), []);
  // Exactly this number: what stands around it in a longer text is not read over.
  if (!/^\+?[\d\s().\p{Pd}/]+$/u.test(asciiDigits(contact))) return [];
  const phones = ["", ...countries].map((country) => readPhone(contact, country));
  return peopleReachedBy(
    cx,
    null,
    phones.filter((phone) => phone !== null),
  );
}

/** Whom a contact means; where several share it, the name must say who. */
function personMeant(found: readonly PersonRow[], name: string | null): PersonRow {
  if (found.length === 0) refuseAt({ contact: fault("nobodyWithContact") });
  const [person, another] =
    found.length === 1
      ? found
      : found.filter((p) => name && [p.name, p.latinName ?? ""].some((own) => sameName(own, name)));
  if (!person || another) refuseAt({ name: fault("contactShared") });
  return person;
}

/** Counts a try, so that nobody finds out by trying whose contact is known here. */
const countTry = (cx: Context) => withinLimit(cx, `bring-in:account:${cx.viewer.accountId}`, bringInLimit);

function bring(cx: Context, input: z.output<typeof bringInSchema>): { personId: number } {
  const { allowed, waitMinutes } = countTry(cx);
  if (!allowed) refuse("tooManyAttempts", { params: { minutes: waitMinutes } });
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  // Before anybody is looked for: what is refused for its day tells nothing of whose contact is known.
  demandDayAhead(cx, input.programmeId, input.endsOn);
  const found = personsByContact(cx, input.contact, countriesOfProgramme(cx, programme.id));
  const person = personMeant(found, input.name);
  const newHere = makeKnown(cx, person.id, programme.id, cx.viewer.personId);
  if (input.role)
    giveRole(cx, programme, gate.person(cx, "people.edit", person.id), input.role, input.endsOn);
  const said = {
    programme: inLanguage(programme.title, person.language).text,
    by: cx.viewer.name ?? "Cascade",
  };
  happened(cx, {
    kind: "person.brought-in",
    personId: person.id,
    programmeId: programme.id,
    newHere,
    said,
  });
  return { personId: person.id };
}

/**
 * Brings somebody of another programme into one of the viewer's, by their exact phone number or e-mail address. The
 * person is told who did it. Tries are counted by account; a refused one undoes everything but that it was made.
 */
export const bringIn = command("programmes.edit", bringInSchema, bring, countTry);

/** The same from a page, where whoever makes a coordinator shows first that it is them. */
export const bringInShown = confirming(bringIn, roleBroughtSchema);
