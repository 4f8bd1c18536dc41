import { getLocale, getTranslations } from "next-intl/server";
import { readersDays } from "@/app/_server/zone";
import { CheckField, Hidden, Submit } from "@/app/_ui/form/fields";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { programmeDays } from "@/lib/programmes/queries";
import { governorateSince } from "@/lib/stages/rules/register";
import { ownListing } from "@/lib/trainers/queries";
import { JoinRegisterForm, LeaveRegisterForm } from "./registerForms";

/** Whether one is found in the public register of trainers, for whoever is on the way to be certified: agreeing, and taking it back. */
export async function Register({ cx }: { cx: Context }) {
  const locale = await getLocale();
  const t = await getTranslations("publicListing");
  const { onTheWay, certified, consent } = ownListing(cx, gate.self(cx), programmeDays(cx));
  if (!onTheWay && !consent) return null;
  return (
    <section className="card grid gap-4 sm:p-6" aria-labelledby="public-register">
      <h2 id="public-register">{t("title")}</h2>
      {consent ? (
        <>
          <p>
            {t("since", { day: fullDay((await readersDays(cx))(consent.givenAt), locale) })}{" "}
            {certified ? <a href={`/trainers/${consent.address}`}>{t("open")}</a> : t("notYet")}
          </p>
          {consent.textVersion < governorateSince ? <p className="quiet">{t("governorateSince")}</p> : null}
          <LeaveRegisterForm>
            <Submit tone="quiet" busy={t("saving")}>
              {t("leave")}
            </Submit>
          </LeaveRegisterForm>
        </>
      ) : (
        <>
          <p>{t("text")}</p>
          {certified ? null : <p className="quiet">{t("notYet")}</p>}
          <JoinRegisterForm className="grid gap-3">
            <Hidden name="language" value={locale} />
            <CheckField name="agrees" label={t("agree")} />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("join")}
              </Submit>
            </div>
          </JoinRegisterForm>
        </>
      )}
    </section>
  );
}
