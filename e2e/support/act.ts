import type { Viewer } from "../../lib/access/table";
import { type Context, contextOf } from "../../lib/acts/context";
import type { Result } from "../../lib/result";
import { demoNow } from "./pages";

/** When the demonstration is. */
export const now = Date.parse(demoNow);
export const day = 86_400_000;

/** Calls a command as somebody at an instant; gives its value, and fails where it is refused. */
export function act<Input, Value>(
  command: (cx: Context, input: Input) => Result<Value>,
  by: Viewer,
  input: Input,
  at: number,
): Value {
  const result = command(contextOf(by, at), input);
  if (!result.ok) throw new Error(`${command.name} refused: ${JSON.stringify(result.fault)}`);
  return result.value;
}
