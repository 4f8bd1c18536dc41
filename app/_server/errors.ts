import type { Instrumentation } from "next";

/** A page or file that failed: one line for operators, tied by the digest to what the reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { errorForLog, log } = await import("@/lib/log/log");
  const { noteIfDamaged } = await import("@/lib/store/commands");
  noteIfDamaged(error);
  const { digest } = error as { digest?: string };
  // The page of errors shows Next's number of the error, the answer's X-Request-Id that of the request.
  log().error(
    { error: digest, route: context.routePath, kind: context.routeType, ...errorForLog(error as Error) },
    "request failed",
  );
};
