// What an operator's command says to whoever types it: plain sentences, and what to do. JSON is for a service's log alone.
import env from "@next/env";
import { emailForm } from "../lib/people/rules/wrong";
import { troubleOf } from "../lib/store/trouble";
import "./unheard.mjs";

export const say = (text: string) => process.stdout.write(`${text}\n`);

/** Ends with one sentence that says what to do. */
export function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** True for what looks like an e-mail address, as a form takes it. */
export const isAddress = (text: string): boolean => emailForm.test(text) && text.length <= 254;

/** What was typed wrong, as Node says it, in one sentence; null where something else broke. */
const typedWrong = ({ code, message }: Error & { code?: string }): string | null =>
  code?.startsWith("ERR_PARSE_ARGS") ? message.split(/\. |\n/)[0]!.replace(/\.?$/, ".") : null;

/**
 * Does what a command does, with the settings of a file `.env`, and says what is wrong in a sentence. `--help` says how it
 * is used, and does nothing else.
 * @param main what it does; ends the process by `stop` where it refuses.
 */
export async function command(usage: string, main: () => void | Promise<void>): Promise<void> {
  if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) return void say(usage);
  env.loadEnvConfig(process.cwd(), false, { info() {}, error: console.error });
  try {
    await main();
  } catch (error) {
    const wrong = typedWrong(error as Error);
    stop(wrong ? `${wrong} Nothing was changed.\n\n${usage}` : troubleOf(error));
  }
}
