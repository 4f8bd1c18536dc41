import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { mayAnywhere, type Permission, type Viewer } from "@/lib/access/rules";
import { DeskShell, type MenuKey } from "./DeskShell";
import { Languages } from "./Languages";
import { Mark } from "./Mark";

/** Around public pages: the same for everybody, so that the page can be kept for all. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("frame");
  return (
    <>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto max-w-5xl px-4 flex flex-wrap items-center gap-x-6">
          <Mark name={t("name")} />
          <nav aria-label={t("main")} className="flex gap-4 text-sm grow">
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

const entries: { href: string; key: MenuKey; permission: Permission; phone: boolean }[] = [
  { href: "/today", key: "today", permission: "today.read", phone: true },
  { href: "/desk/courses", key: "desk", permission: "desk.read", phone: true },
  { href: "/desk/people", key: "people", permission: "people.read", phone: true },
  { href: "/desk/trainers", key: "trainers", permission: "trainers.read", phone: false },
  { href: "/desk/programmes", key: "programmes", permission: "programmes.read", phone: false },
  { href: "/desk/tools", key: "tools", permission: "tools.read", phone: false },
  { href: "/desk/settings", key: "settings", permission: "settings.read", phone: false },
  { href: "/my", key: "my", permission: "account.own", phone: true },
  { href: "/courses", key: "catalogue", permission: "public.read", phone: false },
  { href: "/account", key: "account", permission: "account.own", phone: true },
];

/** Around the pages of somebody signed in: one menu of what they may use, at the start side, or below on a phone. */
export function DeskFrame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = useTranslations("frame");
  const own = entries.filter((e) => mayAnywhere(viewer, e.permission));
  const coordinates = mayAnywhere(viewer, "people.read");
  const works = coordinates || viewer.trains.length > 0;
  const onPhone = own.filter((e) => e.phone || (!works && e.key === "catalogue")).slice(0, 5);
  return (
    <DeskShell
      words={{
        name: t("name"),
        main: t("main"),
        languages: t("languages"),
        search: t("search"),
        searchHint: t("searchHint"),
      }}
      locale={useLocale()}
      person={viewer.name ?? ""}
      search={coordinates}
      menu={own.map((entry) => ({
        key: entry.key,
        href: entry.href,
        label: t(entry.key),
        phone: onPhone.includes(entry),
      }))}
    >
      {children}
    </DeskShell>
  );
}
