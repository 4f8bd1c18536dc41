import { getLocale, getTranslations } from "next-intl/server";
import { StatStrip } from "@/app/_ui/kit/StatStrip";
import { SexBar } from "@/app/_ui/SexBar";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { percent, wholeNumber } from "@/lib/i18n/format";
import { peopleIn, shareOfWomen, shownBySex, womenIn } from "@/lib/records/rules/numbers";

/**
 * What came of trainings of trainers in numbers: people known by name once, what records say beside them and never added.
 * `listed`: how many first ones are listed, where others that came of them are counted too.
 */
export async function Sum({ numbers: n, listed }: { numbers: CascadeNumbers; listed?: number }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const sex = await getTranslations("bySex");
  const number = (value: number) => wholeNumber(value, locale);
  const [attended, recorded] = [shownBySex(n.attendedBySex), shownBySex(n.recordedPeople)];
  const women = womenIn(n.attendedBySex);
  const lines = (all: readonly (string | false)[]) =>
    all.map((line) =>
      line ? (
        <span key={line} className="block">
          {line}
        </span>
      ) : null,
    );
  const recordedTrainers = peopleIn(n.recordedTrainers);
  const recordedPeople = peopleIn(n.recordedPeople);
  return (
    <StatStrip
      stats={[
        {
          label: t("tots"),
          value: number(n.trainings),
          note:
            listed !== undefined && listed < n.trainings
              ? t("cameOfThem", { first: listed, more: n.trainings - listed })
              : undefined,
        },
        {
          label: t("trainers"),
          value: number(n.trainers),
          note: lines([
            t("practising", { count: n.practising }),
            t("certified", { count: n.certified }),
            recordedTrainers > 0 && t("recordedTrainers", { count: recordedTrainers }),
          ]),
        },
        {
          label: t("workshops"),
          value: number(n.workshops),
          note: lines([
            n.recordedWorkshops > 0 && t("inNumbers", { count: n.recordedWorkshops }),
            n.withoutNumber > 0 && t("withoutNumber", { count: n.withoutNumber }),
          ]),
        },
        {
          label: t("people"),
          value: number(n.people),
          note: (
            <>
              {lines([
                t("attendances", { count: n.attendances }),
                women === null &&
                  womenIn(n.recordedPeople) === null &&
                  n.people + recordedPeople > 0 &&
                  t("womenUnknown"),
                attended !== null && t("attendedBySex"),
                attended !== null &&
                  women !== null &&
                  sex("share", {
                    percent: percent(shareOfWomen(attended), locale),
                  }),
              ])}
              {attended ? (
                <span className="block pt-1">
                  <SexBar people={attended} />
                </span>
              ) : null}
              {lines([
                recordedPeople > 0 && t("recordedPeople", { count: recordedPeople }),
                recorded !== null && t("recordedBySex"),
              ])}
              {recorded ? (
                <span className="block pt-1">
                  <SexBar people={recorded} />
                </span>
              ) : null}
            </>
          ),
        },
        {
          label: t("organisations"),
          value: number(n.organisations),
          note: lines([
            t("cooperatives", { count: n.cooperatives }),
            n.newCooperatives !== null &&
              n.cooperatives > 0 &&
              t("newCooperatives", { count: n.newCooperatives }),
          ]),
        },
      ]}
    />
  );
}
