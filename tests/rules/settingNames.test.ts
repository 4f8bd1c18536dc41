import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesThatSetNothing, settingNames } from "../../lib/env/names.mjs";
import { shape } from "../../lib/env/shape";

describe("the names of settings", () => {
  it("say which name sets nothing, with the one that is meant", () => {
    const file = ["SMTP_ULR", "OIDC_SECRET", "SMTP_PASSWORD", "COLOUR", "PORT", "TZ"];
    const around = { KEY_DIR: "/k", HOME: "/h", PORT: "1", SMTP_ULR: "once" };
    const said = namesThatSetNothing({ ".env": file }, around);
    expect(said).toEqual([
      "SMTP_ULR in .env sets nothing: is SMTP_URL meant?",
      "OIDC_SECRET in .env sets nothing: is OIDC_CLIENT_SECRET meant?",
      "SMTP_PASSWORD in .env sets nothing: is SMTP_URL meant?",
      "COLOUR in .env sets nothing: take it out, or look among the settings in the README for what is meant.",
      "KEY_DIR in the environment sets nothing: is KEYS_DIR meant?",
    ]);
  });
  it("are those of the README, and each that is read is known by its name", () => {
    const [, table = ""] = /\| Variable \|.*\n([\s\S]*?)\n\n/.exec(readFileSync("README.md", "utf8")) ?? [];
    const first = table.split("\n").map((row) => row.split("|")[1] ?? "");
    const named = first.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
    expect(new Set(named)).toEqual(new Set(settingNames));
    expect(Object.keys(shape.shape).filter((name) => !settingNames.includes(name))).toEqual([]);
  });
});
