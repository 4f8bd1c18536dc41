// Several processes that answer on one port, below this one, which starts them, replaces one that died and ends them all.
import cluster from "node:cluster";
import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openLog } from "./log.mjs";
import { onParentGone } from "./parent.mjs";
import { heapBounds, root, stop } from "./setup.mjs";

/** How many processes answer: WORKERS, else one a core, at most four. */
export function chosenWorkers() {
  const workers = Number(process.env.WORKERS || Math.min(4, availableParallelism()));
  if (!Number.isInteger(workers) || workers < 1 || workers > 32)
    stop("WORKERS must be a number from 1 to 32: set another, or leave it out for one a core.");
  return workers;
}

/** A process that lived shorter than this, in ms, could not do its work: its place is filled after a pause. */
const shortLife = 10_000;
const longestPause = 30_000;
/** For how long processes may finish what is under way, in ms. Each takes ten seconds at most by itself. */
const longestEnd = 15_000;

const file = join(process.env.DATA_DIR || join(root, "data"), "cascade.db");
/** Which file lies there; none where the folder is none, which is said by whoever opens it. */
const inode = () => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.ino;
  } catch {
    return undefined;
  }
};

/**
 * Puts the log beside the database into it once no process is left. Two that close it at the same moment each take the
 * other for one that goes on, and leave it there.
 * @param served the file that was served: into another one, its log must not go.
 */
function leaveOneFile(served) {
  if (!existsSync(`${file}-wal`) || inode() !== served) return;
  const database = new Database(file, { fileMustExist: true });
  // Reading opens the log; whoever closes it last puts it away.
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

const listening = (worker) => new Promise((done) => worker.once("listening", done));

/**
 * Starts so many processes that serve. The first one alone brings the database up to date; the others follow once it
 * answers. Ends with its code where it cannot start.
 */
export async function supervise(count) {
  const log = openLog();
  cluster.setupPrimary({ exec: join(root, "scripts/server.mjs"), execArgv: heapBounds });
  const workers = new Set();
  let started = false;
  let ending = false;
  let served;
  let pause = 0;

  const fork = () => {
    const worker = cluster.fork();
    const since = Date.now();
    workers.add(worker);
    worker.once("exit", (code, signal) => {
      workers.delete(worker);
      if (ending) {
        if (workers.size > 0) return;
        leaveOneFile(served);
        process.exit(0);
      }
      if (!started) {
        // Whoever outlived this process would write to one that is gone.
        for (const other of workers) other.process.kill("SIGKILL");
        process.exit(code || 1);
      }
      pause = Date.now() - since < shortLife ? Math.min(longestPause, Math.max(1_000, pause * 2)) : 0;
      log.error({ pid: worker.process.pid, code, signal, pause }, "a process died and is started again");
      setTimeout(() => ending || fork(), pause);
    });
    return worker;
  };

  const end = () => {
    if (ending) return;
    ending = true;
    if (workers.size === 0) process.exit(0);
    // Not by a signal: a connection on its way to a process that ends in that moment would hang until the last one ends.
    for (const worker of workers) worker.disconnect();
    setTimeout(() => {
      for (const worker of workers) worker.process.kill("SIGKILL");
    }, longestEnd);
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, end);
  process.once("disconnect", end);
  onParentGone(end);

  await listening(fork());
  served = inode();
  await Promise.all(Array.from({ length: count - 1 }, () => listening(fork())));
  started = true;
}
