import { notFound, redirect } from "next/navigation";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FormAction } from "../../app/_actions/action";
import { orWithoutAnswer } from "../../app/_ui/form/withoutAnswer";

const failing =
  (fail: () => never): FormAction =>
  async () =>
    fail();
const sent = (action: FormAction) => orWithoutAnswer(action)({ status: "new" }, {});
const thrown = (error: unknown) =>
  failing(() => {
    throw error;
  });

describe("a form that is sent in the browser", () => {
  beforeEach(() => void vi.stubGlobal("window", {}));
  afterEach(() => void vi.unstubAllGlobals());

  it.each([new TypeError("Failed to fetch"), new Error("An unexpected response was received"), "gone"])(
    "says that no answer came, whatever failed on the way (%s)",
    async (error) => {
      expect(await sent(thrown(error))).toMatchObject({ status: "fault", fault: { code: "noAnswer" } });
    },
  );
  it("says the number of what broke on the server", async () => {
    const broken = Object.assign(new Error("An error occurred in the Server Components render."), {
      digest: "123",
    });
    expect(await sent(thrown(broken))).toMatchObject({
      fault: { code: "unexpected", params: { number: "123" } },
    });
  });
  it("goes to another page where the action leads to one, and to none", async () => {
    await expect(sent(failing(() => redirect("/desk")))).rejects.toThrow("NEXT_REDIRECT");
    await expect(sent(failing(() => notFound()))).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK");
  });
});

describe("a form that the server draws", () => {
  it("has the action itself, by whose address it posts without JavaScript", () => {
    const action: FormAction = async () => ({ status: "new" });
    expect(orWithoutAnswer(action)).toBe(action);
  });
});
