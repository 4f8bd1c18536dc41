import * as z from "zod";
import { fault, says } from "../faults";
import {
  agree,
  checkbox,
  day,
  formKey,
  given,
  id,
  ids,
  oneOf,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalPhone,
  optionalText,
  personName,
  requiredCheckbox,
  requiredLine,
  requiredText,
  someTexts,
  wholeNumber,
} from "../fields";
import { locales } from "../i18n/rules";
import { rowsOf } from "../rows";
import { asciiDigits } from "../text";
import { isCivilDay } from "../time/civil";
import { type Gates, gateKinds, gatePresets, mayBeginOn, pointsOf } from "./rules/gates";
import { mostPlanned } from "./rules/plan";
import { type Criterion, criteria, leastPoints, mostPoints } from "./rules/rubric";
import { isSentence } from "./rules/words";

/** What stands as evidence or reason on a way, for ever: a sentence, in several lines or in one. */
const sentence = () => optionalText(2000).refine(isSentence, says("sentenceNeeded"));
export const sentenceLine = (max: number) => optionalLine(max).refine(isSentence, says("sentenceNeeded"));
/** The same where nothing may be said. */
const isSentenceOrNothing = (text: string | null) => text === null || isSentence(text);

/** Earlier learning to recognise: modules of one tool or several, on one piece of evidence. */
export const recogniseSchema = z.object({
  personId: id(),
  programmeId: id(),
  moduleIds: ids(100).refine((all) => all.length > 0, says("chooseModules")),
  day: optionalDay(),
  evidence: sentenceLine(500),
});

/** A way: somebody with one tool in one programme. */
const way = { personId: id(), programmeId: id(), toolId: id() };
/** Codes of a tool's modules. */
const scope = () => someTexts(60).refine((all) => all.length > 0, says("chooseModules"));

/** Somebody recommended for certification in these modules, and why. */
export const recommendSchema = z.object({ ...way, modules: scope(), words: sentence() });

/** A recommendation that goes back with a question, or is refused with a reason. */
export const answerSchema = z.object({ recommendationId: id(), words: sentence() });

/** A recommendation that is approved for these modules; `words`: why, where conditions are missing. */
export const approveSchema = z.object({
  recommendationId: id(),
  modules: scope(),
  words: optionalText().refine(isSentenceOrNothing, says("sentenceNeeded")),
});

/** Somebody recommended though conditions are missing, and why. */
export const exceptionSchema = z.object({ ...way, modules: scope(), words: sentence() });

/** What ends or interrupts a way, and why. */
export const stopSchema = z.object({ ...way, words: sentence() });

/** Something that was entered: a stop that is over, or an entry by mistake; and why. */
export const entrySchema = z.object({ entryId: id(), words: sentence() });

/** What one entered just now, undone. */
export const undoSchema = z.object({ entryId: id() });

/** The most recommendations that are approved at once. */
export const mostApproved = 100;

/** Several recommendations approved as a preview showed them (`seen`). */
export const approveManySchema = z.object({
  rows: rowsOf(z.object({ recommendationId: id(), seen: requiredLine(80) }), mostApproved).refine(
    (list) => list.length > 0,
    says("choose"),
  ),
});

/** Who is somebody's superior; empty: nobody. */
export const superiorSchema = z.object({ personId: id(), superiorId: optionalId() });

/** Something that was recognised, taken back. */
export const takeBackSchema = z.object({ recognitionId: id(), reason: sentenceLine(500) });

/** Agreeing to be found in the public register, in the language in which it was read. */
export const joinRegisterSchema = z.object({
  language: oneOf(locales),
  agrees: requiredCheckbox("required"),
});

/** Wanting to be found there no longer. */
export const leaveRegisterSchema = z.object({});

/** Asking for a trainer of the public register, by their address there: who asks, how they are reached, what for. */
export const enquirySchema = z
  .object({
    trainer: requiredLine(40),
    formKey: formKey(),
    name: personName(),
    organisation: optionalLine(200),
    phone: optionalPhone(),
    email: optionalEmail(),
    purpose: requiredText(1000, "required"),
  })
  .check(
    agree<{ phone: string | null; email: string | null }>(
      ["phone", "email"],
      ({ phone, email }) => Boolean(phone || email),
      "contactNeeded",
    ),
  );

/** Asked for or not, which has to be said: yes ↔ true, no ↔ false. */
const asked = () =>
  z.codec(z.union([z.string(), z.boolean()]).nullish(), z.boolean(), {
    decode: (said, context) => {
      if (said === true || said === "yes") return true;
      if (said === false || said === "no") return false;
      context.issues.push({ code: "custom", input: said, ...says("choose") });
      return z.NEVER;
    },
    encode: (is) => (is ? "yes" : "no"),
  });

/** Points with at most one decimal, as people write them (3.5, 3,5, ٣٫٥) ↔ tenths of a point, which a number says as it is. */
const inTenths = (min: number, max: number) =>
  z.codec(z.union([z.string(), z.number()]).nullish(), z.number(), {
    decode: (typed, context) => {
      const text = asciiDigits(String(typed ?? "")).trim();
      const points = /^(\d{1,2})(?:[.,٫](\d))?$/.exec(text);
      const tenths = typeof typed === "number" ? typed : Number(points?.[1]) * 10 + Number(points?.[2] ?? 0);
      if (Number.isInteger(tenths) && tenths >= min && tenths <= max) return tenths;
      const params = { min: min / 10, max: max / 10 };
      context.issues.push({
        code: "custom",
        input: typed,
        params: { fault: fault("pointsRange", { params }) },
      });
      return z.NEVER;
    },
    encode: (tenths) => pointsOf(tenths),
  });

/** The field of a gate. */
function gateField(gate: string, kind: "flag" | readonly [number, number]) {
  if (kind === "flag") return asked();
  return gate === "passMark" ? inTenths(...kind) : wholeNumber(...kind);
}

/** A field for every gate, each of which a form has to set. */
const gateFields = Object.fromEntries(
  Object.entries(gateKinds).map(([gate, kind]) => [gate, gateField(gate, kind)]),
) as unknown as { [G in keyof Gates]-?: z.ZodType<Gates[G]> };

/** The day from which gates are in force: none of long ago, and none far away, which is known where it is asked on which day this is. */
const firstDay = (today: string | null) =>
  day().refine((text) => !isCivilDay(text) || mayBeginOn(text, today ?? text), says("gatesDayFar"));

/** What a programme asks of its trainers; `seen`: how many versions the page showed; `corrects`: the number of one to come that it takes the place of. `today`: of its civil day, null in the browser. */
export const gatesSchemaOn = (today: string | null) =>
  z
    .object({
      programmeId: id(),
      seen: wholeNumber(0, 9999),
      preset: oneOf(gatePresets),
      inForceFrom: firstDay(today),
      corrects: optionalNumber(1, 9999).optional(),
      ...gateFields,
    })
    .check(
      agree<Gates>(
        ["leadWorkshops", "workshops"],
        ({ leadWorkshops, workshops }) => leadWorkshops <= workshops,
        "moreThanAllWorkshops",
      ),
      agree<Gates>(
        ["observers", "observations"],
        ({ observers, observations }) => observers === 0 || observations > 0,
        "observersOfNothing",
      ),
      // Not always the same one: whoever is observed twice or more is so by two.
      agree<Gates>(
        ["observers", "observations"],
        ({ observers, observations }) => observations < 2 || observers > 1,
        "observersAlwaysSame",
      ),
      agree<Gates>(
        ["observations", "workshops"],
        ({ observations, workshops }) => workshops === 0 || observations <= workshops,
        "moreObservedThanHeld",
      ),
    );
/** The same as it is checked where the day is not known, as in the browser. */
export const gatesSchema = gatesSchemaOn(null);

/** The first workshops that somebody plans: rows in which no more than the tool is chosen are left out. */
const plannedWorkshops = () =>
  rowsOf(
    z.object({ toolId: id(), day: day(), place: requiredLine(120), audience: optionalLine(160) }),
    mostPlanned,
    ["toolId"],
  ).refine((list) => list.length > 0, says("planEmpty"));

/** One's own action plan, by the token of the registration. */
export const ownPlanSchema = z.object({ token: requiredLine(40), workshops: plannedWorkshops() });

/** The action plan of somebody in a course, written down for them. */
export const planForSchema = z.object({ registrationId: id(), workshops: plannedWorkshops() });

/** Renewing somebody, or making them a master trainer: on what ground, in words; `exception`: though conditions are missing. */
export const renewSchema = z.object({ ...way, words: sentenceLine(1000), exception: checkbox() });

/** Somebody recommended by exception, to be renewed or a master trainer, and why. */
export const recommendRenewalSchema = z.object({
  ...way,
  kind: oneOf(["renewed", "master_approved"]),
  words: sentence(),
});

/** What leads to master trainer: a training of master trainers, or the assessment. */
export const masterStepSchema = z.object({
  ...way,
  kind: oneOf(["master_training", "master_examination"]),
  day: day(),
  words: sentenceLine(1000),
});

/** A certification from before, by its paper: modules of one tool, from a civil day until another. */
export const certifiedBeforeSchema = z.object({
  personId: id(),
  programmeId: id(),
  moduleIds: ids(100).refine((all) => all.length > 0, says("chooseModules")),
  day: day(),
  until: day(),
  words: sentenceLine(1000),
});

const range = { min: leastPoints, max: mostPoints };
/** Points for each criterion, each of which has to be given. */
const pointFields = Object.fromEntries(
  criteria.map((criterion) => [
    criterion,
    optionalNumber(leastPoints, mostPoints).refine(given<number>, says("choosePoints", { params: range })),
  ]),
) as unknown as { [C in Criterion]: z.ZodType<number> };

/** An observation of a trainer in a workshop; `ground`: why a coordinator observes, where nobody else is qualified yet; `correctsId`: one's own earlier one, which `reason` says what was wrong in. */
export const observeSchema = z
  .object({
    ...way,
    courseId: id(),
    day: day(),
    points: z.object(pointFields),
    strengths: sentence(),
    advice: sentence(),
    ground: optionalLine(500).refine(isSentenceOrNothing, says("sentenceNeeded")).optional(),
    correctsId: optionalId(),
    reason: optionalLine(500).refine(isSentenceOrNothing, says("sentenceNeeded")),
  })
  .check(
    agree<{ correctsId: number | null; reason: string | null }>(
      ["correctsId", "reason"],
      ({ correctsId, reason }) => correctsId === null || reason !== null,
      "required",
      "reason",
    ),
  );

/** Whoever was observed signs, with a remark of their own or without. */
export const signSchema = z.object({ observationId: id(), words: optionalText(1000).optional() });

/** What somebody saw at a coaching visit, and what was agreed. */
export const visitSchema = z.object({ ...way, day: day(), words: sentence() });

/** What a coordinator enters that took place elsewhere. */
export const enteredElsewhere = ["practicum", "examination", "refresher"] as const;

/** Something that took place elsewhere, on evidence. */
export const stepSchema = z.object({
  ...way,
  step: oneOf(enteredElsewhere),
  day: day(),
  words: sentence(),
});

/** A workshop of somebody on the way that a coordinator confirms. */
export const confirmWorkshopSchema = z.object({ ...way, courseId: id() });
