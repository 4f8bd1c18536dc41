import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile, paperResponse } from "@/app/_server/files";
import { certificatePage, certificatePreview } from "@/app/_words/certificate";
import { certificateFileName } from "@/app/_words/certificateFileName";
import * as gate from "@/lib/access/gate";
import { certificateDrafts, certificateSheets, completionOf, isSheetKind } from "@/lib/certificates/queries";
import { printableName } from "@/lib/documents/coverage";
import type { Paper } from "@/lib/documents/papers";

/** The sheets that can be printed, in words. */
function* papersOf(sheets: ReturnType<typeof certificateSheets>): Iterable<Paper> {
  for (const sheet of sheets)
    if (printableName(sheet.facts) !== null)
      yield { certificate: certificatePage(sheet), fileName: certificateFileName(sheet) };
}

/** What would be printed of these drafts. */
function* previewsOf(drafts: ReturnType<typeof certificateDrafts>): Iterable<Paper> {
  for (const draft of drafts)
    yield { certificate: certificatePreview(draft), fileName: `${draft.registrationId}.pdf` };
}

/**
 * `certificates.read`: all certificates of a course, those prepared, those that are valid, or those of the batch as they
 * would be, marked as a preview: one after another in one PDF, or a file each in a ZIP (`as=zip`).
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const { searchParams } = request.nextUrl;
  const what = searchParams.get("what") ?? "valid";
  const kind = searchParams.get("as") === "zip" ? "zip" : "pdf";
  return answerFile(request, async (cx) => {
    const course = gate.course(cx, "certificates.read", keyIn(key));
    if (what === "preview") {
      const drafts = certificateDrafts(cx, course, completionOf(cx, course));
      if (drafts.length === 0) return null;
      return paperResponse(request, previewsOf(drafts), `cascade-preview-${course.id}`);
    }
    const sheets = isSheetKind(what) ? certificateSheets(cx, course, what) : [];
    if (sheets.length === 0) return null;
    return paperResponse(request, papersOf(sheets), `cascade-${what}-${course.id}`, kind);
  });
}
