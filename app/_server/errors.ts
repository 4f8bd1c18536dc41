import type { Instrumentation } from "next";

/** A page or file that failed: one line for operators, tied by the digest to what the reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log/log");
  const { hasBegun } = await import("./request");
  const id = [request.headers["x-request-id"]].flat()[0];
  // What cannot be read is answered so; what stood in it is nobody's business here.
  if (id && request.method === "POST" && !hasBegun(id)) {
    log().info({ requestId: id, route: context.routePath, name: (error as Error).name }, "post not read");
    return;
  }
  const { digest, name, message, stack } = error as Error & { digest?: string };
  log().error(
    { requestId: digest, route: context.routePath, kind: context.routeType, name, message, stack },
    "request failed",
  );
};
