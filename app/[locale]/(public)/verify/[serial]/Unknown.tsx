import { useTranslations } from "next-intl";
import { groupSerial } from "@/lib/certificates/rules/serial";
import { SerialForm } from "../SerialForm";
import type { Answer } from "./AnswerHead";

/** What to do about a number that no certificate has, or that could not be looked up; it is there to be put right. */
export function Unknown({ found, typed }: { found: Exclude<Answer, { name: string }>; typed: string }) {
  const t = useTranslations("verify");
  const errors = useTranslations("errors");
  return (
    <>
      <SerialForm
        typed={"serial" in found ? groupSerial(found.serial) : typed}
        hint={t("checkSigns")}
        fault={found.answer === "mistyped" ? errors(`serial_${found.wrong}`) : undefined}
      />
      {found.answer === "unknown" ? (
        <p className="quiet">
          {t("askIssuer")} {t("older")}
        </p>
      ) : null}
    </>
  );
}
