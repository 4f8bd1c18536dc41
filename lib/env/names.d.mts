/** Every name that the service or one of its commands reads. */
export const settingNames: readonly string[];
/** Sentences about names that set nothing: those of a file, and those of the environment that are nearly a setting's. */
export function namesThatSetNothing(
  files: Readonly<Record<string, readonly string[]>>,
  environment?: Readonly<Record<string, string | undefined>>,
): string[];
