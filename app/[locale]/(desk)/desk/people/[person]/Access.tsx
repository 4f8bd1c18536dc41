import { createTranslator } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { messagesOf } from "@/app/_words/messages";
import type { PersonPage } from "@/lib/people/queries";
import { displayPhone } from "@/lib/phone/phone";
import { AccessForm, CodeForm } from "../forms";

/** How somebody signs in, and the link that lets them. */
export async function Access({
  person,
  mayReset,
}: {
  person: PersonPage;
  /** True for whoever may take a forgotten password away. */
  mayReset: boolean;
}) {
  const t = await getTranslations("person");
  const errors = await getTranslations("errors");
  return (
    <section className="card grid gap-3">
      <h2 className="text-base">{t("access")}</h2>
      {person.hasPassword ? <p>{t("hasAccess")}</p> : person.hasIdentity ? <p>{t("hasIdentity")}</p> : null}
      {person.hasPassword ? (
        <p className="quiet">{t(mayReset ? "resetHint" : "forgottenHint")}</p>
      ) : person.hasIdentity ? null : person.beyond ? (
        <p className="quiet">{errors("accessElsewhere")}</p>
      ) : (
        <p className="quiet">{t("accessHint")}</p>
      )}
      {person.mayInvite ? (
        <AccessForm phone={person.phone} message={await linkMessage(person)}>
          <Hidden name="personId" value={person.id} />
          {person.hasPassword ? <Hidden name="reset" value="on" /> : null}
          <Submit tone={person.hasPassword ? "stop" : "quiet"} busy={t("saving")}>
            {t(person.hasPassword ? "resetPassword" : "giveAccess")}
          </Submit>
        </AccessForm>
      ) : null}
      {person.mayHaveCode ? (
        <>
          <p className="quiet">{t("codeHint")}</p>
          {person.awaited ? <p>{t("codeAwaited", { phone: displayPhone(person.awaited) })}</p> : null}
          <CodeForm>
            <Hidden name="personId" value={person.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("makeCode")}
            </Submit>
          </CodeForm>
        </>
      ) : null}
    </section>
  );
}

/** What is written to the person with a link that is handed over, in their own language; the link is put in later. */
async function linkMessage({ language, name }: PersonPage): Promise<string> {
  const theirs = createTranslator({ locale: language, messages: messagesOf(language), namespace: "person" });
  return theirs("linkMessage", { name, link: "{link}" });
}
