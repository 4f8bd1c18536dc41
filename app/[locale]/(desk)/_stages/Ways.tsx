import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import type { NamedWay } from "@/lib/stages/queries/observing";

type Keys = { toolId: number; programmeId: number };

/** The name of a way: its tool, and its programme where there are several to tell apart. */
export function WayName({ way, several }: { way: NamedWay; several: boolean }) {
  return (
    <>
      <ToolMark tool={way.tool} />
      {several ? <Say text={way.programme} /> : null}
    </>
  );
}

/**
 * The ways of somebody to choose from, each a link to the same page; the chosen one is marked, and none is until somebody chose.
 * Nothing where there is one.
 */
export function Ways({
  ways,
  chosen,
  href,
}: {
  ways: readonly NamedWay[];
  chosen: Keys | null;
  href: string;
}) {
  const t = useTranslations("stageEntry");
  if (ways.length < 2) return null;
  return (
    <nav aria-labelledby="which-way" className="grid gap-2">
      <h2 id="which-way" className="text-base">
        {t("whichWay")}
      </h2>
      {chosen ? null : <p>{t("chooseWay")}</p>}
      <ul className="flex flex-wrap gap-2">
        {ways.map((way) => {
          const here = way.toolId === chosen?.toolId && way.programmeId === chosen.programmeId;
          return (
            <li key={`${way.toolId} ${way.programmeId}`}>
              <Link
                href={`${href}?tool=${way.toolId}&programme=${way.programmeId}`}
                prefetch={false}
                className={`button gap-x-3 ${here ? "border-accent bg-accent-tint text-accent" : ""}`}
                aria-current={here ? "true" : undefined}
              >
                {here ? <Check size={16} aria-hidden /> : null}
                <WayName way={way} several />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
