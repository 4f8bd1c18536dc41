import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { type DotGroup, DotMatrix } from "@/app/_ui/kit/DotMatrix";
import { StatStrip } from "@/app/_ui/kit/StatStrip";
import type { OnTheWay } from "@/lib/completion/rules/onTheWay";
import type { Course, courseHead } from "@/lib/courses/queries";
import { list } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";

type Counts = ReturnType<typeof courseHead>["counts"];
type Counted = { label: string; value: number | null; of?: string; notes: string[]; dots: DotGroup[] };

/** How many are nominated, accepted, came, completed and have a certificate: numbers with a dot for each person. */
export async function FiveCounts({
  course,
  counts,
  completed,
}: {
  course: Course;
  counts: Counts;
  /** Null for whom it is not told. */
  completed: OnTheWay | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("courseNumbers");
  const ended = course.state === "closed";
  // Nobody takes a place any more in what has ended, or was cancelled.
  const full = ended || course.state === "cancelled";
  const absent = counts.enrolled - counts.attended;
  const some = (count: number, note: string) => (count > 0 ? [note] : []);
  const shown: Counted[] = [
    {
      label: t("nominated"),
      value: counts.nominated,
      notes: [
        ...some(counts.undecided, t("toDecide", { count: counts.undecided })),
        ...some(counts.waiting, t("waiting", { count: counts.waiting })),
        ...some(counts.gone, t("gone", { count: counts.gone })),
      ],
      dots: [
        { kind: "named", count: counts.nominated - counts.gone },
        { kind: "lost", count: counts.gone },
      ],
    },
    {
      label: t("accepted"),
      value: counts.enrolled,
      of: t("of", { count: course.capacity }),
      notes: some(
        full ? 0 : course.capacity - counts.enrolled,
        t("free", { count: Math.max(0, course.capacity - counts.enrolled) }),
      ),
      dots: [
        { kind: "in", count: counts.enrolled },
        ...(full
          ? []
          : [{ kind: "free", count: Math.max(0, course.capacity - counts.enrolled) } as DotGroup]),
      ],
    },
    {
      label: t("attended"),
      value: counts.attended,
      notes: ended ? some(absent, t("neverCame", { count: absent })) : [t("atLeastOnce")],
      dots: [
        { kind: "in", count: counts.attended },
        { kind: ended ? "lost" : "free", count: absent },
      ],
    },
    ...(completed ? [completedOf(completed)] : []),
    {
      label: t("certified"),
      value: counts.certified,
      notes: counts.certified === 0 ? [t("noneYet")] : [],
      dots: [
        { kind: "in", count: counts.certified },
        { kind: "free", count: Math.max(0, counts.enrolled - counts.certified) },
      ],
    },
  ];
  function completedOf({ completed: count, onTheWay, outOfReach, toCome }: OnTheWay): Counted {
    return {
      label: t("completed"),
      value: count,
      notes: [
        ...some(onTheWay, t("onTheWay", { count: onTheWay })),
        ...some(outOfReach, t("outOfReach", { count: outOfReach })),
      ],
      dots: [
        { kind: "in", count: count ?? 0 },
        { kind: "deciding", count: onTheWay },
        { kind: "lost", count: outOfReach },
        { kind: "free", count: toCome },
      ],
    };
  }
  return (
    <section className="grid gap-1">
      <h2 className="sr-only">{t("counts")}</h2>
      <StatStrip
        stats={shown.map(({ label, value, of, notes, dots }) => ({
          label,
          value: value ?? <NotKnown said={t("notKnown")} />,
          of,
          note: notes.join(dotBetween),
          picture: (
            <DotMatrix
              label={t("picture", { what: label, count: value ?? 0, notes: list(notes, locale) })}
              groups={dots}
            />
          ),
        }))}
      />
      <AsTable
        caption={t("counts")}
        heads={[t("what"), t("people"), t("notes")]}
        rows={shown.map(({ label, value, of, notes }) => [
          label,
          value === null ? t("notKnown") : of ? `${value} ${of}` : value,
          list(notes, locale),
        ])}
      />
    </section>
  );
}

/** A dash to the eye, words to the ear. */
const NotKnown = ({ said }: { said: string }) => (
  <>
    <span aria-hidden>–</span>
    <span className="sr-only">{said}</span>
  </>
);
