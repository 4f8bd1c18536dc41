import { MonitorSmartphone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Badge } from "@/app/_ui/kit/Badge";
import type { ListedSignIn } from "@/lib/accounts/queries";
import { moment } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { EndSignInForm, SignOutElsewhereForm } from "./forms";

/** The devices on which one is signed in, each with a button that ends it, and one that ends all others. */
export function Devices({
  devices,
  zone,
}: {
  devices: readonly ListedSignIn[];
  /** In which the times are said. */
  zone: string;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("account");
  return (
    <>
      <p className="quiet">{t("sessionsHint")}</p>
      <p className="quiet">{t("timesOf", { zone: isolate(zoneCity(zone, locale), locale) })}</p>
      <ul className="grid gap-3">
        {devices.map((device) => (
          <Device key={device.id} device={device} zone={zone} />
        ))}
      </ul>
      {/* Stays once there are no others, for it says what became of them. */}
      <SignOutElsewhereForm done={t("signedOutElsewhere")}>
        {devices.some(({ here }) => !here) ? (
          <div>
            <Submit tone="stop" busy={t("saving")}>
              {t("signOutElsewhere")}
            </Submit>
          </div>
        ) : null}
      </SignOutElsewhereForm>
    </>
  );
}

function Device({ device, zone }: { device: ListedSignIn; zone: string }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("account");
  const called = device.device || t("unknownDevice");
  const on = (instant: number) => isolate(moment(instant, zone, locale), locale);
  return (
    <li>
      <EndSignInForm className="flex flex-wrap gap-2 items-center justify-between">
        <span className="grid grow">
          <span className="flex flex-wrap gap-2 items-center font-semibold">
            <MonitorSmartphone size={18} aria-hidden />
            <bdi dir="ltr">{called}</bdi>
            {device.here ? <Badge tone="ok">{t("thisDevice")}</Badge> : null}
          </span>
          <span className="quiet">
            {t("signedInSince", { when: on(device.startedAt) })}
            {dotBetween}
            {t("lastSeen", { when: on(device.seenAt) })}
          </span>
        </span>
        <Hidden name="signInId" value={device.id} />
        {device.here ? null : (
          <Submit tone="quiet" busy={t("saving")}>
            {t("signOut")}
            <span className="sr-only"> {called}</span>
          </Submit>
        )}
      </EndSignInForm>
    </li>
  );
}
