// npm run passwords: makes lib/accounts/commonPasswords.json, the folded forms of passwords that many people use, from the
// library @zxcvbn-ts/language-common (MIT, counted from passwords that became public) and words of our own languages. The
// service reads that file; the library is for this command alone.
import { writeFileSync } from "node:fs";
import { dictionary } from "@zxcvbn-ts/language-common";
import { formsOf } from "../lib/accounts/rules/passwords";

/** So many are taken, the most common first, besides all that are long enough to be chosen here. */
const most = 20_000;
const shortest = 10;

/** What the library lacks: first guesses in French and Arabic, also as Arabic is typed in Latin letters. */
const ours = [
  "motdepasse monmotdepasse bonjour bonsoir jetaime soleil chouchou doudou loulou coucou bienvenue azertyuiop",
  "qsdfghjklm wxcvbn marseille camille nicolas liberte cooperative cooperatives formation formateur formatrice",
  "كلمةالسر كلمةالمرور كلمهسر السلام_عليكم سلام_عليكم الحمدلله بسمالله بسماللهالرحمنالرحيم اللهأكبر ماشاءالله",
  "انشاءالله محمد احمد حبيبي حبيبتي فلسطين الاردن مرحبا تعاونية تعاونيات تدريب مدرب",
  "habibi habibti alhamdulillah bismillah mashallah inshallah salamalaikum assalamualaikum allahuakbar palestine",
  "welcome changeme letmein administrator training trainer trainers coordinator password motdepass",
].flatMap((line) => line.split(" "));

const { passwords } = dictionary as unknown as { passwords: string[] };
const taken = [...passwords.filter((word, rank) => rank < most || word.length >= shortest), ...ours];
const words = [...new Set(taken.flatMap(formsOf))].sort();

/** A line holds so many words, so that a change of one is a change of a line. */
const perLine = 100;
const lines = Array.from({ length: Math.ceil(words.length / perLine) }, (_, i) =>
  words.slice(i * perLine, (i + 1) * perLine).join(" "),
);
writeFileSync(
  "lib/accounts/commonPasswords.json",
  `${JSON.stringify({ licence: "MIT, Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.; @zxcvbn-ts/language-common 3", words: lines }, null, 2)}\n`,
);
process.stdout.write(`${words.length} forms of ${taken.length} passwords\n`);
