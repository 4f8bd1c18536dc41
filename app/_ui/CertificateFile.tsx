import type { CertificateKind } from "@/lib/certificates/rules";
import { InEachLanguage } from "./InEachLanguage";

/** The file of a certificate: of a trainer certification in each language, the reader's first; else in its own alone. */
export function CertificateFile({
  certificate: { serial, kind },
  label,
  token,
  className,
}: {
  certificate: { serial: string; kind: CertificateKind };
  label: string;
  /** Of the registration, for whoever is not signed in. */
  token?: string;
  className?: string;
}) {
  const by = token ? `token=${token}` : "";
  const at = (query: string) => `/api/files/certificate/${serial}${query ? `?${query}` : ""}`;
  if (kind === "trainer_certification")
    return (
      <InEachLanguage
        label={label}
        className={className}
        at={(language) => at([`lang=${language}`, by].filter(Boolean).join("&"))}
      />
    );
  return (
    <a href={at(by)} className={className}>
      {label}
    </a>
  );
}
