"use client";

import { useState } from "react";
import { withSame } from "./cells";

/** What the server sent, with the objects that were there before where they say the same. */
export function useSame<One extends { id: number }>(fresh: readonly One[]): readonly One[] {
  const [held, hold] = useState({ fresh, same: fresh });
  if (held.fresh === fresh) return held.same;
  const same = withSame(held.same, fresh);
  hold({ fresh, same });
  return same;
}
