import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile } from "@/app/_server/files";
import { certificatePreview } from "@/app/_words/certificate";
import * as gate from "@/lib/access/gate";
import { certificateDrafts, completionOf } from "@/lib/certificates/queries";
import { certificatePicture } from "@/lib/documents/certificate";

/** `certificates.sheets.read`: the picture of one sheet of the batch as it would be printed, marked as a preview (`sheet`, from 1). */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const sheet = Number(request.nextUrl.searchParams.get("sheet") ?? 1);
  return answerFile(request, async (cx) => {
    const course = gate.course(cx, "certificates.sheets.read", keyIn(key));
    const draft = certificateDrafts(cx, course, completionOf(cx, course))[sheet - 1];
    if (!draft) return null;
    return new Response(await certificatePicture(certificatePreview(draft)), {
      headers: {
        "Content-Type": "image/svg+xml",
        // It is a picture and nothing else, wherever it is opened.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      },
    });
  });
}
