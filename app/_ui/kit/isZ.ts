/** True of the key Z: by its letter, and where the keyboard has another script by its place. */
export const isZ = ({ key, code }: Pick<KeyboardEvent, "key" | "code">): boolean =>
  key.toLowerCase() === "z" || (code === "KeyZ" && !/^[a-z]$/i.test(key));
