import Link from "next/link";
import { useLocale } from "next-intl";
import { TitleAndPlace } from "@/app/_ui/TitleAndPlace";
import { shortRange } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { WayPage } from "@/lib/stages/queries/deciding";

/**
 * The course that an entry of a way, or evidence on it, is about: led to where its reader may read it; nothing of what is about none.
 * `days`: also when it is or was, where the entry is of another day.
 */
export function CourseOf({
  one: { course, href },
  days = false,
}: {
  one: Pick<WayPage["evidence"][number], "course" | "href">;
  days?: boolean;
}) {
  const locale = useLocale();
  if (!course) return null;
  const { startsOn, endsOn } = course;
  const title = (
    <>
      <TitleAndPlace title={course.title} place={course.place} />
      {days && startsOn ? (
        <span className="quiet">
          {dotBetween}
          {shortRange(startsOn, endsOn ?? startsOn, locale)}
        </span>
      ) : null}
    </>
  );
  return (
    <p>
      {href ? (
        <Link href={href} prefetch={false} className="inline-flex items-center min-h-11">
          <span>{title}</span>
        </Link>
      ) : (
        title
      )}
    </p>
  );
}
