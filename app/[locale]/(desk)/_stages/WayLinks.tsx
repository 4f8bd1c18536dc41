import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import type { WayStanding } from "@/lib/stages/queries";

/** Where each way of somebody is decided on, with its history. */
export async function WayLinks({ personId, ways }: { personId: number; ways: readonly WayStanding[] }) {
  const t = await getTranslations("decide");
  return ways.length === 0 ? null : (
    <ul className="flex flex-wrap gap-2">
      {ways.map(({ tool, programme, programmeId }) => (
        <li key={`${programmeId} ${tool.id}`}>
          <Link
            href={`/desk/people/${personId}/ways/${programmeId}/${tool.id}`}
            prefetch={false}
            className="button"
          >
            <ToolMark tool={tool} /> <bdi>{programme}</bdi> {t("open")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
