import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Fact } from "@/app/_ui/Fact";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PersonName } from "@/app/_ui/PersonName";
import { RoleEnd } from "@/app/_ui/RoleEnd";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { accountPage, asksPassword } from "@/lib/accounts/queries";
import { accountDoings } from "@/lib/accounts/rules/states";
import { fullDay, moment } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { ownZone } from "@/lib/places/queries";
import { programmeDays } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { dayAt } from "@/lib/time/zone";
import { Contact } from "../Contact";
import { StateBadge } from "../StateBadge";
import { Acts } from "./Acts";
import { Done } from "./Done";

export const generateMetadata = async () => ({ title: (await getTranslations("accounts"))("account") });

const asked = asking({ done: oneOf(accountDoings) });
type Props = { params: Promise<{ account: string }>; searchParams: SearchParams };

/** One account, for administrators: how far it has come, what its owner is, where they are signed in, what can be done. */
export default async function Account({ params, searchParams }: Props) {
  const { account: key } = await params;
  const path = `/desk/settings/accounts/${encodeURIComponent(key)}`;
  const cx = await requireContext("accounts.edit", path);
  const account = accountPage(
    cx,
    granted(() => gate.account(cx, keyIn(key)), path),
  );
  const { done } = await asked(searchParams);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("accounts");
  const d = await getTranslations("deskFrame");
  const r = await getTranslations("programmeRole");
  const a = await getTranslations("account");
  const zone = ownZone(cx, gate.self(cx));
  const days = programmeDays(cx);
  const on = (instant: number) => fullDay(dayAt(instant, zone), locale);
  const at = (instant: number) => isolate(moment(instant, zone, locale), locale);
  return (
    <div className="grid gap-4 max-w-2xl">
      <PageHead
        title={<PersonName name={account.name} latinName={account.latinName} inLine />}
        under={<Link href="/desk/settings/accounts">{t("back")}</Link>}
        action={
          <Link href={`/desk/people/${account.personId}`} prefetch={false} className="button">
            {t("person")}
          </Link>
        }
      />
      {done ? <Done what={done} account={account} /> : null}
      <section className="card sm:p-6">
        <dl className="grid gap-3">
          <Fact label={t("stateOf")}>
            <StateBadge state={account.state} />{" "}
            {account.disabledAt === null ? null : <span className="quiet">{on(account.disabledAt)}</span>}
            {account.state === "invited" && account.linkUntil !== null ? (
              <span className="quiet">{t("linkUntil", { day: on(account.linkUntil) })}</span>
            ) : null}
          </Fact>
          <Fact label={t("contact")}>
            {account.email === null ? null : <Contact of={account} field="email" />}
            {account.email !== null && account.phone !== null ? dotBetween : null}
            {account.phone === null ? null : <Contact of={account} field="phone" />}
          </Fact>
          <Fact label={t("step")}>{t(`steps.${account.secondStep ? "set" : "missing"}`)}</Fact>
          <Fact label={t("since")}>{on(account.createdAt)}</Fact>
          <Fact label={t("lastSignIn")}>
            {account.lastSignInAt === null ? t("never") : at(account.lastSignInAt)}
          </Fact>
          <Fact label={t("roles")}>
            <ul>
              {account.administrator ? <li>{d("administrator")}</li> : null}
              {account.roles.map((role) => (
                <li key={`${role.programmeId}${role.role}`}>
                  {r(role.role)}
                  {dotBetween}
                  <Say text={programmeCalled(role.title)} />
                  <RoleEnd role={role} today={days.of(role.programmeId)} />
                </li>
              ))}
              {!account.administrator && account.roles.length === 0 ? <li>{t("noRoles")}</li> : null}
            </ul>
          </Fact>
          <Fact label={t("devices")}>
            {account.signIns.length === 0 ? (
              t("noDevices")
            ) : (
              <>
                <p className="quiet">{a("timesOf", { zone: isolate(zoneCity(zone, locale), locale) })}</p>
                <ul>
                  {account.signIns.map((used) => (
                    <li key={used.id}>
                      <bdi>{used.device || a("unknownDevice")}</bdi>
                      {dotBetween}
                      {a("signedInSince", { when: at(used.startedAt) })}
                      {dotBetween}
                      {a("lastSeen", { when: at(used.seenAt) })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Fact>
        </dl>
      </section>
      <Acts account={account} asks={asksPassword(cx)} />
    </div>
  );
}
