import type { NextRequest } from "next/server";
import { createTranslator } from "next-intl";
import { answerFile, fileLocale } from "@/app/_server/files";
import { certificatePage } from "@/app/_words/certificate";
import { messagesOf } from "@/app/_words/messages";
import * as gate from "@/lib/access/gate";
import { certificateDocument } from "@/lib/certificates/queries";
import { readSerial } from "@/lib/certificates/rules/serial";
import { certificatePdf } from "@/lib/documents/certificate";
import { printableName } from "@/lib/documents/coverage";
import { isLocale } from "@/lib/i18n/rules";

/**
 * `certificate.download`: the person (signed in, or with the token of the registration) and the coordinator. In the language in
 * which it was issued; a trainer certification in that of `?lang=` where one is asked for.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ serial: string }> }) {
  const { serial: typed } = await params;
  // As it is printed, in groups, or in small letters.
  const read = readSerial(typed);
  const serial = "serial" in read ? read.serial : typed;
  const token = request.nextUrl.searchParams.get("token");
  return answerFile(request, async (cx) => {
    const asked = request.nextUrl.searchParams.get("lang");
    const granted = gate.certificateToDownload(cx, serial, token);
    const certificate = certificateDocument(cx, granted, isLocale(asked) ? asked : undefined);
    // Issued before names were looked at: without a Latin form it would be a document about nobody.
    if (!printableName(certificate.facts)) {
      const locale = fileLocale(request);
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
