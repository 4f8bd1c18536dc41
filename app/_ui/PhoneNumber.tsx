import { displayPhone } from "@/lib/phone/phone";

/** A phone number as people read it, to be tapped wherever it stands. */
export const PhoneNumber = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="kept phone-number">
    <bdi dir="ltr">{displayPhone(phone)}</bdi>
  </a>
);
