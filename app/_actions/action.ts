import { refresh } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import type * as z from "zod";
import { currentContext } from "@/app/_server/context";
import { noteRefusal } from "@/app/_server/refusals";
import { beginAction, clientAddress, keepTyped, requestId } from "@/app/_server/request";
import { withTyped } from "@/app/_server/typedForPage";
import { mayAnywhere, type Permission } from "@/lib/access/table";
import { signedInAs } from "@/lib/accounts/rules/signIns";
import type { Input, Reads } from "@/lib/acts/command";
import type { Context } from "@/lib/acts/context";
import { isBusy, whenFree } from "@/lib/acts/turns";
import { faultsOf } from "@/lib/faults";
import { refusalOf } from "@/lib/limits/rules";
import { errorForLog, log } from "@/lib/log/log";
import { type Fault, fail, ok, type Result } from "@/lib/result";
import { isDiskFull, noteIfDamaged } from "@/lib/store/commands";
import { clock } from "@/lib/time/clock";
import { readPost, readReply, type Values } from "./readPost";
import { readTyped } from "./readTyped";
import { typedTexts } from "./typedTexts";

export type FormState<T = unknown> =
  | { status: "new" }
  | { status: "done"; value: T; at: number }
  /** `kept`: what was posted without JavaScript, which stands in no form any more; else null. */
  | { status: "fault"; fault: Fault; kept: Values | null; at: number };

/** An action of a form: takes what it posts without JavaScript, and its values as they are with it. */
export type FormAction<T = unknown> = (
  previous: FormState<T>,
  sent: FormData | Values,
) => Promise<FormState<T>>;

/** Faults that say of whatever page that somebody was there before: it is out of date. */
const overtaken: readonly string[] = ["stale", "undoOvertaken"];

/** The page of the course whose state does not allow by now what was sent: how it is, and why, stands there, for the form is gone. */
function toCourse({ code }: Fault, { courseId }: Values): string | null {
  const id = Number(courseId);
  return code === "courseStateForbids" && Number.isSafeInteger(id) && id > 0
    ? `/desk/courses/${id}?done=overtaken`
    : null;
}

/** Kept so that nothing typed is lost; passwords are not. */
const withoutSecrets = (read: Values): Values =>
  Object.fromEntries(Object.entries(read).filter(([name]) => !/password|current/i.test(name)));

type Options<T> = {
  /** Cookies and the like, after the commit. */
  after?: (value: T) => Promise<void> | void;
  /** Where to go then. Without it, or where it is null, the page stays, with fresh data. */
  to?: (value: T, said: Values) => string | null;
  /** True where the form is done with: the next page takes the place of its own, so that Back leads past it. */
  inPlace?: true;
  /** Other faults that say that the page was out of date: it comes back with what is true now. */
  outOfDate?: readonly string[];
  /**
   * Where to go after a fault, for a page whose form is not there any more. Where it is null, the form says the fault. `scripts`: false
   * where it was posted without, so that the form is there only if the page as it is now has it.
   */
  toAfterFault?: (fault: Fault, said: Values, scripts: boolean) => string | null;
  /** True where the page after a fault shows what was typed (`TypedMeanwhile`): its form may be gone from it. */
  showsTyped?: true;
};

/** What a form does: a command, or an inquiry, with its permission and its schema. */
type Does<Schema extends Reads, T> = {
  readonly permission: Permission;
  readonly schema: Schema;
  readonly waits?: true;
  readonly onlyReads?: (input: Input<Schema>) => boolean;
  (cx: Context, input: Input<Schema>, address: string): Result<T> | Promise<Result<T>>;
};

/** The options of an action. Where the schema follows what is asked (the questions of a course), they say how to get that. */
type Given<Schema extends Reads, T> = Schema extends (...asked: infer Asked) => unknown
  ? [options: Options<T> & { asked: Asks<Asked> }]
  : [options?: Options<T>];

/** What a schema is made from; no questions where one may not send this, which the command then says. */
type Asks<Asked> = (said: Values, cx: Context) => Asked;

/** The schema that one sending is read with. */
function schemaFor(schema: Reads, asked: Asks<unknown[]> | undefined, said: Values, cx: Context): z.ZodType {
  if (typeof schema !== "function") return schema;
  const make = schema as (...asked: unknown[]) => z.ZodType;
  return make(...(asked?.(said, cx) ?? []));
}

/**
 * A server action: viewer, authorisation, parsing with the schema that the form uses too, one command, fresh pages,
 * a typed result. Permission and schema are the command's own; it demands the permission again within its scope.
 */
export function action<Schema extends Reads, T>(
  command: Does<Schema, T>,
  ...[given]: Given<Schema, T>
): FormAction<T> {
  const { permission, schema } = command;
  const options: Options<T> & { asked?: Asks<unknown[]> } = given ?? {};
  return async (_previous, sent) => {
    await beginAction();
    // Whoever writes a request by hand may send anything in place of a form.
    const read = sent instanceof FormData ? readTyped(readPost(sent)) : readReply(sent);
    const said = read ?? {};
    const now = clock();
    const result = await run(permission, said, async (cx) => {
      if (read === null) return fail("invalid");
      const parsed = schemaFor(schema, options.asked, said, cx).safeParse(said);
      if (!parsed.success) return fail("invalid", { fields: faultsOf(parsed.error.issues) });
      const address = await clientAddress();
      const input = parsed.data as Input<Schema>;
      const act = () => command(cx, input, address);
      // A command that found the lock on writing taken has written nothing, and is done again in its turn.
      const done = await (command.waits || command.onlyReads?.(input) ? act() : whenFree(cx, act));
      if (done.ok) await options.after?.(done.value);
      return done;
    });
    if (!result.ok) {
      const { fault } = result;
      const elsewhere =
        options.toAfterFault?.(fault, withoutSecrets(said), !(sent instanceof FormData)) ??
        toCourse(fault, said);
      if (elsewhere !== null) {
        const led = options.showsTyped ? await ledWithTyped(elsewhere, said) : ok(elsewhere);
        // Nobody is led off a form whose texts could not be kept: they stay in it, with why.
        if (!led.ok) return saying(led.fault, said, sent, now);
        // As after what went well: what frames that page is in the browser already, as it was.
        refresh();
        redirect(led.value);
      }
      // Whoever was overtaken sees what is there now, and fields that were not touched take it.
      // So does whoever is asked for their password by now, which the form had no field for.
      const asked = fault.fields?.current?.code === "confirmNeeded";
      const codes = [fault, ...Object.values(fault.fields ?? {})].map(({ code }) => code);
      if (asked || codes.some((code) => overtaken.includes(code) || options.outOfDate?.includes(code)))
        refresh();
      return saying(fault, said, sent, now);
    }
    // Also before going on: what frames the next page (a course's heading) is in the browser already, as it was.
    refresh();
    const next = options.to?.(result.value, withoutSecrets(said)) ?? null;
    if (next !== null) redirect(next, options.inPlace ? RedirectType.replace : undefined);
    return { status: "done", value: result.value, at: now };
  };
}

/** What a form says of a fault; where it was posted without JavaScript, with what was typed. */
async function saying(
  fault: Fault,
  said: Values,
  sent: FormData | Values,
  at: number,
): Promise<FormState<never>> {
  const posted = sent instanceof FormData;
  if (posted) await keepTyped(typedTexts(said));
  return { status: "fault", fault, kept: posted ? withoutSecrets(said) : null, at };
}

/** The address of a page that shows what was typed, once that is kept. */
const ledWithTyped = (to: string, said: Values): Promise<Result<string>> =>
  run("account.own", said, async (cx) => ok(await withTyped(cx, to, typedTexts(said))));

/**
 * The refusal of a form that stands on somebody's page (`WhoseForm`) while somebody else is signed in: on a shared phone the
 * page of the first stays open in another tab. A visitor is asked to sign in where that is needed; whoever is still to take
 * the second step is known by it.
 */
function ofAnother({ viewer }: Context, said: Values): Result<never> | null {
  const of = said[signedInAs];
  const here = viewer.accountId ?? viewer.halfway?.accountId ?? "";
  if (of === undefined || String(of ?? "") === String(here)) return null;
  if (viewer.accountId === null || viewer.name === null) return fail("signInNeeded");
  const { name, latinName } = viewer;
  return fail("otherSignedIn", { params: { name: { person: { name, latinName } } } });
}

/** Does what a viewer asks for who may; what breaks is logged with a number that the reader sees too. */
async function run<T>(
  permission: Permission,
  said: Values,
  work: (cx: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const cx = await currentContext();
    const signedIn = cx.viewer.kind !== "visitor";
    const another = ofAnother(cx, said);
    if (another) return another;
    if (!mayAnywhere(cx.viewer, permission)) {
      if (!signedIn) return fail("signInNeeded");
      await noteRefusal("notAllowed", cx.viewer, permission);
      return fail("notFound");
    }
    const done = await work(cx);
    // What is wrong with a code or a password may stand beside its field alone.
    const codes = done.ok
      ? []
      : [done.fault, ...Object.values(done.fault.fields ?? {})].map(({ code }) => code);
    const refused = codes.map((code) => refusalOf(code, signedIn)).find((kind) => kind !== null) ?? null;
    if (refused) await noteRefusal(refused, cx.viewer, permission);
    return done;
  } catch (error) {
    if (isBusy(error)) {
      log().warn({ permission }, "busy: somebody else writes to the database");
      return fail("busy");
    }
    noteIfDamaged(error);
    const id = requestId();
    log().error({ requestId: id, permission, ...errorForLog(error as Error) }, "action failed");
    if (isDiskFull(error)) return fail("diskFull");
    return fail("unexpected", { params: { number: id } });
  }
}
