import type { Instrumentation } from "next";

/** A page or file that failed: one line for operators, tied by the digest to what the reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { errorForLog, log, sayUnreadOnce } = await import("@/lib/log/log");
  const { hasBegun } = await import("./request");
  const { noteIfDamaged } = await import("@/lib/store/commands");
  noteIfDamaged(error);
  const id = [request.headers["x-request-id"]].flat()[0];
  // What cannot be read is answered so; what stood in it is nobody's business here.
  if (id && request.method === "POST" && !hasBegun(id))
    return sayUnreadOnce(() =>
      log().info({ route: context.routePath, name: (error as Error).name }, "post not read"),
    );
  const { digest } = error as { digest?: string };
  // The page of errors shows Next's number of the error, the answer's X-Request-Id that of the request.
  log().error(
    { error: digest, route: context.routePath, kind: context.routeType, ...errorForLog(error as Error) },
    "request failed",
  );
};
