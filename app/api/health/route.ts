import { publicContext } from "@/app/_server/context";
import { storeHealth } from "@/lib/store/commands";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** Everyone (`public.read`): whether this process can do its work. 503 where it can't. */
export function GET() {
  const health = storeHealth(publicContext());
  const healthy = Object.values(health).every(Boolean);
  return Response.json(
    { status: healthy ? "ok" : "failing", version, ...health },
    { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
