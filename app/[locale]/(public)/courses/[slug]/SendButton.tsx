"use client";

import { Share2 } from "lucide-react";
import { useEffect, useState } from "react";

/** Opens what the device offers for passing something on; there only where it offers anything. */
export function SendButton({
  title,
  text,
  link,
  label,
}: {
  title: string;
  text: string;
  link: string;
  label: string;
}) {
  const [offered, setOffered] = useState(false);
  useEffect(() => setOffered(typeof navigator.share === "function"), []);
  if (!offered) return null;
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        // Whoever closes it again has changed their mind: nothing to say.
        void navigator.share({ title, text, url: link }).catch(() => {});
      }}
    >
      <Share2 aria-hidden size={18} />
      {label}
    </button>
  );
}
