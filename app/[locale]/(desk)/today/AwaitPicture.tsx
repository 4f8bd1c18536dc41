import { useTranslations } from "next-intl";
import { DotMatrix } from "@/app/_ui/kit/DotMatrix";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { dotBetween } from "@/lib/i18n/rules";
import type { CourseLine } from "@/lib/today/queries";
import { type Await, marksOf } from "@/lib/today/rules";

/** How far what awaits somebody is, as a small picture with its words. */
export function AwaitPicture({ item, line }: { item: Await; line: CourseLine | undefined }) {
  const t = useTranslations("today");
  if (!line) return null;
  if (item.kind === "roll") {
    const { marked, count } = marksOf(item.sessions, line.seatsTaken);
    const said = t("picture.roll", { marked, count });
    const sessions = item.sessions.length;
    return (
      <Bar
        value={marked}
        whole={count}
        said={sessions > 1 ? `${t("picture.sessions", { count: sessions })}${dotBetween}${said}` : said}
      />
    );
  }
  if (item.kind === "certify")
    return (
      <Bar
        value={item.ready}
        whole={item.total}
        said={t("picture.certify", { ready: item.ready, total: item.total })}
      />
    );
  if (item.kind !== "decide" && item.kind !== "confirm") return null;
  const { seatsTaken, capacity } = line;
  const said = t("picture.decide", { taken: seatsTaken, count: item.count, capacity });
  return (
    <>
      <DotMatrix
        label={said}
        perRow={25}
        groups={[
          { kind: "in", count: seatsTaken },
          { kind: "deciding", count: item.count },
          { kind: "free", count: Math.max(0, capacity - seatsTaken - item.count) },
        ]}
      />
      <span aria-hidden>{said}</span>
    </>
  );
}

/** A quantity of a whole, with its words. */
export function Bar({ value, whole, said }: { value: number; whole: number; said: string }) {
  return (
    <>
      <span className="block max-w-40">
        <GoalBar label={said} value={value} whole={whole} />
      </span>
      <span aria-hidden>{said}</span>
    </>
  );
}
