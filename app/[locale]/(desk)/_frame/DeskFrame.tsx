import { Languages as LanguagesIcon, Menu, Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageOf } from "@/app/_ui/form/PageOf";
import { HelpLinks } from "@/app/_ui/HelpLinks";
import { Popovers } from "@/app/_ui/kit/Popovers";
import { Languages } from "@/app/_ui/Languages";
import { Mark } from "@/app/_ui/Mark";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { PersonName } from "@/app/_ui/PersonName";
import * as gate from "@/lib/access/gate";
import { mayAnywhere, type Viewer } from "@/lib/access/table";
import type { Context } from "@/lib/acts/context";
import { isolate, type Locale, labelled, namesFor } from "@/lib/i18n/rules";
import { ownIsCertified } from "@/lib/stages/queries";
import { UnsentMarksLoader } from "../_marks/UnsentMarksLoader";
import { Finder } from "./Finder";
import { FinderKeys } from "./FinderKeys";
import "./frame.css";
import "./side.css";
import { IdleWatch } from "./IdleWatch";
import { PhoneDock } from "./PhoneDock";
import { PhoneTitle } from "./PhoneTitle";
import { PlaceLink } from "./PlaceLink";
import { PlaceName, usePlaceNames } from "./PlaceName";
import { groupsOf, onPhone } from "./places";
import { Shell } from "./Shell";

/**
 * Around the pages of somebody signed in. On a desktop a bar at the start side with all that they may use; on a phone a
 * bar above with the way back, search and languages, and the first places below.
 */
export function DeskFrame({
  cx,
  left = null,
  children,
}: {
  cx: Context;
  /** How long (ms) the viewer stays signed in without doing anything; null where that is not said. */
  left?: number | null;
  children: ReactNode;
}) {
  const { viewer } = cx;
  const searches = mayAnywhere(viewer, "people.read");
  return (
    <Shell>
      <Side cx={cx} searches={searches} />
      <div className="desk-page">
        <PhoneTop viewer={viewer} searches={searches} />
        {viewer.accountId !== null && mayAnywhere(viewer, "roll.take") ? (
          <UnsentMarksLoader account={viewer.accountId} />
        ) : null}
        {left === null || left > longestIdleMs ? null : (
          <MoreMessages of={["idle"]}>
            <IdleWatch left={left} />
          </MoreMessages>
        )}
        <main id="main" className="desk-main">
          <PageOf account={viewer.accountId}>{children}</PageOf>
        </main>
        <footer className="desk-end">
          <HelpLinks />
        </footer>
        <PhoneBar viewer={viewer} />
      </div>
      {searches ? (
        <MoreMessages of={["finder"]}>
          <Finder />
        </MoreMessages>
      ) : null}
      <Popovers />
    </Shell>
  );
}

/** Whoever stays signed in for hours is told nothing of it. */
const longestIdleMs = 60 * 60_000;

function Side({ cx, searches }: { cx: Context; searches: boolean }) {
  const { viewer } = cx;
  const locale = useLocale();
  const t = useTranslations("frame");
  const d = useTranslations("deskFrame");
  const [own] = namesFor({ name: viewer.name ?? "", latinName: viewer.latinName }, locale);
  return (
    <header className="desk-side">
      <div className="desk-side-in">
        <Mark name={t("name")} />
        {searches ? (
          <a href="/desk/search" className="desk-find" data-find aria-keyshortcuts="Control+K Meta+K">
            <Search size={18} />
            <span>{d("search")}</span>
            <FinderKeys other={d("keys")} mac={d("keysMac")} />
          </a>
        ) : null}
        <nav aria-label={t("main")} className="desk-places">
          {groupsOf(viewer).map((group) => (
            <ul key={group[0]?.key}>
              {group.map((place) => (
                <li key={place.key}>
                  <PlaceLink href={place.href} className="desk-place">
                    <place.Icon size={18} />
                    <span>
                      <PlaceName place={place} />
                    </span>
                  </PlaceLink>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        <div className="desk-foot">
          <Languages locale={locale} label={t("languages")} />
          <PlaceLink href="/account" className="desk-person" label={labelled(t("account"), own, locale)}>
            <span className="desk-face" aria-hidden>
              {initials(own)}
            </span>
            <span className="desk-name">
              <span>
                <PersonName name={viewer.name ?? ""} latinName={viewer.latinName} />
              </span>
              <RoleName cx={cx} />
            </span>
          </PlaceLink>
        </div>
      </div>
    </header>
  );
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words.at(0) ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return `${[...first].at(0) ?? ""}${[...last].at(0) ?? ""}`;
}

/** What the viewer is: by what they may, and as a trainer too by a certification that holds. */
async function RoleName({ cx }: { cx: Context }) {
  const d = await getTranslations("deskFrame");
  const r = await getTranslations("programmeRole");
  const { viewer } = cx;
  return (
    <span className="quiet">
      {mayAnywhere(viewer, "programmes.create")
        ? d("administrator")
        : mayAnywhere(viewer, "people.read")
          ? r("coordinator")
          : mayAnywhere(viewer, "course.read") || ownIsCertified(cx, gate.self(cx))
            ? r("trainer")
            : d("participant")}
    </span>
  );
}

function PhoneTop({ viewer, searches }: { viewer: Viewer; searches: boolean }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("frame");
  const d = useTranslations("deskFrame");
  const w = useTranslations("workspace");
  const nameOf = usePlaceNames();
  const { bar, more } = onPhone(viewer);
  const named = (href: string, name: string) => ({
    href,
    name,
    back: d("back", { place: isolate(name, locale) }),
  });
  const places = [...bar, ...more].map((place) => named(place.href, nameOf(place)));
  const parts = [
    named("", w("tab.overview")),
    ...(["registrations", "participants", "roll"] as const).map((part) =>
      named(`/${part}`, w(`tab.${part}`)),
    ),
  ];
  return (
    <header className="desk-top">
      <PhoneTitle places={places} parts={parts}>
        <Mark name={t("name")} />
      </PhoneTitle>
      {searches ? (
        <a href="/desk/search" className="desk-icon" data-find aria-label={d("search")}>
          <Search size={20} />
        </a>
      ) : null}
      <details className="desk-fold" data-popover suppressHydrationWarning>
        <summary className="desk-icon" aria-label={t("languages")}>
          <LanguagesIcon size={20} />
        </summary>
        <Languages locale={locale} label={t("languages")} />
      </details>
    </header>
  );
}

function PhoneBar({ viewer }: { viewer: Viewer }) {
  const d = useTranslations("deskFrame");
  const { bar, more } = onPhone(viewer);
  return (
    <PhoneDock label={d("bar")}>
      {bar.map((place) => (
        <PlaceLink key={place.key} href={place.href} className="desk-bar-link">
          <place.Icon size={20} />
          <span>{place.key === "trainers" ? d("trainers") : <PlaceName place={place} />}</span>
        </PlaceLink>
      ))}
      {more.length > 0 ? (
        <PlaceLink href="/more" also={more.map(({ href }) => href)} className="desk-bar-link">
          <Menu size={20} />
          <span>{d("more")}</span>
        </PlaceLink>
      ) : null}
    </PhoneDock>
  );
}
