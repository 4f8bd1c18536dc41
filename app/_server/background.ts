import { log } from "@/lib/log/log";

/** Does a work of the process by itself; what breaks is a line in the log, and the next time it is tried again. */
export async function inBackground(name: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { name: kind, code, message } = error as Error & { code?: string };
    log().error({ work: name, name: kind, code, message }, "work of the process failed");
  }
}
