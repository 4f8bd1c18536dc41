import { useLocale, useTranslations } from "next-intl";
import { Hidden } from "@/app/_ui/form/fields";
import { PersonName } from "@/app/_ui/PersonName";
import { ScoreField } from "@/app/_ui/ScoreField";
import { Written } from "@/app/_ui/Written";
import { gain } from "@/lib/assessments/rules";
import type { courseRecords } from "@/lib/attendance/queries";
import { percent } from "@/lib/i18n/format";

type Person = ReturnType<typeof courseRecords>["people"][number];

const columns = [
  ["pre_test", "preTest"],
  ["post_test", "postTest"],
  ["micro_teaching", "microTeaching"],
] as const;

/** The scores of everybody as the fields below hold them, each with the one that it is put upon. */
export const scoreDefaults = (people: readonly Person[]) =>
  people.map((p) => {
    const score = Object.fromEntries(columns.map(([kind, field]) => [kind, p[field] ?? ""]));
    return { registrationId: p.registrationId, score, was: score };
  });

/** Everybody with their scores, to be entered while that is open, and how much better the second test is. */
export function ScoreRows({ people, open }: { people: readonly Person[]; open: boolean }) {
  const locale = useLocale();
  const t = useTranslations("tests");
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t("person")}</th>
          {columns.map(([kind]) => (
            <th key={kind}>{t(kind)}</th>
          ))}
          <th>{t("gain")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((p, i) => {
          const points = gain(p.preTest, p.postTest);
          return (
            <tr key={p.registrationId}>
              <td>
                {open ? <Hidden name={`scores.${i}.registrationId`} value={p.registrationId} /> : null}
                <span>
                  <PersonName name={p.name} latinName={p.latinName} />
                  {p.organisation ? <Written className="quiet block">{p.organisation}</Written> : null}
                </span>
              </td>
              {columns.map(([kind, field]) => (
                <td key={kind} data-label={t(kind)}>
                  {open ? (
                    <ScoreField
                      name={`scores.${i}.score.${kind}`}
                      upon={`scores.${i}.was.${kind}`}
                      label={t("scoreOf", { kind: t(kind), name: p.name })}
                    />
                  ) : p[field] === null ? (
                    "–"
                  ) : (
                    percent(p[field], locale)
                  )}
                </td>
              ))}
              <td data-label={t("gain")}>
                {points === null ? "–" : <bdi dir="ltr">{points > 0 ? `+${points}` : points}</bdi>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
