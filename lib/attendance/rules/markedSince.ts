import { type FieldFault, fault } from "../../faults";
import { type AttendanceState, minutesFor, rollFault } from "../rules";
import type { RollMark } from "../schema";
import { madeUpon, type Was, wasOf } from "./onDevice";

/** What stands on a roll for somebody, and who entered it. */
export type Standing = {
  registrationId: number;
  state: AttendanceState;
  lateMinutes: number;
  enteredBy: number | null;
};

/** True where a mark says what stands on the roll already. */
export const sameMark = (
  mark: Pick<RollMark, "state" | "lateMinutes">,
  standing: Pick<Standing, "state" | "lateMinutes"> | undefined,
): boolean =>
  mark.state === (standing?.state ?? "none") &&
  (mark.state !== "late" || mark.lateMinutes === standing?.lateMinutes);

/**
 * True where a mark was made upon what stands, or where its device has sent what stands before and had no answer, so that
 * whoever marked there did not know of it. What the same person put from elsewhere since is neither.
 */
const known = (mark: RollMark & { was: Was }, stands: Was, ownEntry: boolean): boolean =>
  madeUpon(mark.was, stands) || (ownEntry && (mark.tried ?? []).includes(stands));

/** What becomes of a mark over what stands there. */
function applied(mark: RollMark, standing: Standing | undefined, by: number | null): "put" | "held" | "left" {
  if (mark.rest && standing) return "left";
  // A session made shorter may leave somebody later than it lasts: that entry may be sent again as it is.
  if (sameMark(mark, standing)) return "left";
  const { was } = mark;
  if (was === undefined) return "put";
  const stands = standing ? wasOf(standing.state, standing.lateMinutes) : "none";
  if (known({ ...mark, was }, stands, standing?.enteredBy === by)) return "put";
  if (madeUpon(was, wasOf(mark.state, mark.lateMinutes))) return "left";
  return standing ? "held" : "put";
}

/**
 * Which of these marks are put over what stands on the roll, and the registrations of those that are held: made upon
 * something that another person, or the same on another device, has changed since. What was taken back since leaves
 * nothing to ask about: there the mark is put.
 * @param by whose marks they are.
 */
export function applyMarks(
  marks: readonly RollMark[],
  standing: ReadonlyMap<number, Standing>,
  by: number | null,
): { put: RollMark[]; held: number[] } {
  const of = (mark: RollMark) => applied(mark, standing.get(mark.registrationId), by);
  return {
    put: marks.filter((mark) => of(mark) === "put"),
    held: marks.filter((mark) => of(mark) === "held").map((mark) => mark.registrationId),
  };
}

/** The entry that a mark makes on the roll of a session so many minutes long; null for one that is taken back. */
export const entryOf = ({ registrationId, state, lateMinutes }: RollMark, planned: number) =>
  state === "none"
    ? null
    : {
        registrationId,
        state,
        minutes: minutesFor(state, planned, lateMinutes),
        lateMinutes: state === "late" ? lateMinutes : 0,
      };

/** What is wrong with these marks on a session so many minutes long, beside their fields; empty where nothing is. */
export const faultsOf = (marks: readonly RollMark[], planned: number): Record<string, FieldFault> =>
  Object.fromEntries(
    marks.flatMap(({ registrationId, state, lateMinutes }) => {
      const wrong = state === "none" ? null : rollFault(state, planned, lateMinutes);
      return wrong ? [[`marks.${registrationId}.lateMinutes`, fault(wrong)]] : [];
    }),
  );
