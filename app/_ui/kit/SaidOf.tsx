"use client";

import { useWatch } from "react-hook-form";
import type { Said } from "@/app/_actions/readPost";
import { Written } from "@/app/_ui/Written";
import { dotBetween } from "@/lib/i18n/rules";
import { useFrame } from "../form/frame";
import { asText } from "../form/useField";

/** What some fields of a form hold, in a line: a choice by its label, text as it was typed. Nothing where all are empty. */
export function SaidOf({ names, nothing }: { names: readonly string[]; nothing: string }) {
  const { spoken } = useFrame();
  const values = useWatch({ name: [...names] }) as Said[];
  const said = names
    .map((name, i) => (values[i] === undefined ? "" : (spoken.get(name) ?? asText)(values[i])))
    .filter(Boolean);
  if (said.length === 0) return nothing;
  return said.map((line, i) => (
    <span key={line}>
      {i > 0 ? dotBetween : ""}
      <Written>{line}</Written>
    </span>
  ));
}
