import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { Session } from "@/lib/timetable/queries";
import type { Rearrangement } from "@/lib/timetable/rules/ways";

/** A line of the panel that opens to a form. */
export function Fold({ name, children }: { name: string; children: ReactNode }) {
  return (
    // It may stand open before React takes the page over.
    <details suppressHydrationWarning>
      <summary className="min-h-11 content-center font-semibold">{name}</summary>
      <div className="grid gap-4 mt-2 mb-4">{children}</div>
    </details>
  );
}

/** In the form of a panel, which of what is open somebody stepped to (`steppedWord`); nothing where they did not. */
export const Stepped = ({ word }: { word: string | null }) =>
  word === null ? null : <Hidden name="step" value={word} />;

/** What every way of rearranging says: of which session, and how it stood. */
export function Of({
  session,
  how,
  stepped,
}: {
  session: Session;
  how: Rearrangement;
  stepped: string | null;
}) {
  return (
    <>
      <Hidden name="courseId" value={session.courseId} />
      <Hidden name="sessionId" value={session.id} />
      <Hidden name="version" value={session.version} />
      <Hidden name="how" value={how} />
      <Stepped word={stepped} />
    </>
  );
}

/** The button of one of these forms. */
export async function Press({ name }: { name: string }) {
  const t = await getTranslations("timetable");
  return (
    <div>
      <Submit tone="quiet" busy={t("saving")}>
        {name}
      </Submit>
    </div>
  );
}
