import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Dialog, DialogFoot } from "@/app/_ui/kit/Dialog";
import type { CertificateKind } from "@/lib/certificates/rules";
import { nameFor, type PersonsNames } from "@/lib/i18n/rules";
import { AllowForm, KeepForm, ReissueForm, RevokeForm } from "./forms";

type Which = { id: number; courseId: number };

/** Which certificate it is about, and whose page it is on: that leads on where somebody did something to it meanwhile. */
const CertificateKeys = ({ id, courseId }: Which) => (
  <>
    <Hidden name="courseId" value={courseId} />
    <Hidden name="certificateId" value={id} />
  </>
);

/** Takes a certificate back and puts another in its place, after saying what that does. */
export async function Reissue({
  id,
  courseId,
  person,
  kind,
}: Which & {
  person: PersonsNames;
  kind: CertificateKind;
}) {
  const t = await getTranslations("certificates");
  const p = await getTranslations("certificatePage.reissue");
  return (
    <Dialog
      trigger={p("open")}
      title={p("title")}
      will={[
        p(kind === "trainer_certification" ? "saysName" : "says", {
          name: nameFor(person, await getLocale()),
        }),
        p("old"),
        p("told"),
      ]}
    >
      <ReissueForm className="grid gap-3 content-start">
        <CertificateKeys id={id} courseId={courseId} />
        <TextField name="reason" label={t("reissueReason")} hint={t("reissueHint")} />
        <DialogFoot>
          <Submit busy={t("issuing")}>{t("reissue")}</Submit>
        </DialogFoot>
      </ReissueForm>
    </Dialog>
  );
}

/** Takes a certificate back, after saying what that does. */
export async function Revoke({ id, courseId, person }: Which & { person: PersonsNames }) {
  const t = await getTranslations("certificates");
  const p = await getTranslations("certificatePage.revoke");
  return (
    <Dialog
      trigger={p("open")}
      look="button-stop"
      title={p("title", { name: nameFor(person, await getLocale()) })}
      will={[p("verified"), p("again")]}
    >
      <RevokeForm className="grid gap-3 content-start">
        <CertificateKeys id={id} courseId={courseId} />
        <TextField name="reason" label={t("revokeReason")} hint={t("revokeHint")} />
        <DialogFoot>
          <Submit tone="stop" busy={t("revoking")}>
            {t("revoke")}
          </Submit>
        </DialogFoot>
      </RevokeForm>
    </Dialog>
  );
}

/** Keeps a certificate as it is. */
export async function Keep({ id, courseId }: Which) {
  const t = await getTranslations("certificates");
  return (
    <KeepForm className="grid gap-3 content-start">
      <CertificateKeys id={id} courseId={courseId} />
      <TextField name="reason" label={t("keepReason")} hint={t("keepHint")} />
      <div>
        <Submit tone="quiet" busy={t("keeping")}>
          {t("keep")}
        </Submit>
      </div>
    </KeepForm>
  );
}

/** Lets somebody have a certificate again. */
export async function Allow({ id, courseId }: Which) {
  const t = await getTranslations("certificates");
  return (
    <AllowForm className="grid gap-3 content-start">
      <CertificateKeys id={id} courseId={courseId} />
      <TextField name="reason" label={t("againReason")} hint={t("againHint")} />
      <div>
        <Submit tone="quiet" busy={t("keeping")}>
          {t("again")}
        </Submit>
      </div>
    </AllowForm>
  );
}
