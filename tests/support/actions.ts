import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Permission } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";

export type Read = {
  safeParse: (
    form: unknown,
  ) => { success: true; data: unknown } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
};
/** An action, taken apart: what it asks for, how it reads a form, the command behind it, and where it leads. */
export type Action = {
  permission: Permission;
  schema: Read | ((said: unknown, cx: Context) => Read | null);
  command: (cx: Context, input: unknown, address: string) => unknown;
  options?: {
    to?: (value: unknown, said?: Record<string, unknown>) => string | null;
    toAfterFault?: (fault: { code: string }, kept: Record<string, unknown>) => string | null;
    showsTyped?: true;
  };
};
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : name === "actions.ts" ? [path] : [];
  });

/** Every action there is, by its name; the test has put `takenApart` in the place of `action`. */
export async function everyAction(): Promise<Map<string, Action>> {
  const actions = new Map<string, Action>();
  for (const path of files("app"))
    for (const [name, made] of Object.entries(await import(pathToFileURL(path).href)))
      if (typeof made === "object" && made !== null) actions.set(name, made as Action);
  return actions;
}
