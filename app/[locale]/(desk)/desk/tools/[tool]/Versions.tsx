import Link from "next/link";
import { useTranslations } from "next-intl";
import { Retired, VersionName } from "../parts";
import type { Tool } from "./Texts";

/** The versions of a tool; the one that stands below is marked. */
export function Versions({ tool, chosen }: { tool: Tool; chosen: Tool["versions"][number] | undefined }) {
  const t = useTranslations("tools");
  return (
    <ul className="grid gap-1">
      {tool.versions.map((v) => (
        <li key={v.id} className="flex flex-wrap gap-x-3 items-center">
          <Link
            href={`/desk/tools/${tool.id}?version=${v.id}#versions`}
            prefetch={false}
            aria-current={v === chosen ? "true" : undefined}
            className={`min-h-11 inline-flex items-center ${v === chosen ? "font-semibold" : ""}`}
          >
            <VersionName version={v} />
          </Link>
          <span className="quiet">{t("moduleCount", { count: v.modules.length })}</span>
          {v.retiredAt === null ? null : <Retired />}
        </li>
      ))}
    </ul>
  );
}
