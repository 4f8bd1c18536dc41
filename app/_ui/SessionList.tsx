import { useLocale, useTranslations } from "next-intl";
import { inLanguage, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { titleIn } from "@/lib/timetable/rules/titles";
import { SessionTitle } from "./SessionTitle";

type Named = {
  kind: Session["kind"];
  title: string | null;
  moduleCode: string | null;
  moduleTitle: Translated | null;
  toolTitle: Translated | null;
  /** Whose it is; null where it is everybody's. */
  group: string | null;
};

/** What a session is called when whose it is does not matter, or is said elsewhere. */
type Called = Omit<Named, "group">;

/** What a session is called: its own title, else its module (with tool and code), else its kind. */
export function sessionName(
  session: Called,
  locale: Locale,
  ofKind: (kind: Named["kind"]) => string,
): { code?: string; name: string } {
  const title = titleIn(session.title, locale);
  if (title) return { name: title };
  if (!session.moduleTitle) return { name: ofKind(session.kind) };
  const tool = session.toolTitle ? inLanguage(session.toolTitle, "en").text : "";
  return { code: `${tool} ${session.moduleCode}`.trim(), name: shownIn(session.moduleTitle, locale) };
}

/** A session's name in a line, with the group that it is for. */
export function SessionName({ session }: { session: Named }) {
  const t = useTranslations("sessionKind");
  return <SessionTitle {...sessionName(session, useLocale() as Locale, t)} group={session.group} />;
}
