import type { NextRequest } from "next/server";
import { currentContext } from "@/app/_server/context";
import { fileLocale } from "@/app/_server/files";
import type { Finds } from "@/app/_server/finds";
import { foundOf } from "@/app/_server/found";
import { mayAnywhere } from "@/lib/access/table";
import { countryName, shortRange } from "@/lib/i18n/format";
import { commas, isLocale, type Locale, shownIn } from "@/lib/i18n/rules";
import { readQuery } from "@/lib/names/rules";
import { programmeCalled } from "@/lib/programmes/rules";

/** So many of each are shown while somebody types. */
const most = 7;

/** Whoever may read people (`people.read`): what is found for what they have typed so far. */
export async function GET(request: NextRequest) {
  const cx = await currentContext();
  if (!mayAnywhere(cx.viewer, "people.read")) return new Response(null, { status: 404 });
  const asked = request.nextUrl.searchParams;
  const language = asked.get("language");
  const locale = isLocale(language) ? language : fileLocale(request);
  const query = readQuery(asked.get("q"));
  const found = foundOf(cx, query);
  const finds: Finds = {
    courses: found.courses.slice(0, most).map((course) => ({
      id: course.id,
      title: shownIn(course.title, locale),
      under: whenAndWhere(course, locale),
    })),
    people: found.people.slice(0, most).map(({ id, name, latinName, organisation }) => ({
      id,
      name,
      latinName,
      under: organisation ?? "",
    })),
    certificate: found.serial,
    short: query.fault !== null,
    more: found.more || found.courses.length > most || found.people.length > most,
  };
  return Response.json(finds, { headers: { "Cache-Control": "private, no-store" } });
}

function whenAndWhere(course: ReturnType<typeof foundOf>["courses"][number], locale: Locale): string {
  const when =
    course.startsOn && course.endsOn
      ? shortRange(course.startsOn, course.endsOn, locale)
      : (course.year?.toString() ?? null);
  return commas(
    [when, shownIn(programmeCalled(course.programmeTitle), locale), countryName(course.country, locale)],
    locale,
  );
}
