import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { WayStanding } from "@/lib/stages/queries";

/** Where a way of somebody is decided on, with its history; none for whom it is not of their programmes. */
export async function WayLink({ cx, personId, way }: { cx: Context; personId: number; way: WayStanding }) {
  const t = await getTranslations("decide");
  const { programmes } = gate.reach(cx, "stage.approve");
  const { tool, programme, programmeId } = way;
  if (programmes !== "all" && !programmes.includes(programmeId)) return null;
  return (
    <p>
      <Link
        href={`/desk/people/${personId}/ways/${programmeId}/${tool.id}`}
        prefetch={false}
        className="inline-flex items-center min-h-11"
      >
        {t("open")}
        <span className="sr-only">
          {" "}
          <ToolMark tool={tool} /> <Say text={programme} />
        </span>
      </Link>
    </p>
  );
}
