import { type ChildProcess, fork } from "node:child_process";
import { bundled } from "../../scripts/bundled";

/** Starts a process for each order, waits until all are ready, lets them go at once, and returns their answers. */
export async function race<T>(orders: object[]): Promise<T[]> {
  const script = await bundled("tests/support/racer.ts");
  const racers = orders.map(() => fork(script, { env: process.env }));
  const message = (racer: ChildProcess) =>
    new Promise<unknown>((resolve, reject) => {
      racer.once("message", resolve);
      racer.once("exit", (code) => reject(new Error(`a racer ended with ${code}`)));
    });
  await Promise.all(racers.map(message));
  const answers = racers.map(message);
  for (const [i, racer] of racers.entries()) racer.send(orders[i]!);
  return (await Promise.all(answers)) as T[];
}
