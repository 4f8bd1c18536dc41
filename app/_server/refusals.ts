import { headers } from "next/headers";
import { system, type Viewer } from "@/lib/access/table";
import { contextOf } from "@/lib/acts/context";
import { keepRefusals } from "@/lib/limits/commands";
import { pathToTell, type RefusalKind, type Refused } from "@/lib/limits/rules";
import { log } from "@/lib/log/log";
import { clock } from "@/lib/time/clock";

/** What was refused and is not written down yet, by kind and address: a flood is one row and no wait for anybody. */
type Waiting = Map<string, Refused & { times: number }>;
// The server in front, the start of the process and its pages each load this file; what waits is one.
const shared = globalThis as { cascadeWaiting?: Waiting };
shared.cascadeWaiting ??= new Map();
const waiting = shared.cascadeWaiting;

/** So many wait at most; what is beyond is counted with those of no address. */
const most = 500;

/** Notes what was refused; it is written down within seconds, apart from what people are waiting for. */
export function noteRefused(refused: Refused): void {
  const keyOf = (address: string) => `${refused.kind} ${address}`;
  const known = waiting.get(keyOf(refused.address));
  const address = known || waiting.size < most ? refused.address : "*";
  const there = waiting.get(keyOf(address));
  if (there) there.times++;
  else waiting.set(keyOf(address), { ...refused, address, times: 1 });
}

/** Writes down what was noted. */
export function writeRefusals(): void {
  if (waiting.size === 0) return;
  const all = [...waiting.values()];
  waiting.clear();
  try {
    keepRefusals(contextOf(system, clock()), all);
  } catch (error) {
    log().error({ message: (error as Error).message, lost: all.length }, "refusals not written");
  }
}

/** Notes what this request is refused. @param about a permission; without it, as much of its path as may be told. */
export async function noteRefusal(kind: RefusalKind, viewer: Viewer, about: string | null): Promise<void> {
  const said = await headers();
  noteRefused({
    kind,
    about: about ?? pathToTell(said.get("x-request-path") ?? "/"),
    address: said.get("x-forwarded-for") ?? "unknown",
    requestId: said.get("x-request-id"),
    accountId: viewer.accountId,
  });
}
