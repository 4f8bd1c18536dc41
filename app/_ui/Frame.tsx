import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { mayAnywhere, type Permission } from "@/lib/access/rules";
import type { Context } from "@/lib/acts/context";
import { DeskShell, type Place } from "./DeskShell";
import { Languages } from "./Languages";
import { Mark } from "./Mark";

/** Around public pages: the same for everybody, so that the page can be kept for all. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("frame");
  return (
    <>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto max-w-5xl px-4 flex flex-wrap items-center justify-between gap-x-6">
          <Mark name={t("name")} />
          <nav
            aria-label={t("main")}
            className="flex flex-wrap gap-x-4 text-sm grow max-sm:order-last max-sm:basis-full"
          >
            {(
              [
                ["/courses", "courses"],
                ["/verify", "verify"],
                ["/today", "mine"],
              ] as const
            ).map(([href, key]) => (
              <a key={href} href={href} className="min-h-11 inline-flex items-center">
                {t(key)}
              </a>
            ))}
          </nav>
          <Languages locale={useLocale()} label={t("languages")} />
        </div>
      </header>
      <main id="main" className="mx-auto max-w-5xl px-4 py-6 sm:py-8">
        {children}
      </main>
      <footer className="mx-auto max-w-5xl px-4 py-8 quiet">{t("footer")}</footer>
    </>
  );
}

/** Who may use which place of the menu; the first five of those fit a phone's. */
const entries: [Place, Permission, "phone" | null][] = [
  ["today", "today.read", "phone"],
  ["desk", "desk.read", "phone"],
  ["people", "people.read", "phone"],
  ["trainers", "trainers.read", null],
  ["programmes", "programmes.read", null],
  ["tools", "tools.read", null],
  ["settings", "settings.read", null],
  ["my", "account.own", "phone"],
  ["catalogue", "public.read", null],
  ["account", "account.own", "phone"],
];

/** Around the pages of somebody signed in: one menu of what they may use, at the start side, or below on a phone. */
export function DeskFrame({ cx, children }: { cx: Context; children: ReactNode }) {
  const t = useTranslations("frame");
  const own = entries.filter(([, permission]) => mayAnywhere(cx.viewer, permission));
  const coordinates = mayAnywhere(cx.viewer, "people.read");
  const works = coordinates || cx.viewer.trains.length > 0;
  const onPhone = own.filter(([place, , phone]) => phone || (!works && place === "catalogue")).slice(0, 5);
  return (
    <DeskShell
      words={{
        name: t("name"),
        main: t("main"),
        languages: t("languages"),
        search: t("search"),
        searchHint: t("searchHint"),
        unsent: mayAnywhere(cx.viewer, "roll.take")
          ? {
              marks: t("unsentMarks"),
              open: t("unsentOpen"),
              lost: t("unsentLost"),
              letGo: t("unsentLetGo"),
            }
          : null,
      }}
      locale={useLocale()}
      account={cx.viewer.accountId}
      person={cx.viewer.name ?? ""}
      search={coordinates}
      menu={Object.fromEntries(own.map(([place]) => [place, t(place)]))}
      onPhone={onPhone.map(([place]) => place)}
    >
      {children}
    </DeskShell>
  );
}
