import { useTranslations } from "next-intl";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { Observation } from "@/lib/stages/queries/observing";
import { criteria, described, leastPoints, mostPoints } from "@/lib/stages/rules/rubric";
import { Words } from "../../../../_stages/Words";
import { PointsField } from "./PointsField";

const scale = Array.from({ length: mostPoints - leastPoints + 1 }, (_, at) => at + leastPoints);
const wordsOf = new Map(described);

/** What the fields hold of one's own observation. */
export const observationDefaults = (mine: Observation | null, day: string) => ({
  day: mine?.day ?? day,
  points: Object.fromEntries(criteria.map((criterion, at) => [criterion, String(mine?.points[at] ?? "")])),
  strengths: mine?.strengths ?? "",
  advice: mine?.advice ?? "",
  ground: mine?.ground ?? "",
  reason: "",
});

/** One criterion after the other, each with what so many points look like, then in words. */
export function ObservationFields({
  of,
  corrects,
  tool,
  asksGround,
}: {
  of: { courseId: number; personId: number; toolId: number; programmeId: number };
  /** The key of one's own observation that this corrects; null for the first. */
  corrects: number | null;
  /** The tool of the way, where there are several to choose from. */
  tool: string | null;
  /** True where a coordinator observes, as nobody else is qualified yet. */
  asksGround: boolean;
}) {
  const t = useTranslations("observing");
  const r = useTranslations("rubric");
  return (
    <>
      {Object.entries(of).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <Hidden name="correctsId" value={corrects ?? ""} />
      <DayField name="day" label={t("day")} />
      {criteria.map((criterion) => (
        <PointsField
          key={criterion}
          name={`points.${criterion}`}
          label={r(`${criterion}.title`)}
          options={scale.map((points) => {
            const words = wordsOf.get(points as 1 | 3 | 5);
            return {
              points,
              looksLike: words ? t("points", { points, text: r(`${criterion}.${words}`) }) : null,
            };
          })}
        />
      ))}
      <Words name="strengths" label={t("strengths")} hint={t("strengthsHint")} />
      <Words name="advice" label={t("advice")} hint={t("adviceHint")} />
      {asksGround ? <Words name="ground" label={t("ground")} hint={t("groundHint")} /> : null}
      {corrects === null ? null : <Words name="reason" label={t("reason")} hint={t("correctHint")} />}
      <div>
        <Submit busy={t("saving")}>
          {tool === null
            ? t(corrects === null ? "save" : "saveCorrection")
            : t(corrects === null ? "saveFor" : "saveCorrectionFor", { tool })}
        </Submit>
      </div>
    </>
  );
}
