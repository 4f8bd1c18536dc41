import type { Instrumentation } from "next";

/** A page or file that failed: one line for operators, tied by the digest to what the reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log/log");
  const { digest, name, message, stack } = error as Error & { digest?: string };
  log().error(
    { requestId: digest, route: context.routePath, kind: context.routeType, name, message, stack },
    "request failed",
  );
};
