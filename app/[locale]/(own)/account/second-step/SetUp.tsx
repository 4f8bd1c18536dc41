import { getTranslations } from "next-intl/server";
import { CodeField } from "@/app/_ui/CodeField";
import { CopyText } from "@/app/_ui/CopyText";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import type { OwnSecondStep } from "@/lib/accounts/queries";
import { qrSquares } from "@/lib/documents/qr";
import { AppCodeForm, NewPasskeyForm, StartAppForm } from "./forms";
import { PasswordAgain } from "./PasswordAgain";

/** The means that somebody may set up: an authenticator app, and a passkey where browsers make them here. */
export async function SetUp({ step, back }: { step: OwnSecondStep; back: string }) {
  return (
    <>
      {step.app.since === null ? <App step={step} back={back} /> : null}
      {step.takesPasskeys ? <Passkey step={step} back={back} /> : null}
    </>
  );
}

/** An authenticator app: begun by a button, then its secret as a picture and as text, then its first code. */
async function App({ step, back }: { step: OwnSecondStep; back: string }) {
  const t = await getTranslations("secondStep");
  const { begun } = step.app;
  return (
    <section className="card grid gap-4 sm:p-6">
      <h2>{t("app")}</h2>
      <p>{t("appHint")}</p>
      {begun ? (
        <>
          <p>{t("scan")}</p>
          <Scan address={begun.address} label={t("scanPicture")} />
          {/* On the phone itself there is nothing to point a camera at. */}
          <p className="grid gap-1 justify-items-start">
            <a href={begun.address} className="button">
              {t("openApp")}
            </a>
            <span className="quiet">{t("openAppHint")}</span>
          </p>
          <p>
            {t("orType")}{" "}
            <bdi dir="ltr" className="font-mono select-all">
              {begun.secret.replace(/(.{4})(?=.)/g, "$1 ")}
            </bdi>
          </p>
          <CopyText text={begun.secret} label={t("copyKey")} done={t("codesCopied")} />
          <AppCodeForm>
            <Hidden name="back" value={back} />
            <CodeField label={t("firstCode")} hint={t("firstCodeHint")} />
            <div>
              <Submit busy={t("checking")}>{t("finishApp")}</Submit>
            </div>
          </AppCodeForm>
        </>
      ) : (
        <StartAppForm>
          <PasswordAgain step={step} />
          <div>
            <Submit busy={t("checking")}>{t("startApp")}</Submit>
          </div>
        </StartAppForm>
      )}
    </section>
  );
}

/** The secret for an app's camera: dark on white with a margin, also where the page is dark. */
function Scan({ address, label }: { address: string; label: string }) {
  const { side, path } = qrSquares(address);
  return (
    <svg viewBox={`-4 -4 ${side + 8} ${side + 8}`} role="img" aria-label={label} className="w-48 h-48">
      <path d={`M-4 -4h${side + 8}v${side + 8}h-${side + 8}z`} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** A passkey of this device. */
async function Passkey({ step, back }: { step: OwnSecondStep; back: string }) {
  const t = await getTranslations("secondStep");
  return (
    <section className="card grid gap-4 sm:p-6">
      <h2>{t("passkey")}</h2>
      <p>{t("passkeyHint")}</p>
      <NewPasskeyForm defaults={{ name: t("passkeyNameFirst") }}>
        <Hidden name="back" value={back} />
        <TextField name="name" label={t("passkeyName")} hint={t("passkeyNameHint")} autoComplete="off" />
        <PasswordAgain step={step} />
        <div>
          <Submit tone="quiet" busy={t("checking")}>
            {t("addPasskey")}
          </Submit>
        </div>
      </NewPasskeyForm>
      <noscript>
        <p className="quiet">{t("passkeyScripts")}</p>
      </noscript>
    </section>
  );
}
