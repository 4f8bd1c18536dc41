import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import { Dialog, DialogFoot } from "@/app/_ui/kit/Dialog";
import { messagesOf } from "@/app/_words/messages";
import { isolate, nameFor } from "@/lib/i18n/rules";
import type { PersonPage } from "@/lib/people/queries";
import { displayPhone } from "@/lib/phone/phone";
import { AccessForm, CodeForm } from "../forms";

/** How somebody signs in, and the link that lets them. */
export async function Access({
  person,
  mayReset,
}: {
  person: PersonPage;
  /** True for whoever may take a password away. */
  mayReset: boolean;
}) {
  const t = await getTranslations("person");
  const errors = await getTranslations("errors");
  const locale = await getLocale();
  return (
    <section className="card grid gap-3 print:hidden">
      <h2 className="text-base">{t("access")}</h2>
      {person.hasPassword ? <p>{t("hasAccess")}</p> : person.hasIdentity ? <p>{t("hasIdentity")}</p> : null}
      {/* First what ends nothing until it is used. */}
      {person.mayHaveCode ? (
        <>
          <p className="quiet">{t("codeHint")}</p>
          {person.awaited ? (
            <p>{t("codeAwaited", { phone: isolate(displayPhone(person.awaited), locale) })}</p>
          ) : null}
          <CodeForm className="grid gap-3 justify-items-start">
            <Hidden name="personId" value={person.id} />
            {person.asksPassword ? <OwnPassword /> : null}
            <Submit tone="quiet" busy={t("saving")}>
              {t("makeCode")}
            </Submit>
          </CodeForm>
        </>
      ) : null}
      {person.hasPassword ? (
        mayReset ? (
          <p className="quiet">{t("resetHint")}</p>
        ) : person.mayHaveCode ? null : (
          <p className="quiet">{t("forgottenHint")}</p>
        )
      ) : person.hasIdentity ? null : person.beyond ? (
        <p className="quiet">{errors("accessElsewhere")}</p>
      ) : (
        <p className="quiet">{t("accessHint")}</p>
      )}
      {person.mayInvite ? (
        <AccessForm phone={person.phone} message={await linkMessage(person)}>
          <Hidden name="personId" value={person.id} />
          {person.hasPassword ? (
            <Reset person={person} />
          ) : (
            <div className="grid gap-3 justify-items-start">
              {person.asksPassword ? <OwnPassword /> : null}
              <Submit tone="quiet" busy={t("saving")}>
                {t("giveAccess")}
              </Submit>
            </div>
          )}
        </AccessForm>
      ) : null}
    </section>
  );
}

/** Takes the password away, after saying what ends with it: nothing brings that back. */
async function Reset({ person }: { person: PersonPage }) {
  const t = await getTranslations("person");
  return (
    <Dialog
      trigger={t("resetOpen")}
      look="button-stop"
      title={t("resetAsk", { name: nameFor(person, await getLocale()) })}
      will={[t("resetEnds"), t("resetEndsCodes"), t("resetFinal")]}
    >
      <Hidden name="reset" value="on" />
      {person.asksPassword ? <OwnPassword /> : null}
      <DialogFoot>
        <Submit tone="stop" busy={t("saving")}>
          {t("resetPassword")}
        </Submit>
      </DialogFoot>
    </Dialog>
  );
}

/** What is written to the person with a link that is handed over, in their own language; the link is put in later. */
async function linkMessage({ language, name }: PersonPage): Promise<string> {
  const theirs = createTranslator({ locale: language, messages: messagesOf(language), namespace: "person" });
  return theirs("linkMessage", { name, link: "{link}" });
}
