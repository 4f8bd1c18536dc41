import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";

/** Nobody can be registered: the workshop is over, or the roll is not open. */
export function NotNow({ atDoor, over, back }: { atDoor: boolean; over: boolean; back: string }) {
  const t = useTranslations("participants");
  return (
    <div className="grid gap-4 max-w-xl">
      <h2 data-arrive>{t(atDoor ? "walkIn" : "register")}</h2>
      <Notice>{t(over ? "over" : "rollNotOpen")}</Notice>
      <p>
        <Link href={back}>{t(atDoor ? "toRoll" : "toList")}</Link>
      </p>
    </div>
  );
}
