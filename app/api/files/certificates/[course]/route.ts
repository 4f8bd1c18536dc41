import type { NextRequest } from "next/server";
import { answerFile, paperResponse } from "@/app/_server/files";
import { certificatePage } from "@/app/_words/certificate";
import { certificateFileName } from "@/app/_words/certificateFileName";
import * as gate from "@/lib/access/gate";
import { certificateSheets, isSheetKind } from "@/lib/certificates/queries";
import { printableName } from "@/lib/documents/coverage";
import type { Paper } from "@/lib/documents/papers";

/** The sheets that can be printed, in words. */
function* papersOf(sheets: ReturnType<typeof certificateSheets>): Iterable<Paper> {
  for (const sheet of sheets)
    if (printableName(sheet.facts) !== null)
      yield { certificate: certificatePage(sheet), fileName: certificateFileName(sheet) };
}

/**
 * `certificates.read`: all certificates of a course, those prepared or those that are valid: one after another in one PDF,
 * or a file each in a ZIP (`as=zip`).
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const { searchParams } = request.nextUrl;
  const what = searchParams.get("what") ?? "valid";
  const kind = searchParams.get("as") === "zip" ? "zip" : "pdf";
  return answerFile(request, async (cx) => {
    const course = gate.course(cx, "certificates.read", Number(key));
    const sheets = isSheetKind(what) ? certificateSheets(cx, course, what) : [];
    if (sheets.length === 0) return null;
    return paperResponse(request, papersOf(sheets), `cascade-${what}-${course.id}`, kind);
  });
}
