// Noticing that whoever started this process is gone.
import { readFileSync } from "node:fs";

const shells = ["sh", "dash", "ash", "bash", "busybox"];

/** Parent and name of a process; null where the system has no list of them in /proc, or no such process. */
function processOf(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
}

/**
 * Calls when the npm that started this process is gone, or the shell between them: both may end on a signal without
 * handing it on. Without npm a process outlives who started it, as a service should.
 */
export function onParentGone(then) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shell = processOf(parent);
  const npm = shell && shells.includes(shell.name) ? shell.parent : null;
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === null || processOf(parent)?.parent === npm)) return;
    clearInterval(watch);
    then();
  }, 250);
  watch.unref();
}
