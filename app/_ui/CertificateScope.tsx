import { useLocale } from "next-intl";
import type { FollowedRegistration } from "@/lib/registrations/queries";
import { modulesSaid } from "./modulesSaid";
import { Written } from "./Written";

type Certificate = FollowedRegistration["certificates"][number];

/** What a trainer certification is for: each tool with the codes of its modules, as the paper bears them. */
export function CertificateScope({ certificate }: { certificate: Pick<Certificate, "tools"> }) {
  const locale = useLocale();
  return certificate.tools.map(({ name, codes }) => (
    <span key={name} className="block">
      <Written>{name}</Written> {codes.length > 0 ? modulesSaid(codes, "", locale) : null}
    </span>
  ));
}
