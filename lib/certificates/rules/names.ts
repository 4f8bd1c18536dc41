import { namesAlone, type PersonsNames } from "../../i18n/rules";
import { type CertificateLife, statusOn } from "../rules";

/**
 * The name that a certificate bears, where a form of it is none of its person's any more: it was corrected since. Null where each
 * is one of theirs, whichever of both was printed first.
 */
export function earlierName(onPaper: PersonsNames, person: PersonsNames): PersonsNames | null {
  const forms = ({ name, latinName }: PersonsNames) =>
    [name, latinName].flatMap((form) => form?.normalize("NFC") ?? []);
  const own = new Set(forms(person));
  return forms(onPaper).every((form) => own.has(form)) ? null : namesAlone(onPaper);
}

/** The same of a certificate in whose place another can be issued: it holds on a day, or is suspended. One that has run out is renewed, which names its person anew. */
export const nameToReissue = (
  certificate: CertificateLife & { facts: PersonsNames },
  person: PersonsNames,
  today: string,
): PersonsNames | null =>
  ["valid", "suspended"].includes(statusOn(certificate, today))
    ? earlierName(certificate.facts, person)
    : null;
