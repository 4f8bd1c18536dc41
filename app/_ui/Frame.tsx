import {
  BookOpen,
  Building2,
  CalendarCheck,
  GraduationCap,
  House,
  type IconNode,
  LayoutList,
  Search,
  Settings,
  UserRound,
  Users,
  Wrench,
} from "lucide";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/Icon";
import { mayAnywhere, type Permission, type Viewer } from "@/lib/access/rules";
import { localeNames, locales } from "@/lib/i18n/rules";
import { NavLink } from "./NavLink";

/** The languages, each named in itself; a change is a full load of the same page. */
export function Languages() {
  const locale = useLocale();
  const t = useTranslations("frame");
  return (
    <nav aria-label={t("languages")} className="flex flex-wrap gap-x-0.5 text-xs sm:text-sm">
      {locales.map((l) => (
        <a
          key={l}
          href={`/api/language/${l}`}
          lang={l}
          aria-current={l === locale ? "true" : undefined}
          className={`min-h-11 inline-flex items-center px-1 sm:px-1.5 whitespace-nowrap ${l === locale ? "font-semibold no-underline text-text max-sm:hidden" : ""}`}
        >
          {localeNames[l]}
        </a>
      ))}
    </nav>
  );
}

const Mark = () => {
  const t = useTranslations("frame");
  return (
    <a href="/" className="font-bold text-lg no-underline text-text inline-flex items-center gap-2 min-h-11">
      <svg aria-hidden viewBox="0 0 24 24" className="size-6 text-accent mirrored" fill="currentColor">
        <circle cx="4" cy="12" r="3" />
        <circle cx="13" cy="6" r="2.5" />
        <circle cx="13" cy="18" r="2.5" />
        <circle cx="21" cy="3.5" r="2" />
        <circle cx="21" cy="9" r="2" />
        <circle cx="21" cy="15" r="2" />
        <circle cx="21" cy="20.5" r="2" />
      </svg>
      {t("name")}
    </a>
  );
};

/** Around public pages: the same for everybody, so that the page can be kept for all. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("frame");
  return (
    <>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto max-w-5xl px-4 flex flex-wrap items-center gap-x-6">
          <Mark />
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
          <Languages />
        </div>
      </header>
      <main id="main" className="mx-auto max-w-5xl px-4 py-6 sm:py-8">
        {children}
      </main>
      <footer className="mx-auto max-w-5xl px-4 py-8 quiet">{t("footer")}</footer>
    </>
  );
}

type Entry = {
  href: string;
  key:
    | "today"
    | "desk"
    | "trainers"
    | "people"
    | "programmes"
    | "tools"
    | "settings"
    | "my"
    | "account"
    | "catalogue";
  icon: IconNode;
  permission: Permission;
  phone: boolean;
};

const entries: Entry[] = [
  { href: "/today", key: "today", icon: House, permission: "today.read", phone: true },
  { href: "/desk/courses", key: "desk", icon: LayoutList, permission: "desk.read", phone: true },
  { href: "/desk/people", key: "people", icon: Users, permission: "people.read", phone: true },
  { href: "/desk/trainers", key: "trainers", icon: GraduationCap, permission: "trainers.read", phone: false },
  {
    href: "/desk/programmes",
    key: "programmes",
    icon: Building2,
    permission: "programmes.read",
    phone: false,
  },
  { href: "/desk/tools", key: "tools", icon: Wrench, permission: "tools.read", phone: false },
  { href: "/desk/settings", key: "settings", icon: Settings, permission: "settings.read", phone: false },
  { href: "/my", key: "my", icon: CalendarCheck, permission: "account.own", phone: true },
  { href: "/courses", key: "catalogue", icon: BookOpen, permission: "public.read", phone: false },
  { href: "/account", key: "account", icon: UserRound, permission: "account.own", phone: true },
];

/** Around the pages of somebody signed in: one menu of what they may use, at the start side, or below on a phone. */
export function DeskFrame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = useTranslations("frame");
  const own = entries.filter((e) => mayAnywhere(viewer, e.permission));
  const coordinates = mayAnywhere(viewer, "people.read");
  const works = coordinates || viewer.trains.length > 0;
  const onPhone = own.filter((e) => e.phone || (!works && e.key === "catalogue")).slice(0, 5);
  return (
    <div className="md:grid md:grid-cols-[13rem_1fr] md:min-h-dvh">
      <div className="md:flex flex-col gap-2 border-line md:border-e md:bg-surface md:p-4">
        <div className="hidden md:grid gap-2">
          <Mark />
          {coordinates ? <SearchBox /> : null}
        </div>
        <nav aria-label={t("main")} className="menu">
          {own.map((entry) => (
            <NavLink
              key={entry.href}
              href={entry.href}
              className={onPhone.includes(entry) ? "menu-link" : "menu-link max-md:hidden"}
            >
              <Icon icon={entry.icon} size={20} />
              {t(entry.key)}
            </NavLink>
          ))}
        </nav>
      </div>
      <div className="min-w-0">
        <header className="flex items-center justify-between gap-4 border-b border-line bg-surface px-4">
          <div className="md:hidden">
            <Mark />
          </div>
          <p className="quiet hidden md:block">
            <bdi>{viewer.name}</bdi>
          </p>
          <Languages />
        </header>
        <main id="main" className="px-4 py-6 pb-28 md:px-8 md:pb-12 max-w-6xl">
          {children}
        </main>
      </div>
    </div>
  );
}

function SearchBox() {
  const t = useTranslations("frame");
  return (
    <search>
      <form action="/desk/search" className="relative">
        <Icon icon={Search} size={18} className="absolute inset-s-2.5 top-3.5 text-muted" />
        <input
          id="search-everything"
          name="q"
          type="search"
          dir="auto"
          aria-label={t("search")}
          aria-keyshortcuts="Control+K"
          placeholder={t("searchHint")}
          className="input ps-9 text-sm"
        />
      </form>
    </search>
  );
}
