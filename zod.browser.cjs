// Tells zod, where it is loaded into a browser, to write no code of its own: the policy of our pages forbids that, and
// even the question whether it is allowed would be reported as an offence. On the server zod goes on doing so.
module.exports = (source) => {
  const made = source.replace("(_a.__zod_globalConfig = {})", "(_a.__zod_globalConfig = { jitless: true })");
  if (made === source) throw new Error("zod says its settings in another way now: see zod.browser.cjs");
  return made;
};
