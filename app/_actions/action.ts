import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type * as z from "zod";
import { currentContext } from "@/app/_server/context";
import { clientAddress, requestId } from "@/app/_server/request";
import { mayAnywhere, type Permission } from "@/lib/access/rules";
import type { Context } from "@/lib/acts/context";
import { faultsOf } from "@/lib/faults";
import { log } from "@/lib/log/log";
import { type Fault, fail, type Result } from "@/lib/result";
import { clock } from "@/lib/time/clock";
import { readPost, type Values } from "./readPost";

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

/** Kept so that nothing typed is lost; passwords are not. */
const withoutSecrets = (read: Values): Values =>
  Object.fromEntries(Object.entries(read).filter(([name]) => !/password|current/i.test(name)));

type Options<T> = {
  /** Cookies and the like, after the commit. */
  after?: (value: T) => Promise<void> | void;
  /** Where to go then. Without it, or where it is null, the page stays, with fresh data. */
  to?: (value: T) => string | null;
  /** Faults that say that the page was out of date: it comes back with what is true now. */
  outOfDate?: readonly string[];
  /** Where to go after a fault, for a page whose form is not there any more. Where it is null, the form says the fault. */
  toAfterFault?: (fault: Fault, said: Values) => string | null;
};

/** The schema of an action, or what makes it where it follows what is asked (the questions of a course). */
type SchemaOf<I> = z.ZodType<I> | ((said: Values, cx: Context) => z.ZodType<I>);

/**
 * A server action: viewer, authorisation, parsing with the schema that the form uses too, one command, fresh pages,
 * a typed result. The permission is a row of the one table; the command demands it again within its scope.
 */
export function action<I, T>(
  permission: Permission,
  schema: SchemaOf<I>,
  command: (cx: Context, input: I, address: string) => Result<T> | Promise<Result<T>>,
  options: Options<T> = {},
): FormAction<T> {
  return async (_previous, sent) => {
    const said = sent instanceof FormData ? readPost(sent) : { ...sent };
    const now = clock();
    const result = await run(permission, async (cx) => {
      const asked = typeof schema === "function" ? schema(said, cx) : schema;
      const parsed = asked.safeParse(said);
      if (!parsed.success) return fail("invalid", { fields: faultsOf(parsed.error.issues) });
      const done = await command(cx, parsed.data, await clientAddress());
      if (done.ok) await options.after?.(done.value);
      return done;
    });
    if (!result.ok) {
      const { fault } = result;
      const elsewhere = options.toAfterFault?.(fault, withoutSecrets(said)) ?? null;
      if (elsewhere !== null) redirect(elsewhere);
      // Whoever was overtaken sees what is there now, and fields that were not touched take it.
      if (fault.code === "stale" || options.outOfDate?.includes(fault.code)) refresh();
      return {
        status: "fault",
        fault,
        kept: sent instanceof FormData ? withoutSecrets(said) : null,
        at: now,
      };
    }
    const next = options.to?.(result.value) ?? null;
    if (next !== null) redirect(next);
    refresh();
    return { status: "done", value: result.value, at: now };
  };
}

/** Does what a viewer asks for who may; what breaks is logged with a number that the reader sees too. */
async function run<T>(permission: Permission, work: (cx: Context) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const cx = await currentContext();
    if (mayAnywhere(cx.viewer, permission)) return await work(cx);
    return fail(cx.viewer.kind === "visitor" ? "signInNeeded" : "notFound");
  } catch (error) {
    const id = requestId();
    const { name, message, stack } = error as Error;
    log().error(
      { requestId: id, permission, name, code: (error as { code?: string }).code, message, stack },
      "action failed",
    );
    return fail("unexpected", { params: { number: id } });
  }
}
