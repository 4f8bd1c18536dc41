import { useTranslations } from "next-intl";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { groupSerial } from "@/lib/certificates/rules/serial";
import { SerialForm } from "../SerialForm";
import type { Answer } from "./AnswerHead";

/** What to do about a number that no certificate has, or that could not be looked up; it is there to be put right. */
export function Unknown({ found, typed }: { found: Exclude<Answer, { name: string }>; typed: string }) {
  const t = useTranslations("verify");
  const serial = "serial" in found ? groupSerial(found.serial) : typed;
  return (
    <>
      {found.answer === "mistyped" ? <Notice>{t(`wrong.${found.wrong}`)}</Notice> : null}
      <SerialForm defaults={{ serial }}>
        <TextField name="serial" label={t("serial")} hint={t("checkSigns")} dir="ltr" autoComplete="off" />
        <div>
          <Submit busy={t("checking")}>{t("check")}</Submit>
        </div>
      </SerialForm>
      {found.answer === "unknown" ? (
        <p className="quiet">
          {t("askIssuer")} {t("older")}
        </p>
      ) : null}
    </>
  );
}
