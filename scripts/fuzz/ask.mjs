// Sends a request as it stands, and says what came back; and signs in as a browser without scripts does.
import { request as ask } from "node:http";

/** What one answer took at most, in ms, before it counts as none. */
const longest = 20_000;

/** Sends it. @returns the status with the answer's text, or in place of a status how it ended: `reset`, `silent`, `unsendable`. */
export function send(origin, { method, path, headers, body }) {
  const given = { ...headers };
  if (given.origin === "OWN") given.origin = origin;
  return new Promise((done) => {
    let asked;
    try {
      asked = ask(`${origin}/`, { method, path, headers: given, agent: false, timeout: longest });
    } catch {
      return done({ status: "unsendable", text: "" });
    }
    asked.on("response", (answer) => {
      const read = [];
      answer.on("data", (chunk) => read.push(chunk));
      answer.on("end", () =>
        done({ status: answer.statusCode, text: String(Buffer.concat(read)), headers: answer.headers }),
      );
      answer.on("error", () => done({ status: "reset", text: "" }));
    });
    asked.on("timeout", () => {
      asked.destroy();
      done({ status: "silent", text: "" });
    });
    asked.on("error", () => done({ status: "reset", text: "" }));
    asked.end(body ?? undefined);
  });
}

/** Signs in by the form of the page. @returns the cookie of the session. */
export async function signIn(origin, identifier, password) {
  const page = await send(origin, { method: "GET", path: "/sign-in", headers: { "accept-language": "en" } });
  const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*name="identifier"[\s\S]*?<\/form>/.exec(page.text)[0];
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const said = (name) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1];
    if (said("type") === "hidden" && said("name"))
      body.append(said("name"), (said("value") ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  body.set("identifier", identifier);
  body.set("password", password);
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin },
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
