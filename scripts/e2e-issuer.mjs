// An OpenID Connect issuer for the browser tests: it vouches for whomever one chooses on its page.
import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";

const port = Number(process.env.PORT);
const issuer = `http://localhost:${port}`;
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = {
  ...createPublicKey(privateKey).export({ format: "jwk" }),
  kid: "test",
  alg: "RS256",
  use: "sig",
};
const codes = new Map();

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
function token(claims) {
  const text = `${part({ alg: "RS256", kid: "test", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

const answers = {
  "/.well-known/openid-configuration": () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic"],
  }),
  "/keys": () => ({ keys: [key] }),
  "/token": (_url, body) => {
    const form = new URLSearchParams(body);
    const given = codes.get(form.get("code"));
    codes.delete(form.get("code"));
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!given || given.challenge !== challenge) return { error: "invalid_grant" };
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub: given.email,
      aud: "cascade",
      iat: now,
      exp: now + 300,
      email: given.email,
      email_verified: true,
      nonce: given.nonce,
    };
    return { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: token(claims) };
  },
};

createServer((request, response) => {
  const url = new URL(request.url, issuer);
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    if (url.pathname === "/authorize") {
      const links = ["coordinator@cascade.example", "stranger@example.org"].map((email) => {
        const code = randomUUID();
        codes.set(code, {
          email,
          challenge: url.searchParams.get("code_challenge"),
          nonce: url.searchParams.get("nonce"),
        });
        const back = new URL(url.searchParams.get("redirect_uri"));
        back.search = new URLSearchParams({ code, state: url.searchParams.get("state") }).toString();
        return `<p><a href="${back.toString().replaceAll("&", "&amp;")}">${email}</a></p>`;
      });
      response.writeHead(200, { "Content-Type": "text/html" }).end(`<title>Issuer</title>${links.join("")}`);
      return;
    }
    const answer = answers[url.pathname]?.(url, body);
    response
      .writeHead(answer?.error ? 400 : answer ? 200 : 404, { "Content-Type": "application/json" })
      .end(JSON.stringify(answer ?? {}));
  });
}).listen(port);
