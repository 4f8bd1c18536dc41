import type { NextRequest } from "next/server";
import { certificatePage } from "@/app/_server/certificate";
import { currentViewer } from "@/app/_server/viewer";
import { certificateDocument } from "@/lib/certificates/queries";
import { certificatePdf } from "@/lib/documents/certificate";

/** `certificate.download`: the person (signed in, or with the token of the registration) and the coordinator. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ serial: string }> }) {
  const { serial } = await params;
  const certificate = certificateDocument(
    await currentViewer(),
    serial,
    request.nextUrl.searchParams.get("token"),
  );
  if (!certificate) return new Response(null, { status: 404 });
  const pdf = await certificatePdf(certificatePage(certificate));
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="cascade-${serial}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
