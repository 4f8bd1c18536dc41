import { getLocale } from "next-intl/server";
import { FirstName } from "@/app/_ui/PersonName";
import { SessionName } from "@/app/_ui/SessionList";
import { Stamp } from "@/app/_ui/Stamp";
import { Written } from "@/app/_ui/Written";
import { courseWords } from "@/app/_words/ofWorkshop";
import type { exceptionsOf } from "@/lib/audit/queries";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";

/** What was done outside the usual order, each with its reason. */
export async function Exceptions({
  exceptions,
  course,
}: {
  exceptions: NonNullable<ReturnType<typeof exceptionsOf>>;
  course: { zone: string; scheduledBy: number | null };
}) {
  const locale = await getLocale();
  const t = await courseWords("overview", course);
  if (exceptions.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2>{t("exceptions")}</h2>
      <ul className="grid gap-2">
        {exceptions.map((exception) => (
          <li key={exception.id} className="card grid gap-1">
            <p>
              {t(`exception.${exception.kind}`)}
              {exception.person ? (
                <>
                  {dotBetween}
                  <FirstName of={exception.person} />
                </>
              ) : null}
              {exception.session ? (
                <>
                  {dotBetween}
                  <SessionName session={exception.session} />, {fullDay(exception.session.day, locale)}
                </>
              ) : null}
            </p>
            <p>
              <Written>{exception.reason}</Written>
            </p>
            <p className="quiet">
              {exception.by ? (
                <>
                  <FirstName of={exception.by} />
                  {dotBetween}
                </>
              ) : null}
              <Stamp at={exception.at} zone={course.zone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
