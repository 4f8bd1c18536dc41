"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { type Sheet, unsent } from "@/lib/attendance/rules/deviceSheet";
import { keeperOf } from "./rollKeeper";

/**
 * Sends marks of rolls that this device kept, from whatever page of the desk somebody comes back to, and says what is
 * left meanwhile, and what stands in its way. The roll of a session says it for itself.
 */
export function UnsentMarks({ account }: { account: number }) {
  const t = useTranslations("frame");
  const errorText = useErrorText();
  const path = usePathname();
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  useEffect(() => {
    const keeper = keeperOf(account);
    const read = () => setSheets(keeper.all());
    read();
    return keeper.subscribe(read);
  }, [account]);
  return sheets.map((sheet) => {
    const { sessionId, courseId, marks, refused } = sheet;
    const address = `/desk/courses/${courseId}/roll/${sessionId}`;
    if (marks.size === 0 || path === address || (!sheet.waits && unsent(sheet) > 0)) return null;
    const barrier = sheet.fault?.code && !sheet.fault.fields?.reason ? sheet.fault : null;
    const lost = [...refused].filter(([, wrong]) => wrong.code === "notFound").map(([id]) => id);
    return (
      <div
        key={sessionId}
        role="status"
        className="bg-attention-tint text-attention px-4 md:px-8 py-2 flex flex-wrap gap-x-4 items-center"
      >
        <p>
          {t("unsentMarks")} <strong>{marks.size}</strong>
        </p>
        {barrier && lost.length === 0 ? <p className="font-semibold">{errorText(barrier)}</p> : null}
        {lost.length > 0 ? (
          <>
            <p>{t("unsentLost")}</p>
            <button type="button" className="button" onClick={() => keeperOf(account).letGo(sessionId, lost)}>
              {t("unsentLetGo")}
            </button>
          </>
        ) : (
          <a href={address} className="min-h-11 inline-flex items-center">
            {t("unsentOpen")}
          </a>
        )}
      </div>
    );
  });
}
