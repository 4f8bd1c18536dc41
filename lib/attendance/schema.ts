import * as z from "zod";
import { says } from "../faults";
import { id, optionalId, optionalLine } from "../fields";
import { asciiDigits } from "../text";
import { attendanceStates, usualLateMinutes } from "./rules";
import { type MarkState, readTried, readWas, type Was, wasOf } from "./rules/onDevice";

export type RollMark = {
  registrationId: number;
  state: MarkState;
  lateMinutes: number;
  /** What the roll said when the mark was made. */
  was?: Was;
  /** What its device has sent of the person before, without having had an answer. */
  tried?: readonly Was[];
  /** True for one of "all others": only where nothing is marked. */
  rest?: boolean;
};

/** The roll as a command takes it. */
export type RollInput = {
  sessionId: number;
  marks: RollMark[];
  reason?: string | null;
  account?: number | null;
};

/** Minutes that somebody came late; nothing said is the usual. */
const lateMinutes = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((said) => asciiDigits(String(said ?? "")).trim())
  .transform((text) => (text === "" ? usualLateMinutes : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN));

/** A mark as it is sent: `none` takes an entry back. Where no state is said, nobody touched the row. */
const mark = z
  .object({
    state: z.enum([...attendanceStates, "none", ""]).optional(),
    lateMinutes,
    was: z.string().optional(),
    tried: z.array(z.string()).max(20).optional(),
  })
  .refine((m) => m.state !== "late" || (m.lateMinutes > 0 && m.lateMinutes < 1440), {
    path: ["lateMinutes"],
    ...says("lateMinutes"),
  });

/** Registrations that the button "all others present" stands for, in one text or as a list. */
const rest = z
  .union([z.string(), z.array(z.number())])
  .nullish()
  .transform((said) => (Array.isArray(said) ? said : (said?.match(/\b[1-9]\d{0,14}\b/g) ?? []).map(Number)));

/**
 * Marks on the roll of a session, by registration: one or many at once, each with what it was made upon. On a whole sheet,
 * a row that says what it was made upon is no mark. `reason`: why it is taken before its day, or mended after a certificate
 * rests on it. `account`: whose marks they are, where a device kept them.
 */
export const rollSchema = z
  .object({
    sessionId: id(),
    reason: optionalLine(500),
    account: optionalId(),
    rest,
    marks: z.record(z.string().regex(/^[1-9]\d{0,14}$/), mark).prefault({}),
  })
  .transform(({ marks: said, rest, ...roll }): RollInput => {
    const marks: RollMark[] = [];
    for (const [key, { state, lateMinutes, was: before, tried: sent }] of Object.entries(said)) {
      const was = readWas(before);
      const tried = readTried(sent);
      // What nobody touched is no mark; but what was tried meanwhile may have to be put back.
      if (!state || (was === wasOf(state, lateMinutes) && tried.length === 0)) continue;
      marks.push({
        registrationId: Number(key),
        state,
        lateMinutes,
        ...(was ? { was } : {}),
        ...(tried.length > 0 ? { tried } : {}),
      });
    }
    const named = new Set(marks.map((m) => m.registrationId));
    for (const registrationId of new Set(rest))
      if (!named.has(registrationId))
        marks.push({ registrationId, state: "present", lateMinutes: usualLateMinutes, rest: true });
    return { ...roll, marks };
  });
