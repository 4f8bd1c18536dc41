import { useLocale, useTranslations } from "next-intl";
import { CodeField } from "@/app/_ui/CodeField";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Mail } from "@/app/_ui/Mail";
import type { OwnContacts } from "@/lib/accounts/queries";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { displayPhone } from "@/lib/phone/phone";
import {
  ContactChangeForm,
  ContactRemovalForm,
  IssuerRemovalForm,
  IssuerReturnForm,
  ProofAskedForm,
  ProofForm,
} from "./forms";

const fields = ["phone", "email"] as const;

/** What one signs in with: what of it is confirmed, the code that confirms it, and how to change it. */
export function Contacts({ contacts }: { contacts: OwnContacts }) {
  const t = useTranslations("account");
  const locale = useLocale() as Locale;
  const { emailProven, phoneProven, awaited, asksPassword } = contacts;
  const shown = { phone: contacts.phone && displayPhone(contacts.phone), email: contacts.email };
  const proven = { phone: phoneProven, email: emailProven };
  const comes = { sent: t("codeSent"), byHand: t("codeByHand") };
  const both = Boolean(contacts.email && contacts.phone);
  // A coordinator makes the code of an unproven phone while this page is open, so that its field is there before.
  const takesCode = awaited !== null || (contacts.phone !== null && !phoneProven && !contacts.bySms);
  const current = asksPassword ? (
    <TextField name="current" type="password" label={t("current")} autoComplete="current-password" />
  ) : null;
  return (
    <section className="card grid gap-4 sm:p-6">
      <h2>{t("contacts")}</h2>
      <ul className="grid gap-3">
        {fields.map((field) =>
          shown[field] ? (
            <li key={field} className="grid gap-2 justify-items-start">
              <span>
                <span className="font-semibold">
                  {field === "email" ? (
                    <Mail address={contacts.email} />
                  ) : (
                    <bdi dir="ltr">{shown[field]}</bdi>
                  )}
                </span>{" "}
                <span className="quiet">({t(proven[field] ? "proven" : "unproven")})</span>
              </span>
              {proven[field] || (field === "email" && !contacts.byMail) ? null : field === "email" ||
                contacts.bySms ? (
                <ProofAskedForm {...comes}>
                  <Hidden name="field" value={field} />
                  <Submit tone="quiet" busy={t("saving")}>
                    {t("sendCode")}
                  </Submit>
                </ProofAskedForm>
              ) : (
                <p className="quiet">{t("codeByHand")}</p>
              )}
            </li>
          ) : null,
        )}
      </ul>
      {emailProven || phoneProven ? null : <p className="quiet">{t("unprovenHint")}</p>}
      {/* Stays once there is none, for it says what became of it. */}
      <IssuerRemovalForm className="grid gap-3" done={t("contactRemoved")}>
        {contacts.issuer === null ? null : (
          <>
            <p>{t("issuer", { name: contacts.issuer })}</p>
            {current}
            <div>
              <Submit tone="stop" busy={t("saving")}>
                {t("removeIssuer", { name: contacts.issuer })}
              </Submit>
            </div>
          </>
        )}
      </IssuerRemovalForm>
      <IssuerReturnForm className="grid gap-3" done={t("issuerRestored")}>
        {contacts.issuerTakenOff === null ? null : (
          <details>
            <summary className="min-h-11 content-center">
              {t("restoreIssuer", { name: contacts.issuerTakenOff })}
            </summary>
            <div className="grid gap-3 mt-2">
              <p>{t("restoreIssuerHint", { name: contacts.issuerTakenOff })}</p>
              {current}
              <div>
                <Submit tone="quiet" busy={t("saving")}>
                  {t("restoreIssuer", { name: contacts.issuerTakenOff })}
                </Submit>
              </div>
            </div>
          </details>
        )}
      </IssuerReturnForm>
      <details>
        <summary className="font-semibold min-h-11 content-center">{t("changeContact")}</summary>
        <div className="grid gap-6 mt-3">
          <ContactChangeForm className="grid gap-3" {...comes}>
            <TextField
              name="contact"
              label={t("newContact")}
              hint={t("newContactHint")}
              autoComplete="off"
              dir="ltr"
            />
            {current}
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("changeContact")}
              </Submit>
            </div>
          </ContactChangeForm>
          {both
            ? fields.map((field) => (
                <ContactRemovalForm key={field} className="grid gap-3" done={t("contactRemoved")}>
                  <Hidden name="field" value={field} />
                  {current}
                  <div>
                    <Submit tone="stop" busy={t("saving")}>
                      {t(field === "email" ? "removeEmail" : "removePhone")}
                    </Submit>
                  </div>
                </ContactRemovalForm>
              ))
            : null}
        </div>
      </details>
      {/* Below all that asks for a code, so that each may say so. */}
      {awaited ? (
        <p>
          {t("awaited", {
            contact: isolate(awaited.includes("@") ? awaited : displayPhone(awaited), locale),
          })}
        </p>
      ) : null}
      <ProofForm className="grid gap-3" done={t("confirmed")}>
        {takesCode ? (
          <>
            <CodeField label={t("code")} hint={t("codeHint")} />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("confirm")}
              </Submit>
            </div>
          </>
        ) : null}
      </ProofForm>
    </section>
  );
}
