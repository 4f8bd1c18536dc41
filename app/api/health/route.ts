import { publicContext } from "@/app/_server/context";
import { sayReplaced } from "@/app/_server/replaced";
import { storeHealth } from "@/lib/store/commands";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/**
 * Everyone (`public.read`): whether this process can do its work. 503 where it can't; `degraded` where it can and an
 * operator should look at `wrong` all the same.
 */
export function GET() {
  const cx = publicContext();
  const health = storeHealth(cx);
  if (!health.databaseInPlace) sayReplaced();
  const { lastWriteAt, databaseBusy, diskLow, mailWaits, ...checks } = health;
  const names = (of: Record<string, boolean>, wanted: boolean) =>
    Object.keys(of).filter((name) => of[name] === wanted);
  const failing = names(checks, false);
  const wrong = [...failing, ...names({ databaseBusy, diskLow, mailWaits }, true)];
  const status = failing.length > 0 ? "failing" : wrong.length > 0 ? "degraded" : "ok";
  const lastWriteSecondsAgo = lastWriteAt === null ? null : Math.round((cx.now - lastWriteAt) / 1000);
  return Response.json(
    { status, version, ...checks, wrong, lastWriteSecondsAgo },
    {
      status: failing.length > 0 ? 503 : 200,
      headers: { "Cache-Control": "no-store", ...(failing.length > 0 ? { "Retry-After": "30" } : {}) },
    },
  );
}
