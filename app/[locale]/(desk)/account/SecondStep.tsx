import { getLocale, getTranslations } from "next-intl/server";
import { readersDays } from "@/app/_server/zone";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { type OwnSecondStep, ownSecondStep } from "@/lib/accounts/queries";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { ConfirmForm, RemoveAppForm, RemovePasskeyForm } from "../../(own)/account/second-step/forms";
import { PasswordAgain } from "../../(own)/account/second-step/PasswordAgain";

/** One's own second step: which means there are, how many recovery codes are left, and how to change it. */
export async function SecondStep({
  cx,
  done,
}: {
  cx: Context;
  /** What was just taken away. */
  done: "appRemoved" | "passkeyRemoved" | null;
}) {
  const step = ownSecondStep(cx, gate.ownSignIn(cx, "secondStep.setUp"));
  const t = await getTranslations("secondStep");
  const mayAdd = step.app.since === null || step.takesPasskeys;
  return (
    <section id="second-step" className="card grid gap-4 sm:p-6">
      <h2>{t("title")}</h2>
      {done ? <Arrived of={`${done} ${step.passkeys.length}`}>{t(`done.${done}`)}</Arrived> : null}
      <p className="quiet">{step.asked ? t("isAsked") : t("isOffered")}</p>
      <MoreMessages of={["secondStep"]}>
        {step.has && !step.confirmed && step.passkeys.length > 0 ? (
          <ConfirmForm done={t("confirmed")}>
            <div>
              <Submit tone="quiet" busy={t("checking")}>
                {t("confirmByPasskey")}
              </Submit>
            </div>
          </ConfirmForm>
        ) : null}
        <Means step={step} dayOf={await readersDays(cx)} />
      </MoreMessages>
      <div className="flex flex-wrap gap-3">
        {mayAdd ? (
          <a href="/account/second-step" className="button">
            {step.has ? t("addMore") : t("setUp")}
          </a>
        ) : null}
        {step.has ? (
          <a href="/account/second-step/codes" className="button">
            {t("newCodes")}
          </a>
        ) : null}
      </div>
    </section>
  );
}

/** What there is: the app, each passkey, the codes; each with its day and what takes it away. */
async function Means({ step, dayOf }: { step: OwnSecondStep; dayOf: (instant: number) => string }) {
  const t = await getTranslations("secondStep");
  const locale = await getLocale();
  if (!step.has) return <p>{t("none")}</p>;
  const on = (instant: number) => fullDay(dayOf(instant), locale);
  return (
    <ul className="grid gap-4">
      {step.app.since === null ? null : (
        <li className="grid gap-1">
          <p className="font-semibold">{t("app")}</p>
          <p className="quiet">{t("since", { day: on(step.app.since) })}</p>
          <details>
            <summary className="min-h-11 content-center">{t("removeApp")}</summary>
            <RemoveAppForm className="grid gap-3 mt-2">
              <PasswordAgain step={step} />
              <div>
                <Submit tone="stop" busy={t("checking")}>
                  {t("removeApp")}
                </Submit>
              </div>
            </RemoveAppForm>
          </details>
        </li>
      )}
      {step.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="grid gap-1">
          <p className="font-semibold">{t("passkeyNamed", { name })}</p>
          <p className="quiet">
            {lastUsedAt === null
              ? t("since", { day: on(createdAt) })
              : t("sinceAndUsed", { day: on(createdAt), used: on(lastUsedAt) })}
          </p>
          <details>
            <summary className="min-h-11 content-center">{t("removePasskey")}</summary>
            <RemovePasskeyForm className="grid gap-3 mt-2">
              <Hidden name="passkeyId" value={id} />
              <PasswordAgain step={step} />
              <div>
                <Submit tone="stop" busy={t("checking")}>
                  {t("removePasskey")}
                </Submit>
              </div>
            </RemovePasskeyForm>
          </details>
        </li>
      ))}
      <li>{t("codesLeft", { count: step.codesLeft })}</li>
    </ul>
  );
}
