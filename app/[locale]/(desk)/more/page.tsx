import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { PlaceName } from "../_frame/PlaceName";
import { onPhone } from "../_frame/places";
import { SignOut } from "../account/SignOut";

export const generateMetadata = async () => ({ title: (await getTranslations("deskFrame"))("more") });

/** The places that the bar of a phone has no room for, and the way out. */
export default async function More() {
  const cx = await requireContext("account.own", "/more");
  const d = await getTranslations("deskFrame");
  const a = await getTranslations("account");
  const { more } = onPhone(cx.viewer);
  return (
    <div className="max-w-xl">
      <PageHead title={d("more")} />
      <ul className="more-places">
        {more.map((place) => (
          <li key={place.key}>
            <a href={place.href}>
              <place.Icon size={20} />
              <PlaceName place={place} />
            </a>
          </li>
        ))}
      </ul>
      <MoreMessages of={["signOut"]}>
        <SignOut account={gate.self(cx).accountId} className="mt-6">
          {a("signOut")}
        </SignOut>
      </MoreMessages>
    </div>
  );
}
