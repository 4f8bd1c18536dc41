import { getLocale, getTranslations } from "next-intl/server";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { fullDay, wholeNumber } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { WayStanding } from "@/lib/stages/queries";
import { GateLine, Within } from "./GateLine";
import { NextStep, WayNext } from "./WayNext";

type One = WayStanding["beside"][number];

/** A way as it stands for modules beside those that are certified, so that what comes next for them leads where it is done. */
const wayFor = (way: WayStanding, { standing, ...one }: One): WayStanding => ({
  ...{ ...way, ...one, standing, towards: null },
  asked: { of: "first", gates: standing.gates },
});

/** What is completed and not certified, of whoever is certified for other modules: each condition, and what comes next. */
export async function Beside({ personId, way }: { personId: number; way: WayStanding }) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  return way.beside.map((one) => {
    const { gates, practiceAfter } = one.standing;
    const met = gates.filter(({ missing }) => missing === 0).length;
    return (
      <div key={one.modules.join()} className="grid gap-2">
        <p className="font-semibold">
          <NotYet modules={one.modules} />
        </p>
        <p>{t("gatesMet", { met: wholeNumber(met, locale), of: wholeNumber(gates.length, locale) })}</p>
        {practiceAfter ? <p>{t("practiceAfter", { day: fullDay(practiceAfter, locale) })}</p> : null}
        <ul className="grid gap-1">
          {gates.map((state) => (
            <li key={state.gate}>
              <GateLine name={g(`name.${state.gate}`)} state={state}>
                <Within state={state} />
              </GateLine>
            </li>
          ))}
        </ul>
        <WayNext personId={personId} way={wayFor(way, one)} />
      </div>
    );
  });
}

/** The same in a row: the modules, and what is missing for them. */
export async function BesideModules({ way }: { way: WayStanding }) {
  const g = await getTranslations("gates");
  return way.beside.map(({ modules, standing }) => (
    <span key={modules.join()} className="grid gap-1">
      <span className="quiet">
        <NotYet modules={modules} />
      </span>
      {standing.gates.map((state) =>
        state.missing > 0 ? <GateLine key={state.gate} name={g(`name.${state.gate}`)} state={state} /> : null,
      )}
    </span>
  ));
}

/** The same: what comes next for them, each with the modules that it is about. */
export async function BesideNext({ personId, way }: { personId: number; way: WayStanding }) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  return way.beside.map((one) => (
    <span key={one.modules.join()} className="block">
      <span className="quiet">
        {modulesSaid(one.modules, t("column.whole"), locale)}
        {dotBetween}
      </span>
      <NextStep personId={personId} way={wayFor(way, one)} />
    </span>
  ));
}

/** That modules were completed and are not certified yet. */
async function NotYet({ modules }: { modules: readonly string[] }) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  return t("besideTitle", { modules: modulesSaid(modules, t("column.whole"), locale) });
}
