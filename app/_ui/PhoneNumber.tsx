import { displayPhone } from "@/lib/phone/phone";

/** A phone number as people read it, to be tapped wherever it stands. */
export const PhoneNumber = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="kept min-h-6">
    <bdi dir="ltr">{displayPhone(phone)}</bdi>
  </a>
);
