import "./mail.css";

/** A mail address as it is, never with a hyphen put in; where it is too long for a line it goes on after its @. */
export function Mail({ address }: { address: string | null }) {
  const [name, domain] = (address ?? "").split("@", 2);
  return (
    <bdi dir="ltr" className="mail-address">
      {name}
      {domain === undefined ? null : (
        <>
          @
          <wbr />
          {domain}
        </>
      )}
    </bdi>
  );
}

/** The same to be tapped. */
export const MailTo = ({ address }: { address: string }) => (
  <a href={`mailto:${address}`} className="inline-block min-h-6 max-w-full">
    <Mail address={address} />
  </a>
);
