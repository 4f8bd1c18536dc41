import { getTranslations } from "next-intl/server";
import { asking, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { keptCodes } from "@/app/_server/auth";
import { requireContext, secondStepAt } from "@/app/_server/context";
import { Submit } from "@/app/_ui/form/fields";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { codesToShow, ownSecondStep } from "@/lib/accounts/queries";
import { wayBack } from "@/lib/accounts/schema";
import { Codes } from "../Codes";
import { CodesForm } from "../forms";
import { PasswordAgain } from "../PasswordAgain";

export const generateMetadata = async () => ({
  title: (await getTranslations("secondStep"))("codes"),
  robots: { index: false },
});

const asked = asking({ back: text, done: oneOf(["appAdded", "passkeyAdded"]) });

/**
 * Recovery codes, for when the phone is lost: those that came with the first means are shown for some minutes, others are
 * made by a button and shown once.
 */
export default async function RecoveryCodes({ searchParams }: { searchParams: SearchParams }) {
  const { back: said, done } = await asked(searchParams);
  const cx = await requireContext("account.own", `${secondStepAt}/codes`);
  const own = gate.ownSignIn(cx, "secondStep.setUp");
  const step = ownSecondStep(cx, own);
  const codes = codesToShow(cx, own, await keptCodes());
  const t = await getTranslations("secondStep");
  const back = said ? wayBack(said) : "/account";
  return (
    <div className="mx-auto max-w-xl grid gap-6">
      <PageHead title={t("codes")} under={t("codesLead")} />
      {done ? <Arrived of={done}>{t(`done.${done}`)}</Arrived> : null}
      {step.has ? (
        <MoreMessages of={["secondStep"]}>
          {codes ? (
            <section className="card grid gap-4 sm:p-6">
              <Codes codes={codes} stay />
            </section>
          ) : (
            <section className="card grid gap-4 sm:p-6">
              <p>{step.hadCodes ? t("codesLeft", { count: step.codesLeft }) : t("codesNone")}</p>
              <CodesForm>
                <PasswordAgain step={step} />
                <div>
                  <Submit tone={step.codesLeft > 0 ? "quiet" : "main"} busy={t("checking")}>
                    {t(step.hadCodes ? "makeCodes" : "makeCodesFirst")}
                  </Submit>
                </div>
                {step.hadCodes ? <p className="quiet">{t("makeCodesHint")}</p> : null}
              </CodesForm>
            </section>
          )}
        </MoreMessages>
      ) : (
        <p>{t("none")}</p>
      )}
      <p>
        <a href={back} className={step.codesLeft > 0 ? "button-main" : "button"}>
          {t("goOn")}
        </a>
      </p>
    </div>
  );
}
