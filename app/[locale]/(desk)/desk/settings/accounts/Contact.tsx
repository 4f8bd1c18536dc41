import { CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/kit/Badge";
import { MailTo } from "@/app/_ui/Mail";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";

type Of = { email: string | null; phone: string | null; emailProven: boolean; phoneProven: boolean };

/** A contact with which somebody signs in; of one that nobody has shown to be theirs it says so. */
export function Contact({ of, field }: { of: Of; field: "email" | "phone" }) {
  const t = useTranslations("accounts");
  const { email, phone, emailProven, phoneProven } = of;
  return (
    <>
      {field === "email" ? email && <MailTo address={email} /> : phone && <PhoneNumber phone={phone} />}
      {(field === "email" ? emailProven : phoneProven) ? null : (
        <>
          {" "}
          <Badge tone="attention" icon={CircleDashed}>
            {t("notConfirmed")}
          </Badge>
        </>
      )}
    </>
  );
}
