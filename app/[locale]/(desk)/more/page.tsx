import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { onPhone } from "../_frame/places";
import { SignOutForm } from "../account/forms";

export const generateMetadata = async () => ({ title: (await getTranslations("deskFrame"))("more") });

/** The places that the bar of a phone has no room for, and the way out. */
export default async function More() {
  const { viewer } = await requireContext("account.own", "/more");
  const t = await getTranslations("frame");
  const d = await getTranslations("deskFrame");
  const a = await getTranslations("account");
  const { more } = onPhone(viewer);
  return (
    <div className="max-w-xl">
      <PageHead title={d("more")} />
      <ul className="more-places">
        {more.map(({ key, href, Icon }) => (
          <li key={key}>
            <a href={href}>
              <Icon size={20} />
              {key === "workshop" ? d("workshop") : t(key)}
            </a>
          </li>
        ))}
      </ul>
      <SignOutForm className="mt-6">
        <Submit tone="quiet" busy={a("saving")}>
          {a("signOut")}
        </Submit>
      </SignOutForm>
    </div>
  );
}
