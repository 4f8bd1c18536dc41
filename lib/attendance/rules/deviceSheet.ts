import type { FieldFault } from "../../faults";
import type { Fault, Result } from "../../result";
import { afterSending, type KeptMark, type KeptMarks, noMarks, trying, withMarks, without } from "./onDevice";

/**
 * How the marks of one roll stand on a device, and what becomes of that by a mark, an answer, or none. Nothing here knows
 * where they are kept or how they are sent.
 */

/** That no answer came, so that there is no code either: no network, or too slow a one. */
export type NoAnswer = { code: null; fields?: undefined };

export type Sheet = {
  sessionId: number;
  courseId: number;
  /** What the server does not have, or holds back for somebody else's mark. */
  marks: KeptMarks;
  /** Those that the server refused, with why. They are not sent again unless somebody marks anew. */
  refused: ReadonlyMap<number, FieldFault>;
  /** What was sent from this page, until the page shows it by itself. */
  landed: KeptMarks;
  /** Those marked in this page of whom no attempt has failed: their marks are on their way, and do not wait. */
  fresh: ReadonlySet<number>;
  /** Those in whose rows the arrow keys are still on their way. */
  moving: ReadonlySet<number>;
  /** Why the roll is taken early or mended, as it is typed. */
  reason: string;
  /** Why the last attempt was refused as a whole. */
  fault: Fault | NoAnswer | null;
  sending: boolean;
  /** True where something could not be sent at the first attempt. */
  waits: boolean;
  savedAt: number | null;
  /** True where the device's storage takes nothing, so that only the open page keeps the marks. */
  here: boolean;
};

/** What becomes different of a sheet. */
export type SheetChange = Partial<Omit<Sheet, "sessionId">>;

const nobody: ReadonlySet<number> = new Set();

export const emptySheet: Sheet = {
  sessionId: 0,
  courseId: 0,
  marks: noMarks,
  refused: new Map(),
  landed: noMarks,
  fresh: nobody,
  moving: nobody,
  reason: "",
  fault: null,
  sending: false,
  waits: false,
  savedAt: null,
  here: false,
};

/** Marks that are neither held nor refused: the server has yet to take them. */
const yetToTake = ({ marks, refused }: Sheet): KeptMarks =>
  new Map([...marks].filter(([id, mark]) => !mark.held && !refused.has(id)));

/** How many marks the server has yet to take. */
export const unsent = (sheet: Sheet): number => yetToTake(sheet).size;

/** How rolls stand on a device, in numbers: what is said above them. */
export type Standing = {
  unsent: number;
  /** True where a reason is owed that nobody has typed. */
  owesReason: boolean;
  waits: boolean;
  here: boolean;
  refused: number;
  /** Marks that wait for the person, because somebody else has marked since. */
  held: number;
  savedAt: number | null;
};

/** How these rolls stand, together. */
export const standingOf = (sheets: readonly Sheet[]): Standing => ({
  unsent: sheets.reduce((sum, sheet) => sum + unsent(sheet), 0),
  owesReason: sheets.some((sheet) => unsent(sheet) > 0 && sheet.fault?.fields?.reason !== undefined),
  waits: sheets.some((sheet) => sheet.waits && unsent(sheet) > 0),
  here: sheets.some(({ here }) => here),
  refused: sheets.reduce((sum, { refused }) => sum + refused.size, 0),
  held: sheets.reduce((sum, { marks }) => sum + [...marks.values()].filter(({ held }) => held).length, 0),
  savedAt: sheets.reduce<number | null>(
    (last, { savedAt }) => (savedAt === null ? last : Math.max(last ?? savedAt, savedAt)),
    null,
  ),
});

/** The marks that can be sent now; none while a reason is owed that nobody has typed. */
export const batchOf = (sheet: Sheet): KeptMarks =>
  sheet.fault?.fields?.reason && sheet.reason.trim() === ""
    ? noMarks
    : without(yetToTake(sheet), sheet.moving);

/** True where some of these marks are not on their way for the first time. */
export const someWait = (marks: KeptMarks, { fresh }: Sheet): boolean =>
  [...marks.keys()].some((id) => !fresh.has(id));

/** How marks are made: `late` before the page could send, upon what it showed then; `moving` by the arrow keys. */
export type Making = { late?: boolean; moving?: boolean };

/** With marks that were made at an instant (ms). */
export function marking(
  sheet: Sheet,
  made: ReadonlyMap<number, Omit<KeptMark, "at">>,
  at: number,
  { late = false, moving = false }: Making = {},
) {
  const ids = [...made.keys()];
  const onTheirWay = ids.filter((id) => {
    const before = sheet.marks.get(id);
    return !late && (!before || before.held);
  });
  return {
    marks: withMarks(sheet.marks, new Map([...made].map(([id, mark]) => [id, { ...mark, at }]))),
    refused: without(sheet.refused, ids),
    fresh: new Set([...sheet.fresh, ...onTheirWay]),
    moving: moving ? new Set([...sheet.moving, ...ids]) : butFor(sheet.moving, ids),
  } satisfies SheetChange;
}

/**
 * As the device's storage has it now. Marks that are gone from there were sent by another tab of this device: they stand
 * as sent until the page is shown anew, or somebody would take them for lost.
 */
export function readAgain(sheet: Sheet, stored: { courseId?: number; marks: KeptMarks }) {
  const sentElsewhere = [...yetToTake(sheet)].filter(([id]) => !stored.marks.has(id));
  const marks = stored.marks;
  return {
    courseId: stored.courseId ?? sheet.courseId,
    marks,
    landed: new Map([...sheet.landed, ...sentElsewhere]),
    waits: someWait(marks, sheet),
  } satisfies SheetChange;
}

/** With a batch that is about to be sent. */
export const sending = (sheet: Sheet, batch: KeptMarks) =>
  ({ marks: trying(sheet.marks, batch.keys()), sending: true }) satisfies SheetChange;

/** Without marks that the server did not take. */
export const lettingGo = (sheet: Sheet, ids: readonly number[]) =>
  ({ marks: without(sheet.marks, ids), refused: without(sheet.refused, ids) }) satisfies SheetChange;

/** Where nothing more is sent for now: whatever is left waits, and says what stands in the way of all. */
export const waiting = (sheet: Sheet, barrier: Fault | NoAnswer | null): SheetChange => ({
  courseId: sheet.courseId,
  marks: sheet.marks,
  fault: sheet.fault?.fields?.reason ? sheet.fault : (barrier ?? sheet.fault),
  fresh: butFor(sheet.fresh, sheet.marks.keys()),
  sending: false,
  waits: true,
});

/** What the server says of marks that it took: whose it left alone for another's, and when (ms). */
export type Taken = { held: readonly number[]; savedAt: number };

/**
 * How sending goes on. `more`: what is left of this roll can be sent. `sent`: nothing is left that could be. `failed`:
 * what is left is to be tried again. `stopped`: other rolls would fare no better now.
 */
export type Outcome = "more" | "sent" | "failed" | "stopped";

/** What stands in the way of every roll of the account alike. */
const forAll = ["signInNeeded", "otherAccount"];
/** What stands in the way of every mark of a roll alike. */
const forTheRoll = ["rollNotOpen", "notFound"];

/** After the server answered to a batch, or did not (null): what becomes of the sheet as it stands by then, and how to go on. */
export function afterAnswer(
  sheet: Sheet,
  batch: KeptMarks,
  answer: Result<Taken> | null,
): { change: SheetChange; next: Outcome } {
  if (answer?.ok) return { change: afterTaking(sheet, batch, answer.value), next: "more" };
  const fault = answer?.fault ?? null;
  const refusals = fault ? refusedOf(batch, fault) : noRefusals;
  if (refusals.size > 0)
    return {
      change: {
        sending: false,
        fault: null,
        refused: new Map([...sheet.refused, ...refusals]),
        waits: true,
      },
      next: "more",
    };
  return {
    change: {
      sending: false,
      fault: fault ?? { code: null },
      fresh: butFor(sheet.fresh, batch.keys()),
      waits: true,
    },
    next: fault?.fields?.reason ? "sent" : !fault || forAll.includes(fault.code) ? "stopped" : "failed",
  };
}

/** After the server took a batch, but for what it holds. */
function afterTaking(sheet: Sheet, batch: KeptMarks, { held, savedAt }: Taken): SheetChange {
  const marks = afterSending(sheet.marks, batch, held);
  return {
    marks,
    landed: without(new Map([...sheet.landed, ...batch]), held),
    sending: false,
    fault: null,
    ...(held.length < batch.size ? { savedAt } : {}),
    waits: someWait(marks, sheet),
  };
}

const noRefusals: ReadonlyMap<number, FieldFault> = new Map();

/** Which marks of a batch a fault refuses: all, where it is the roll that takes none; those beside which it says something. */
function refusedOf(batch: KeptMarks, fault: Fault): ReadonlyMap<number, FieldFault> {
  if (forTheRoll.includes(fault.code)) return new Map([...batch.keys()].map((id) => [id, fault]));
  return new Map(
    Object.entries(fault.fields ?? {}).flatMap(([name, wrong]) => {
      const id = Number(/^marks\.(\d+)\./.exec(name)?.[1]);
      return batch.has(id) ? [[id, wrong] as const] : [];
    }),
  );
}

function butFor(people: ReadonlySet<number>, ids: Iterable<number>): ReadonlySet<number> {
  const next = new Set(people);
  for (const id of ids) next.delete(id);
  return next;
}
