import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { PersonFields } from "@/app/_ui/PersonFields";
import { countryChoices } from "@/lib/places/queries";
import { InviteForm } from "../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("accounts"))("invite") });

/** Inviting somebody: who they are and how they are reached, then a link to hand over. */
export default async function Invite() {
  const cx = await requireContext("accounts.edit", "/desk/settings/accounts/new");
  const t = await getTranslations("accounts");
  return (
    <div className="max-w-xl">
      <PageHead title={t("invite")} under={t("inviteLead")} />
      <MoreMessages of={["person", "accounts"]}>
        <InviteForm
          draft={{ of: `${cx.viewer.accountId} invite` }}
          defaults={{ language: await getLocale() }}
          message={t("inviteMessage", { link: "{link}" })}
        >
          <PersonFields
            fields={["name", "latinName", "country", "phone", "email", "language"]}
            countries={countryChoices(cx)}
            asked={["name", "language", "phone", "email"]}
            words={{ phone: { hint: t("phoneHint") } }}
          />
          <div>
            <Submit busy={t("saving")}>{t("inviteNow")}</Submit>
          </div>
        </InviteForm>
      </MoreMessages>
      <p className="mt-6">
        <Link href="/desk/settings/accounts">{t("back")}</Link>
      </p>
    </div>
  );
}
