import * as z from "zod/mini";
import { id, optionalLine } from "../fields";
import { asciiDigits } from "../text";
import { type AttendanceState, attendanceStates, usualLateMinutes } from "./rules";

export type RollMark = { registrationId: number; state: AttendanceState | "none"; lateMinutes: number };

/** The roll as it is sent. `reason`: why it is taken before its day, or mended after a certificate rests on it. */
export type RollInput = { sessionId: number; marks: RollMark[]; reason?: string | null };

const states: readonly string[] = [...attendanceStates, "none"];

/**
 * Marks on the roll of a session: fields `state_ID` and `late_ID` by registration, one or many at once. `none` takes
 * an entry back.
 */
export const rollSchema = z.pipe(
  z.looseObject({ sessionId: id(), reason: optionalLine(500) }),
  z.transform((form, context): RollInput => {
    const marks: RollMark[] = [];
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
      else
        marks.push({ registrationId: Number(registration), state: value as RollMark["state"], lateMinutes });
    }
    return { sessionId: form.sessionId, marks, reason: form.reason };
  }),
);
