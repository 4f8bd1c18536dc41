import { groupSerial } from "@/lib/certificates/rules/serial";

/** Most letters of a name in the name of a file. */
const longest = 60;

/**
 * The file of a certificate among others: its serial, then the name in Latin letters, where there is such a one; without
 * marks and signs that a file's name cannot have everywhere.
 */
export function certificateFileName(certificate: {
  serial: string;
  facts: { name: string; latinName: string | null };
}): string {
  const { name, latinName } = certificate.facts;
  const latin = (latinName ?? name)
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼʿʾ]/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return `${[groupSerial(certificate.serial), latin].filter(Boolean).join("-")}.pdf`;
}
