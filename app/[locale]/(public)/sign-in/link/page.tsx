import { getLocale, getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, publicContext } from "@/app/_server/context";
import { noteRefusal } from "@/app/_server/refusals";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { linkOpened } from "@/lib/accounts/queries";
import { type Locale, nameInSentence } from "@/lib/i18n/rules";
import { LinkUseForm } from "../forms";

export const generateMetadata = async () => ({
  title: (await getTranslations("signIn"))("linkTitle"),
  robots: { index: false },
});

const asked = asking({ token: text });

/**
 * A link that signs in ends here. A button does it, so that a program that follows links does not use it up. A
 * password is chosen on the way, where there is none or another is wanted.
 */
export default async function SignInLink({ searchParams }: { searchParams: SearchParams }) {
  const token = (await asked(searchParams)).token?.slice(0, 64) ?? "";
  const cx = publicContext();
  const link = linkOpened(cx, token);
  // Refusals are counted by the minute, so that whoever tries links costs a row and no more.
  if (!link) await noteRefusal("codeWrong", cx.viewer, "session.start");
  const t = await getTranslations("signIn");
  const account = await getTranslations("account");
  const errors = await getTranslations("errors");
  const locale = (await getLocale()) as Locale;
  // Whoever holds the link comes in by it: they are told for whom it is, as one is handed on by mistake.
  const whose = link?.names ? ` ${t("linkFor", { name: nameInSentence(link.names, locale) })}` : "";
  return (
    <div className="mx-auto max-w-md">
      <PageHead title={t("title")} under={link ? t("linkLead") + whose : null} />
      {link ? (
        <LinkUseForm className="card sm:p-6 grid gap-5">
          <Hidden name="token" value={token} />
          <TextField
            name="password"
            type="password"
            label={t("linkPassword")}
            hint={`${t("linkPasswordHint")} ${account("passwordHint")}`}
            optional={{ another: t("another"), passwordOrNot: t("optional"), password: undefined }[link.asks]}
            autoComplete="new-password"
          />
          <Submit busy={t("signingIn")}>{t("signIn")}</Submit>
        </LinkUseForm>
      ) : (
        <div className="grid gap-4">
          <Notice tone="attention">{errors("linkExpired")}</Notice>
          {(await currentContext()).viewer.accountId === null ? (
            <p>
              <a href="/sign-in" className="button">
                {t("signIn")}
              </a>
            </p>
          ) : null}
        </div>
      )}
    </div>
  );
}
