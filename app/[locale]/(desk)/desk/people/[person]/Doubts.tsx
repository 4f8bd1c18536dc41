import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import { Say } from "@/app/_ui/Say";
import { lackWords } from "@/app/_words/lacks";
import type { doubtsOf } from "@/lib/certificates/queries";
import { dotBetween } from "@/lib/i18n/rules";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/** Certificates whose rule is no longer met, each with why and where to decide on it. */
export async function Doubts({
  doubts,
  registrations,
}: {
  doubts: ReturnType<typeof doubtsOf>;
  registrations: readonly FollowedRegistration[];
}) {
  const t = await getTranslations("person");
  const kinds = await getTranslations("certificateKind");
  const why = await lackWords({ plannedMinutes: 0 });
  return doubts.map((doubt) => {
    const course = registrations.find(({ courseId }) => courseId === doubt.courseId);
    return (
      <Notice key={doubt.certificate.id} tone="attention" title={t("ruleLost")}>
        {course ? (
          <>
            <Say text={course.title} />
            {dotBetween}
          </>
        ) : null}
        {kinds(doubt.certificate.kind)} – {doubt.lacks.map(why).join(" ")}{" "}
        <Link href={`/desk/courses/${doubt.courseId}/certificates#decide`} prefetch={false}>
          {t("decide")}
        </Link>
      </Notice>
    );
  });
}
