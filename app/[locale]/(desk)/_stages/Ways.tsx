import Link from "next/link";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import type { NamedWay } from "@/lib/stages/queries/observing";

/** The ways of somebody to choose from, each a link to the same page; nothing to choose where there is one. */
export function Ways({
  ways,
  chosen,
  href,
  label,
}: {
  ways: readonly NamedWay[];
  chosen: { toolId: number; programmeId: number };
  href: string;
  label: string;
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {ways.map((way) => {
        const here = way.toolId === chosen.toolId && way.programmeId === chosen.programmeId;
        const name = (
          <>
            <ToolMark tool={way.tool} />
            <bdi>{way.programme}</bdi>
          </>
        );
        return ways.length === 1 ? (
          <p key={way.toolId} className="quiet flex flex-wrap items-center gap-x-3">
            {name}
          </p>
        ) : (
          <Link
            key={`${way.toolId} ${way.programmeId}`}
            href={`${href}?tool=${way.toolId}&programme=${way.programmeId}`}
            prefetch={false}
            className="button gap-x-3"
            aria-current={here ? "true" : undefined}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
