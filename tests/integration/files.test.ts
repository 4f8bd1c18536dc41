import { readdirSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";
import { answerFile } from "../../app/_server/files";
import { visitor } from "../../lib/access/table";
import { refuse } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { world } from "../support/world";

let viewer = visitor as typeof visitor | ReturnType<typeof world>["coordinator"];
vi.mock("../../app/_server/context", () => ({
  currentContext: async () => as(viewer),
  toSignIn: () => "/sign-in",
}));
vi.mock("../../app/_server/refusals", () => ({ noteRefusal: async () => {} }));

freshDatabase();
const { coordinator } = world();

describe("files of people", () => {
  it("are kept by nobody on the way, whatever is answered in their place", async () => {
    const asked = async (make: () => Response | null) =>
      answerFile(new NextRequest("http://localhost/api/files/x"), async () => make());
    const answers = [
      await asked(() => refuse("signInNeeded")),
      await asked(() => new Response("Amal", { status: 200, headers: { "Cache-Control": "public" } })),
      await asked(() => new Response("Amal cannot be printed", { status: 409 })),
      await asked(() => null),
    ];
    viewer = coordinator;
    answers.push(await asked(() => refuse("notFound")));
    expect(answers.map(({ status }) => status)).toEqual([303, 200, 409, 404, 404]);
    for (const { headers, status } of answers)
      expect(headers.get("Cache-Control"), String(status)).toBe("private, no-store");
    // All but what is public, or has a secret address that is asked again and again, goes that way.
    const routes = readdirSync("app/api/files", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("route.ts") && !/^(card|calendar|feed)\//.test(path))
      .filter((path) => !readFileSync(`app/api/files/${path}`, "utf8").includes("return answerFile("));
    expect(routes).toEqual([]);
  });
});
