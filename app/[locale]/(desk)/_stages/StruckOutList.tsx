import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { StruckOut } from "@/lib/stages/queries/entered";

/** What others had written down on somebody and was struck out: what, of which day, when, by whom, and why; and what it means for their certification. */
export async function StruckOutList({ struck }: { struck: readonly StruckOut[] }) {
  const locale = await getLocale();
  const t = await getTranslations("ownWay.struck");
  const entry = await getTranslations("stageEntry");
  return (
    <ul className="grid gap-2">
      {struck.map(({ id, kind, day, struckOn, by, words, course, asks, left, corrected }) => (
        <li key={id} className="grid gap-1">
          <p>
            <span className="font-semibold">
              {kind === "observation" || kind === "signature" || kind === "taken"
                ? t(kind)
                : entry(`kind.${kind}`)}
            </span>
            {course ? (
              <>
                {dotBetween}
                <Say text={course} />
              </>
            ) : null}
            {dotBetween}
            <span className="kept">{fullDay(day, locale)}</span>
          </p>
          <p className="quiet">
            {t(corrected ? "corrected" : "by", {
              name: by ? nameInSentence(by, locale) : "–",
              day: fullDay(struckOn, locale),
            })}
            {words ? (
              <>
                {dotBetween}
                <Written>{words}</Written>
              </>
            ) : null}
          </p>
          {asks ? <p>{t("asks")}</p> : null}
          {left ? (
            <p>
              {t("left", { day: fullDay(left.day, locale) })}
              {left.words ? (
                <>
                  {" "}
                  <Written>{left.words}</Written>
                </>
              ) : null}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
