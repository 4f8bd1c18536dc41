"use client";

import { useTranslations } from "next-intl";
import { CopyText } from "@/app/_ui/CopyText";
import type { FormProps } from "@/app/_ui/form/Form";
import { MakingForm } from "@/app/_ui/form/MakingForm";
import { feedMadeSchema } from "@/lib/feeds/schema";
import { makeCalendarAddress, renewCalendarAddress } from "./actions";

/** Where calendars are kept; each takes an address in its own way. */
const ways = ["iphone", "google", "outlook"] as const;

/** A secret address, which is shown this once: to open in a calendar, or to copy into one. */
function AddressMade({ address }: { address: string }) {
  const t = useTranslations("calendars");
  return (
    <div className="grid gap-3">
      <p>{t("once")}</p>
      <p>
        <a className="button-main" href={address.replace(/^https?:/, "webcal:")}>
          {t("open")}
        </a>
      </p>
      <p>
        <bdi dir="ltr" className="font-mono break-all select-all">
          {address}
        </bdi>
      </p>
      <CopyText text={address} label={t("copy")} done={t("copied")} />
      <details open>
        <summary className="min-h-11 content-center">{t("ways")}</summary>
        <ul className="grid gap-2 text-sm">
          {ways.map((way) => (
            <li key={way}>{t(`way.${way}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

export const MakeAddressForm = (props: FormProps) => (
  <MakingForm
    schema={feedMadeSchema}
    action={makeCalendarAddress}
    keepsAll
    result={(made) => <AddressMade {...made} />}
    {...props}
  />
);
export const RenewAddressForm = (props: FormProps) => (
  <MakingForm
    schema={feedMadeSchema}
    action={renewCalendarAddress}
    result={(made) => <AddressMade {...made} />}
    {...props}
  />
);
