"use client";

import { CopyText } from "./CopyText";

export type HandOverWords = {
  hint: string;
  copy: string;
  copied: string;
  whatsApp: string;
  /** What to write to the person, in their language; `{link}` stands where the link comes. */
  message: string;
};

/** A link that is shown once, to be handed to somebody: to copy, or to send by WhatsApp with a few words. */
export function HandOver({
  link,
  phone,
  words,
}: {
  link: string;
  /** E.164; null where WhatsApp is to ask whom it goes to. */
  phone: string | null;
  words: HandOverWords;
}) {
  const text = encodeURIComponent(words.message.replace("{link}", link));
  return (
    <div className="grid gap-3">
      <p>{words.hint}</p>
      <p>
        <bdi dir="ltr" className="font-mono break-all select-all">
          {link}
        </bdi>
      </p>
      <CopyText text={link} label={words.copy} done={words.copied} />
      <p>
        <a
          className="button"
          href={`https://wa.me/${phone?.replace(/\D/g, "") ?? ""}?text=${text}`}
          target="_blank"
          rel="noreferrer"
        >
          {words.whatsApp}
        </a>
      </p>
    </div>
  );
}
