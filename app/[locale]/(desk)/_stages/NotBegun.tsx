import { getLocale, getTranslations } from "next-intl/server";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Say } from "@/app/_ui/Say";
import { dotBetween } from "@/lib/i18n/rules";
import type { WayNotBegun } from "@/lib/stages/queries/notBegun";
import { GateLine } from "./GateLine";

/** Tools of which earlier learning is recognised and no way has begun: what is recognised, what the way begins with, and all that is asked for on it. */
export async function NotBegun({ ways }: { ways: readonly WayNotBegun[] }) {
  if (ways.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  const d = await getTranslations("decide");
  return (
    <section className="grid gap-4 min-w-0" aria-labelledby="not-begun">
      <h2 id="not-begun">{t("notBegun")}</h2>
      {ways.map(({ tool, programme, programmeId, version, modules, gates }) => (
        <article key={`${tool.id} ${programmeId}`} className="card grid gap-3">
          <div className="grid gap-1">
            <h3 className="text-base">
              <ToolMark tool={tool} />
            </h3>
            <p>{t("recognisedOf", { modules: modulesSaid(modules, d("whole"), locale) })}</p>
            <p>{t("beginsWith")}</p>
          </div>
          <ul className="grid gap-1">
            {gates.map((state) => (
              <li key={state.gate}>
                <GateLine name={g(`name.${state.gate}`)} state={state} />
              </li>
            ))}
          </ul>
          <p className="quiet">
            <Say text={programme} />
            {dotBetween}
            {version === null ? t("ownGates") : t("byVersion", { number: version })}
          </p>
        </article>
      ))}
    </section>
  );
}
