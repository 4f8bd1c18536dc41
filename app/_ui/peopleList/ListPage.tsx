import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The page on which the people of a list are registered, with the way back to those who are in the course. */
export function ListPage({ back, children }: { back: string; children: ReactNode }) {
  const t = useTranslations("peopleList");
  return (
    <div className="grid gap-4 max-w-4xl" data-whole-phone>
      <p>
        <Link href={back} prefetch={false} className="min-h-11 inline-flex items-center">
          {t("toList")}
        </Link>
      </p>
      <div>
        <h2 data-arrive>{t("title")}</h2>
        <p className="quiet">{t("hint")}</p>
      </div>
      {children}
    </div>
  );
}
