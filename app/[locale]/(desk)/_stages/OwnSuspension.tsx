import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { ownStops } from "@/lib/stages/queries/entered";
import { StopReason } from "./WayStopped";

/** That the viewer's own way with a tool is suspended, and why: wherever they would train by it, or look after themselves. */
export async function OwnSuspension({ cx }: { cx: Context }) {
  if (cx.viewer.personId === null) return null;
  const stops = ownStops(cx, gate.self(cx)).filter(({ stage }) => stage === "suspended");
  if (stops.length === 0) return null;
  const t = await getTranslations("stages");
  const own = await getTranslations("ownWay");
  return (
    <Notice tone="stop" title={t("stage.suspended")}>
      {stops.map((stop) => (
        <div key={`${stop.toolId} ${stop.programmeId}`}>
          <ToolMark tool={stop.tool} />
          <StopReason stops={[stop]} way={stop} />
        </div>
      ))}
      <Link href="/my/way" prefetch={false} className="inline-flex items-center min-h-11">
        {own("see")}
      </Link>
    </Notice>
  );
}
