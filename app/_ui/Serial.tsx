import { groupSerial } from "@/lib/certificates/rules/serial";

/** A serial in groups, always left to right. */
export const Serial = ({ serial }: { serial: string }) => (
  <bdi dir="ltr" className="font-mono kept">
    {groupSerial(serial)}
  </bdi>
);
