import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { PageOf } from "@/app/_ui/form/PageOf";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { type OwnSecondStep, ownSecondStep } from "@/lib/accounts/queries";
import { wayBack } from "@/lib/accounts/schema";
import { CodeForm, LeaveForm, PasskeyForm } from "./forms";
import { SetUp } from "./SetUp";

export const generateMetadata = async () => ({
  title: (await getTranslations("secondStep"))("title"),
  robots: { index: false },
});

const asked = asking({ back: text });

/**
 * The second step of signing in: taken here by whoever has a means, set up here by whoever has none and is asked for one.
 * Whoever is signed in sets up another one.
 */
export default async function SecondStep({ searchParams }: { searchParams: SearchParams }) {
  const { back: said } = await asked(searchParams);
  const cx = await requireContext("secondStep.setUp", "/account");
  const own = gate.ownSignIn(cx, "secondStep.setUp");
  const step = ownSecondStep(cx, own);
  const back = said ? wayBack(said) : step.halfway ? "/today" : "/account";
  const t = await getTranslations("secondStep");
  const takes = step.halfway && step.has;
  return (
    <PageOf account={own.accountId}>
      <div className="mx-auto max-w-xl grid gap-6">
        <PageHead
          title={takes ? t("title") : t("setUp")}
          under={takes ? t("lead") : step.halfway ? t("setUpLead") : t("setUpMore")}
        />
        <MoreMessages of={["secondStep"]}>
          {takes ? <Take step={step} back={back} /> : <SetUp step={step} back={back} />}
        </MoreMessages>
        {step.halfway ? (
          <LeaveForm>
            <div>
              <Submit tone="quiet" busy={t("checking")}>
                {t("leave")}
              </Submit>
            </div>
          </LeaveForm>
        ) : (
          <p>
            <a href="/account">{t("toAccount")}</a>
          </p>
        )}
      </div>
    </PageOf>
  );
}

/** Taking the second step: by a passkey, a code of the app, or a recovery code; and what to do when all is lost. */
async function Take({ step, back }: { step: OwnSecondStep; back: string }) {
  const t = await getTranslations("secondStep");
  const byPasskey = step.passkeys.length > 0 && step.takesPasskeys;
  return (
    <>
      {byPasskey ? (
        <PasskeyForm className="card sm:p-6 grid gap-4">
          <Hidden name="back" value={back} />
          <Submit busy={t("checking")}>{t("usePasskey")}</Submit>
        </PasskeyForm>
      ) : null}
      <CodeForm className="card sm:p-6 grid gap-5 [&_.input]:font-mono max-sm:[&_.input]:text-sm">
        <Hidden name="back" value={back} />
        {/* On a phone too the field shows a recovery code whole. */}
        <TextField
          name="code"
          label={step.app.since === null ? t("recoveryCode") : t("code")}
          hint={step.app.since === null ? t("recoveryCodeHint") : t("codeHint")}
          autoComplete="one-time-code"
          dir="ltr"
        />
        <Submit tone={byPasskey ? "quiet" : "main"} busy={t("checking")}>
          {t("goOn")}
        </Submit>
      </CodeForm>
      <section className="grid gap-1">
        <h2 className="text-base">{t("lost")}</h2>
        <p>{t("lostNext")}</p>
        <p>
          <Link href="/contact" prefetch={false} className="min-h-11 inline-flex items-center">
            {t("lostContact")}
          </Link>
        </p>
      </section>
    </>
  );
}
