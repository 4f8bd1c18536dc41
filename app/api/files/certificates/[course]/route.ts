import type { NextRequest } from "next/server";
import { currentContext, ifGranted } from "@/app/_server/context";
import { certificatePage } from "@/app/_words/certificate";
import * as gate from "@/lib/access/gate";
import { certificateSheets, isSheetKind } from "@/lib/certificates/queries";
import { certificateFile } from "@/lib/documents/certificateFile";
import { printableName } from "@/lib/documents/coverage";

/** The sheets that can be printed, in words. */
function* pagesOf(sheets: ReturnType<typeof certificateSheets>) {
  for (const sheet of sheets) if (printableName(sheet.facts) !== null) yield certificatePage(sheet);
}

/** `certificates.read`: all certificates of a course to print, those prepared or those that are valid, in one file. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const what = request.nextUrl.searchParams.get("what") ?? "valid";
  const cx = await currentContext();
  const granted = ifGranted(() => gate.course(cx, "certificates.read", Number(course)));
  const sheets = granted && isSheetKind(what) ? certificateSheets(cx, granted, what) : [];
  if (sheets.length === 0) return new Response(null, { status: 404 });
  return new Response(await certificateFile(pagesOf(sheets), request.signal), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="cascade-${what}-${Number(course)}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
