"use client";

import { useState } from "react";
import { Toast } from "@/app/_ui/kit/Toast";

/** What was just done, with its Undo. */
export function ToastStates() {
  const [said, setSaid] = useState<{ of: number; text: string } | null>(null);
  const [times, setTimes] = useState(0);
  const show = (text: string) => {
    setTimes(times + 1);
    setSaid({ of: times, text });
  };
  return (
    <div className="flex flex-wrap gap-3 items-center">
      <button type="button" className="button" onClick={() => show("Session moved to Thu 13:00")}>
        Move the session
      </button>
      <button type="button" className="button" onClick={() => show("نُقلت الجلسة إلى الخميس 13:00")}>
        نقل الجلسة
      </button>
      <input className="input w-40" aria-label="A field" />
      {said ? (
        <Toast
          of={String(said.of)}
          onUndo={() => show("Undone.")}
          onGone={() => setSaid((now) => (now?.of === said.of ? null : now))}
        >
          {said.text}
        </Toast>
      ) : null}
    </div>
  );
}
