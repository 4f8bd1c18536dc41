/** Starts with the process: checks the settings, brings the database up to date, sends what waits in the outbox. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { start } = await import("./app/_server/start");
    start();
  }
}

export { onRequestError } from "./app/_server/errors";
