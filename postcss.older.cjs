// Style sheets as older browsers read them: Chrome 80 and Safari 14 know no cascade layers, no `inset`, no `*-inline` for
// two sides at once, no dynamic viewport, and drop the whole rule or declaration. CommonJS, because that is how Next loads it.

/** Layers in the order in which they win; what stands in none wins over all. */
const layers = ["properties", "theme", "base", "components", "utilities"];
/** How many times a rule of a layer is made weightier. The first three never compete with a class of ours. */
const weights = { properties: 0, theme: 0, base: 0, components: 1, utilities: 2 };
const unlayered = 3;
/** Holds for every element, and weighs more than any number of classes. */
const heavier = ":not(#_)";

/** Where a browser lacks what Chrome 87 and Safari 14.1 brought, so that nothing of it weighs on others. */
const older = "not (inset: 0)";

/** A selector with `:is()` written out, each of its alternatives by itself: one that is not known loses the whole rule. */
function writtenOut(selector) {
  const [whole, inside] = /:is\(([^()]*)\)/.exec(selector) ?? [];
  if (!whole || selector.includes(":where(")) return [selector];
  return inside.split(",").flatMap((one) => {
    const [before, after] = [
      selector.slice(0, selector.indexOf(whole)),
      selector.slice(selector.indexOf(whole) + whole.length),
    ];
    // An element comes first in what it is part of.
    const own = /[^\s>+~]*$/.exec(before)[0];
    const element = /^[a-z]/i.test(one.trim());
    const joint = element
      ? before.slice(0, before.length - own.length) + one.trim() + own
      : before + one.trim();
    return writtenOut(joint + after);
  });
}

/** A selector that weighs more: the first compound carries it, after its element. */
const weightier = (selector, times) =>
  selector.replace(/^\s*(\*|[a-z][a-z0-9-]*)?/i, (element) => element + heavier.repeat(times));

const inKeyframes = (rule) => rule.parent?.type === "atrule" && /keyframes$/.test(rule.parent.name);

/** The parts of a value between spaces, those in brackets whole. */
const partsOf = (value) => value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

/** Sides of a shorthand by two values, as longhands that older browsers have. */
const twoSides = {
  "margin-inline": ["margin-inline-start", "margin-inline-end"],
  "margin-block": ["margin-top", "margin-bottom"],
  "padding-inline": ["padding-inline-start", "padding-inline-end"],
  "padding-block": ["padding-top", "padding-bottom"],
  "inset-block": ["top", "bottom"],
};
const oneSide = { "inset-block-start": "top", "inset-block-end": "bottom" };
const borders = {
  "border-inline": ["border-inline-start", "border-inline-end"],
  "border-block": ["border-top", "border-bottom"],
};

/** Writes a declaration so that older browsers read it too; what depends on the direction of writing is left. */
function widen(decl) {
  const { prop, value } = decl;
  const put = (name, said) => decl.cloneBefore({ prop: name, value: said });
  if (prop === "inset") {
    const [top, right = top, bottom = top, left = right] = partsOf(value);
    for (const [name, said] of Object.entries({ top, right, bottom, left })) put(name, said);
  } else if (twoSides[prop]) {
    const [start, end = start] = partsOf(value);
    put(twoSides[prop][0], start);
    put(twoSides[prop][1], end);
  } else if (borders[prop]) for (const name of borders[prop]) put(name, value);
  else if (oneSide[prop]) put(oneSide[prop], value);
  else {
    // Both are read where both are known, and the later one wins.
    if (/\d(d|s|l)v[hwb]\b/.test(value)) put(prop, value.replace(/(\d)(?:d|s|l)(v[hw])\b/g, "$1$2"));
    if (prop === "inset-inline" && partsOf(value).length === 1)
      for (const name of ["left", "right"]) put(name, value);
    return;
  }
  decl.remove();
}

/** What hangs on the direction of writing, said for both, for older browsers alone. */
const sided = { "inset-inline-start": ["left", "right"], "inset-inline-end": ["right", "left"] };

/** The declarations of a rule by name. */
const saidIn = (rule) =>
  new Map(rule.nodes.filter((node) => node.type === "decl").map((decl) => [decl.prop, decl.value]));

/** What a rule says of sides that depend on the direction of writing, once for each. */
function bothDirections(rule, Rule) {
  const said = saidIn(rule);
  return Object.entries(sided)
    .filter(([prop]) => said.has(prop))
    .flatMap(([prop, [ltr, rtl]]) =>
      [
        ["ltr", ltr],
        ["rtl", rtl],
      ].map(([direction, side]) =>
        new Rule({ selectors: rule.selectors.map((one) => `[dir=${direction}] ${one.trim()}`) }).append({
          prop: side,
          value: said.get(prop),
        }),
      ),
    );
}

/** The space between things in a line, which older browsers know between cells alone. */
function spaceBetween(rule, Rule) {
  const said = saidIn(rule);
  const gap = said.get("column-gap") ?? partsOf(said.get("gap") ?? "").at(-1);
  if (!gap || !/^(inline-)?flex$/.test(said.get("display") ?? "")) return [];
  const side = /^column/.test(said.get("flex-direction") ?? "") ? "margin-top" : "margin-inline-start";
  return [
    new Rule({ selectors: rule.selectors.map((one) => `${one} > * + *`) }).append({ prop: side, value: gap }),
  ];
}

/** The ring of focus: older browsers show it for a mouse too, rather than to nobody. */
const ring = (rule) =>
  rule.selectors.some((one) => one.includes(":focus-visible"))
    ? [rule.clone({ selectors: rule.selectors.map((one) => one.replace(/:focus-visible/g, ":focus")) })]
    : [];

/** Puts behind a rule what older browsers need beside it. */
function addForOlder(rule, { AtRule, Rule }) {
  if (!rule.nodes) return;
  const put = (params, rules) =>
    rules.length > 0 ? rule.after(new AtRule({ name: "supports", params }).append(rules)) : null;
  put(older, [...bothDirections(rule, Rule), ...spaceBetween(rule, Rule)]);
  put(`(${older}) or (not selector(:focus-visible))`, ring(rule));
}

/** Takes the layers away and keeps what they mean: a rule of a later layer weighs more, whatever its selector. */
function flatten(root) {
  const layerOf = (rule) => {
    for (let at = rule.parent; at; at = at.parent)
      if (at.type === "atrule" && at.name === "layer") return at.params.trim();
    return null;
  };
  root.walkRules((rule) => {
    if (inKeyframes(rule)) return;
    const layer = layerOf(rule);
    if (layer !== null && !layers.includes(layer))
      throw rule.error(`The layer ${layer} has no place among the others.`);
    const weight = layer === null ? unlayered : weights[layer];
    if (weight > 0) rule.selectors = rule.selectors.map((selector) => weightier(selector, weight));
  });
  root.walkAtRules("layer", (layer) => {
    if (layer.nodes) layer.replaceWith(layer.nodes);
    else layer.remove();
  });
}

/** @returns {import("postcss").Plugin} */
module.exports = () => ({
  postcssPlugin: "older-browsers",
  OnceExit(root, helpers) {
    // Where `@property` is unknown its values are said for each element; Tailwind asks for Safari and Firefox alone.
    root.walkAtRules("supports", (asked) => {
      if (asked.params.includes("-moz-orient")) asked.params = `(${older}) or (${asked.params})`;
    });
    root.walkRules((rule) => {
      if (!inKeyframes(rule) && rule.selector.includes(":is("))
        rule.selectors = rule.selectors.flatMap(writtenOut);
    });
    flatten(root);
    root.walkRules((rule) => {
      if (inKeyframes(rule)) return;
      rule.each((node) => {
        if (node.type === "decl") widen(node);
      });
    });
    const rules = [];
    root.walkRules((rule) => {
      if (!inKeyframes(rule)) rules.push(rule);
    });
    for (const rule of rules) addForOlder(rule, helpers);
  },
});
module.exports.postcss = true;
