import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import { Say } from "@/app/_ui/Say";
import { paperOf } from "@/lib/certificates/rules";
import { nameToReissue } from "@/lib/certificates/rules/names";
import { dotBetween, nameInSentence, type PersonsNames } from "@/lib/i18n/rules";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/**
 * Certificates that bear a name which was corrected since, each with the way to another one in its place: above all else, so that
 * whoever has just corrected the name sees it.
 * @param issues the courses whose certificates the viewer may issue.
 */
export async function EarlierNames({
  person,
  registrations,
  issues,
  today,
}: {
  person: PersonsNames;
  registrations: readonly FollowedRegistration[];
  issues: ReadonlySet<number>;
  today: string;
}) {
  const locale = await getLocale();
  const page = await getTranslations("certificatePage");
  const kinds = await getTranslations("certificateKind");
  return registrations
    .filter(({ courseId }) => issues.has(courseId))
    .flatMap(({ certificates, courseId, title }) =>
      certificates.map((certificate) => ({ certificate, courseId, title })),
    )
    .map(({ certificate: c, courseId, title }) => {
      const earlier = nameToReissue(c, person, today);
      return earlier === null ? null : (
        <Notice
          key={c.id}
          tone="attention"
          title={page("earlierName", { name: nameInSentence(earlier, locale) })}
        >
          {kinds(paperOf(c.kind, c.master))}
          {dotBetween}
          <Say text={title} />{" "}
          <Link href={`/desk/courses/${courseId}/certificates?certificate=${c.id}`} prefetch={false}>
            {page("reissue.open")}
          </Link>
        </Notice>
      );
    });
}
