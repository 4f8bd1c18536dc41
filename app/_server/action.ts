import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type * as z from "zod/mini";
import { type Kept, readForm } from "@/app/_ui/readForm";
import { mayAnywhere, type Permission } from "@/lib/access/rules";
import type { Context } from "@/lib/acts/context";
import { log } from "@/lib/log/log";
import { type Fault, fail, type Result } from "@/lib/result";
import { clock } from "@/lib/time/clock";
import { currentContext } from "./context";
import { clientAddress, requestId } from "./request";

export type FormState<T = unknown> =
  | { status: "new" }
  | { status: "done"; value: T; at: number }
  | { status: "fault"; fault: Fault; kept: Kept; at: number };

export type FormAction<T = unknown> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** Kept so that nothing typed is lost; passwords are not. */
const withoutSecrets = (read: Kept): Kept =>
  Object.fromEntries(Object.entries(read).filter(([name]) => !/password|current/i.test(name)));

/** The first fault beside each field. */
function fieldsOf(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[String(issue.path[0] ?? "")] ??= issue.message;
  return fields;
}

type Options<T> = {
  /** Cookies and the like, after the commit. */
  after?: (value: T) => Promise<void> | void;
  /** Where to go then. Without it, or where it is null, the page stays, with fresh data. */
  to?: (value: T) => string | null;
  /** True where it changes what public pages show. */
  showsInPublic?: boolean;
  /** Faults that say that the page was out of date: it comes back with what is true now. */
  outOfDate?: readonly string[];
  /** Where to go after a fault, for a page whose form is not there any more. Where it is null, the form says the fault. */
  toAfterFault?: (fault: Fault, kept: Kept) => string | null;
};

/**
 * A server action: viewer, authorisation, parsing with the schema that the form uses too, one command, fresh pages,
 * a typed result. The permission is a row of the one table; the command demands it again within its scope.
 */
export function action<S extends z.ZodMiniType, T>(
  permission: Permission,
  schema: S,
  command: (cx: Context, input: z.output<S>, address: string) => Result<T> | Promise<Result<T>>,
  options: Options<T> = {},
): FormAction<T> {
  return async (_previous, form) => {
    const read = readForm(form);
    const now = clock();
    let result: Result<T>;
    try {
      const cx = await currentContext();
      if (!mayAnywhere(cx.viewer, permission))
        result = fail(cx.viewer.kind === "visitor" ? "signInNeeded" : "notFound");
      else {
        const parsed = schema.safeParse(read);
        result = parsed.success
          ? await command(cx, parsed.data, await clientAddress())
          : fail("invalid", { fields: fieldsOf(parsed.error.issues) });
      }
      if (result.ok) await options.after?.(result.value);
    } catch (error) {
      const id = requestId();
      const { name, message, stack } = error as Error;
      log().error(
        { requestId: id, permission, name, code: (error as { code?: string }).code, message, stack },
        "action failed",
      );
      result = fail("unexpected", { params: { number: id } });
    }
    if (!result.ok) {
      const elsewhere = options.toAfterFault?.(result.fault, withoutSecrets(read)) ?? null;
      if (elsewhere !== null) redirect(elsewhere);
      if (options.outOfDate?.includes(result.fault.code)) refresh();
      return { status: "fault", fault: result.fault, kept: withoutSecrets(read), at: now };
    }
    if (options.showsInPublic) revalidatePath("/[locale]", "layout");
    const next = options.to?.(result.value) ?? null;
    if (next !== null) redirect(next);
    refresh();
    return { status: "done", value: result.value, at: now };
  };
}
