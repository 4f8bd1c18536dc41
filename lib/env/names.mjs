// The names of the settings, and which one is meant by a name that is none. Needs Node alone: the start reads it too.

/** Every name that the service or one of its commands reads. */
export const settingNames = [
  "DATA_DIR",
  "KEYS_DIR",
  "BACKUP_DIR",
  "BACKUPS_KEPT",
  "PORT",
  "HOST",
  "WORKERS",
  "PUBLIC_URL",
  "TRUST_PROXY",
  "CASCADE_KEY",
  "CASCADE_OLD_KEY",
  "NEXTAUTH_SECRET",
  "SMTP_URL",
  "MAIL_FROM",
  "SMS_URL",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
  "LOG_LEVEL",
  "CASCADE_MODE",
  "CASCADE_NOW",
];

/** Names that Node, the system and what runs beside the service read. */
const others =
  /^(NODE_|NEXT_|NPM_|UV_|SSL_|LC_|LITESTREAM_|AWS_|(TZ|LANG|PATH|TMPDIR|HTTPS?_PROXY|NO_PROXY)$)/i;

/** How many letters are to be put in, taken out, made others or swapped with the next, to come from one name to another. */
function apart(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

const nearest = (name) =>
  settingNames
    .map((known) => ({ known, far: apart(name.toUpperCase(), known) }))
    .sort((a, b) => a.far - b.far)[0];

/** The setting that a name in the file of settings may mean: written nearly so, with all of its words, or the only one like it. */
function meantBy(name) {
  const { known, far } = nearest(name);
  if (far <= 2) return known;
  const words = name.toUpperCase().split("_");
  const wider = settingNames.filter((one) => words.every((word) => one.split("_").includes(word)));
  const alike = settingNames.filter((one) => one.startsWith(`${words[0]}_`));
  return wider.length === 1 ? wider[0] : alike.length === 1 ? alike[0] : null;
}

/**
 * Sentences about names that set nothing: those of a file of settings, and those of the environment that are written nearly
 * as a setting is (what else stands there is others').
 * @param files by their names, with the settings that stand in each.
 */
export function namesThatSetNothing(files, environment = process.env) {
  const known = (name) => settingNames.includes(name);
  const inFiles = Object.entries(files).flatMap(([file, names]) =>
    names
      .filter((name) => !known(name) && !others.test(name))
      .map((name) => {
        const meant = meantBy(name);
        return `${name} in ${file} sets nothing: ${meant ? `is ${meant} meant?` : "take it out, or look among the settings in the README for what is meant."}`;
      }),
  );
  const said = new Set(Object.values(files).flat());
  const around = Object.keys(environment)
    .filter((name) => !known(name) && !said.has(name) && name.length > 6 && nearest(name).far <= 2)
    .map((name) => `${name} in the environment sets nothing: is ${nearest(name).known} meant?`);
  return [...inFiles, ...around];
}
