import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile, paperResponse } from "@/app/_server/files";
import { certificatePage, certificatePreview } from "@/app/_words/certificate";
import { certificateFileName } from "@/app/_words/certificateFileName";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { certificateDrafts, completionOf, preparedSheets, validSheets } from "@/lib/certificates/queries";
import { printableName } from "@/lib/documents/coverage";
import type { Paper } from "@/lib/documents/papers";

/** What is printed across the sheet of somebody whose way is suspended; null for all others. */
const suspensionOf = ({ suspendedSince }: ReturnType<typeof validSheets>[number]) =>
  suspendedSince ? { kind: "suspended" as const, on: suspendedSince } : null;

/** The sheets that can be printed, in words. */
function* papersOf(sheets: ReturnType<typeof validSheets>): Iterable<Paper> {
  for (const sheet of sheets)
    if (printableName(sheet.facts) !== null)
      yield {
        certificate: certificatePage(sheet, suspensionOf(sheet)),
        fileName: certificateFileName(sheet),
      };
}

/** The sheets of a course that are asked for; none for a word that says none. */
function sheetsOf(cx: Context, courseId: number, what: string): ReturnType<typeof validSheets> {
  if (what === "prepared") return preparedSheets(cx, gate.course(cx, "certificates.sheets.read", courseId));
  const course = gate.course(cx, "certificates.read", courseId);
  return what === "valid" ? validSheets(cx, course) : [];
}

/** What would be printed of these drafts. */
function* previewsOf(drafts: ReturnType<typeof certificateDrafts>): Iterable<Paper> {
  for (const draft of drafts)
    yield { certificate: certificatePreview(draft), fileName: `${draft.registrationId}.pdf` };
}

/**
 * All certificates of a course: those that are valid (`certificates.read`), those prepared, or those of the batch as they
 * would be, marked as a preview (`certificates.sheets.read`); one after another in one PDF, or a file each in a ZIP (`as=zip`).
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const { searchParams } = request.nextUrl;
  const what = searchParams.get("what") ?? "valid";
  const kind = searchParams.get("as") === "zip" ? "zip" : "pdf";
  return answerFile(request, async (cx) => {
    const courseId = keyIn(key);
    if (what === "preview") {
      const course = gate.course(cx, "certificates.sheets.read", courseId);
      const drafts = certificateDrafts(cx, course, completionOf(cx, course));
      if (drafts.length === 0) return null;
      return paperResponse(request, previewsOf(drafts), `cascade-preview-${course.id}`);
    }
    const sheets = sheetsOf(cx, courseId, what);
    if (sheets.length === 0) return null;
    return paperResponse(request, papersOf(sheets), `cascade-${what}-${courseId}`, kind);
  });
}
