import type * as z from "zod";
import { FileReplaced, transact } from "@/db/client";
import type { Permission } from "../access/table";
import { type Fault, fail, Refusal, type Result } from "../result";
import type { Context } from "./context";
import { againWhenFree, whenFree } from "./turns";

/** What an input is read with; where that follows what is asked (the questions of a course), what makes it. */
export type Reads = z.ZodType | ((...asked: never[]) => z.ZodType);

/** An input once read. */
export type Input<Schema extends Reads> = z.output<
  Schema extends z.ZodType ? Schema : Schema extends (...asked: never[]) => infer Made ? Made : never
>;

/** What every door (a form, a request in JSON, a row of a spreadsheet) has to know of a command. */
type Door<Schema> = {
  /** The row of the table of permissions that whoever comes in must hold somewhere. */
  readonly permission: Permission;
  /** What the door reads its input with; the command takes what this gives. */
  readonly schema: Schema;
};

/** Waits for its turn to write by itself, so that a door need not do it. */
type Waits = { readonly waits: true };

/** Something that is asked through a door and leaves no trace, such as how a number reads that somebody typed. */
export type Inquiry<Schema extends Reads, Value> = Door<Schema> &
  ((cx: Context, input: Input<Schema>) => Result<Value>);

/** Something that people do: it writes all that belongs to it in one transaction, or refuses and leaves no trace. */
export type Command<Schema extends Reads, Value> = Door<Schema> &
  ((cx: Context, input: Input<Schema>) => Result<Value>);

/** A command that has to know from which address it is asked. */
export type AddressedCommand<Schema extends Reads, Value> = Door<Schema> &
  ((cx: Context, input: Input<Schema>, address: string) => Result<Value>);

/** A command that has to wait for something before it writes, such as hashing a password. */
export type SlowCommand<Schema extends Reads, Value> = Door<Schema> &
  Waits &
  ((cx: Context, input: Input<Schema>, address: string) => Promise<Result<Value>>);

/**
 * Runs writes that must agree in one immediate transaction, within another one as a savepoint of it; a refusal undoes
 * them and becomes the answer.
 */
export function change<Value>(cx: Context, work: () => Value): Result<Value> {
  try {
    return { ok: true, value: transact(cx.db, work) };
  } catch (error) {
    return refused(error);
  }
}

/**
 * The same for a command that waits: where somebody else holds the lock on writing, it waits for that outside of the thread.
 * What such a command writes before is written once, for nothing of it is done again.
 */
export const changeInTurn = <Value>(cx: Context, work: () => Value): Promise<Result<Value>> =>
  whenFree(cx, () => change(cx, work));

/** What the file itself refuses (a trigger's own words) that people can bring about, as what it is told by. */
const refusedByFile = {
  "trainer in two places": "trainerTakenMeanwhile",
  "room taken twice": "roomTakenMeanwhile",
} as const;

/** A refusal as an answer, and so one of the file's own, and a file that was replaced; anything else is a bug and goes on. */
function refused(error: unknown): { ok: false; fault: Fault } {
  if (error instanceof Refusal) return { ok: false, fault: error.fault };
  if (error instanceof FileReplaced) return fail("fileReplaced");
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === "SQLITE_CONSTRAINT_TRIGGER" && Object.hasOwn(refusedByFile, String(message)))
    return fail(refusedByFile[message as keyof typeof refusedByFile]);
  throw error;
}

/**
 * Makes a command of what it does. What it does asks the gate for what it acts on, and ends with what happened.
 * @param afterRefusal what a refusal leaves after all, such as an attempt that is counted.
 */
export function command<Schema extends Reads, Value>(
  permission: Permission,
  schema: Schema,
  act: (cx: Context, input: Input<Schema>) => Value,
  afterRefusal?: (cx: Context, fault: Fault) => void,
): Command<Schema, Value> {
  const run = (cx: Context, input: Input<Schema>) => {
    const done = change(cx, () => act(cx, input));
    if (!done.ok) afterRefusal?.(cx, done.fault);
    return done;
  };
  return Object.assign(run, { permission, schema });
}

/**
 * Makes a command of what reckons for long before it writes: that is done before others have to wait for it, and the change
 * itself looks whether it was reckoned from what is still so.
 * @param reckon what only reads; a refusal of it is the answer.
 */
export function reckonedCommand<Schema extends Reads, Reckoned, Value>(
  permission: Permission,
  schema: Schema,
  reckon: (cx: Context, input: Input<Schema>) => Reckoned,
  act: (cx: Context, input: Input<Schema>, reckoned: Reckoned) => Value,
): Command<Schema, Value> {
  const run = (cx: Context, input: Input<Schema>): Result<Value> => {
    try {
      const reckoned = reckon(cx, input);
      return change(cx, () => act(cx, input, reckoned));
    } catch (error) {
      return refused(error);
    }
  };
  return Object.assign(run, { permission, schema });
}

/** A command of which some inputs are only read, and refused with how they read: of these nobody waits for the other to write. */
export type CommandOnceRead<Schema extends Reads, Value> = Command<Schema, Value> & {
  readonly onlyReads: (input: Input<Schema>) => boolean;
};

/** Makes a command that is first asked how its input reads, which takes no lock, and is then done. */
export function commandOnceRead<Schema extends Reads, Value>(
  permission: Permission,
  schema: Schema,
  onlyReads: (input: Input<Schema>) => boolean,
  act: (cx: Context, input: Input<Schema>) => Value,
): CommandOnceRead<Schema, Value> {
  const read = (cx: Context, input: Input<Schema>): Result<Value> => {
    try {
      act(cx, input);
    } catch (error) {
      return refused(error);
    }
    throw new Error("what is only read is refused with how it reads");
  };
  const done = (cx: Context, input: Input<Schema>) => change(cx, () => act(cx, input));
  return Object.assign(
    (cx: Context, input: Input<Schema>) => (onlyReads(input) ? read(cx, input) : done(cx, input)),
    { permission, schema, onlyReads },
  );
}

/** Makes a door to what only answers: it writes nothing, so no transaction waits for its turn. */
export const inquiry = <Schema extends Reads, Value>(
  permission: Permission,
  schema: Schema,
  answer: (cx: Context, input: Input<Schema>) => Result<Value>,
): Inquiry<Schema, Value> =>
  Object.assign((cx: Context, input: Input<Schema>) => answer(cx, input), { permission, schema });

/** Makes a command of what has to know from which address it is asked, such as to count attempts. */
export function addressedCommand<Schema extends Reads, Value>(
  permission: Permission,
  schema: Schema,
  act: (cx: Context, input: Input<Schema>, address: string) => Value,
): AddressedCommand<Schema, Value> {
  const run = (cx: Context, input: Input<Schema>, address: string) =>
    change(cx, () => act(cx, input, address));
  return Object.assign(run, { permission, schema });
}

/** Makes a command of what waits before it writes; it calls `changeInTurn` for its writes itself. */
export function slowCommand<Schema extends Reads, Value>(
  permission: Permission,
  schema: Schema,
  act: (cx: Context, input: Input<Schema>, address: string) => Promise<Result<Value>>,
): SlowCommand<Schema, Value> {
  const run = async (cx: Context, input: Input<Schema>, address: string) => {
    try {
      return await againWhenFree(cx, () => act(cx, input, address));
    } catch (error) {
      return refused(error);
    }
  };
  return Object.assign(run, { permission, schema, waits: true as const });
}
