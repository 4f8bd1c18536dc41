import type { Context } from "../../lib/acts/context";

type Command = { permission: unknown; schema: unknown };
type Options = { asked?: (said: unknown, cx: Context) => unknown[] };

/** What an action is made of, for tests that ask of every action there is: they put it in the place of `action`. */
export const takenApart = (command: Command, options?: Options) => {
  const { permission, schema } = command;
  return {
    permission,
    schema:
      typeof schema === "function"
        ? (said: unknown, cx: Context) => schema(...(options?.asked?.(said, cx) ?? []))
        : schema,
    command,
    options,
  };
};
