import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { ownTypedTexts } from "@/lib/typed/queries";

/** What the viewer had typed into a form that somebody's answer took off the page meanwhile, to be copied from here. */
export function TypedMeanwhile({ cx, typed }: { cx: Context; typed: string | null }) {
  const t = useTranslations("decide");
  const texts = ownTypedTexts(cx, gate.self(cx), typed);
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
