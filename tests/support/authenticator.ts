import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const bytes = (...parts: (Buffer | number[] | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();

/** A device with one passkey, as a browser speaks for it: ES256, no attestation. */
export function passkeyDevice(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let counter = 0;
  const rpIdHash = sha256(new URL(origin).hostname);
  const clientData = (type: string, challenge: string, at: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const authData = (flags: number, more: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return bytes(rpIdHash, [flags], count, more);
  };
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });
  return {
    /** Sets the count that it gives next. */
    countFrom: (next: number) => {
      counter = next;
    },
    make(challenge: string, at = origin): string {
      const key = (text: string | undefined) => Buffer.from(text!, "base64url");
      const cose = bytes([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], key(x), [0x22, 0x58, 32], key(y));
      const data = authData(0x45, bytes(Buffer.alloc(16), [0, id.length], id, cose));
      const attestation = bytes(
        [0xa3, 0x63],
        "fmt",
        [0x64],
        "none",
        [0x67],
        "attStmt",
        [0xa0, 0x68],
        "authData",
        [0x58, data.length],
        data,
      );
      return answer({
        clientDataJSON: clientData("webauthn.create", challenge, at).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    /** @param verified whether it asked for a fingerprint, a face or a PIN. */
    use(challenge: string, { at = origin, verified = true } = {}): string {
      counter++;
      const data = authData(verified ? 5 : 1);
      const client = clientData("webauthn.get", challenge, at);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", bytes(data, sha256(client)), privateKey).toString("base64url"),
      });
    },
  };
}
