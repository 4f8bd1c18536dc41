import { errorForLog, log } from "@/lib/log/log";
import { noteIfDamaged } from "@/lib/store/commands";

/** Does a work of the process by itself; what breaks is a line in the log, and the next time it is tried again. */
export async function inBackground(name: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    noteIfDamaged(error);
    log().error({ work: name, ...errorForLog(error as Error) }, "work of the process failed");
  }
}
