type Key = Pick<KeyboardEvent, "key" | "code">;

/** The Latin letter of a key: the one that it types, and where the keyboard has another script that of its place; else "". */
export const letterOf = ({ key, code }: Key): string =>
  /^[a-z]$/i.test(key)
    ? key.toLowerCase()
    : /^\p{L}{1,2}$/u.test(key) && code.startsWith("Key")
      ? code.slice(3).toLowerCase()
      : "";

/** True of the key Z. */
export const isZ = (event: Key): boolean => letterOf(event) === "z";
