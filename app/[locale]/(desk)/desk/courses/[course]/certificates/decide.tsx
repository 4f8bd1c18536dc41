import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { AllowForm, CertifyForm, KeepForm, ReissueForm, RevokeForm } from "./forms";

/** Forms that open on a tap; what they are for, with the name for whoever hears the list. */
export function Opening({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  return (
    <details>
      <summary className="min-h-11 content-center">
        {label} <span className="sr-only">{name}</span>
      </summary>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </details>
  );
}

/** Takes a certificate back and puts another in its place. */
export async function Reissue({ id }: { id: number }) {
  const t = await getTranslations("certificates");
  return (
    <ReissueForm className="grid gap-3 content-start">
      <Hidden name="certificateId" value={id} />
      <TextField name="reason" label={t("reissueReason")} hint={t("reissueHint")} />
      <div>
        <Submit tone="quiet" busy={t("issuing")}>
          {t("reissue")}
        </Submit>
      </div>
    </ReissueForm>
  );
}

/** Takes a certificate back. */
export async function Revoke({ id }: { id: number }) {
  const t = await getTranslations("certificates");
  return (
    <RevokeForm className="grid gap-3 content-start">
      <Hidden name="certificateId" value={id} />
      <TextField name="reason" label={t("revokeReason")} hint={t("revokeHint")} />
      <div>
        <Submit tone="stop" busy={t("revoking")}>
          {t("revoke")}
        </Submit>
      </div>
    </RevokeForm>
  );
}

/** Keeps a certificate as it is. */
export async function Keep({ id }: { id: number }) {
  const t = await getTranslations("certificates");
  return (
    <KeepForm className="grid gap-3 content-start">
      <Hidden name="certificateId" value={id} />
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
export async function Allow({
  courseId,
  registrationId,
  kind,
}: {
  courseId: number;
  registrationId: number;
  kind: string;
}) {
  const t = await getTranslations("certificates");
  return (
    <AllowForm className="grid gap-3 content-start">
      <Hidden name="courseId" value={courseId} />
      <Hidden name="registrationId" value={registrationId} />
      <Hidden name="kind" value={kind} />
      <TextField name="reason" label={t("againReason")} hint={t("againHint")} />
      <div>
        <Submit tone="quiet" busy={t("keeping")}>
          {t("again")}
        </Submit>
      </div>
    </AllowForm>
  );
}

/** Certifies a trainer; before the last day of the course with a reason. */
export async function Certify({
  courseId,
  registrationId,
  early,
}: {
  courseId: number;
  registrationId: number;
  early: ReactNode;
}) {
  const t = await getTranslations("certificates");
  return (
    <CertifyForm className="grid gap-3 content-start">
      <p className="quiet">{t("certifyHint")}</p>
      <Hidden name="courseId" value={courseId} />
      <Hidden name="registrationId" value={registrationId} />
      <TextField name="recommendedBy" label={t("recommendedBy")} />
      {early}
      <div>
        <Submit tone="quiet" busy={t("issuing")}>
          {t("certifyNow")}
        </Submit>
      </div>
    </CertifyForm>
  );
}
