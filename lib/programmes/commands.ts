import * as gate from "../access/gate";
import { command } from "../acts/command";
import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { fault } from "../faults";
import { type Locale, locales, sameOr, type Translated } from "../i18n/rules";
import { normalisePhone, writtenPhone } from "../phone/phone";
import { countryRow } from "../places/store";
import { refuse, refuseAt } from "../result";
import {
  countriesOf,
  type ProgrammeInput,
  programmeEditSchema,
  programmeKeySchema,
  programmeSchema,
} from "./schema";
import { insertProgramme, type ProgrammeRow, programmeByCode, replaceCountries, setProgramme } from "./store";
import { insertReview } from "./store/reviews";

/** A text in the languages given; it goes on belonging to the language it was written in first, if that is left. */
function inLanguages(texts: Record<Locale, string | null>, before: Translated | undefined): Translated {
  const filled = locales.filter((locale) => texts[locale]);
  const own = before && texts[before.own] ? before.own : (filled[0] ?? "en");
  const said: Translated = { own };
  for (const locale of filled) said[locale] = texts[locale] ?? undefined;
  return sameOr(before ?? null, said);
}

/** The phone of a programme's contact, as people dial it; read in the programme's first country where it is local. */
function contactPhone(typed: string | null, countryCodes: readonly string[]): string | null {
  if (typed === null) return null;
  const phone =
    countryCodes.map((code) => normalisePhone(typed, code)).find((found) => found !== null) ??
    refuseAt({ contactPhone: fault("phoneInvalid") });
  return writtenPhone(phone);
}

/** What a form says of a programme, as its columns. */
function columnsOf(cx: Context, input: ProgrammeInput, kept: ProgrammeRow | null) {
  const same = programmeByCode(cx, input.code);
  if (same && same.id !== kept?.id) refuseAt({ code: fault("codeTaken") });
  if (countriesOf(input).some((code) => !countryRow(cx, code))) refuseAt({ countries: fault("choose") });
  return {
    code: input.code,
    title: inLanguages({ en: input.titleEn, fr: input.titleFr, ar: input.titleAr }, kept?.title),
    donor: input.donor,
    partners: input.partners,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    issuer: inLanguages({ en: input.issuerEn, fr: input.issuerFr, ar: input.issuerAr }, kept?.issuer),
    contactName: input.contactName,
    contactPhone: contactPhone(input.contactPhone, countriesOf(input)),
    contactEmail: input.contactEmail,
    approvesWorkshops: input.approvesWorkshops === "yes",
    hoursADay: input.hoursADay,
    trainersTakeSecondStep: input.trainersTakeSecondStep,
  };
}

/** Adds a programme. */
export const createProgramme = command("programmes.create", programmeSchema, (cx, input) => {
  gate.anywhere(cx, "programmes.create");
  const programmeId = insertProgramme(cx, { ...columnsOf(cx, input, null), createdAt: cx.now });
  replaceCountries(cx, programmeId, countriesOf(input));
  happened(cx, { kind: "programme.created", programmeId });
  return { programmeId };
});

/** Changes a programme. A form that was opened before somebody else's change is shown what is there now. */
export const editProgramme = command("programmes.edit", programmeEditSchema, (cx, input) => {
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  if (programme.version !== input.version) refuse("stale");
  setProgramme(cx, programme.id, { ...columnsOf(cx, input, programme), version: programme.version + 1 });
  replaceCountries(cx, programme.id, countriesOf(input));
  happened(cx, { kind: "programme.edited", programmeId: programme.id });
  return { programmeId: programme.id };
});

/** Notes that the viewer looked through who has a role in a programme. */
export const reviewRoles = command("programmes.edit", programmeKeySchema, (cx, input) => {
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  const { personId } = gate.self(cx);
  insertReview(cx, programme.id, personId);
  happened(cx, { kind: "programme.roles-reviewed", programmeId: programme.id });
  return { programmeId: programme.id };
});
