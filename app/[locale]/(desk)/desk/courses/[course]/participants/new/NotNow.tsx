import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import type { CourseState } from "@/lib/courses/rules";

/** Nobody can be registered: the workshop is over (`over`: how it ended), or the roll is not open (null). */
export function NotNow({ atDoor, over, back }: { atDoor: boolean; over: CourseState | null; back: string }) {
  const t = useTranslations("participants");
  return (
    <div className="grid gap-4 max-w-xl">
      <h2 data-arrive>{t(atDoor ? "walkIn" : "register")}</h2>
      <Notice>{over ? t("over", { state: over }) : t("rollNotOpen")}</Notice>
      <p>
        <Link href={back}>{t(atDoor ? "toRoll" : "toList")}</Link>
      </p>
    </div>
  );
}
