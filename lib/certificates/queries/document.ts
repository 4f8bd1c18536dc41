import type { GrantedCertificate, GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { dayAt } from "../../time/zone";
import { isPrepared, markOf, stands } from "../rules";
import { documentBySerial } from "../store";
import { completionOf } from "./completion";

/** What the PDF of a certificate is made from, and its mark, since which civil day at the course's place. */
export function certificateDocument(cx: Context, certificate: GrantedCertificate<"certificate.download">) {
  const document = documentBySerial(cx, certificate.serial)!;
  const mark = markOf(document);
  const { zone } = certificate.registration.course;
  return { ...document, mark: mark && { kind: mark.kind, on: dayAt(mark.at, zone) } };
}

const sheetKinds = ["prepared", "valid"] as const;
type SheetKind = (typeof sheetKinds)[number];

/** True for what can be printed all at once. */
export const isSheetKind = (text: string): text is SheetKind => sheetKinds.includes(text as SheetKind);

/** The certificates of a course to print, in the order of its list: those prepared, or those that stand. */
export function certificateSheets(cx: Context, course: GrantedCourse<"certificates.read">, what: SheetKind) {
  const wanted = what === "prepared" ? isPrepared : stands;
  return completionOf(cx, course).known.flatMap((p) => p.certificates.filter(wanted));
}
