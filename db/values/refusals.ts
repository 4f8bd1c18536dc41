/**
 * What is refused and written down: a sign-in with a wrong password,
 * contact or passkey or that the issuer refuses, a link or code that is none, one attempt
 * too many, something asked for by its key that is not the viewer's (or not there), a page or act that their roles do not
 * open, a form that another site sent.
 */
export const refusalKinds = [
  "signInWrong",
  "codeWrong",
  "tooMany",
  "notTheirs",
  "notAllowed",
  "otherSite",
] as const;
export type RefusalKind = (typeof refusalKinds)[number];
