import {
  BookOpen,
  Building2,
  CalendarCheck,
  GraduationCap,
  House,
  LayoutList,
  type LucideIcon,
  Settings,
  UserRound,
  Users,
  Wrench,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Languages } from "@/app/_ui/Languages";
import { Mark } from "@/app/_ui/Mark";
import { Written } from "@/app/_ui/Written";
import { mayAnywhere, type Permission } from "@/lib/access/table";
import type { Context } from "@/lib/acts/context";
import { UnsentMarksLoader } from "../_marks/UnsentMarksLoader";
import { MenuLink } from "./MenuLink";
import { SearchBox } from "./SearchBox";

type Entry = {
  /** What it is called, in `frame`. */
  key:
    | "today"
    | "desk"
    | "people"
    | "trainers"
    | "programmes"
    | "tools"
    | "settings"
    | "my"
    | "catalogue"
    | "account";
  href: string;
  Icon: LucideIcon;
  permission: Permission;
  /** For whom there is room on a phone. */
  onPhone?: "everybody" | "participants";
};

/** The menu: where each place is, and who may use it. The first five for a phone fit there. */
const menu: Entry[] = [
  { key: "today", href: "/today", Icon: House, permission: "today.read", onPhone: "everybody" },
  { key: "desk", href: "/desk/courses", Icon: LayoutList, permission: "desk.read", onPhone: "everybody" },
  { key: "people", href: "/desk/people", Icon: Users, permission: "people.read", onPhone: "everybody" },
  { key: "trainers", href: "/desk/trainers", Icon: GraduationCap, permission: "trainers.read" },
  { key: "programmes", href: "/desk/programmes", Icon: Building2, permission: "programmes.read" },
  { key: "tools", href: "/desk/tools", Icon: Wrench, permission: "tools.read" },
  { key: "settings", href: "/desk/settings", Icon: Settings, permission: "settings.read" },
  { key: "my", href: "/my", Icon: CalendarCheck, permission: "account.own", onPhone: "everybody" },
  { key: "catalogue", href: "/courses", Icon: BookOpen, permission: "public.read", onPhone: "participants" },
  { key: "account", href: "/account", Icon: UserRound, permission: "account.own", onPhone: "everybody" },
];

/** Around the pages of somebody signed in: one menu of what they may use, at the start side, or below on a phone. */
export function DeskFrame({ cx, children }: { cx: Context; children: ReactNode }) {
  const t = useTranslations("frame");
  const coordinates = mayAnywhere(cx.viewer, "people.read");
  const works = mayAnywhere(cx.viewer, "course.read");
  const own = menu.filter(({ permission }) => mayAnywhere(cx.viewer, permission));
  const onPhone = own
    .filter((entry) => entry.onPhone === "everybody" || (!works && entry.onPhone === "participants"))
    .slice(0, 5);
  return (
    <div className="md:grid md:grid-cols-[13rem_1fr] md:min-h-dvh print:block">
      <div className="md:flex flex-col gap-2 border-line md:border-e md:bg-surface md:p-4 print:hidden">
        <div className="hidden md:grid gap-2">
          <Mark name={t("name")} />
          {coordinates ? <SearchBox /> : null}
        </div>
        <nav aria-label={t("main")} className="menu">
          {own.map((entry) => (
            <MenuLink key={entry.key} href={entry.href} onPhone={onPhone.includes(entry)}>
              <entry.Icon size={20} />
              {t(entry.key)}
            </MenuLink>
          ))}
        </nav>
      </div>
      <div className="min-w-0">
        <header className="flex items-center justify-between gap-4 border-b border-line bg-surface px-4 print:hidden">
          <div className="md:hidden">
            <Mark name={t("name")} />
          </div>
          <p className="quiet hidden md:block">
            <Written>{cx.viewer.name ?? ""}</Written>
          </p>
          <Languages locale={useLocale()} label={t("languages")} />
        </header>
        {cx.viewer.accountId !== null && mayAnywhere(cx.viewer, "roll.take") ? (
          <UnsentMarksLoader account={cx.viewer.accountId} />
        ) : null}
        <main id="main" className="px-4 py-6 pb-28 md:px-8 md:pb-12 max-w-6xl print:p-0 print:max-w-none">
          {children}
        </main>
      </div>
    </div>
  );
}
