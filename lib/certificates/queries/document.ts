import type { GrantedCertificate, GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { groundsNow } from "../../stages/groundsNow";
import { documentDay } from "../days";
import { byExceptionAmong, isByException } from "../exception";
import { type CertificateFacts, isPrepared, markOf, stands } from "../rules";
import { documentBySerial } from "../store";
import { withSuspension } from "../suspended";
import { completionOf } from "./completion";

/** What the PDF of a certificate is made from, whether it came by exception, and its mark, since or until which civil day at the course's place. */
export function certificateDocument(cx: Context, certificate: GrantedCertificate<"certificate.download">) {
  const document = withSuspension(cx, [documentBySerial(cx, certificate.serial)!])[0]!;
  const mark = markOf(document);
  const { course, personId } = certificate.registration;
  const { evidence, ...facts } = document.facts;
  const grounds = groundsNow(cx, { id: document.id, personId, evidence })?.evidence;
  /** Without what was struck out since of that on which it rests. */
  const shown: CertificateFacts = grounds ? { ...facts, evidence: grounds } : facts;
  return {
    ...document,
    facts: shown,
    byException: isByException(cx, document),
    mark: mark && {
      kind: mark.kind,
      on: "on" in mark ? mark.on : documentDay(cx, certificate.kind, course, mark.at),
    },
  };
}

/** The certificates of a course that stand, to print, in the order of its list. */
export function validSheets(cx: Context, course: GrantedCourse<"certificates.read">) {
  const sheets = completionOf(cx, course).known.flatMap((p) => p.certificates.filter(stands));
  const excepted = byExceptionAmong(cx, sheets);
  return sheets.map((sheet) => ({ ...sheet, byException: excepted.has(sheet.id) }));
}

/** The same of those that are prepared, and nobody's yet. */
export const preparedSheets = (cx: Context, course: GrantedCourse<"certificates.sheets.read">) =>
  completionOf(cx, course).known.flatMap((p) =>
    p.certificates.filter(isPrepared).map((sheet) => ({ ...sheet, byException: false })),
  );
