import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { fullDay } from "@/lib/i18n/format";
import { commas, dotBetween, nameInSentence, type PersonsNames } from "@/lib/i18n/rules";
import type { programmeGates } from "@/lib/stages/queries/gates";

type Page = ReturnType<typeof programmeGates>;

/** Whom a version from a day on would touch, and who stays under which one. */
export async function Touches({
  entered,
  stays,
  touched,
  touchedBefore,
  from,
}: Pick<Page, "entered" | "stays" | "touched" | "touchedBefore" | "from">) {
  const locale = await getLocale();
  const t = await getTranslations("gates");
  return (
    <section className="card grid gap-3" aria-labelledby="touches">
      <h2 id="touches" className="text-base">
        {t("touches")}
      </h2>
      {touched.length + touchedBefore.people === 0 ? (
        <p>{t("noneTouched", { day: fullDay(from, locale) })}</p>
      ) : null}
      {touched.length === 0 ? null : (
        <>
          <p>{t("touched", { day: fullDay(from, locale) })}</p>
          <ul className="grid gap-2">
            {touched.map((course) => (
              <li key={course.id}>
                <Link
                  href={`/desk/courses/${course.id}`}
                  prefetch={false}
                  className="inline-flex items-center min-h-11"
                >
                  <Say text={course.title} />
                </Link>
                {course.endsOn ? `${dotBetween}${fullDay(course.endsOn, locale)}` : null}
                {dotBetween}
                {t("placed", { count: course.placed })}
                <Named people={course.named} />
              </li>
            ))}
          </ul>
        </>
      )}
      {touchedBefore.people > 0 ? (
        <div>
          <p>{t("touchedBefore", { count: touchedBefore.people })}</p>
          <Named people={touchedBefore.named} />
        </div>
      ) : null}
      <p>{t("stays", { count: entered })}</p>
      {stays.length > 0 ? (
        <ul className="grid gap-2">
          {stays.map((one) => (
            <li key={one.number ?? 0}>
              {one.number === null
                ? t("underOwn", { count: one.people })
                : t("underVersion", { number: one.number, count: one.people })}
              <Named people={one.named} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Who they are, unfolded by whoever may see them. */
async function Named({ people }: { people: readonly PersonsNames[] }) {
  const locale = await getLocale();
  const t = await getTranslations("gates");
  if (people.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center">{t("who")}</summary>
      <p>
        {commas(
          people.map((one) => nameInSentence(one, locale)),
          locale,
        )}
      </p>
    </details>
  );
}
