import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { isolate, nameFor } from "@/lib/i18n/rules";
import { ownLink, type Session } from "@/lib/timetable/queries";
import { standIn } from "@/lib/trainers/queries";
import { SessionForm } from "./forms";
import { Stepped } from "./rearrangeParts";
import { sessionDefaults } from "./SessionFields";

/** Where a trainer of a session cannot be there, the button that puts the fittest free one of the course in their place, in the same role. */
export async function StandIn({
  session,
  stepped,
  cx,
}: {
  session: Session;
  stepped: string | null;
  cx: Context;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const found = standIn(cx, gate.course(cx, "timetable.edit", session.courseId), session);
  if (!found) return null;
  const { absent, by } = found;
  const trainers = session.trainers.map((one) => (one.id === absent.id ? { ...one, id: by.id } : one));
  const fields = sessionDefaults({ ...session, trainers }, locale, ownLink(cx, session.id));
  const label = t("putInPlace", {
    name: isolate(nameFor(by, locale), locale),
    absent: isolate(nameFor(absent, locale), locale),
  });
  return (
    <SessionForm label={label}>
      <Hidden name="courseId" value={session.courseId} />
      <Hidden name="sessionId" value={session.id} />
      <Hidden name="anyway" value="on" />
      <Stepped word={stepped} />
      {Object.entries(fields).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : value === false ? [] : [value === true ? "on" : value]).map((one) => (
          <Hidden key={`${name} ${one}`} name={name} value={one} />
        )),
      )}
      <Submit tone="quiet" busy={t("saving")}>
        {label}
      </Submit>
    </SessionForm>
  );
}
