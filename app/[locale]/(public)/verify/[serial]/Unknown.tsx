import { useTranslations } from "next-intl";
import type { Answer } from "./AnswerHead";

/** What to do about a number that no certificate has, or that could not be looked up. */
export function Unknown({ found, typed }: { found: Exclude<Answer, { name: string }>; typed: string }) {
  const t = useTranslations("verify");
  return (
    <ul className="list-disc ps-5 grid gap-1">
      {found.answer === "mistyped" ? <li>{t(`wrong.${found.wrong}`)}</li> : null}
      {found.answer === "tooMany" ? null : <li>{t("checkSigns")}</li>}
      {found.answer === "unknown" ? <li>{t("askIssuer")}</li> : null}
      <li>
        <bdi dir="ltr" className="font-mono">
          {"serial" in found ? found.serial : typed}
        </bdi>
      </li>
    </ul>
  );
}
