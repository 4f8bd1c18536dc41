import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, query, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { mayAnywhere } from "@/lib/access/table";
import { countryChoices } from "@/lib/places/queries";
import { Countries } from "./Countries";
import { Venues } from "./Venues";

export const generateMetadata = async () => ({ title: (await getTranslations("settings"))("title") });

const asked = asking({ q: query, venues: key });

/** Countries with weekend, zone and next holiday (those in use, or those looked for), venues with rooms. */
export default async function Settings({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("settings.read", "/desk/settings");
  const { q, venues } = await asked(searchParams);
  const t = await getTranslations("settings");
  const a = await getTranslations("accounts");
  const choices = countryChoices(cx);
  return (
    <div className="grid gap-10">
      <PageHead
        title={t("title")}
        action={
          mayAnywhere(cx.viewer, "accounts.edit") ? (
            <span className="flex flex-wrap gap-3">
              <Link href="/desk/settings/accounts" prefetch={false} className="button">
                {a("title")}
              </Link>
              <Link href="/desk/settings/mail" className="button">
                {t("mail")}
              </Link>
              <Link href="/desk/settings/refusals" prefetch={false} className="button">
                {(await getTranslations("refusals"))("title")}
              </Link>
            </span>
          ) : null
        }
      />
      <Countries cx={cx} query={q} inUse={choices.inUse} today={await readersDay(cx)} />
      <Venues cx={cx} after={venues} />
    </div>
  );
}
