import * as z from "zod/mini";
import { id, optionalId, optionalLine } from "../fields";
import { asciiDigits } from "../text";
import { type MarkState, readStood, readWas, type Was, wasOf } from "./kept";
import { attendanceStates, usualLateMinutes } from "./rules";

export type RollMark = {
  registrationId: number;
  state: MarkState;
  lateMinutes: number;
  /** What the roll said when the mark was made. */
  was?: Was;
  /** True for one of "all others": only where nothing is marked. */
  rest?: boolean;
};

/**
 * The roll as it is sent. `reason`: why it is taken before its day, or mended after a certificate rests on it.
 * `account`: whose marks they are, where a device kept them.
 */
export type RollInput = {
  sessionId: number;
  marks: RollMark[];
  reason?: string | null;
  account?: number | null;
};

const states: readonly string[] = [...attendanceStates, "none"];

/**
 * Marks on the roll of a session: fields `state_ID`, `late_ID` and `was_ID` by registration, one or many at once. `none`
 * takes an entry back. A whole sheet says what it was made upon in one field: `stood` names whoever had a mark, the others
 * had none. `rest` lists the registrations that the button "all others present" stands for.
 */
export const rollSchema = z.pipe(
  z.looseObject({ sessionId: id(), reason: optionalLine(500), account: optionalId() }),
  z.transform((form, context): RollInput => {
    const marks: RollMark[] = [];
    const { stood } = form as Record<string, unknown>;
    const sheet = readStood(stood);
    for (const [field, value] of Object.entries(form)) {
      const registration = /^state_([1-9]\d{0,14})$/.exec(field)?.[1];
      if (!registration || value === "") continue;
      const typed = asciiDigits(
        String((form as Record<string, unknown>)[`late_${registration}`] ?? ""),
      ).trim();
      const lateMinutes = typed === "" ? usualLateMinutes : Number(typed);
      if (!states.includes(String(value)))
        context.issues.push({ code: "custom", input: value, path: [field], message: "choose" });
      else if (value === "late" && !(Number.isInteger(lateMinutes) && lateMinutes > 0 && lateMinutes < 1440))
        context.issues.push({
          code: "custom",
          input: value,
          path: [`late_${registration}`],
          message: "lateMinutes",
        });
      else {
        const was = readWas(
          (form as Record<string, unknown>)[`was_${registration}`] ??
            sheet.get(Number(registration)) ??
            (stood === undefined ? null : "none"),
        );
        // What nobody touched on a whole sheet is no mark.
        if (sheet.get(Number(registration)) === wasOf(value as MarkState, lateMinutes)) continue;
        marks.push({
          registrationId: Number(registration),
          state: value as MarkState,
          lateMinutes,
          ...(was ? { was } : {}),
        });
      }
    }
    const named = new Set(marks.map((mark) => mark.registrationId));
    const rest = String((form as Record<string, unknown>).rest ?? "").match(/\b[1-9]\d{0,14}\b/g) ?? [];
    for (const registrationId of new Set(rest.map(Number)))
      if (!named.has(registrationId))
        marks.push({ registrationId, state: "present", lateMinutes: usualLateMinutes, rest: true });
    return { sessionId: form.sessionId, marks, reason: form.reason, account: form.account };
  }),
);
