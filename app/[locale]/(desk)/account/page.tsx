import { getTranslations } from "next-intl/server";
import { asking, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { OfPersonFields } from "@/app/_ui/OfPersonFields";
import { personDefaults } from "@/app/_ui/PersonFields";
import * as gate from "@/lib/access/gate";
import { ownContacts, ownSignIns } from "@/lib/accounts/queries";
import { ownProfile } from "@/lib/people/queries";
import { countryChoices, ownZone } from "@/lib/places/queries";
import { CalendarAddress } from "../_calendar/CalendarAddress";
import { OwnSuspension } from "../_stages/OwnSuspension";
import { Contacts } from "./Contacts";
import { Devices } from "./Devices";
import { PasswordForm, ProfileForm } from "./forms";
import { NoTimeLimits } from "./NoTimeLimits";
import { Register } from "./Register";
import { SecondStep } from "./SecondStep";
import { SignOut } from "./SignOut";

export const generateMetadata = async () => ({ title: (await getTranslations("account"))("title") });

const asked = asking({ done: oneOf(["saved", "appRemoved", "passkeyRemoved"]) });

/** One's own account: who one is, password, sessions. */
export default async function Account({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("account.own", "/account");
  const self = granted(() => gate.self(cx));
  const { done } = await asked(searchParams);
  const me = ownProfile(cx, self);
  const t = await getTranslations("account");
  return (
    <div className="grid gap-4 max-w-2xl">
      <PageHead
        title={t("title")}
        action={
          <MoreMessages of={["signOut"]}>
            <SignOut account={self.accountId}>{t("signOut")}</SignOut>
          </MoreMessages>
        }
      />
      <OwnSuspension cx={cx} />
      <section className="card grid gap-4 sm:p-6">
        <h2>{t("profile")}</h2>
        {done === "saved" ? <Arrived of={done}>{t("saved")}</Arrived> : null}
        <ProfileForm defaults={personDefaults(me)} done={t("saved")}>
          <OfPersonFields
            own
            contact={false}
            country={me.country}
            countries={countryChoices(cx)}
            words={{ name: { hint: t("nameHint") } }}
          />
          <div>
            <Submit busy={t("saving")}>{t("save")}</Submit>
          </div>
        </ProfileForm>
      </section>
      <Contacts contacts={ownContacts(cx, self)} />
      <section className="card grid gap-4 sm:p-6">
        <h2>{t("password")}</h2>
        <PasswordForm done={t("passwordChanged")}>
          {me.hasPassword ? (
            <TextField name="current" type="password" label={t("current")} autoComplete="current-password" />
          ) : null}
          <TextField
            name="password"
            type="password"
            label={t("newPassword")}
            hint={t("passwordHint")}
            autoComplete="new-password"
          />
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {t("changePassword")}
            </Submit>
          </div>
        </PasswordForm>
      </section>
      <SecondStep cx={cx} done={done === "saved" ? null : done} />
      <Register cx={cx} />
      <CalendarAddress cx={cx} feed="mine" of={null} />
      <section className="card grid gap-4 sm:p-6">
        <h2>{t("messages")}</h2>
        <MoreMessages of={["account"]}>
          <NoTimeLimits />
        </MoreMessages>
      </section>
      <section className="card grid gap-4 sm:p-6">
        <h2>{t("sessions")}</h2>
        <Devices devices={ownSignIns(cx, self)} zone={ownZone(cx, self)} />
      </section>
    </div>
  );
}
