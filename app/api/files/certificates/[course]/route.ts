import type { NextRequest } from "next/server";
import { currentContext, ifGranted } from "@/app/_server/context";
import { certificatePage } from "@/app/_words/certificate";
import * as gate from "@/lib/access/gate";
import { certificateSheets, isSheetKind } from "@/lib/certificates/queries";
import { certificatePdf } from "@/lib/documents/certificate";
import { printableName } from "@/lib/documents/coverage";
import { oneFile } from "@/lib/documents/sheets";

/** `certificates.read`: all certificates of a course to print, those prepared or those that are valid, in one file. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const what = request.nextUrl.searchParams.get("what") ?? "valid";
  const cx = await currentContext();
  const granted = ifGranted(() => gate.course(cx, "certificates.read", Number(course)));
  const sheets = granted && isSheetKind(what) ? certificateSheets(cx, granted, what) : [];
  if (sheets.length === 0) return new Response(null, { status: 404 });
  const pages: Buffer[] = [];
  for (const sheet of sheets.filter((s) => printableName(s.facts) !== null))
    pages.push(await certificatePdf(certificatePage(sheet)));
  return new Response(new Uint8Array(await oneFile(pages)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="cascade-${what}-${Number(course)}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
