import { offline } from "@/app/_server/offline";

export const dynamic = "force-static";

/** Everyone (`public.read`): what keeps that page in a browser and answers with it. Registered from the desk. */
export const GET = () =>
  new Response(offline().worker, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Service-Worker-Allowed": "/",
      "Cache-Control": "no-cache",
    },
  });
