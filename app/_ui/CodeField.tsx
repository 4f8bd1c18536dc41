import { TextField } from "./form/fields";

/** Where a one-time code is typed, of digits alone: a phone offers the one that came by message. */
export const CodeField = ({ label, hint }: { label: string; hint: string }) => (
  <TextField
    name="code"
    label={label}
    hint={hint}
    autoComplete="one-time-code"
    inputMode="numeric"
    dir="ltr"
  />
);
