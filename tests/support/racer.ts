// A process of its own that registers people, or issues certificates, as fast as it can; started several at a time.
import { sqlite } from "../../db/client";
import { type Viewer, visitor } from "../../lib/access/rules";
import { issueCertificates } from "../../lib/certificates/commands";
import { register } from "../../lib/registrations/commands";

type Order =
  | { what: "register"; slug: string; count: number; locked: boolean; racer: number; now: number }
  | { what: "issue"; courseId: number; viewer: Viewer; now: number };

/**
 * Takes the lock away, to see whether the test would notice: statements run each for itself, and a process that has
 * decided on a place and its number is held up before it writes, as a busy machine may do at any time.
 */
function withoutLock() {
  const database = sqlite();
  database.transaction = ((work: () => unknown) => ({ immediate: () => work() })) as never;
  const prepare = database.prepare.bind(database);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  database.prepare = ((text: string) => {
    const statement = prepare(text);
    if (/^insert into "registrations"/.test(text)) {
      const run = statement.run.bind(statement);
      statement.run = (...values: unknown[]) => {
        Atomics.wait(pause, 0, 0, 10);
        return run(...values);
      };
    }
    return statement;
  }) as never;
}

async function main(order: Order) {
  if (order.what === "issue") {
    const result = issueCertificates(order.viewer, { courseId: order.courseId }, order.now);
    return { issued: result.ok ? result.value.issued : -1 };
  }
  if (!order.locked) withoutLock();
  let done = 0;
  for (let i = 0; i < order.count; i++) {
    const n = order.racer * 1000 + i;
    try {
      const result = await register(
        visitor,
        {
          slug: order.slug,
          formKey: `race-key-${n}`,
          language: "en",
          name: `Racer ${String.fromCharCode(65 + (n % 26))} ${n}`,
          phone: `079${1_000_000 + n}`,
          consent: "on",
        },
        order.now + n,
        `address-${n}`,
      );
      if (result.ok) done += 1;
    } catch {
      // Without the lock, numbers collide; that is part of what is shown.
    }
  }
  return { done };
}

process.once("message", (order: Order) => {
  main(order).then((answer) => process.send!(answer, () => process.exit(0)));
});
process.send!("ready");
