import { expect, test, vi } from "vitest";
import type { FormAction, FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { byPasskey } from "@/app/_ui/form/withPasskey";

vi.mock("@simplewebauthn/browser", () => ({ startAuthentication: async () => ({ id: "key" }) }));

/** What the server is sent at last, when a form is pressed with these fields. */
async function sentWith(fields: FormData | Values): Promise<FormData | Values> {
  const sends: (FormData | Values)[] = [];
  const asks = async (): Promise<FormState<{ options: never }>> => ({
    status: "done",
    value: { options: {} as never },
    at: 1,
  });
  const send: FormAction = async (_, sent) => {
    sends.push(sent);
    return { status: "done", value: null, at: 2 };
  };
  await byPasskey(asks, send)({ status: "new" }, fields);
  return sends[0] ?? {};
}

test("a form pressed before its scripts were ready is sent whole, with what the device answered", async () => {
  const early = new FormData();
  early.set("back", "/account");
  const sent = (await sentWith(early)) as FormData;
  expect([sent.get("back"), sent.get("response")]).toEqual(["/account", '{"id":"key"}']);
});

test("a form pressed later is sent whole too", async () => {
  expect(await sentWith({ back: "/account" })).toEqual({ back: "/account", response: '{"id":"key"}' });
});
