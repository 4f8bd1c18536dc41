import type { Values } from "@/app/_actions/readPost";
import { attendanceStates } from "@/lib/attendance/rules";
import type { Sheet } from "@/lib/attendance/rules/deviceSheet";
import { type KeptMark, type MarkState, readWas, type Was, wasOf } from "@/lib/attendance/rules/onDevice";
import { asciiDigits } from "@/lib/text";
import type { Line, RollRow } from "./RollLine";

/** A mark as somebody makes it, upon what stood. */
export type Mark = Omit<KeptMark, "at" | "held">;
/** By registration. */
export type Marks = ReadonlyMap<number, Mark>;

/** What the page knows to stand on a roll for somebody. */
export type Stands = Pick<RollRow, "id" | "state" | "lateMinutes">;

/** The same as what a mark is made upon. */
export const stoodIn = (row: Stands | undefined): Was => wasOf(row?.state ?? "none", row?.lateMinutes ?? 0);

/** What was posted of somebody without JavaScript and refused; null where nothing was. */
function postedOf(kept: Values | null, id: number): Values | null {
  const marks = kept?.marks;
  const mark = typeof marks === "object" && marks !== null && !Array.isArray(marks) ? marks[id] : null;
  return typeof mark === "object" && mark !== null && !Array.isArray(mark) ? mark : null;
}

/** What the mark of a row is made upon where it is posted: what the page knows to stand, or knew when it was refused. */
export const uponIn = (row: RollRow, kept: Values | null): Was =>
  readWas(postedOf(kept, row.id)?.was) ?? stoodIn(row);

/** The mark of a row as the page came with it: what was posted and refused, else what stands. */
function cameWith(row: Stands, kept: Values | null): Omit<Mark, "was"> {
  const state = row.state ?? "none";
  const posted = postedOf(kept, row.id);
  return {
    state: attendanceStates.find((one) => one === posted?.state) ?? state,
    lateMinutes: Number(posted?.lateMinutes) || row.lateMinutes,
  };
}

/** What the lines of a roll are drawn from, beside its rows. */
type Drawn = {
  sheet: Sheet;
  /** What was posted without JavaScript and refused, until the scripts have come. */
  kept: Values | null;
  /** Says that this device holds a mark back, and what somebody else has marked. */
  sayHeld: (mine: KeptMark, theirs: MarkState) => string;
};

/** How a row stands: by what this device keeps of it, by what it has sent, or as the page came. */
function lineOf(row: Stands, { sheet, kept, sayHeld }: Drawn): Line {
  const own = sheet.marks.get(row.id);
  const refusal = sheet.refused.get(row.id) ?? null;
  const late = refusal?.code === "lateMinutes";
  const counts = own !== undefined && !own.held && (refusal === null || late);
  const mark = counts ? own : (sheet.landed.get(row.id) ?? cameWith(row, kept));
  return {
    state: mark.state,
    lateMinutes: mark.lateMinutes,
    unsent: counts && sheet.waits,
    refused: late,
    held: own?.held ? sayHeld(own, row.state ?? "none") : null,
  };
}

/** The lines of a roll by registration. */
export const linesOf = (rows: readonly Stands[], drawn: Drawn): ReadonlyMap<number, Line> =>
  new Map(rows.map((row) => [row.id, lineOf(row, drawn)]));

/** Whom the roll counts: whoever joined later does only once they are marked. `rest`: those among them without a mark. */
export function countedOn(rows: readonly RollRow[], lines: ReadonlyMap<number, Line>) {
  const unmarked = (row: RollRow) => lines.get(row.id)!.state === "none";
  const expected = rows.filter((row) => !row.joined || !unmarked(row));
  return { total: expected.length, rest: expected.filter(unmarked) };
}

/** The marks that the fields of a roll have and the roll has not: they were made before the scripts came. */
export function markedInFields(fields: FormData, rows: readonly RollRow[], minutes: number): Marks {
  const made = new Map<number, Mark>();
  for (const row of rows) {
    const state = attendanceStates.find((one) => one === fields.get(`marks.${row.id}.state`));
    const late = Number(asciiDigits(String(fields.get(`marks.${row.id}.lateMinutes`) ?? ""))) || null;
    const lateMinutes = late !== null && Number.isInteger(late) && late < minutes ? late : row.lateMinutes;
    const was = readWas(fields.get(`marks.${row.id}.was`)) ?? stoodIn(row);
    if (state && wasOf(state, lateMinutes) !== was) made.set(row.id, { state, lateMinutes, was });
  }
  return made;
}
