import { databaseWritable, storeCurrent } from "@/lib/store/commands";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** Everyone (`public.read`): whether this process can do its work. 503 where it can't. */
export function GET() {
  let current = false;
  const writable = databaseWritable();
  try {
    current = storeCurrent();
  } catch {
    // The answer below says it.
  }
  const healthy = writable && current;
  return Response.json(
    { status: healthy ? "ok" : "failing", version, databaseWritable: writable, migrationsCurrent: current },
    { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
