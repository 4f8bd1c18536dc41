import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { granted } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { DeskCourse } from "@/lib/courses/queries";
import { list } from "@/lib/i18n/format";
import { isolate, nameFor } from "@/lib/i18n/rules";
import { requestsToTell } from "@/lib/messages/queries";
import { courseRequests } from "@/lib/requests/queries";

/** Whom the viewer asked to train and is still to tell so, as no mail reaches them; nothing where nobody is left. */
export async function AskedToTell({ cx, course }: { cx: Context; course: DeskCourse }) {
  if (!gate.mayIn(cx, "trainers.ask", course)) return null;
  const asks = granted(() => gate.courseFor(cx, "trainers.ask", course));
  // Nearly always nobody is left, which one look says.
  if (requestsToTell(cx, asks).size === 0) return null;
  const toTell = courseRequests(cx, asks).filter((request) => request.toTell?.tells === "viewer");
  if (toTell.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("today");
  const names = new Set(toTell.map((request) => isolate(nameFor(request, locale), locale)));
  return (
    <Notice tone="attention">
      <p>{t("what.tell_asked", { names: list([...names], locale) })}</p>
      <p>
        <Link
          href={`/desk/courses/${course.id}/trainers#asked`}
          prefetch={false}
          className="inline-flex items-center min-h-11"
        >
          {(await getTranslations("asks"))("toRequests")}
        </Link>
      </p>
    </Notice>
  );
}
