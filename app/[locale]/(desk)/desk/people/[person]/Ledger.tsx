import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { fullDay } from "@/lib/i18n/format";
import type { PersonPage } from "@/lib/people/queries";

/** The modules that somebody completed, by tool. */
export async function Ledger({ person }: { person: PersonPage }) {
  const locale = await getLocale();
  const t = await getTranslations("person");
  const tools = [...new Map(person.ledger.map((m) => [m.toolCode, m.tool])).entries()];
  return (
    <section className="grid gap-3">
      <h2>{t("ledger")}</h2>
      {tools.length === 0 ? <p className="quiet">{t("noLedger")}</p> : null}
      <ul className="grid gap-3">
        {tools.map(([code, title]) => (
          <li key={code}>
            <h3>
              <bdi>
                <Say text={title} />
              </bdi>
            </h3>
            <ul>
              {person.ledger
                .filter((m) => m.toolCode === code)
                .map((m) => (
                  <li key={`${m.moduleId}-${m.courseId}`} className="flex flex-wrap gap-x-2">
                    <bdi>{m.code}</bdi> <Say text={m.module} />
                    <span className="quiet">
                      {m.endsOn ? `${fullDay(m.endsOn, locale)} · ` : ""}
                      <Say text={m.course} />
                    </span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
