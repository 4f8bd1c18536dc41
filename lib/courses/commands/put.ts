import type { GrantedPlan } from "../../access/gate";
import type { Context } from "../../acts/context";
import { newToken } from "../../crypto/tokens";
import { putQuestions } from "../../forms/put";
import type { Translated } from "../../i18n/rules";
import type { KeptPlan } from "../../templates/rules";
import { fold } from "../../text";
import { type CourseKind, sameSet } from "../rules";
import type { CourseInput } from "../schema";
import { modulesIn, replaceModules, replaceTrainers } from "../store";
import { searchAgain } from "./search";

/** Makes these the modules of a course; the same ones stay in the order that they have. */
export function putModules(cx: Context, { id }: GrantedPlan, moduleIds: readonly number[]): void {
  if (!sameSet(modulesIn(cx, id), moduleIds)) replaceModules(cx, id, moduleIds);
}

/**
 * Puts modules, trainers and questions of a plan in place of those so far. Within the open transaction.
 * @param plan what a new course is made from.
 */
export function putParts(
  cx: Context,
  course: GrantedPlan,
  input: Pick<CourseInput, "trainerIds" | "questions" | "ownLanguage">,
  moduleIds: readonly number[],
  plan: KeptPlan | null = null,
): void {
  putModules(cx, course, moduleIds);
  replaceTrainers(cx, course.id, input.trainerIds);
  putQuestions(cx, course, input, plan?.questions);
  searchAgain(cx, course.id);
}

/** A new address: what the course is, where and in which year, and a few letters that nobody guesses. */
export function newSlug(kind: CourseKind, place: Translated, country: string, year: string): string {
  const base = fold(`${kind} ${place.en ?? place.fr ?? country} ${year}`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${base}-${newToken()
    .replace(/[^a-zA-Z0-9]/g, "")
    .slice(0, 6)
    .toLowerCase()}`;
}
