import { useTranslations } from "next-intl";
import { DotMatrix } from "@/app/_ui/kit/DotMatrix";
import { StatStrip } from "@/app/_ui/kit/StatStrip";

/** How many of the people whom a workshop expects have a place, a dot each, and who waits. */
export function Places({ taken, capacity, waiting }: { taken: number; capacity: number; waiting: number }) {
  const t = useTranslations("workshopPeople");
  const free = Math.max(0, capacity - taken);
  return (
    <StatStrip
      stats={[
        {
          label: t("withPlace"),
          value: taken,
          of: t("expected", { capacity }),
          picture: (
            <DotMatrix
              label={t("places", { taken, capacity })}
              groups={[
                { kind: "in", count: taken },
                { kind: "free", count: free },
              ]}
              perRow={30}
            />
          ),
        },
        { label: t("waiting"), value: waiting },
      ]}
    />
  );
}
