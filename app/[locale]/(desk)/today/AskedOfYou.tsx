import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Pieces } from "@/app/_ui/Pieces";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { ownRequests } from "@/lib/requests/queries";
import { awaitsAnswer } from "@/lib/requests/rules";
import { AskedFor } from "../my/requests/AskedFor";

/** What the viewer is asked for as a trainer and has not answered, the soonest first. */
export const askedOf = (cx: Context) => ownRequests(cx, gate.self(cx)).filter(awaitsAnswer);

/** That as a list, each with the way to answer; nothing where nothing is. */
export async function AskedOfYou({
  open,
  today,
  here,
}: {
  open: ReturnType<typeof askedOf>;
  /** The civil day of whoever reads, and their zone. */
  today: string;
  here: string | null;
}) {
  if (open.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("asks");
  return (
    <section className="grid gap-2" aria-labelledby="asked">
      <h3 id="asked" className="text-base">
        {t("youAre")}
      </h3>
      <ul className="grid gap-2">
        {open.map(({ id, course, answerBy, shown, session, group, groupGone, role }) => (
          <li key={id} className="card flex flex-wrap gap-3 items-center justify-between">
            <div className="grow basis-56" id={`asked-${id}`}>
              <p className="font-semibold">
                <Say text={course.title} />
              </p>
              <p className="quiet">
                <Pieces>
                  <CourseDates course={{ ...course, year: null, datesNote: null }} short />
                  <CoursePlace course={course} />
                </Pieces>
              </p>
              <p>
                <AskedFor request={{ session, course, group, groupGone, role }} today={today} here={here} />
              </p>
              <p className={shown === "late" ? "text-attention font-semibold" : undefined}>
                {t(shown === "late" ? "untilLate" : "until", { day: fullDay(answerBy, locale) })}
              </p>
            </div>
            <a href={`/my/requests#request-${id}`} className="button-main" aria-describedby={`asked-${id}`}>
              {t("answer")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
