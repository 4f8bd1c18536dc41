// A process that does one kind of work until it is killed: it says that it begins, and each thing once it is acknowledged.
import { writeSync } from "node:fs";
import { system, type Viewer } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { issueCertificates } from "../../lib/certificates/commands";
import { processSettings } from "../../lib/env/settings";
import { makeBackup } from "../../lib/store/backup";
import { openStore } from "../../lib/store/commands";
import { registered, value } from "../../tests/support/world";

/** What a process is to do. */
export type Order =
  | { what: "registration"; slug: string; run: number; now: number }
  | { what: "certificates"; courseId: number; viewer: Viewer; now: number }
  | { what: "mail" }
  | { what: "start" }
  | { what: "backup" };

/** What is said has left the process: whoever kills it afterwards has heard it. */
const say = (line: string) => writeSync(1, `${line}\n`);

async function main(order: Order): Promise<void> {
  if (order.what === "mail") {
    const { sendDueMail } = await import("../../app/_server/outbox");
    say("begins");
    await sendDueMail();
    return;
  }
  say("begins");
  if (order.what === "start") {
    processSettings();
    openStore(Date.now());
  } else if (order.what === "backup") {
    makeBackup(contextOf(system, Date.now()), "byHand", Date.now());
  } else if (order.what === "certificates") {
    const { courseId, viewer, now } = order;
    const { issued } = value(issueCertificates(contextOf(viewer, now), { courseId }));
    say(`ack ${issued}`);
  } else
    for (let i = 0; i < 60; i++) {
      const email = `torture-${order.run}-${i}@example.org`;
      const { token } = value(
        await registered(order.slug, { email, formKey: `torture-${order.run}-${i}` }, order.now + i),
      );
      say(`ack ${token}`);
    }
}

await main(JSON.parse(process.argv[2]!) as Order);
say("done");
process.exit(0);
