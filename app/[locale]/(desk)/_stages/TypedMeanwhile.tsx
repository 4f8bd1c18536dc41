import { useTranslations } from "next-intl";
import { typedFor } from "@/app/_server/typedForPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";

/** What the viewer had typed into a form that somebody's answer took off the page meanwhile, to be copied from here. */
export function TypedMeanwhile({ accountId, typed }: { accountId: number | null; typed: string | null }) {
  const t = useTranslations("decide");
  const texts = typedFor(accountId, typed);
  if (texts.length === 0) return null;
  return (
    <Notice tone="attention" title={t("typedMeanwhile")}>
      {texts.map((text) => (
        <p key={text} className="whitespace-pre-line">
          <Written>{text}</Written>
        </p>
      ))}
    </Notice>
  );
}
