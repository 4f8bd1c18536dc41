import type { GrantedCertificate, GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { Locale } from "../../i18n/rules";
import { groundsNow } from "../../stages/groundsNow";
import { documentDay } from "../days";
import { asDecided } from "../exception";
import { inWords, papersIn } from "../printed";
import { isPrepared, markOf, stands } from "../rules";
import { type Document, documentBySerial } from "../store";
import { withSuspension } from "../suspended";
import { completionOf } from "./completion";

/** These papers without what was struck out since of that on which they rest. */
function asTheyRest<Row extends Pick<Document, "id" | "facts"> & { personId: number }>(
  cx: Context,
  rows: readonly Row[],
): Row[] {
  const now = groundsNow(
    cx,
    rows.map(({ id, personId, facts: { evidence } }) => ({ id, personId, evidence })),
  );
  return rows.map((row) => {
    const evidence = now.get(row.id)?.evidence;
    return evidence ? { ...row, facts: { ...row.facts, evidence } } : row;
  });
}

/**
 * What the PDF of a certificate is made from, whether it came by exception and when it was decided, and its mark, since or until which civil day at the
 * course's place. @param language in which a trainer certification is asked for, else its own; a certificate of participation has that alone.
 */
export function certificateDocument(
  cx: Context,
  certificate: GrantedCertificate<"certificate.download">,
  language?: Locale,
) {
  const { course, personId } = certificate.registration;
  const [row] = withSuspension(cx, [documentBySerial(cx, certificate.serial)!]);
  const [own] = asDecided(cx, asTheyRest(cx, [{ ...row!, personId }]));
  const document = language && papersIn(own!).includes(language) ? inWords(cx, course, own!, language) : own!;
  const mark = markOf(document);
  return {
    ...document,
    mark: mark && {
      kind: mark.kind,
      on: "on" in mark ? mark.on : documentDay(cx, certificate.kind, course, mark.at),
    },
  };
}

/** The certificates of a course that stand, to print, in the order of its list. */
export function validSheets(cx: Context, course: GrantedCourse<"certificates.read">) {
  const held = completionOf(cx, course).known.flatMap(({ personId, certificates }) =>
    certificates.filter(stands).map((sheet) => ({ ...sheet, personId })),
  );
  return asDecided(cx, asTheyRest(cx, held)).map(({ personId: _, ...sheet }) => sheet);
}

/** The same of those that are prepared, and nobody's yet. */
export const preparedSheets = (cx: Context, course: GrantedCourse<"certificates.sheets.read">) =>
  completionOf(cx, course).known.flatMap((p) =>
    p.certificates.filter(isPrepared).map((sheet) => ({ ...sheet, byException: false, decidedOn: null })),
  );
