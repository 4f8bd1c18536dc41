import { inlineHeader, inlineOf } from "@/app/_server/inline.mjs";
import { offline } from "@/app/_server/offline";

export const dynamic = "force-static";

/** Everyone (`public.read`): the page that a browser keeps for when there is no network. */
export const GET = () => {
  const { html } = offline();
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-cache",
      [inlineHeader]: inlineOf(html),
    },
  });
};
