import type { NextRequest } from "next/server";
import { createTranslator } from "next-intl";
import { answerFile, fileLocale } from "@/app/_server/files";
import { certificatePage } from "@/app/_words/certificate";
import { messagesOf } from "@/app/_words/messages";
import * as gate from "@/lib/access/gate";
import { certificateDocument } from "@/lib/certificates/queries";
import { certificatePdf } from "@/lib/documents/certificate";
import { printableName } from "@/lib/documents/coverage";

/**
 * `certificate.download`: the person (signed in, or with the token of the registration) and the coordinator. A trainer
 * certification in the language of `?lang=`, else in the reader's; a certificate of participation in its own.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ serial: string }> }) {
  const { serial } = await params;
  const token = request.nextUrl.searchParams.get("token");
  return answerFile(request, async (cx) => {
    const locale = fileLocale(request);
    const certificate = certificateDocument(cx, gate.certificateToDownload(cx, serial, token), locale);
    // Issued before names were looked at: without a Latin form it would be a document about nobody.
    if (!printableName(certificate.facts)) {
      const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "errors" });
      return new Response(t("nameCannotBePrinted", { name: certificate.facts.name }), { status: 409 });
    }
    const pdf = await certificatePdf(certificatePage(certificate, certificate.mark));
    return new Response(new Uint8Array(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        // One paper in three languages is three files.
        "Content-Disposition": `inline; filename="cascade-${serial}-${certificate.language}.pdf"`,
      },
    });
  });
}
