import { spawn } from "node:child_process";
import { once } from "node:events";

/** Another process on the file, such as a backup or somebody's shell, that holds the lock on writing until it is let go. */
export async function lockHeldElsewhere(file: string): Promise<() => Promise<void>> {
  const code = `const database = new (require("better-sqlite3"))(${JSON.stringify(file)});
    database.exec("BEGIN IMMEDIATE");
    process.stdout.write("held");
    process.stdin.on("end", () => { database.exec("COMMIT"); database.close(); }).resume();`;
  const holder = spawn(process.execPath, ["-e", code], { stdio: ["pipe", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  return async () => {
    const gone = once(holder, "exit");
    holder.stdin.end();
    await gone;
  };
}
