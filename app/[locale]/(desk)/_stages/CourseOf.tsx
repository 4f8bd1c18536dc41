import Link from "next/link";
import { TitleAndPlace } from "@/app/_ui/TitleAndPlace";
import type { WayPage } from "@/lib/stages/queries/deciding";

/** The course that an entry of a way, or evidence on it, is about: led to where its reader may read it; nothing of what is about none. */
export function CourseOf({
  one: { course, href },
}: {
  one: Pick<WayPage["evidence"][number], "course" | "href">;
}) {
  if (!course) return null;
  const title = <TitleAndPlace {...course} />;
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
