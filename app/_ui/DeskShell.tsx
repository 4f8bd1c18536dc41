"use client";

import {
  BookOpen,
  Building2,
  CalendarCheck,
  GraduationCap,
  House,
  LayoutList,
  type LucideIcon,
  Search,
  Settings,
  UserRound,
  Users,
  Wrench,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { type ComponentProps, type ComponentType, type ReactNode, useEffect, useState } from "react";
import { keepsMarks, lastAccount } from "./keptMarks";
import { Languages } from "./Languages";
import { Mark } from "./Mark";
import type { UnsentMarks, UnsentWords } from "./UnsentMarks";
import { Written } from "./Written";

const places = {
  today: ["/today", House],
  desk: ["/desk/courses", LayoutList],
  people: ["/desk/people", Users],
  trainers: ["/desk/trainers", GraduationCap],
  programmes: ["/desk/programmes", Building2],
  tools: ["/desk/tools", Wrench],
  settings: ["/desk/settings", Settings],
  my: ["/my", CalendarCheck],
  catalogue: ["/courses", BookOpen],
  account: ["/account", UserRound],
} satisfies Record<string, [string, LucideIcon]>;

/** A place that the menu leads to. */
export type Place = keyof typeof places;

type Words = {
  name: string;
  main: string;
  languages: string;
  search: string;
  searchHint: string;
  unsent: UnsentWords | null;
};

/**
 * Draws what stands around the pages of somebody signed in. One component of the browser that is given words alone, so
 * that the frame, which every page repeats, weighs little in what is sent.
 */
export function DeskShell({
  words,
  locale,
  account,
  person,
  search,
  menu,
  onPhone,
  children,
}: {
  words: Words;
  locale: string;
  account: number | null;
  person: string;
  search: boolean;
  /** The places that the person may use, by what they are called. */
  menu: Partial<Record<Place, string>>;
  /** Those for which a phone has room. */
  onPhone: Place[];
  children: ReactNode;
}) {
  const path = usePathname();
  return (
    <div className="md:grid md:grid-cols-[13rem_1fr] md:min-h-dvh print:block">
      <div className="md:flex flex-col gap-2 border-line md:border-e md:bg-surface md:p-4 print:hidden">
        <div className="hidden md:grid gap-2">
          <Mark name={words.name} />
          {search ? <SearchBox label={words.search} hint={words.searchHint} /> : null}
        </div>
        <nav aria-label={words.main} className="menu">
          {(Object.keys(menu) as Place[]).map((place) => {
            const [href, Icon] = places[place];
            return (
              <a
                key={place}
                href={href}
                className={onPhone.includes(place) ? "menu-link" : "menu-link max-md:hidden"}
                aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
              >
                <Icon size={20} />
                {menu[place]}
              </a>
            );
          })}
        </nav>
      </div>
      <div className="min-w-0">
        <header className="flex items-center justify-between gap-4 border-b border-line bg-surface px-4 print:hidden">
          <div className="md:hidden">
            <Mark name={words.name} />
          </div>
          <p className="quiet hidden md:block">
            <Written>{person}</Written>
          </p>
          <Languages locale={locale} label={words.languages} />
        </header>
        {account !== null && words.unsent ? (
          <KeptMarks account={account} path={path} words={words.unsent} />
        ) : null}
        <main id="main" className="px-4 py-6 pb-28 md:px-8 md:pb-12 max-w-6xl print:p-0 print:max-w-none">
          {children}
        </main>
      </div>
    </div>
  );
}

/** Where this device keeps marks of a roll that are not sent yet: sends them. Loaded only then, for almost nobody has any. */
function KeptMarks(props: ComponentProps<typeof UnsentMarks>) {
  const { account } = props;
  const [Marks, setMarks] = useState<ComponentType<ComponentProps<typeof UnsentMarks>> | null>(null);
  useEffect(() => {
    const load = async () => {
      if (!keepsMarks(account)) return;
      const { UnsentMarks } = await import("./UnsentMarks");
      setMarks(() => UnsentMarks);
    };
    try {
      // Another's marks are not counted where there is no network to ask who is signed in.
      if (localStorage.getItem(lastAccount)) localStorage.setItem(lastAccount, String(account));
    } catch {
      // Switched off: nothing is kept, and nothing is counted.
    }
    // A page to stand in for others where there is no network; where the browser cannot, its own does.
    navigator.serviceWorker?.register("/api/offline/worker", { scope: "/" }).catch(() => {});
    // Without a network the part itself may not come; it is asked for again when there is one.
    const tryLoad = () => void load().catch(() => {});
    tryLoad();
    window.addEventListener("online", tryLoad);
    window.addEventListener("storage", tryLoad);
    return () => {
      window.removeEventListener("online", tryLoad);
      window.removeEventListener("storage", tryLoad);
    };
  }, [account]);
  return Marks ? <Marks {...props} /> : null;
}

/** Search over everything; Ctrl K goes there. */
function SearchBox({ label, hint }: { label: string; hint: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      document.getElementById("search-everything")?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <search>
      <form action="/desk/search" className="relative">
        <Search size={18} className="absolute inset-s-2.5 top-3.5 text-muted" />
        <input
          id="search-everything"
          name="q"
          type="search"
          dir="auto"
          aria-label={label}
          aria-keyshortcuts="Control+K"
          placeholder={hint}
          className="input ps-9 text-sm"
        />
      </form>
    </search>
  );
}
