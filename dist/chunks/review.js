import { $a as reaching, Ai as isAbout, Bs as didYouMean, Ds as resolve, Go as SEVERITIES, Gs as name, Ho as compareText, Is as sameValue, Ja as Source, Jo as inFile, Ko as inBase, Ks as say, Ls as valueAt, Mi as RULE_SETTINGS, Ms as isMapping, Ni as ruleConfig, Ns as kindOf, Oi as NEVER_SILENT, Oo as GlobSet, Os as DEFINITIONS, Ps as own, Qa as allEdges, Qi as validateDocument, Rs as pointer, To as keyPlace, Vo as Collector, Wo as RULES, Wr as comparisonOf, Ws as list, Xa as placeOfSchema, Xs as Opaque, Ya as isSecretAt, Yi as narrowed, Yo as inSpan, Za as isSecretUnder, Zo as locate, aa as separator, an as rewrite, bi as evaluate, ca as KIND, ci as parseQuantity, co as selectsEnvironment, d as higherLevel, da as kindsOf$2, eo as enter, ia as mergeRule, io as filesBehind, ji as isSameSilence, js as isList, ki as hasEnded, ko as pathGlob, ks as heldBy, la as choiceOf, li as scaleOf, lo as documentKey, n as fieldPlace, na as isWithheld, no as alwaysWith, o as keyOf$3, oa as kindNames, oo as CONFIG_FILE, os as Failure, pi as provenanceIn, qs as shown, r as metadataPlace, ra as documentReference, ro as applicatorsOf, s as mayBeSealed, sa as decide, si as createNaming, so as selectsChange, ti as announce, to as unionsOf, u as CHANGE_LEVELS, ua as kindsAt, uo as parseDocumentKey, wo as findNode, xi as link } from "./shared.js";
import "./difference.js";
// src/stages/schema-diff/unevaluated.ts
const NONE = {
	keys: [],
	items: [],
	unclear: []
};
const known = /* @__PURE__ */ new WeakMap();
/** What `unevaluatedProperties` and `unevaluatedItems` of 2020-12 come to. */
function unevaluatedOf(view) {
	let found = known.get(view);
	if (found === void 0) known.set(view, found = read(view));
	return found;
}
function read(view) {
	const found = {
		keys: [],
		items: [],
		unclear: []
	};
	for (const node of view.nodes) {
		if (node.dialect === "draft-07") continue;
		const [keys] = heldBy(node, "unevaluatedProperties");
		const [items] = heldBy(node, "unevaluatedItems");
		if (keys !== void 0) add$1(found, node, "unevaluatedProperties", keys[1]);
		if (items !== void 0) add$1(found, node, "unevaluatedItems", items[1]);
	}
	return found.keys.length + found.items.length + found.unclear.length === 0 ? NONE : found;
}
function add$1(found, node, keyword, schema) {
	const beside = alwaysWith([node]);
	if (beside.cut || beside.nodes.some((one) => isConditional(one, keyword))) {
		found.unclear.push({
			node,
			keyword
		});
		return;
	}
	const isAsked = (one) => one !== node && one.keyword(keyword) !== void 0;
	if (beside.nodes.some((one) => evaluatesAll(one, keyword) || isAsked(one))) return;
	const names = /* @__PURE__ */ new Set();
	const patterns = [];
	let from = 0;
	for (const one of beside.nodes) {
		const { properties, patterns: own, prefix } = applicatorsOf(one);
		for (const name of properties.keys()) names.add(name);
		for (const [pattern] of own) patterns.push(pattern);
		from = Math.max(from, prefix.length);
	}
	found[keyword === "unevaluatedItems" ? "items" : "keys"].push({
		schema,
		names,
		patterns,
		from
	});
}
function isConditional(node, keyword) {
	if (node.keyword("$dynamicRef") !== void 0 || applicatorsOf(node).maybe.length > 0) return true;
	return keyword === "unevaluatedItems" && node.keyword("contains") !== void 0;
}
function evaluatesAll(node, keyword) {
	const { additional, items } = applicatorsOf(node);
	return keyword === "unevaluatedItems" ? items !== void 0 : additional !== void 0;
}
// src/stages/schema-diff/distinct.ts
function distinct(values) {
	const scalars = /* @__PURE__ */ new Set();
	const texts = /* @__PURE__ */ new Set();
	const isKnown = (value) => isScalar(value) ? scalars.has(value) : texts.has(textOf(value));
	const each = [];
	for (const value of values) {
		if (isKnown(value)) continue;
		if (isScalar(value)) scalars.add(value);
		else texts.add(textOf(value));
		each.push(value);
	}
	return {
		values: each,
		has: isKnown
	};
}
/** What is opaque stands for itself, too. */
function isScalar(value) {
	return value instanceof Opaque || typeof value !== "object" || value === null;
}
/** A text that equal collections share, without the order of keys. */
function textOf(value) {
	if (isList(value)) return `[${value.map(textOf).join()}]`;
	if (!isMapping(value)) return value instanceof Opaque ? "opaque" : JSON.stringify(value);
	return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${textOf(value[key])}`).join()}}`;
}
// src/stages/schema-diff/type.ts
const OF_TYPE = /* @__PURE__ */ new Map([
	["string", KIND.string],
	["integer", KIND.integer],
	["number", KIND.integer | KIND.fraction],
	["boolean", KIND.boolean],
	["null", KIND.null],
	["array", KIND.list],
	["object", KIND.mapping]
]);
/** The kinds that `type` asks for, or `false`; a `type` that names anything else is not looked at, as in validation. */
function typeOf(node) {
	if (node.schema === false) return 0;
	const type = node.keyword("type");
	if (type === void 0) return 127;
	let kinds = 0;
	for (const one of isList(type) ? type : [type]) {
		const named = OF_TYPE.get(one);
		if (named === void 0) return 127;
		kinds |= named;
	}
	return kinds === 0 ? 127 : kinds;
}
// src/stages/schema-diff/view.ts
/**
* All that a schema asks of the values at one place: the schemas that apply together there, through `$ref` and `allOf`,
* read as one. So it makes no difference how a schema is written down. What each keyword comes to is worked out when it
* is asked for, once.
*/
var View = class {
	/** Absent where no schema applies. */
	scope;
	/** Kinds of values that there can be here, whatever the schema says: keys are strings. */
	mask;
	#known = /* @__PURE__ */ new Map();
	constructor(scope, mask) {
		this.scope = scope;
		this.mask = mask;
	}
	/** The schemas that apply, nearest first. */
	get nodes() {
		return this.scope?.nodes ?? [];
	}
	/** How much there is to look at, about. */
	get size() {
		const { names } = this.scope ?? {};
		return 1 + this.nodes.length + (this.listed?.values.length ?? 0) + this.required.size + (names?.size ?? 0);
	}
	/** The kinds of values that are accepted; never too few. */
	get kinds() {
		return this.#once("kinds", () => (this.scope === void 0 ? 127 : kindsAt(this.scope)) & this.mask);
	}
	/** The kinds that `type` asks for, by itself. */
	get typed() {
		return this.#once("typed", () => this.nodes.reduce((kinds, node) => kinds & typeOf(node), this.mask));
	}
	/** The values that `enum` and `const` leave; `undefined` where nobody lists them. */
	get listed() {
		return this.#once("listed", () => this.#listed());
	}
	/** All values that may be accepted, where they can be counted: those listed, or all of `boolean` and `null`. */
	get choice() {
		return this.#once("choice", () => this.#choice());
	}
	/** Each required key, with who says so. */
	get required() {
		return this.#once("required", () => {
			const required = /* @__PURE__ */ new Map();
			for (const node of this.nodes) for (const key of namesIn(node.keyword("required"))) if (!required.has(key)) required.set(key, {
				node,
				keyword: "required"
			});
			return required;
		});
	}
	get unions() {
		return this.#once("unions", () => this.nodes.flatMap((node) => unionsIn(node, this.mask)));
	}
	get negated() {
		return this.#once("negated", () => this.#held("not"));
	}
	get contained() {
		return this.#once("contained", () => this.#held("contains", 127));
	}
	get dependents() {
		return this.#once("dependents", () => dependentsIn(this));
	}
	/** Whether some schema that may apply here is under `x-secret`, or nobody can tell. */
	get isSecret() {
		return this.#once("secret", () => this.scope !== void 0 && isSecretUnder(this.scope.seeds.nodes));
	}
	#held(keyword, mask = this.mask) {
		return this.nodes.flatMap((node) => heldBy(node, keyword).map(([, held]) => ({
			node,
			view: viewOf(held, mask)
		})));
	}
	#listed() {
		let listed;
		for (const node of this.nodes) {
			const values = choiceOf(node);
			if (values === void 0) continue;
			const these = distinct(values);
			listed = listed === void 0 ? these : distinct(listed.values.filter(these.has));
		}
		return listed;
	}
	#choice() {
		const { kinds, listed } = this;
		if (listed !== void 0) return distinct(listed.values.filter((value) => (kindsOf$2(value) & kinds) !== 0));
		if ((kinds & ~(KIND.null | KIND.boolean)) !== 0) return void 0;
		return distinct([
			true,
			false,
			null
		].filter((value) => (kindsOf$2(value) & kinds) !== 0));
	}
	#once(what, work) {
		if (!this.#known.has(what)) this.#known.set(what, work());
		return this.#known.get(what);
	}
};
const views = /* @__PURE__ */ new WeakMap();
const free = /* @__PURE__ */ new Map();
/** What applies in a scope; where there is none, nothing does. */
function viewIn(scope, mask = 127) {
	const nobody = scope === void 0 || scope.nodes.length === 0;
	let known = nobody ? free : views.get(scope);
	if (known === void 0) views.set(scope, known = /* @__PURE__ */ new Map());
	let view = known.get(mask);
	if (view === void 0) known.set(mask, view = new View(nobody ? void 0 : scope, mask));
	return view;
}
/** What a schema asks by itself. */
function viewOf(node, mask = 127) {
	return viewIn(enter(node), mask);
}
/** What several schemas ask together. */
function viewOfAll(nodes) {
	const [first, ...others] = nodes;
	return viewIn(first === void 0 ? void 0 : enter(first).with(others));
}
function namesIn(value) {
	const names = isList(value) ? value.filter((name) => typeof name === "string") : [];
	return isList(value) && names.length === value.length ? names : [];
}
function unionsIn(node, mask) {
	const unions = [];
	for (const keyword of ["oneOf", "anyOf"]) {
		const nodes = heldBy(node, keyword).map(([, branch]) => branch);
		if (nodes.length > 0) unions.push({
			node,
			keyword,
			nodes,
			views: nodes.map((branch) => viewOf(branch, mask))
		});
	}
	return unions;
}
function dependentsIn({ nodes }) {
	const byKey = /* @__PURE__ */ new Map();
	for (const node of nodes) for (const keyword of node.dialect === "draft-07" ? ["dependencies"] : ["dependentSchemas", "dependencies"]) for (const [key, held] of heldBy(node, keyword)) byKey.set(key, [...byKey.get(key) ?? [], held]);
	return Array.from(byKey, ([key, schemas]) => ({
		key,
		node: schemas[0],
		view: viewOfAll(schemas)
	}));
}
/** The keys that a key brings along, each with who says so: `dependentRequired`, and lists in `dependencies`. */
function dependentKeys(view) {
	const found = /* @__PURE__ */ new Map();
	for (const node of view.nodes) for (const keyword of node.dialect === "draft-07" ? ["dependencies"] : ["dependentRequired", "dependencies"]) {
		const said = node.keyword(keyword);
		if (!isMapping(said)) continue;
		for (const key of Object.keys(said)) for (const needs of namesIn(said[key])) found.set(JSON.stringify([key, needs]), {
			node,
			keyword,
			key,
			needs
		});
	}
	return found;
}
/** Most patterns for keys whose combinations are looked at one by one. */
const MOST_PATTERNS = 5;
/** What is asked of what a key holds. */
function viewAtKey(view, key) {
	const { scope } = view;
	if (scope === void 0) return view;
	const others = unevaluatedOf(view).keys.filter((one) => !isEvaluated(one, key));
	return viewIn(scope.atKey(key).with(others.map(({ schema }) => schema)));
}
function isEvaluated({ names, patterns, schema }, key) {
	return names.has(key) || patterns.some((pattern) => schema.home.regexp.test(pattern, key) === true);
}
/** What is asked of an item. */
function viewAtItem(view, index) {
	const { scope } = view;
	if (scope === void 0) return view;
	const others = unevaluatedOf(view).items.filter(({ from }) => index >= from);
	return viewIn(scope.atItem(index).with(others.map(({ schema }) => schema)));
}
/** All that mappings and lists hold which both sides accept: each key that is named, all others, and items. */
function* entriesOf(base, head) {
	const kinds = base.kinds & head.kinds;
	if ((kinds & KIND.mapping) !== 0) yield* keysOf$2(base, head);
	if ((kinds & KIND.list) === 0) return;
	const prefix = Math.max(prefixOf(base), prefixOf(head));
	for (let index = 0; index <= prefix; index++) {
		const [token, is] = index === prefix ? ["*", "items"] : [String(index), "item"];
		yield {
			base: viewAtItem(base, index),
			head: viewAtItem(head, index),
			token,
			to: { is }
		};
	}
}
function prefixOf(view) {
	return unevaluatedOf(view).items.reduce((most, { from }) => Math.max(most, from), view.scope?.prefix ?? 0);
}
function* keysOf$2(base, head) {
	const names = /* @__PURE__ */ new Set([...namesOf(base), ...namesOf(head)]);
	for (const key of names) yield {
		base: viewAtKey(base, key),
		head: viewAtKey(head, key),
		token: key,
		to: { is: "key" }
	};
	for (const patterns of combinationsOf(base, head) ?? []) {
		const to = {
			is: "keys",
			patterns: [...patterns]
		};
		yield {
			base: viewAtOthers(base, patterns),
			head: viewAtOthers(head, patterns),
			token: "*",
			to
		};
	}
	yield {
		base: viewOfKeys(base),
		head: viewOfKeys(head),
		to: { is: "names" }
	};
}
function namesOf({ scope }) {
	return scope?.names ?? [];
}
/** What is asked of keys, which are strings. */
function viewOfKeys({ scope }) {
	return viewIn(scope?.ofKeys(), KIND.string);
}
/** What is asked of what a key holds that nobody names and that matches just these patterns. */
function viewAtOthers(view, matched) {
	const below = [];
	for (const node of view.nodes) {
		const { patterns, additional } = applicatorsOf(node);
		const schemas = patterns.filter(([pattern]) => matched.has(pattern)).map(([, schema]) => schema);
		if (schemas.length > 0) below.push(...schemas);
		else if (additional !== void 0) below.push(additional);
	}
	for (const { patterns, schema } of unevaluatedOf(view).keys) if (!patterns.some((pattern) => matched.has(pattern))) below.push(schema);
	return viewOfAll(below);
}
function patternsOf(view) {
	const found = /* @__PURE__ */ new Set();
	for (const node of view.nodes) for (const [pattern] of applicatorsOf(node).patterns) found.add(pattern);
	return found;
}
/**
* The sets of patterns that a key may match, as far as they have to be looked at; `undefined` where there are too many
* patterns to tell.
*/
function combinationsOf(base, head) {
	const all = [.../* @__PURE__ */ new Set([...patternsOf(base), ...patternsOf(head)])];
	if (all.length <= MOST_PATTERNS) return subsets(all);
	return isPlain(base, head) ? [/* @__PURE__ */ new Set(), ...all.map((pattern) => /* @__PURE__ */ new Set([pattern]))] : void 0;
}
/** Whether each side has its patterns in one schema, the same ones: then each pattern can be looked at by itself. */
function isPlain(base, head) {
	const [before, after] = [patternsOf(base), patternsOf(head)];
	return before.size === after.size && [...before].every((pattern) => after.has(pattern)) && [base, head].every((view) => {
		return view.nodes.map(applicatorsOf).filter(({ patterns, additional }) => patterns.length > 0 || additional).length === 1 && unevaluatedOf(view).keys.length === 0;
	});
}
function subsets(all) {
	const sets = [];
	for (let bits = 0; bits < 1 << all.length; bits++) sets.push(new Set(all.filter((_, i) => (bits & 1 << i) !== 0)));
	return sets;
}
// src/stages/schema-diff/apart.ts
/** How deep it is looked for what tells values apart, and how many keys are tried. */
const DEEPEST$1 = 2;
const MOST_TRIED = 32;
/** Whether it is certain that no value is accepted by both: by kind, by the values listed, or by what a key holds. */
function areApart(one, other, depth = DEEPEST$1) {
	const common = one.kinds & other.kinds;
	if (common === 0) return true;
	if (one.choice !== void 0 && other.choice !== void 0 && !one.choice.values.some(other.choice.has)) return true;
	if (common !== KIND.mapping || depth === 0) return false;
	let tried = 0;
	for (const key of [...one.required.keys(), ...other.required.keys()]) {
		if (++tried > MOST_TRIED) return false;
		if (areApart(viewAtKey(one, key), viewAtKey(other, key), depth - 1)) return true;
	}
	return false;
}
// src/stages/schema-diff/difference.ts
/** A spot on each side where there is one. */
function spots(base, head) {
	return {
		...base === void 0 ? {} : { base },
		...head === void 0 ? {} : { head }
	};
}
/** The first schema that says a keyword. */
function saying(view, ...keywords) {
	for (const keyword of keywords) {
		const node = view.nodes.find((one) => one.keyword(keyword) !== void 0);
		if (node !== void 0) return {
			node,
			keyword
		};
	}
}
/** The schema that is nearest, where any is. */
function nearestIn(view) {
	const [node] = view.nodes;
	return node === void 0 ? void 0 : { node };
}
// src/stages/schema-diff/branches.ts
/** Whether one of the alternatives, or just one of them, is certain for all that a side accepts. */
function isGuaranteed(union, from, asking) {
	if (accountsFor(union, {
		views: [from],
		within: [from],
		single: false
	}, asking)) return true;
	return from.unions.some((given) => {
		const within = given.nodes.map((node) => viewIn(from.scope?.with([node]), from.mask));
		return accountsFor(union, {
			views: given.views,
			within,
			single: given.keyword === "oneOf"
		}, asking);
	});
}
function accountsFor({ keyword, views }, ways, asking) {
	return ways.views.every((way, i) => {
		if (ways.within[i]?.kinds === 0) return true;
		return first(views, i, (view, j) => {
			if (!asking.within(way, view)) return false;
			return keyword === "anyOf" || views.every((other, k) => k === j || isExcluded(other, i, k, ways, asking));
		});
	});
}
/** Whether what was accepted in one way is not accepted by an alternative. */
function isExcluded(other, way, index, { views, within, single }, asking) {
	if (asking.apart(within[way], other)) return true;
	return single && first(views, index, (view, i) => i !== way && asking.within(other, view));
}
/** Whether any does, the likeliest asked first. */
function first(views, likely, test) {
	const guess = views[likely];
	return guess !== void 0 && test(guess, likely) || views.some((view, i) => i !== likely && test(view, i));
}
function ungiven(to, from, asking) {
	return to.unions.filter((union) => !isGuaranteed(union, from, asking));
}
/** `oneOf` and `anyOf`. What changes inside alternatives is told there. */
const unions = {
	asksMore: (to, from, asking) => ungiven(to, from, asking).length > 0,
	tell: ({ base, head }, asking) => {
		const [lost, gained] = [new Set(ungiven(head, base, asking)), new Set(ungiven(base, head, asking))];
		const differences = [];
		const paired = pairUnions(base, head, asking);
		for (const [before, after] of paired) {
			differences.push(...tellPair(before, after, {
				lost: lost.has(after),
				gained: gained.has(before)
			}, asking));
			lost.delete(after);
			gained.delete(before);
		}
		for (const { node, keyword } of lost) differences.push({
			level: "major",
			keyword,
			message: NEW[keyword],
			head: {
				node,
				keyword
			}
		});
		for (const { node, keyword } of gained) differences.push({
			level: "minor",
			keyword,
			message: GONE[keyword],
			base: {
				node,
				keyword
			}
		});
		return differences;
	}
};
const NEW = {
	oneOf: say`just one of several alternatives has to be met now`,
	anyOf: say`one of several alternatives has to be met now`
};
const GONE = {
	oneOf: say`none of several alternatives has to be met any more`,
	anyOf: say`none of several alternatives has to be met any more`
};
/** Unions that stand for one another: those that ask the same first, then those with the same keyword, in order. */
function pairUnions(base, head, asking) {
	const pairs = [];
	const [left, right] = [new Set(base.unions), new Set(head.unions)];
	for (const fits of [isEqual, () => true]) for (const before of left) {
		const after = [...right].find((other) => other.keyword === before.keyword && fits(before, other, asking));
		if (after === void 0) continue;
		left.delete(before);
		right.delete(after);
		pairs.push([before, after]);
	}
	return pairs;
}
function isEqual(one, other, { within }) {
	return one.views.length === other.views.length && one.views.every((view, i) => {
		const counterpart = other.views[i];
		return within(view, counterpart) && within(counterpart, view);
	});
}
function tellPair(before, after, { lost, gained }, asking) {
	const { pairs, removed, added } = pairBranches(before, after, asking);
	const { keyword } = after;
	const differences = [];
	for (const view of lost ? removed : []) {
		if (after.views.some((other) => asking.within(view, other))) continue;
		const base = nearestIn(view) ?? {
			node: before.node,
			keyword
		};
		differences.push({
			level: "major",
			keyword,
			message: say`an alternative is gone${nameOf(view)}`,
			base
		});
	}
	for (const view of gained ? added : []) {
		if (before.views.some((other) => asking.within(view, other))) continue;
		const head = nearestIn(view) ?? {
			node: after.node,
			keyword
		};
		differences.push({
			level: "minor",
			keyword,
			message: say`an alternative is new${nameOf(view)}`,
			head
		});
	}
	const places = {
		base: {
			node: before.node,
			keyword
		},
		head: {
			node: after.node,
			keyword
		}
	};
	const isTold = (level) => differences.some((one) => one.level === level);
	if (lost && !isTold("major") && pairs.every(([base, head]) => asking.within(base, head))) differences.push({
		level: "major",
		keyword,
		message: say`a value may meet more than one of the alternatives now`,
		...places
	});
	else if (gained && !isTold("minor") && pairs.every(([base, head]) => asking.within(head, base))) differences.push({
		level: "minor",
		keyword,
		message: say`the alternatives exclude one another less`,
		...places
	});
	return differences;
}
function nameOf({ nodes }) {
	const titles = nodes.map((node) => node.keyword("title")).filter((title) => typeof title === "string");
	return titles[0] === void 0 ? say`` : say`: ${list([name(titles[0])])}`;
}
/** Which alternative became which: those that accept the same, then by tag, by reference, and where they stand. */
function pairBranches(before, after, { within }) {
	const pairs = [];
	const [left, right] = [new Set(before.views.keys()), new Set(after.views.keys())];
	const take = (fits) => {
		for (const i of left) {
			const j = right.has(i) && fits(i, i) ? i : [...right].find((other) => fits(i, other));
			if (j === void 0) continue;
			left.delete(i);
			right.delete(j);
			pairs.push([before.views[i], after.views[j]]);
		}
	};
	const [tags, newTags] = [tagsOf(before), tagsOf(after)];
	const [names, newNames] = [before.nodes.map(referenceOf), after.nodes.map(referenceOf)];
	take((i, j) => tags[i] !== void 0 && tags[i] === newTags[j]);
	const isNarrower = (i, j) => within(before.views[i], after.views[j]);
	const isWider = (i, j) => within(after.views[j], before.views[i]);
	take((i, j) => isNarrower(i, j) && isWider(i, j));
	take((i, j) => names[i] !== void 0 && names[i] === newNames[j]);
	take((i, j) => isNarrower(i, j) || isWider(i, j));
	take((i, j) => i === j);
	return {
		pairs,
		removed: [...left].map((i) => before.views[i]),
		added: [...right].map((j) => after.views[j])
	};
}
/** The first tag of each branch, where tags tell branches apart. */
function tagsOf(union) {
	const byTag = discriminated(union)?.byTag ?? [];
	return union.nodes.map((branch) => [...byTag].find(([, one]) => one === branch)?.[0]);
}
function discriminated({ node, keyword }) {
	return unionsOf(node).find((union) => union.keyword === keyword);
}
function referenceOf(node) {
	return node.keyword("$ref");
}
/** The alternatives that stand for one another, on both sides. */
function* branchEdges(base, head, asking) {
	for (const [before, after] of pairUnions(base, head, asking)) {
		const certain = [before, after].every((union) => discriminated(union) !== void 0);
		for (const [one, other] of pairBranches(before, after, asking).pairs) yield {
			base: one,
			head: other,
			...certain ? {} : { may: true }
		};
	}
}
// src/stages/schema-diff/conditions.ts
function clausesOf(view) {
	return view.nodes.flatMap((node) => {
		const [when, then, otherwise] = [
			"if",
			"then",
			"else"
		].map((keyword) => heldBy(node, keyword)[0]?.[1]);
		if (when === void 0 || then === void 0 && otherwise === void 0) return [];
		const [yes, no] = [then, otherwise].map((schema) => schema && viewOf(schema, view.mask));
		const free = viewIn(void 0, view.mask);
		return [{
			node,
			when: viewOf(when, view.mask),
			then: yes ?? free,
			otherwise: no ?? free
		}];
	});
}
function isSame(one, other, { within }) {
	return within(one, other) && within(other, one);
}
function newClauses(to, from, asking) {
	const given = clausesOf(from);
	return clausesOf(to).filter(({ when, then, otherwise }) => {
		if (asking.within(from, then) && asking.within(from, otherwise)) return false;
		return !given.some((one) => {
			return isSame(one.when, when, asking) && asking.within(one.then, then) && asking.within(one.otherwise, otherwise);
		});
	});
}
/** The clauses that are under one condition on both sides. */
function clausePairs(base, head, asking) {
	const after = new Set(clausesOf(head));
	return clausesOf(base).flatMap((clause) => {
		const other = [...after].find(({ when }) => isSame(clause.when, when, asking));
		if (other === void 0) return [];
		after.delete(other);
		return [[clause, other]];
	});
}
/** `if`, `then`, `else`. A condition that changes is not looked into: it counts as another one. */
const clauses = {
	asksMore: (to, from, asking) => newClauses(to, from, asking).length > 0,
	tell: ({ base, head }, asking) => {
		const pairs = clausePairs(base, head, asking);
		const toldInside = new Set(pairs.flat());
		const side = (level, clause) => {
			const spot = {
				node: clause.node,
				keyword: "if"
			};
			return {
				level,
				keyword: "if",
				message: level === "major" ? NEW_CLAUSE : OLD_CLAUSE,
				[level === "major" ? "head" : "base"]: spot
			};
		};
		return [...newClauses(head, base, asking).filter((clause) => isUntold(clause, toldInside)).map((clause) => side("major", clause)), ...newClauses(base, head, asking).filter((clause) => isUntold(clause, toldInside)).map((clause) => side("minor", clause))];
	}
};
/** Clauses are made anew at each question: what tells them is where they stand. */
function isUntold({ node }, told) {
	return ![...told].some((one) => one.node === node);
}
const NEW_CLAUSE = say`a condition is new or another one: documents that meet it have to meet what follows from it`;
const OLD_CLAUSE = say`a condition is gone or another one`;
function newNegations(to, from, asking) {
	return to.negated.filter(({ view }) => {
		return !asking.apart(from, view) && !from.negated.some((given) => asking.within(view, given.view));
	}).map(({ node }) => node);
}
/** `not`. */
const negations = {
	asksMore: (to, from, asking) => newNegations(to, from, asking).length > 0,
	tell: ({ base, head }, asking) => [...newNegations(head, base, asking).map((node) => {
		return {
			level: "major",
			keyword: "not",
			message: say`what "not" excludes is new or another thing`,
			head: {
				node,
				keyword: "not"
			}
		};
	}), ...newNegations(base, head, asking).map((node) => {
		return {
			level: "minor",
			keyword: "not",
			message: say`less is excluded by "not"`,
			base: {
				node,
				keyword: "not"
			}
		};
	})]
};
function newDependents(to, from, asking) {
	if ((from.kinds & KIND.mapping) === 0) return [];
	return to.dependents.filter(({ key, view }) => {
		if (viewAtKey(from, key).kinds === 0 || asking.within(from, view)) return false;
		return !from.dependents.some((given) => given.key === key && asking.within(given.view, view));
	});
}
function dependentPairs(base, head) {
	return base.dependents.flatMap((one) => {
		const other = head.dependents.find(({ key }) => key === one.key);
		return other === void 0 ? [] : [[one, other]];
	});
}
/** `dependentSchemas`: what a key brings along. */
const dependents = {
	asksMore: (to, from, asking) => newDependents(to, from, asking).length > 0,
	tell: ({ base, head }, asking) => {
		const pairs = dependentPairs(base, head);
		const told = new Set(pairs.flat());
		const keyword = "dependentSchemas";
		return [...newDependents(head, base, asking).filter((one) => !told.has(one)).map(({ key, node }) => {
			return {
				level: "major",
				keyword,
				message: say`more is asked for now where there is ${name(key)}`,
				head: { node }
			};
		}), ...newDependents(base, head, asking).filter((one) => !told.has(one)).map(({ key, node }) => {
			return {
				level: "minor",
				keyword,
				message: say`less is asked for where there is ${name(key)}`,
				base: { node }
			};
		})];
	}
};
function containedIn(view) {
	return view.contained.map(({ node, view: wanted }) => {
		const count = (keyword) => {
			const said = node.dialect === "draft-07" ? void 0 : node.keyword(keyword);
			return typeof said === "number" && Number.isInteger(said) && said >= 0 ? said : void 0;
		};
		return {
			node,
			view: wanted,
			least: count("minContains") ?? 1,
			most: count("maxContains")
		};
	});
}
function newContained(to, from, { within }) {
	if ((from.kinds & KIND.list) === 0) return [];
	const given = containedIn(from);
	return containedIn(to).filter(({ view, least, most }) => {
		const enough = least === 0 || given.some((one) => one.least >= least && within(one.view, view));
		const isFewer = (one) => one.most !== void 0 && one.most <= (most ?? 0) && within(view, one.view);
		const few = most === void 0 || given.some(isFewer);
		return !enough || !few;
	});
}
/** `contains` with its counts. */
const contents = {
	asksMore: (to, from, asking) => newContained(to, from, asking).length > 0,
	tell: ({ base, head }, asking) => {
		const [more, less] = [newContained(head, base, asking), newContained(base, head, asking)];
		const [one, other] = [more[0] ?? containedIn(head)[0], less[0] ?? containedIn(base)[0]];
		if (more.length === 0 && less.length === 0) return [];
		const message = more.length === 0 ? say`less is asked for of what the list contains` : say`something else is asked for of what the list contains`;
		return [{
			level: more.length === 0 ? "minor" : "major",
			keyword: "contains",
			message,
			...other === void 0 ? {} : { base: {
				node: other.node,
				keyword: "contains"
			} },
			...one === void 0 ? {} : { head: {
				node: one.node,
				keyword: "contains"
			} }
		}];
	}
};
/** What stands for one another under conditions, on both sides. */
function* conditionEdges(base, head, asking) {
	for (const [before, after] of clausePairs(base, head, asking)) {
		yield {
			base: before.when,
			head: after.when,
			may: true
		};
		yield {
			base: before.then,
			head: after.then,
			may: true
		};
		yield {
			base: before.otherwise,
			head: after.otherwise,
			may: true
		};
	}
	for (const [before, after] of dependentPairs(base, head)) yield {
		base: before.view,
		head: after.view,
		may: true
	};
	const [old, now] = [base.contained, head.contained];
	for (const [i, { view }] of old.entries()) {
		const other = now[i];
		if (other !== void 0 && isSame(view, other.view, asking)) yield {
			base: view,
			head: other.view,
			token: "*",
			may: true
		};
	}
}
// src/stages/schema-diff/keys.ts
function missing$1(to, from) {
	if ((from.kinds & KIND.mapping) === 0) return [];
	return [...to.required.keys()].filter((key) => !from.required.has(key));
}
/** `required`. */
const required = {
	asksMore: (to, from) => missing$1(to, from).length > 0,
	tell: ({ base, head }) => {
		const differences = [];
		for (const key of missing$1(head, base)) {
			const message = say`${name(key)} is required now`;
			differences.push({
				level: "major",
				keyword: "required",
				message,
				below: [key],
				...of("head", head.required.get(key))
			});
		}
		for (const key of missing$1(base, head)) {
			const message = say`${name(key)} is no longer required`;
			differences.push({
				level: "minor",
				keyword: "required",
				message,
				below: [key],
				...of("base", base.required.get(key))
			});
		}
		return differences;
	}
};
function of(side, spot) {
	return spot === void 0 ? {} : { [side]: spot };
}
function needed(to, from) {
	if ((from.kinds & KIND.mapping) === 0) return [];
	const given = dependentKeys(from);
	return [...dependentKeys(to)].flatMap(([pair, one]) => {
		return given.has(pair) || from.required.has(one.needs) || viewAtKey(from, one.key).kinds === 0 || one.key === one.needs ? [] : [one];
	});
}
/** `dependentRequired`: keys that bring along others. */
const dependentRequired = {
	asksMore: (to, from) => needed(to, from).length > 0,
	tell: ({ base, head }) => [...needed(head, base).map(({ key, needs, node, keyword }) => {
		const message = say`${name(needs)} is required now where there is ${name(key)}`;
		return {
			level: "major",
			keyword: keyword ?? "",
			message,
			below: [needs],
			head: {
				node,
				...keyword && { keyword }
			}
		};
	}), ...needed(base, head).map(({ key, needs, node, keyword }) => {
		const message = say`${name(needs)} is no longer required where there is ${name(key)}`;
		return {
			level: "minor",
			keyword: keyword ?? "",
			message,
			below: [needs],
			base: {
				node,
				...keyword && { keyword }
			}
		};
	})]
};
// src/stages/schema-diff/limits.ts
const NUMBERS = KIND.integer | KIND.fraction;
const numberOf = (value) => Number(value);
const lengthOf = (value) => typeof value === "string" ? Array.from(value).length : 0;
const itemsOf = (value) => isList(value) ? value.length : 0;
const keysOf$1 = (value) => isMapping(value) ? Object.keys(value).length : 0;
const LIMITS = [
	{
		keyword: "minimum",
		exclusive: "exclusiveMinimum",
		end: "lower",
		kinds: NUMBERS,
		words: say`the minimum`,
		sizeOf: numberOf
	},
	{
		keyword: "maximum",
		exclusive: "exclusiveMaximum",
		end: "upper",
		kinds: NUMBERS,
		words: say`the maximum`,
		sizeOf: numberOf
	},
	{
		keyword: "minLength",
		end: "lower",
		kinds: KIND.string,
		words: say`the least length`,
		sizeOf: lengthOf
	},
	{
		keyword: "maxLength",
		end: "upper",
		kinds: KIND.string,
		words: say`the greatest length`,
		sizeOf: lengthOf
	},
	{
		keyword: "minItems",
		end: "lower",
		kinds: KIND.list,
		words: say`the least number of items`,
		sizeOf: itemsOf
	},
	{
		keyword: "maxItems",
		end: "upper",
		kinds: KIND.list,
		words: say`the greatest number of items`,
		sizeOf: itemsOf
	},
	{
		keyword: "minProperties",
		end: "lower",
		kinds: KIND.mapping,
		words: say`the least number of keys`,
		sizeOf: keysOf$1
	},
	{
		keyword: "maxProperties",
		end: "upper",
		kinds: KIND.mapping,
		words: say`the greatest number of keys`,
		sizeOf: keysOf$1
	}
];
/** The bound that counts, of all that are said. */
function boundOf(view, limit) {
	let bound;
	for (const node of view.nodes) for (const [keyword, exclusive] of [[limit.keyword, false], [limit.exclusive, true]]) {
		const at = keyword === void 0 ? void 0 : node.keyword(keyword);
		if (keyword === void 0 || typeof at !== "number" || limit.kinds !== NUMBERS && !(Number.isInteger(at) && at >= 0)) continue;
		const other = {
			at,
			exclusive,
			spot: {
				node,
				keyword
			}
		};
		if (bound === void 0 || isTighter(other, bound, limit)) bound = other;
	}
	return bound === void 0 || limit.kinds !== NUMBERS && limit.end === "lower" && bound.at === 0 ? void 0 : bound;
}
function isTighter(one, other, { end }) {
	if (one.at === other.at) return one.exclusive && !other.exclusive;
	return end === "lower" ? one.at > other.at : one.at < other.at;
}
/** The bound as integers meet it. */
function amongIntegers({ at, exclusive, spot }, { end }) {
	if (end === "lower") return {
		at: exclusive ? Math.floor(at) + 1 : Math.ceil(at),
		exclusive: false,
		spot
	};
	return {
		at: exclusive ? Math.ceil(at) - 1 : Math.floor(at),
		exclusive: false,
		spot
	};
}
function holds(size, { at, exclusive }, { end }) {
	if (size === at) return !exclusive;
	return end === "lower" ? size > at : size < at;
}
function asksMore(to, from, limit) {
	const bound = boundOf(to, limit);
	if (bound === void 0 || (from.kinds & limit.kinds) === 0) return false;
	const before = boundOf(from, limit);
	if (from.choice !== void 0) return from.choice.values.filter((value) => (kindsOf$2(value) & limit.kinds) !== 0).map(limit.sizeOf).some((size) => !holds(size, bound, limit) && (before === void 0 || holds(size, before, limit)));
	if (before === void 0) return true;
	if ((from.kinds & limit.kinds) !== KIND.integer) return isTighter(bound, before, limit);
	return isTighter(amongIntegers(bound, limit), amongIntegers(before, limit), limit);
}
/** `minimum`, `maxLength`, `minItems` and their like: sizes. */
const limits = {
	asksMore: (to, from) => LIMITS.some((limit) => asksMore(to, from, limit)),
	tell: ({ base, head }) => {
		const differences = [];
		for (const limit of LIMITS) {
			const tighter = asksMore(head, base, limit);
			if (!tighter && !asksMore(base, head, limit)) continue;
			const [before, after] = [boundOf(base, limit), boundOf(head, limit)];
			const keyword = (after ?? before)?.spot.keyword ?? limit.keyword;
			const message = limitMessage(limit, before, after);
			differences.push({
				level: tighter ? "major" : "minor",
				keyword,
				message,
				...spots(before?.spot, after?.spot)
			});
		}
		return differences;
	}
};
function limitMessage({ words }, before, after) {
	if (after === void 0) return before === void 0 ? words : say`${words} of ${boundWords(before)} is gone`;
	if (before === void 0) return say`${words} is ${boundWords(after)} now; there was none`;
	return say`${words} changes from ${boundWords(before)} to ${boundWords(after)}`;
}
function boundWords({ at, exclusive }) {
	return exclusive ? say`${at} (left out)` : say`${at}`;
}
// src/stages/schema-diff/same.ts
/** What says nothing of which values are accepted. */
const SILENT$1 = /* @__PURE__ */ new Set([
	"title",
	"description",
	"examples",
	"deprecated",
	"default",
	"readOnly",
	"writeOnly",
	"discriminator",
	"$comment",
	"$id",
	"$schema",
	"$anchor",
	"$dynamicAnchor",
	"$vocabulary",
	...DEFINITIONS
]);
const isSilent = (keyword) => SILENT$1.has(keyword) || /^x-/i.test(keyword);
/**
* Whether two schemas ask the same in the same words: keyword by keyword, references by what they lead to. Linear in
* what is reached.
*/
function isWrittenAlike(one, other) {
	const met = /* @__PURE__ */ new Map();
	const open = [[one, other]];
	for (let pair = open.pop(); pair !== void 0; pair = open.pop()) {
		const [left, right] = pair;
		let others = met.get(left);
		if (others === void 0) met.set(left, others = /* @__PURE__ */ new Set());
		if (others.has(right)) continue;
		others.add(right);
		const below = left.dialect === right.dialect ? pairsBelow(left, right) : void 0;
		if (below === void 0) return false;
		open.push(...below);
	}
	return true;
}
/** The schemas that have to be alike for two to be; `undefined` where these are not. */
function pairsBelow(one, other) {
	if (!isMapping(one.schema) || !isMapping(other.schema)) return one.schema === other.schema ? [] : void 0;
	const keywords = Object.keys(one.schema).filter((keyword) => !isSilent(keyword));
	if (Object.keys(other.schema).filter((keyword) => !isSilent(keyword)).length !== keywords.length) return void 0;
	const pairs = [];
	for (const keyword of keywords) {
		const [left, right] = [one.keyword(keyword), other.keyword(keyword)];
		if (right === void 0) return void 0;
		const below = keyword === "$ref" ? targets(one, other, left, right) : heldPairs(one, other, keyword);
		if (below === void 0) return void 0;
		pairs.push(...below);
	}
	return pairs;
}
function targets(one, other, left, right) {
	if (typeof left !== "string" || typeof right !== "string") return void 0;
	const [before, after] = [resolve(one, left).node, resolve(other, right).node];
	if (before === void 0 || after === void 0) return void 0;
	return [[before, after]];
}
function heldPairs(one, other, keyword) {
	const [left, right] = [one.keyword(keyword), other.keyword(keyword)];
	const [held, others] = [heldBy(one, keyword), new Map(heldBy(other, keyword))];
	if (keyword === "$dynamicRef") return sameValue(left, right) && areSameFiles(one.root, other.root) ? [] : void 0;
	if (held.length === 0 || keyword === "dependencies") return sameValue(left, right) ? [] : void 0;
	if (others.size !== held.length) return void 0;
	const pairs = [];
	for (const [token, node] of held) {
		const counterpart = others.get(token);
		if (counterpart === void 0) return void 0;
		pairs.push([node, counterpart]);
	}
	return pairs;
}
/** Whether two schemas, with all files that they lead to, are the same to the letter. */
function areSameFiles(one, other) {
	const [paths, others] = [filesBehind(one), filesBehind(other)];
	if (one.document.path !== other.document.path || paths.length !== others.length) return false;
	return paths.every((path, i) => {
		if (others[i] !== path) return false;
		const [before, after] = [contentOf(one, path), contentOf(other, path)];
		return before !== void 0 && after !== void 0 && sameValue(before, after);
	});
}
function contentOf({ home }, path) {
	return home.documents.find((document) => document.path === path)?.tree.value;
}
// src/stages/schema-diff/texts.ts
/** Formats that are checked, and the kinds of values that they speak of; all others are notes for people. */
const CHECKED_FORMATS = new Map([
	...[
		"date",
		"time",
		"date-time",
		"iso-time",
		"iso-date-time",
		"duration",
		"uri",
		"uri-reference",
		"uri-template",
		"url",
		"email",
		"hostname",
		"ipv4",
		"ipv6",
		"uuid",
		"json-pointer",
		"json-pointer-uri-fragment",
		"relative-json-pointer",
		"regex",
		"byte"
	].map((format) => [format, KIND.string]),
	["int32", KIND.integer | KIND.fraction],
	["int64", KIND.integer | KIND.fraction]
]);
const DEMANDS = [
	{
		keyword: "pattern",
		kinds: KIND.string,
		words: (pattern) => say`the pattern "${name(pattern)}"`,
		read: (value) => typeof value === "string" ? value : void 0,
		holds: (pattern, value, { nodes }) => typeof value === "string" && nodes[0]?.home.regexp.test(pattern, value) === true
	},
	{
		keyword: "format",
		kinds: KIND.string | KIND.integer | KIND.fraction,
		words: (format) => say`the format ${name(format)}`,
		read: (value) => typeof value === "string" && CHECKED_FORMATS.has(value) ? value : void 0,
		implies: (_from, to, kinds) => ((CHECKED_FORMATS.get(to) ?? 0) & kinds) === 0
	},
	{
		keyword: "multipleOf",
		kinds: KIND.integer | KIND.fraction,
		words: (step) => say`a multiple of ${Number(step)}`,
		read: (value) => typeof value === "number" && value > 0 ? String(value) : void 0,
		implies: (from, to, kinds) => {
			return to === "1" && (kinds & KIND.fraction) === 0 || from.some((step) => isMultiple(Number(step), Number(to)));
		}
	},
	{
		keyword: "uniqueItems",
		kinds: KIND.list,
		words: () => say`that items differ`,
		read: (value) => value === true ? "" : void 0
	}
];
function isMultiple(one, other) {
	return Number.isSafeInteger(one) && Number.isSafeInteger(other) && one % other === 0;
}
function asked(view, { keyword, read }) {
	const found = /* @__PURE__ */ new Map();
	for (const node of view.nodes) {
		const value = node.keyword(keyword);
		const text = value === void 0 ? void 0 : read(value);
		if (text !== void 0 && !found.has(text)) found.set(text, {
			node,
			keyword
		});
	}
	return found;
}
/** What the one side asks and the other does not guarantee. */
function added(to, from, demand) {
	const wanted = asked(to, demand);
	if (wanted.size === 0 || (from.kinds & demand.kinds) === 0) return [];
	const given = asked(from, demand);
	return [...wanted.keys()].filter((one) => {
		if (given.has(one) || holdsForAll(one, to, from, demand)) return false;
		return demand.implies?.([...given.keys()], one, from.kinds) !== true;
	});
}
function holdsForAll(one, to, { choice }, { holds, kinds }) {
	if (holds === void 0 || choice === void 0) return false;
	return choice.values.every((value) => (kindsOf$2(value) & kinds) === 0 || holds(one, value, to));
}
function demandAspect(demand) {
	const { keyword, words } = demand;
	return {
		asksMore: (to, from) => added(to, from, demand).length > 0,
		tell: ({ base, head }) => {
			const [more, less] = [added(head, base, demand), added(base, head, demand)];
			if (more.length === 0 && less.length === 0) return [];
			const [before, after] = [asked(base, demand), asked(head, demand)];
			const [all, none] = [list(more.map(words)), list(less.map(words))];
			const message = more.length === 0 ? say`${none} ${is(less)} no longer asked for` : less.length === 0 ? say`${all} ${is(more)} asked for now` : say`${all} ${is(more)} asked for now, and no longer ${none}`;
			const places = spots(before.get(less[0] ?? "") ?? before.values().next().value, after.get(more[0] ?? "") ?? after.values().next().value);
			return [{
				level: more.length === 0 ? "minor" : "major",
				keyword,
				message,
				...places
			}];
		}
	};
}
function is(some) {
	return some.length === 1 ? say`is` : say`are`;
}
/** `pattern`, `format`, `multipleOf` and `uniqueItems`. */
const demands = DEMANDS.map(demandAspect);
// src/stages/schema-diff/unclear.ts
/** What is not understood here: it counts as asked for anew wherever it is not written as it was. */
function unclearIn(view) {
	const dynamic = view.nodes.filter((node) => node.keyword("$dynamicRef") !== void 0);
	const found = [...unevaluatedOf(view).unclear, ...dynamic.map((node) => ({
		node,
		keyword: "$dynamicRef"
	}))];
	const [node] = view.nodes;
	return view.scope?.cut === true && node !== void 0 ? [...found, {
		node,
		keyword: "allOf"
	}] : found;
}
function unlike(to, from, { same }) {
	const given = unclearIn(from);
	return unclearIn(to).filter(({ node, keyword }) => {
		return !given.some((one) => one.keyword === keyword && same(one.node, node));
	});
}
function hasTooManyPatterns(to, from, { same }) {
	if ((to.kinds & from.kinds & KIND.mapping) === 0 || combinationsOf(from, to) !== void 0) return false;
	return to.nodes.length !== from.nodes.length || !to.nodes.every((node, i) => same(node, from.nodes[i] ?? node));
}
/** Keywords whose effect cannot be worked out from the schema alone. */
const unclear = {
	asksMore: (to, from, asking) => unlike(to, from, asking).length > 0 || hasTooManyPatterns(to, from, asking),
	tell: ({ base, head }, asking) => {
		const differences = unlike(head, base, asking).map(({ node, keyword }) => {
			return {
				level: "major",
				keyword,
				message: unclearMessage(keyword),
				head: {
					node,
					keyword
				}
			};
		});
		for (const { node, keyword } of unlike(base, head, asking)) if (!differences.some((one) => one.keyword === keyword)) differences.push({
			level: "minor",
			keyword,
			message: say`${name(keyword)} is gone`,
			base: {
				node,
				keyword
			}
		});
		if (hasTooManyPatterns(head, base, asking)) {
			const keyword = "patternProperties";
			differences.push({
				level: "major",
				keyword,
				message: PATTERNS,
				...spots(saying(base, keyword), saying(head, keyword))
			});
		}
		return differences;
	}
};
function unclearMessage(keyword) {
	return say`${name(keyword)} is there with something else around it, and what that comes to is not compared: taken for the worst`;
}
const PATTERNS = say`there are too many patterns for keys to compare what they come to: taken for the worst`;
// src/stages/schema-diff/words.ts
/** Values that are listed in a message. */
const MOST_LISTED = 8;
/** Values that a schema names; `hidden`: they are under `x-secret`. */
function valueList(values, hidden, last = "and") {
	if (hidden) return values.length === 1 ? say`a value` : say`${values.length} values`;
	const listed = values.slice(0, MOST_LISTED).map((value) => valueWords(value, false));
	const more = values.length - listed.length;
	return list(more > 0 ? [...listed, say`${more} more`] : listed, last);
}
/** One value that a schema names. */
function valueWords(value, hidden) {
	if (hidden) return say`a value that is not shown`;
	const seen = shown(value);
	return seen === void 0 ? say`a ${kindOf(value)}` : say`${seen}`;
}
// src/stages/schema-diff/values.ts
/** The kinds of values that the one side accepts and the `type` of the other does not. */
function missing(to, from) {
	return from.kinds & ~to.typed;
}
/** `type`: which kinds of values are accepted. */
const types = {
	asksMore: (to, from) => missing(to, from) !== 0,
	tell: ({ base, head }) => {
		const [lost, gained] = [missing(head, base), missing(base, head)];
		if (lost === 0 && gained === 0) return [];
		const places = spots(saying(base, "type"), saying(head, "type") ?? refuser(head));
		return [{
			level: lost === 0 ? "minor" : "major",
			keyword: "type",
			message: typeMessage(base, lost, gained),
			...places
		}];
	}
};
function refuser(view) {
	const node = view.nodes.find(({ schema }) => schema === false);
	return node === void 0 ? nearestIn(view) : { node };
}
function typeMessage(base, lost, gained) {
	const [less, more] = [kindNames(lost), kindNames(gained)];
	if (lost === 0) return (gained & KIND.string) === 0 ? say`${more} is accepted too` : say`${more} is accepted too, so texts of INI, dotenv and variables stay texts`;
	if (gained !== 0) return say`${more} is accepted now, and no longer ${less}`;
	return base.nodes.length === 0 ? say`only ${kindNames(base.kinds & ~lost)} is accepted now` : say`${less} is no longer accepted`;
}
/** The values that the one side accepts, of those that are listed, and the other side does not list. */
function unlisted(to, from) {
	const { typed, listed } = to;
	if (listed === void 0) return [];
	if (from.choice === void 0) return "others";
	return from.choice.values.filter((value) => (kindsOf$2(value) & typed) !== 0 && !listed.has(value));
}
/** `enum` and `const`: which values are accepted. */
const choices = {
	asksMore: (to, from) => unlisted(to, from).length > 0,
	tell: (sides) => {
		const { base, head } = sides;
		const [lost, gained] = [unlisted(head, base), unlisted(base, head)];
		if (lost.length === 0 && gained.length === 0) return [];
		const places = spots(saying(base, "enum", "const"), saying(head, "enum", "const"));
		const keyword = places.head?.keyword ?? places.base?.keyword ?? "enum";
		return [{
			level: lost.length === 0 ? "minor" : "major",
			keyword,
			message: choiceMessage(sides, lost, gained),
			...places
		}];
	}
};
function choiceMessage({ head, hidden }, lost, gained) {
	if (lost === "others") return say`only ${valueList(head.listed?.values ?? [], hidden)} ${verb(head.listed?.values.length ?? 0)} accepted now`;
	if (gained === "others") return say`other values than those listed are accepted too`;
	if (lost.length === 0) return say`${valueList(gained, hidden)} ${verb(gained.length)} accepted too`;
	const less = say`${valueList(lost, hidden)} ${verb(lost.length)} no longer accepted`;
	return gained.length === 0 ? less : say`${less}, and ${valueList(gained, hidden)} ${verb(gained.length)} accepted now`;
}
function verb(count) {
	return count === 1 ? say`is` : say`are`;
}
// src/stages/schema-diff/acceptance.ts
/** All that decides whether a value is accepted; what is quick to tell first. */
const ASPECTS = [
	types,
	choices,
	limits,
	...demands,
	required,
	dependentRequired,
	contents,
	negations,
	unclear,
	unions,
	clauses,
	dependents
];
/** How much work the questions may be in all, and how deep they may go: schemas that people write need far less. */
const MOST_WORK = 2e6;
const DEEPEST = 400;
/** What it costs to find out whether two schemas are apart. */
const APART = 4;
/** Answers whether one schema accepts all that another one accepts. */
var Acceptance = class {
	/** Whether there was too much to compare: answers are then no, which is never wrong. */
	isExhausted = false;
	/** Bound, so that they can be handed on. */
	within;
	apart;
	same;
	#known = /* @__PURE__ */ new Map();
	/** The pairs that were answered with yes, or are taken for a yes while they are looked at. */
	#trail = [];
	#work = 0;
	#depth = 0;
	constructor() {
		this.within = (narrow, wide) => this.#within(narrow, wide);
		this.apart = (one, other) => this.spend(APART) && areApart(one, other);
		this.same = (one, other) => isWrittenAlike(one, other);
	}
	/** Whether there is still something to spend. */
	spend(work) {
		this.#work += work;
		if (this.#work > MOST_WORK) this.isExhausted = true;
		return !this.isExhausted;
	}
	#within(narrow, wide) {
		if (narrow === wide || wide.nodes.length === 0) return true;
		if (narrow.kinds === 0) return true;
		if (wide.kinds === 0) return false;
		let ofNarrow = this.#known.get(narrow);
		if (ofNarrow === void 0) this.#known.set(narrow, ofNarrow = /* @__PURE__ */ new Map());
		const known = ofNarrow.get(wide);
		if (known !== void 0) return known;
		if (!this.spend(narrow.size + wide.size) || this.#depth >= DEEPEST) {
			this.isExhausted = true;
			return false;
		}
		ofNarrow.set(wide, true);
		const begun = this.#trail.push([narrow, wide]) - 1;
		this.#depth++;
		const answer = this.#look(narrow, wide);
		this.#depth--;
		if (!answer) this.#takeBack(begun);
		ofNarrow.set(wide, answer);
		return answer;
	}
	#look(narrow, wide) {
		for (const aspect of ASPECTS) if (aspect.asksMore(wide, narrow, this)) return false;
		for (const { base, head } of entriesOf(narrow, wide)) if (!this.#within(base, head)) return false;
		return true;
	}
	/** Forgets the answers that may have been given because this one was taken for granted. */
	#takeBack(begun) {
		for (const [narrow, wide] of this.#trail.splice(begun)) this.#known.get(narrow)?.delete(wide);
	}
};
// src/stages/schema-diff/pointers.ts
/** Visits in all: the first pointers are the short ones. */
const MOST_VISITS = 1e5;
/** Where in documents each pair counts: the shortest pointers, at most so many; one at least. */
function pointersOf(pairs, most) {
	const found = new Map(pairs.map((pair) => [pair, []]));
	const [root] = pairs;
	const visits = root === void 0 ? [] : [{
		pair: root,
		tokens: [],
		above: void 0
	}];
	for (const visit of visits) {
		const { pair, tokens } = visit;
		const known = found.get(pair);
		if (known === void 0 || known.length >= most) continue;
		known.push(tokens);
		if (visits.length > MOST_VISITS || tokens.length > 100) continue;
		for (const { token, to } of pair.steps) {
			const there = token === void 0 ? tokens : [...tokens, token];
			if (!isOnTheWay(to, visit)) visits.push({
				pair: to,
				tokens: there,
				above: visit
			});
		}
	}
	for (const [pair, pointers] of found) if (pointers.length === 0) pointers.push(shortest(pair));
	return found;
}
function shortest(pair) {
	const tokens = [];
	for (let { from } = pair; from !== void 0; {from} = from.pair) if (from.token !== void 0) tokens.push(from.token);
	return tokens.reverse();
}
function isOnTheWay(pair, visit) {
	for (let at = visit; at !== void 0; at = at.above) if (at.pair === pair) return true;
	return false;
}
// src/stages/schema-diff/meaning.ts
function decided(view, keyword) {
	const scope = keyword === "x-split" ? view.scope && narrowed(view.scope, KIND.list) : view.scope;
	const decision = scope === void 0 ? void 0 : decide(scope, keyword);
	return decision === void 0 ? void 0 : {
		value: decision.value,
		spot: {
			node: decision.node,
			keyword
		}
	};
}
const TELLING = [
	["default", tellDefault],
	["x-merge", tellMerge],
	["x-ref", tellReference],
	["x-split", tellSplit],
	["x-unit", tellUnit],
	["x-reload", tellReload]
];
/** Where schemas may not apply, what they say of defaults and of merging does not count. */
const UNCERTAIN = /* @__PURE__ */ new Set([
	"default",
	"x-merge",
	"x-split"
]);
/**
* What decides about the meaning of values rather than whether they are accepted: defaults, and the keywords that Cairn
* adds to JSON Schema.
*/
function tellMeaning(sides) {
	const differences = [...tellSecrecy(sides)];
	for (const [keyword, tell] of TELLING) {
		if (!sides.counts && UNCERTAIN.has(keyword)) continue;
		const [before, after] = [decided(sides.base, keyword), decided(sides.head, keyword)];
		if (before !== void 0 && after !== void 0 && sameValue(before.value, after.value)) continue;
		const told = before === void 0 && after === void 0 ? void 0 : tell(before, after, sides);
		if (told === void 0) continue;
		const [level, message] = told;
		differences.push({
			level,
			keyword,
			message,
			...spots(before?.spot, after?.spot)
		});
	}
	return differences;
}
/** What counts for a key that was not allowed before: a default adds it to documents that there are. */
function tellNewDefault(head, hidden) {
	const after = decided(head, "default");
	if (after === void 0) return [];
	return [{
		level: "minor",
		keyword: "default",
		message: addedDefault(after.value, hidden),
		head: after.spot
	}];
}
function addedDefault(value, hidden) {
	return say`the default is ${valueWords(value, hidden)} now; there was none, so documents that leave it out gain it`;
}
function tellDefault(before, after, { hidden }) {
	if (after === void 0) return ["major", say`the default of ${valueWords(before?.value ?? null, hidden)} is gone: documents that leave it out lack it now`];
	if (before === void 0) return ["minor", addedDefault(after.value, hidden)];
	return ["minor", say`the default changes from ${valueWords(before.value, hidden)} to ${valueWords(after.value, hidden)}`];
}
function tellMerge(before, after, { base, head }) {
	const [old, now] = [effectiveRule(before?.value, base), effectiveRule(after?.value, head)];
	if (sameValue(old, now)) return void 0;
	return ["major", say`layers are put together in another way: ${ruleWords(old)} before, ${ruleWords(now)} now`];
}
/** `replace` says something of mappings only: lists replace one another anyhow. */
function effectiveRule(value, { kinds }) {
	const rule = mergeRule(value) ?? null;
	return rule === "replace" && (kinds & KIND.mapping) === 0 ? null : rule;
}
function ruleWords(rule) {
	if (rule === null) return say`as without x-merge`;
	return typeof rule === "string" ? say`${name(rule)}` : say`by the key ${name(rule.key)}`;
}
function tellReference(before, after) {
	const [old, now] = [documentReference(before?.value), documentReference(after?.value)];
	if (now === void 0) return old === void 0 ? void 0 : ["minor", say`it no longer has to name a document of ${kindsOf$1(old)}`];
	if (old === void 0) return ["major", say`it has to name a document of ${kindsOf$1(now)} now`];
	const isWider = old.kinds.every((kind) => now.kinds.includes(kind)) && old.by === now.by && (old.acyclic || !now.acyclic);
	if (isWider && old.acyclic === now.acyclic && old.kinds.length === now.kinds.length) return void 0;
	if (isWider) return ["minor", say`less is asked of the document that it names: of ${kindsOf$1(now)}`];
	if (old.by !== now.by) return ["major", say`it names a document by its ${name(now.by)} now, and no longer by its ${name(old.by)}`];
	if (old.acyclic !== now.acyclic) return ["major", say`such references may form no cycle now`];
	return ["major", say`it has to name a document of ${kindsOf$1(now)} now, and before of ${kindsOf$1(old)}`];
}
function kindsOf$1({ kinds }) {
	return list(kinds.map(name), "or");
}
/** A text where only lists were allowed was refused before there was a separator. */
function tellSplit(before, after, { base }) {
	if (after === void 0) return ["major", say`texts of INI, dotenv and variables are no longer split into items`];
	const now = say`texts of INI, dotenv and variables are split at "${name(separator(after.value) ?? "")}" now`;
	if (before === void 0) return [(base.kinds & KIND.string) === 0 ? "minor" : "major", now];
	return ["major", say`${now}, and no longer at "${name(separator(before.value) ?? "")}"`];
}
function tellUnit(before, after) {
	if (after === void 0) return ["patch", say`the unit is no longer given`];
	if (before === void 0) return ["patch", say`the unit is given: ${unitName(after.value)}`];
	return ["major", say`the unit changes from ${unitName(before.value)} to ${unitName(after.value)}, so the same number means something else`];
}
function unitName(value) {
	return typeof value === "string" ? say`${name(value)}` : say`another one`;
}
function tellReload(before, after) {
	const words = ({ value }) => value === "hot" ? say`taken over while it runs` : say`a restart`;
	if (after === void 0) return ["minor", say`it is no longer said what a consumer does about a new value`];
	return ["minor", before === void 0 ? say`what a consumer does about a new value: ${words(after)}` : say`what a consumer does about a new value changes from ${words(before)} to ${words(after)}`];
}
function tellSecrecy({ base, head }) {
	const [before, after] = [base, head].map(({ nodes }) => nodes.find((node) => node.keyword("x-secret") === true));
	if (before === void 0 === (after === void 0)) return [];
	const keyword = "x-secret";
	return [{
		level: "major",
		keyword,
		message: after === void 0 ? say`it is no longer secret: its values are shown in messages, differences and explanations` : say`it is secret now: a plain value over an encrypted one becomes an error, and values are no longer shown`,
		...spots(before && {
			node: before,
			keyword
		}, after && {
			node: after,
			keyword
		})
	}];
}
// src/stages/schema-diff/notes.ts
/** What only people and their editors read. */
const NOTES = [
	"title",
	"description",
	"examples",
	"$comment",
	"readOnly",
	"writeOnly",
	"contentEncoding",
	"contentMediaType",
	"$schema",
	"discriminator"
];
/** What changes of what a schema says for people. `deprecated` warns, so that it is more (SemVer 2.0.0 §7). */
function tellNotes({ base, head }) {
	const differences = [];
	for (const keyword of NOTES) {
		const [before, after] = [said$1(base, keyword), said$1(head, keyword)];
		if (areEqual(before.values, after.values)) continue;
		const verb = before.spot === void 0 ? say`is new` : after.spot === void 0 ? say`is gone` : say`changes`;
		differences.push({
			level: "patch",
			keyword,
			message: say`the ${name(keyword)} ${verb}`,
			...spots(before.spot, after.spot)
		});
	}
	return [
		...differences,
		...tellDeprecation(base, head),
		...tellFormats(base, head)
	];
}
function said$1(view, keyword) {
	const values = [];
	let spot;
	for (const node of view.nodes) {
		const value = keyword === "$schema" ? dialectOf(node) : node.keyword(keyword);
		if (value === void 0) continue;
		values.push(value);
		spot ??= {
			node,
			keyword
		};
	}
	return {
		values: distinct(values),
		spot
	};
}
/** Of a document as a whole only. */
function dialectOf(node) {
	return node.above === void 0 && isMapping(node.schema) ? node.dialect : void 0;
}
function areEqual(one, other) {
	return one.values.length === other.values.length && one.values.every(other.has);
}
function tellDeprecation(base, head) {
	const keyword = "deprecated";
	const [before, after] = [base, head].map(({ nodes }) => nodes.find((node) => node.keyword(keyword) === true));
	if (before === void 0 === (after === void 0)) return [];
	if (after !== void 0) return [{
		level: "minor",
		keyword,
		message: say`it is deprecated now: documents that have it get a warning`,
		head: {
			node: after,
			keyword
		}
	}];
	return [{
		level: "patch",
		keyword,
		message: say`it is no longer deprecated`,
		...spots(before && {
			node: before,
			keyword
		}, void 0)
	}];
}
function tellFormats(base, head) {
	const unchecked = ({ nodes }) => nodes.filter((node) => typeof node.keyword("format") === "string" && !CHECKED_FORMATS.has(node.keyword("format")));
	const [before, after] = [unchecked(base), unchecked(head)];
	const values = (nodes) => distinct(nodes.map((node) => node.keyword("format")));
	if (areEqual(values(before), values(after))) return [];
	const spot = ([node]) => node && {
		node,
		keyword: "format"
	};
	return [{
		level: "patch",
		keyword: "format",
		message: say`a format that is not checked changes`,
		...spots(spot(before), spot(after))
	}];
}
// src/stages/schema-diff/walk.ts
/** Looks at each pair of places once, wherever it is met, nearest first. */
var Walk = class {
	pairs = [];
	#acceptance;
	#known = /* @__PURE__ */ new Map();
	constructor(acceptance) {
		this.#acceptance = acceptance;
	}
	/** Walks from what the two schemas ask of a document as a whole. */
	from(base, head) {
		this.#pairOf({
			base: viewOf(base),
			head: viewOf(head)
		}, {
			counts: true,
			hidden: false
		});
		for (const pair of this.pairs) {
			if (!this.#acceptance.spend(pair.base.size + pair.head.size)) return;
			this.#look(pair);
		}
	}
	#look(pair) {
		const { base, head, state } = pair;
		if (base === head) return;
		const aside = this.#tellAside(pair);
		if (aside !== void 0) {
			pair.differences = aside;
			return;
		}
		const sides = {
			base,
			head,
			...state
		};
		pair.differences = [
			...ASPECTS.flatMap((aspect) => aspect.tell(sides, this.#acceptance)),
			...tellMeaning(sides),
			...tellNotes(sides)
		];
		for (const edge of this.#edgesOf(base, head)) {
			if (edge.token !== void 0 && pair.depth >= 100) continue;
			pair.steps.push({
				token: edge.token,
				to: this.#pairOf(edge, state, pair)
			});
		}
	}
	*#edgesOf(base, head) {
		yield* branchEdges(base, head, this.#acceptance);
		yield* conditionEdges(base, head, this.#acceptance);
		yield* entriesOf(base, head);
	}
	/** What is there on one side only, as a whole. */
	#tellAside({ base, head, state, at }) {
		if (base.kinds === 0 || head.kinds === 0) return base.kinds === head.kinds ? [] : tellAllowed(base, head, state, at);
		if (at?.is === "names" || isFree(base) === isFree(head)) return void 0;
		return isFree(base) ? this.#tellDescribed(base, head, state) : tellFreed(base, head, state);
	}
	#tellDescribed(base, head, state) {
		const level = this.#acceptance.within(base, head) ? "minor" : "major";
		return [
			{
				level,
				keyword: "",
				message: level === "minor" ? say`it is described now, and accepted as before` : say`it is checked now; before, any value was accepted`,
				...spots(void 0, nearestIn(head))
			},
			...tellMeaning({
				base,
				head,
				...state
			}),
			...tellNotes({
				base,
				head,
				hidden: state.hidden
			})
		];
	}
	#pairOf({ base, head, may, token, to: at }, { counts, hidden }, above) {
		const state = {
			counts: counts && may !== true,
			hidden: hidden || base.isSecret || head.isSecret
		};
		let ofBase = this.#known.get(base);
		if (ofBase === void 0) this.#known.set(base, ofBase = /* @__PURE__ */ new Map());
		let ofBoth = ofBase.get(head);
		if (ofBoth === void 0) ofBase.set(head, ofBoth = /* @__PURE__ */ new Map());
		const told = base.kinds === 0 || head.kinds === 0 || at?.is === "names" ? at : void 0;
		const key = JSON.stringify([state, told]);
		let pair = ofBoth.get(key);
		if (pair === void 0) {
			pair = {
				base,
				head,
				state,
				at: told,
				from: above && {
					pair: above,
					token
				},
				depth: (above?.depth ?? 0) + (token === void 0 ? 0 : 1),
				differences: [],
				steps: []
			};
			ofBoth.set(key, pair);
			this.pairs.push(pair);
		}
		return pair;
	}
};
function tellAllowed(base, head, { counts, hidden }, at) {
	const isNew = base.kinds === 0;
	const message = isNew ? say`${subjectOf$1(at)} allowed now` : say`${subjectOf$1(at)} no longer allowed`;
	const places = spots(nearestIn(base), nearestIn(head));
	const whole = {
		level: isNew ? "minor" : "major",
		keyword: keywordOf(at),
		message,
		...places
	};
	return isNew && counts && at?.is === "key" ? [whole, ...tellNewDefault(head, hidden)] : [whole];
}
function subjectOf$1(at) {
	if (at?.is === "keys") {
		const [pattern] = at.patterns;
		return pattern === void 0 ? say`other keys are` : say`keys that match "${name(pattern)}" are`;
	}
	return at?.is === "key" ? say`this key is` : at?.is === "items" ? say`further items are` : at?.is === "item" ? say`this item is` : say`a value is`;
}
function keywordOf(at) {
	if (at?.is === "keys") return at.patterns.length === 0 ? "additionalProperties" : "patternProperties";
	return at?.is === "key" ? "properties" : at?.is === "items" ? "items" : at?.is === "item" ? "prefixItems" : "";
}
/** What asks nothing by itself; the targets of references and the members of `allOf` are asked on their own. */
const SILENT = /* @__PURE__ */ new Set([
	"$schema",
	"$id",
	"$anchor",
	"$comment",
	"$defs",
	"definitions",
	"title",
	"description",
	"examples",
	"$ref",
	"allOf"
]);
/** Whether nothing is asked: the value may be anything, and nothing is said of what it means. */
function isFree({ nodes }) {
	return nodes.every(({ schema }) => {
		return schema === true || isMapping(schema) && Object.keys(schema).every((keyword) => SILENT.has(keyword));
	});
}
const leadsToSecret = reaching(allEdges, (node) => node.keyword("x-secret") === true);
function tellFreed(base, head, { counts, hidden }) {
	const freed = {
		level: "minor",
		keyword: "",
		message: say`it is no longer described: any value is accepted`,
		...spots(nearestIn(base), void 0)
	};
	const meaning = tellMeaning({
		base,
		head,
		counts,
		hidden
	});
	const isTold = meaning.some(({ keyword }) => keyword === "x-secret");
	const secret = {
		...freed,
		level: "major",
		keyword: "x-secret",
		message: say`something in it is no longer secret`
	};
	return [
		freed,
		...!isTold && base.nodes.some(leadsToSecret) ? [secret] : [],
		...meaning,
		...tellNotes({
			base,
			head,
			hidden
		})
	];
}
// src/stages/schema-diff/compare.ts
/**
* Compares what the schema of a kind asks at two states, wherever and however it is written down, and says what that
* means for documents. Both schemas have to be usable (`createSchemaCheck`); `undefined` where the kind has none.
*
* What is not major can be relied on: no value that base accepts is refused by head. The reverse does not hold: what
* cannot be told from the schemas alone counts as major, and the message says so.
*
* @returns the changes, the gravest first
*/
function compareSchemas(base, head) {
	if (base === void 0 || head === void 0) return oneSided(base, head);
	const acceptance = new Acceptance();
	const walk = new Walk(acceptance);
	walk.from(base, head);
	if (acceptance.isExhausted && areSameFiles(base, head)) return [];
	const changes = fold(walk);
	if (acceptance.isExhausted) changes.push(notFurther(base, head));
	return changes.sort(byGravity);
}
/** A kind that has a schema on one side only. */
function oneSided(base, head) {
	if (head !== void 0) return [{
		level: "major",
		keyword: "",
		message: say`there is a schema now: documents were not checked before`,
		head: placeOfSchema(head),
		pointers: [[]]
	}];
	if (base === void 0) return [];
	return [{
		level: "major",
		keyword: "",
		message: say`there is no schema any more: documents are not checked, and what it said of defaults, merging and secrets is gone`,
		base: placeOfSchema(base),
		pointers: [[]]
	}];
}
function notFurther(base, head) {
	return {
		level: "major",
		keyword: "",
		message: say`the schemas are too large to be compared further: what was not looked at is taken for the worst`,
		base: placeOfSchema(base),
		head: placeOfSchema(head),
		pointers: [[]]
	};
}
/** Most places in documents that are named for one change. */
const MOST_POINTERS = 5;
/** The same thing said by the same schemas is one change, in however many places it counts. */
function fold(walk) {
	const pointers = pointersOf(walk.pairs, 6);
	const folded = /* @__PURE__ */ new Map();
	for (const pair of walk.pairs) for (const difference of pair.differences) {
		const { level, keyword, message, base, head } = difference;
		const key = JSON.stringify([
			level,
			keyword,
			message,
			spotKey(base),
			spotKey(head),
			pair.at?.is === "names",
			pair.state.counts
		]);
		let one = folded.get(key);
		if (one === void 0) folded.set(key, one = {
			difference,
			pair,
			pointers: []
		});
		for (const at of pointers.get(pair) ?? []) one.pointers.push([...at, ...difference.below ?? []]);
	}
	return Array.from(folded.values(), toChange);
}
function spotKey(spot) {
	return spot === void 0 ? [] : [spot.node.id, spot.keyword];
}
function toChange({ difference, pair, pointers }) {
	const { level, keyword, message, base, head } = difference;
	const sorted = [...new Map(pointers.map((tokens) => [pointer(tokens), tokens])).values()].sort((a, b) => a.length - b.length || compareText(pointer(a), pointer(b)));
	return {
		level,
		keyword,
		message,
		...base === void 0 ? {} : { base: placeOf$4(base) },
		...head === void 0 ? {} : { head: placeOf$4(head) },
		pointers: sorted.slice(0, MOST_POINTERS),
		...sorted.length > MOST_POINTERS ? { elsewhere: true } : {},
		...pair.at?.is === "names" ? { part: "key" } : {},
		...pair.state.counts ? {} : { conditional: true }
	};
}
function placeOf$4({ node, keyword }) {
	return placeOfSchema(node, keyword, "key");
}
function byGravity(one, other) {
	return CHANGE_LEVELS.indexOf(other.level) - CHANGE_LEVELS.indexOf(one.level) || compareText(pointer(one.pointers[0] ?? []), pointer(other.pointers[0] ?? []));
}
// src/queries/schema-evidence.ts
/**
* What documents show about a change of their kind's schema. Documents of the base are made anew with the schema of the
* head: its defaults, its merge rules, the types that it gives to texts. Those of the head are taken as they are read.
*/
async function evidenceOf(kind, { base, head, progress }) {
	const [before, after] = [documentsOfKind(base, kind), documentsOfKind(head, kind)];
	const both = [base, head].map(({ schemas }) => schemas.of(kind)).filter((schema) => schema !== void 0);
	const isSecret = (tokens) => both.some((schema) => !schema.usable || isSecretAt(schema.root, tokens));
	const roots = {
		base: usableRoot(base.schemas, kind),
		head: usableRoot(head.schemas, kind)
	};
	const total = before.length + after.length;
	const judging = {
		workspace: base,
		roots,
		isSecret,
		made: {
			...base,
			schemas: head.schemas
		},
		under: "head"
	};
	const broken = [];
	const unreadable = [];
	let looked = {
		base: 0,
		head: 0
	};
	announce(base, before);
	for (const [i, document] of before.entries()) {
		const judged = await judge$1(document, judging);
		looked = {
			...looked,
			base: looked.base + judged.effective
		};
		if (judged.evidence !== void 0) broken.push(judged.evidence);
		progress?.(i + 1, total);
	}
	announce(head, after);
	for (const [i, document] of after.entries()) {
		const judged = await judge$1(document, {
			workspace: head,
			roots,
			isSecret,
			under: "base"
		});
		looked = {
			...looked,
			head: looked.head + judged.effective
		};
		if (judged.evidence !== void 0) unreadable.push(judged.evidence);
		progress?.(before.length + i + 1, total);
	}
	return {
		broken,
		unreadable,
		looked
	};
}
function documentsOfKind({ discovery }, kind) {
	return [...discovery.documents.values()].filter(({ id }) => id.kind === kind);
}
function usableRoot(schemas, kind) {
	const schema = schemas.of(kind);
	return schema?.usable === true ? schema.root : void 0;
}
/** What the other side's schema finds in a document wherever its own finds nothing. */
async function judge$1(document, judging) {
	const { workspace, made = workspace, roots, isSecret, under } = judging;
	const collector = new Collector();
	const own = under === "head" ? roots.base : roots.head;
	const effective = await workspace.reader.whole(collector, () => {
		const mine = findingsIn(document, {
			workspace,
			root: own,
			isSecret
		});
		const others = findingsIn(document, {
			workspace: made,
			root: roots[under],
			isSecret
		});
		const known = new Set(mine.elsewhere.map(keyOf$2));
		for (const found of others.elsewhere) if (!known.has(keyOf$2(found))) collector.report(found);
		for (const [environment, findings] of others.byEnvironment) if (mine.byEnvironment.get(environment)?.length === 0) for (const found of findings) collector.report(found);
		return mine.byEnvironment.size;
	});
	const findings = collector.findings();
	if (findings.length === 0) return { effective };
	return {
		effective,
		evidence: {
			document: documentKey(document.id),
			findings
		}
	};
}
function findingsIn(document, asked) {
	const { workspace } = asked;
	const elsewhere = [];
	const byEnvironment = /* @__PURE__ */ new Map();
	const concrete = [...workspace.environments.values()].filter(({ abstract }) => !abstract);
	const effectives = evaluate(workspace, document, concrete, (found) => {
		if (found.rule === "type/misfit") elsewhere.push({
			...found,
			message: MISFIT
		});
	});
	for (const effective of effectives) {
		const findings = [];
		byEnvironment.set(effective.environment.name, findings);
		if (asked.root !== void 0) refusals(link(asked.workspace, effective, () => {}), asked, findings);
	}
	return {
		byEnvironment,
		elsewhere
	};
}
const MISFIT = say`the schema takes no string here, and this text is nothing that it takes`;
/** What a schema refuses. */
function refusals(linked, { workspace, root, isSecret }, findings) {
	if (root === void 0) return;
	const provenance = {
		...provenanceIn(workspace, linked.effective.environment),
		isSecret,
		targetIsSecret: () => true
	};
	const report = (found) => {
		if (found.severity === "error" && found.rule.startsWith("validate/")) findings.push(found);
	};
	validateDocument(linked, root, {
		validator: workspace.engines.validator,
		report,
		provenance
	});
}
function keyOf$2({ rule, place }) {
	return place.in === "span" ? JSON.stringify([
		rule,
		place.source.path,
		place.start
	]) : rule;
}
// src/queries/schema-diff.ts
/**
* Says what a change of the schemas means for documents, twice over: by what the schemas say, and by validating the
* effective documents of both states against both schemas. The level is the higher of the two.
*/
async function schemaDiff(input) {
	const { base, head, collectors } = input;
	const kinds = [];
	for (const kind of kindsOf(input)) {
		const found = await compareKind(kind, input);
		if (found !== void 0) kinds.push(found);
	}
	const level = kinds.reduce((highest, one) => higherLevel(highest, one.level), void 0);
	return {
		base: base.snapshot.label,
		head: head.snapshot.label,
		...level === void 0 ? {} : { level },
		kinds,
		baseErrors: collectors.base.findings().filter(({ severity }) => severity === "error").length,
		findings: collectors.head.findings()
	};
}
/** What the schemas say differently, kind by kind; no document is looked at. */
function schemaChanges(base, head) {
	const kinds = [];
	for (const kind of kindsOf({
		base,
		head,
		kinds: []
	})) {
		const [before, after] = [base, head].map(({ schemas }) => schemas.of(kind));
		if (before !== void 0 && after !== void 0 && areSameFiles(before.root, after.root)) continue;
		kinds.push({
			kind,
			changes: changesBetween(before, after).map(settled)
		});
	}
	return kinds;
}
/** The kinds that are asked about, of those that have a schema on either side; else all but files that are parts. */
function kindsOf({ base, head, kinds }) {
	const all = [.../* @__PURE__ */ new Set([...base.schemas.kinds, ...head.schemas.kinds])].sort(compareText);
	for (const wanted of kinds) if (!all.includes(wanted)) throw new Failure("usage", say`the kind ${name(wanted)} has no schema on either side${didYouMean(wanted, all)}`);
	if (kinds.length > 0) return [...new Set(kinds)].sort(compareText);
	return all.filter((kind) => [base, head].some((side) => isKind(kind, side)));
}
/** Whether it is more than a part of other schemas: there are documents of it, or nothing else refers to it. */
function isKind(kind, { schemas, config, discovery }) {
	const path = schemas.of(kind)?.root.document.path;
	if (path === void 0) return false;
	if (config.kinds.has(kind) || [...discovery.documents.values()].some(({ id }) => id.kind === kind)) return true;
	return !schemas.kinds.some((other) => other !== kind && schemas.filesOf(other).includes(path));
}
/** `undefined` for a kind of which the schema stays as it is. */
async function compareKind(kind, input) {
	const [before, after] = [input.base, input.head].map(({ schemas }) => schemas.of(kind));
	if (before !== void 0 && after !== void 0 && areSameFiles(before.root, after.root)) return void 0;
	const changes = changesBetween(before, after);
	const evidence = await evidenceOf(kind, input);
	const shown = evidence.broken.length > 0 ? "major" : evidence.unreadable.length > 0 ? "minor" : void 0;
	const said = changes.reduce((highest, one) => higherLevel(highest, one.level), void 0);
	const level = higherLevel(said, shown);
	return {
		kind,
		...level === void 0 ? {} : { level },
		schema: {
			...before && { base: before.root.document.path },
			...after && { head: after.root.document.path }
		},
		changes: changes.map(settled),
		...evidence,
		advice: level === "major" ? versionAdvice(kind, input) : []
	};
}
function changesBetween(before, after) {
	if ([before, after].filter((schema) => schema?.usable === false).length === 0) return compareSchemas(before?.root, after?.root);
	const sides = list([...before?.usable === false ? [say`before`] : [], ...after?.usable === false ? [say`after`] : []]);
	return [{
		level: "major",
		keyword: "",
		message: say`the schema cannot be used as it is ${sides}, so the two are not compared: taken for the worst`,
		...before && { base: placeOfSchema(before.root) },
		...after && { head: placeOfSchema(after.root) },
		pointers: [[]]
	}];
}
function settled({ base, head, ...change }) {
	return {
		...change,
		...base && { base: locate(base) },
		...head && { head: locate(head) }
	};
}
/** A version that is given is for consumers to tell the shape of documents by. */
function versionAdvice(kind, { base, head }) {
	const [before, after] = [base, head].map(({ config }) => config.kinds.get(kind));
	if (after?.version === void 0 || before?.version !== after.version) return [];
	return [{
		message: say`${name(kind)} keeps version ${after.version} though its schema changes in a way that may break documents: raise it to ${after.version + 1}`,
		location: locate(after.place)
	}];
}
// src/stages/danger/found.ts
/** The path of a file outside of the configuration repository as globs name it, which cannot begin with `../`. */
function withoutParents(path) {
	return path.replace(/^(?:\.\.\/)+/, "");
}
function silenceableOf({ rule, location, document, documentBefore, tokens }) {
	return {
		rule,
		...location.file === void 0 ? {} : { file: withoutParents(location.file) },
		...document === void 0 ? {} : { document },
		...documentBefore === void 0 ? {} : { documentBefore },
		...tokens === void 0 ? {} : { tokens }
	};
}
/** A danger of one value, at the place that says it now, or said it before it was gone. */
function dangerAt$1(rule, value, message) {
	const { change, tokens, documentBefore } = value;
	const { document, environments } = change;
	const names = {
		document,
		...documentBefore === void 0 ? {} : { documentBefore }
	};
	return {
		rule,
		message,
		location: placeOf$3(change),
		related: relatedTo(change),
		environments,
		...names,
		tokens
	};
}
/** `services/db#/port`. */
function subjectOf({ change, tokens }) {
	return say`${name(change.document)}#${pointer(tokens)}`;
}
/** A value as it may be told, what it is where it may not. */
function told$1(value, { change, tokens }) {
	const seen = change.secret === true || isWithheld(value, tokens) ? void 0 : shown(value);
	return seen === void 0 ? say`a ${kindOf(value)}` : say`${seen}`;
}
function placeOf$3({ after, before, removedBy, environments }) {
	const place = after?.via ?? after?.location ?? removedBy;
	if (place !== void 0) return place;
	const was = before?.via ?? before?.location;
	return was === void 0 ? { environment: environments[0] ?? "" } : inBase(was);
}
/** Where it was said before, if that is another file than the one that says it now. */
function relatedTo(change) {
	const was = change.before?.via ?? change.before?.location;
	const is = placeOf$3(change);
	if (was === void 0 || was.file === is.file) return [];
	return [{
		message: say`the base says it here`,
		location: inBase(was)
	}];
}
// src/stages/danger/accepted.ts
/** Tells what of a danger which silence accepts; what is left is told. */
function judge(danger, silences, input) {
	const judged = [];
	let left = danger;
	for (const silence of silences) {
		if (!isAbout(silence, silenceableOf(left))) continue;
		const environments = left.environments ?? [];
		const fresh = silence.covers.of === "files" ? environments.filter((one) => !hasTaken(one, left, input)) : [];
		if (fresh.length === 0) return [...judged, {
			danger: left,
			silence
		}];
		if (fresh.length === environments.length) continue;
		const covered = environments.filter((one) => !fresh.includes(one));
		judged.push({
			danger: {
				...left,
				environments: covered
			},
			silence
		});
		left = {
			...left,
			environments: fresh
		};
	}
	return [...judged, { danger: left }];
}
/**
* Whether an environment took from the file of a danger before the change, too: who accepted something for a file knew
* which environments it is for. A file that is new is for those that its environment was for.
*/
function hasTaken(environment, { document, location }, { base, head, files }) {
	if (document === void 0 || location.file === void 0 || location.side === "base") return true;
	const file = withoutParents(location.file);
	if (head.ownersOf(file).size === 0) return true;
	const isNew = files.some(({ path, kind }) => kind === "added" && path === file);
	const lineage = base.environments.get(environment)?.lineage ?? [];
	const owners = isNew ? head.ownersOf(file) : base.ownersOf(file);
	return owners.has(null) || lineage.some((one) => owners.has(one));
}
// src/stages/danger/changed-values.ts
/**
* The leaves of what changed, one by one: a collection that came, went or became something else is looked into, and one
* that is gone or became a leaf comes itself, too. Documents that came or went as a whole are left out: what they say
* was never said otherwise. One that is called otherwise now is compared with what it was (`movedDocuments`).
*/
function* changedValues({ changes, moved = [] }) {
	for (const change of changes) if (change.whole !== true) yield* leavesOf$1(valueOf(change));
	for (const { from, change } of moved) yield* leavesOf$1({
		...valueOf(change),
		documentBefore: from
	});
}
function valueOf(change) {
	const { tokens, beforeTokens = tokens, before, after } = change;
	return {
		change,
		tokens,
		beforeTokens,
		before: before?.value,
		after: after?.value
	};
}
function* leavesOf$1(changed) {
	const { tokens, beforeTokens, before, after } = changed;
	const [left, right] = [ownKeys(before), ownKeys(after)];
	const isTurned = left === void 0 !== (right === void 0) && before !== void 0 && after !== void 0;
	if (isTurned || right === void 0) yield changed;
	if ((left ?? right) === void 0 || isTurned && (before instanceof Opaque || after instanceof Opaque)) return;
	const leafBefore = isTurned && left === void 0 ? before : void 0;
	const leafAfter = isTurned && right === void 0 ? after : void 0;
	for (const key of /* @__PURE__ */ new Set([...left ?? [], ...right ?? []])) {
		const [was, is] = [childOf(before, key), childOf(after, key)];
		const below = {
			tokens: [...tokens, key],
			beforeTokens: [...beforeTokens, key]
		};
		yield* leavesOf$1({
			...changed,
			...below,
			before: was,
			after: is,
			leafBefore,
			leafAfter
		});
	}
}
function ownKeys(value) {
	if (isList(value)) return value.map((_, index) => String(index));
	return isMapping(value) ? Object.keys(value) : void 0;
}
function childOf(value, key) {
	if (isMapping(value)) return own(value, key);
	return isList(value) ? value[Number(key)] : void 0;
}
// src/stages/danger/became-plain.ts
/** Values that nobody could read before, and everybody can now. */
const becamePlain = (input) => {
	const dangers = [];
	for (const value of changedValues(input)) {
		const { before, after, change } = value;
		if (before === void 0 || after === void 0 || change.after?.byDefault === true || !holdsPlain(after)) continue;
		const hidden = hiddenIn(before);
		if (hidden !== void 0 && !followsSame(change)) dangers.push(dangerAt$1("danger/became-plain", value, was(value, hidden)));
		else if (hidden === void 0 && isNoLongerSecret(value, input)) {
			const message = say`${subjectOf(value)} was a secret by its schema, and is none now`;
			dangers.push(dangerAt$1("danger/became-plain", value, message));
		}
	}
	return dangers;
};
/** Whether both sides come through the same references; through others something else is read. */
function followsSame({ before, after }) {
	if (before?.via === void 0 || after?.via === void 0) return false;
	const [was, is] = [before.targets ?? [], after.targets ?? []];
	return was.length === is.length && was.every((target, i) => target === is[i]);
}
function was(value, { opaque }) {
	if (opaque === "unresolved") return say`${subjectOf(value)} was made of something encrypted, and is plain text now`;
	return say`${subjectOf(value)} was encrypted, and is plain text now`;
}
/** Something in a value that cannot be read. */
function hiddenIn(value) {
	if (value instanceof Opaque) return HIDDEN$1.has(value.opaque) ? value : void 0;
	for (const one of childrenOf(value)) {
		const hidden = hiddenIn(one);
		if (hidden !== void 0) return hidden;
	}
}
const HIDDEN$1 = /* @__PURE__ */ new Set([
	"sealed",
	"secret",
	"unresolved"
]);
/** Whether a value can be read, or something in it. */
function holdsPlain(value) {
	if (value === null || value instanceof Opaque) return false;
	return isList(value) || isMapping(value) ? childrenOf(value).some(holdsPlain) : true;
}
function childrenOf(value) {
	if (isList(value)) return value;
	return isMapping(value) ? Object.values(value) : [];
}
function isNoLongerSecret(value, { base, head }) {
	const { change, tokens, beforeTokens, before, documentBefore = change.document } = value;
	if (change.secret !== true || before === null) return false;
	const kindOf = (document) => parseDocumentKey(document)?.kind ?? "";
	const [old, now] = [base.schemaOf(kindOf(documentBefore)), head.schemaOf(kindOf(change.document))];
	if (old === void 0 || !isSecretAt(old, beforeTokens)) return false;
	return now === void 0 || !isSecretAt(now, tokens);
}
// src/stages/danger/breadth.ts
/** Changes beside the widest one that are named. */
const MOST_RELATED$2 = 2;
/** A change that reaches an unusual share of all environments or documents at once. */
const breadth = (input, { environments: wide, documents: many }) => {
	const environments = /* @__PURE__ */ new Set();
	const documents = /* @__PURE__ */ new Set();
	const counting = [];
	for (const change of input.changes) {
		const reached = change.environments.filter((one) => isOnBothSides(one, input));
		if (reached.length === 0) continue;
		counting.push(reached.length === change.environments.length ? change : {
			...change,
			environments: reached
		});
		documents.add(change.document);
		for (const one of reached) environments.add(one);
	}
	const concrete = [...input.head.environments.values()].filter(({ abstract }) => !abstract);
	const parts = [];
	if (isUnusual(environments.size, concrete.length, wide)) parts.push(say`${environments.size} of ${concrete.length} environments${guarded(environments, input)}`);
	if (isUnusual(documents.size, input.documents, many)) parts.push(say`${documents.size} of ${input.documents} documents`);
	const [first, second] = parts;
	if (first === void 0) return [];
	return [dangerOf(second === void 0 ? say`this changes ${first} at once` : say`this changes ${first} and ${second} at once`, counting, [...environments])];
};
/** A new environment brings all of its documents: that is no wide change. */
function isOnBothSides(environment, { base, head }) {
	return base.environments.has(environment) && head.environments.has(environment);
}
function isUnusual(count, all, { percent, "at-least": least }) {
	return count >= least && count * 100 > all * percent;
}
function guarded(environments, { base, head }) {
	const isGuarded = (one) => one?.protected === true;
	const sides = [base.environments, head.environments];
	const count = [...environments].filter((one) => sides.some((all) => isGuarded(all.get(one)))).length;
	return count === 0 ? say`` : say` (${count} protected)`;
}
/** Told at the change that reaches the most environments. */
function dangerOf(message, changes, environments) {
	const byReach = [...changes].sort((a, b) => b.environments.length - a.environments.length);
	const places = /* @__PURE__ */ new Map();
	for (const place of byReach.map(placeOf$3)) if (!places.has(place.file)) places.set(place.file, place);
	const [location = {}, ...others] = places.values();
	return {
		rule: "danger/breadth",
		message,
		location,
		related: others.slice(0, MOST_RELATED$2).map((at) => ({
			message: say`this is part of it`,
			location: at
		})),
		environments
	};
}
// src/stages/danger/config-changed.ts
/** What of `cairn.yaml` judges; the rest says how the repository is laid out and changes with it. */
const JUDGING = [
	"rules",
	"variables",
	"publish",
	"recipients",
	"secrets"
];
/** Changes of what judges changes: it counts from the next change on, when nobody looks at it any more. */
const configChanged = (input) => {
	const { base, head } = input;
	if (base.configTree === void 0) return [];
	if (head.configTree === void 0) return [{
		rule: "danger/config-changed",
		message: say`${name(CONFIG_FILE)} is gone, and with it what it says of rules`,
		location: inBase({ file: CONFIG_FILE })
	}];
	const trees = {
		base: base.configTree,
		head: head.configTree
	};
	return [...JUDGING.flatMap((key) => changesOf(key, trees, input)), ...newSilences(input)];
};
function changesOf(key, { base, head }, input) {
	const [before, after] = [valueAt(base.value, [key]), valueAt(head.value, [key])];
	const dangers = [];
	for (const tokens of placesIn(key, before, after)) {
		const [was, is] = [valueAt(base.value, tokens), valueAt(head.value, tokens)];
		if (was === void 0 ? is === void 0 : is !== void 0 && sameValue(was, is)) continue;
		const location = is === void 0 ? inBase(placeOf$2(base, tokens)) : placeOf$2(head, tokens);
		const related = was !== void 0 && is !== void 0 ? [{
			message: say`the base says it here`,
			location: inBase(placeOf$2(base, tokens))
		}] : [];
		const message = key === "rules" ? ruleMessage(tokens, input) : said(tokens, {
			was,
			is
		});
		if (message === void 0) continue;
		const [, rule = ""] = tokens;
		const accepts = key === "rules" && isConfigurable(rule) ? { accepts: rule } : {};
		dangers.push({
			rule: "danger/config-changed",
			message,
			location,
			related,
			...accepts
		});
	}
	return dangers;
}
/** Each entry of a mapping on either side; all of it where there is none. */
function placesIn(key, before, after) {
	const keys = new Set([before, after].flatMap((value) => isMapping(value) ? Object.keys(value) : []));
	return keys.size === 0 ? [[key]] : [...keys].map((one) => [key, one]);
}
function placeOf$2(tree, tokens) {
	const node = findNode(tree, tokens);
	return node < 0 ? { file: tree.source.path } : locate(keyPlace(tree, node));
}
/** What becomes of a rule; `undefined` where it stays what it is, however it is written. */
function ruleMessage([, rule = ""], { base, head }) {
	if (!isConfigurable(rule)) return rule === "" ? void 0 : say`what is said of the rule ${name(rule)} changes`;
	const [was, is] = [severityIn(base.config, rule), severityIn(head.config, rule)];
	if (was === is) return say`the settings of ${name(rule)} change`;
	const verb = rankOf(is) < rankOf(was) ? say`is weakened` : say`is tightened`;
	return say`${name(rule)} ${verb} from ${name(was)} to ${name(is)}`;
}
function isConfigurable(rule) {
	return Object.hasOwn(RULE_SETTINGS, rule);
}
function severityIn({ rules }, rule) {
	return ruleConfig(rules, rule).severity ?? RULES[rule].severity;
}
function rankOf(severity) {
	return severity === "off" ? -1 : SEVERITIES.length - SEVERITIES.indexOf(severity);
}
/** What the entries of a mapping are. */
const CALLED = {
	variables: say`the run variable`,
	recipients: say`the recipient`
};
function said(tokens, { was, is }) {
	const [key = name(""), entry] = tokens.map((token) => name(token));
	const called = entry === void 0 ? void 0 : CALLED[key];
	const what = called === void 0 || entry === void 0 ? say`${entry ?? key} of ${name(CONFIG_FILE)}` : say`${called} ${entry}`;
	const seen = is === void 0 ? void 0 : shown(is);
	const now = seen === void 0 ? say`` : say`: ${seen}`;
	if (was === void 0) return say`${what} is new${now}`;
	return is === void 0 ? say`${what} is gone` : say`${what} changes${now}`;
}
function newSilences({ base, head }) {
	return head.config.silences.filter((one) => !base.config.silences.some((known) => isSameSilence(one, known))).map((silence) => {
		return {
			rule: "danger/config-changed",
			message: say`${name(silence.rule)} is silenced for ${name(silence.path)}`,
			location: locate(silence.place),
			accepts: silence
		};
	});
}
// src/stages/danger/renames.ts
function renamesOf(moved) {
	const [to, from] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	for (const { from: old, change } of [...moved].sort((a, b) => b.alike - a.alike)) {
		if (old === change.document) continue;
		const { before, after, document, environments } = change;
		const isEdited = before === void 0 || after === void 0 || !sameValue(before.value, after.value);
		for (const environment of environments) {
			const [was, is] = [keyOf$1(old, environment), keyOf$1(document, environment)];
			if (to.has(was) || from.has(is)) continue;
			to.set(was, {
				document,
				isEdited
			});
			from.set(is, {
				document: old,
				isEdited
			});
		}
	}
	return {
		to: (document, environment) => to.get(keyOf$1(document, environment)),
		from: (document, environment) => from.get(keyOf$1(document, environment))
	};
}
const keyOf$1 = (document, environment) => `${document}\u0000${environment}`;
// src/stages/danger/document-removed.ts
/**
* Documents that a protected environment has no more, and not under another name either. An environment that is gone as
* a whole, or abstract now, is told by `danger/unprotected`.
*/
const documentRemoved = (input) => {
	const renames = renamesOf(input.moved ?? []);
	const dangers = [];
	for (const change of input.changes) {
		if (change.whole !== true || change.kind !== "removed") continue;
		const { document } = change;
		const environments = change.environments.filter((one) => {
			return isGuarded(one, input) && renames.to(document, one) === void 0;
		});
		if (environments.length === 0) continue;
		const message = say`${name(document)} is gone, and with it all that it said`;
		const location = placeOf$3({
			...change,
			environments
		});
		dangers.push({
			rule: "danger/document-removed",
			message,
			location,
			environments,
			document,
			tokens: []
		});
	}
	return dangers;
};
function isGuarded(environment, { base, head }) {
	const [before, after] = [base.environments.get(environment), head.environments.get(environment)];
	if (before === void 0 || after === void 0 || after.abstract) return false;
	return before.protected || after.protected;
}
// src/stages/danger/fields.ts
/**
* Names of values, however a program writes them: `ssl_mode`, `sslMode`, `ssl-mode` and `SSL_MODE` are one key to
* people, and so they are to the rules that look for values by their keys.
*/
var FieldSet = class {
	#globs;
	#known = /* @__PURE__ */ new Map();
	constructor(globs) {
		this.#globs = new GlobSet(Array.from(globs, (glob) => glob.map(bareKey)));
	}
	matches(tokens) {
		return this.#globs.matches(tokens.map((token) => this.#bare(token)));
	}
	#bare(token) {
		let bare = this.#known.get(token);
		if (bare === void 0) this.#known.set(token, bare = bareKey(token));
		return bare;
	}
};
/** A key without case and without what parts its words. */
function bareKey(key) {
	return key.toLowerCase().replace(/[-_. ]/g, "");
}
// src/stages/danger/encryption-modes.ts
/**
* Modes of encryption, each list from the one that asks for least to the one that asks for most; those of one rank are
* called otherwise by other programs (libpq, MySQL; Istio; Elasticsearch; names of TLS versions).
*/
const ORDERS = [
	[
		["disable", "disabled"],
		["allow"],
		["prefer", "preferred"],
		["require", "required"],
		["verifyca"],
		["verifyfull", "verifyidentity"]
	],
	[
		["disable", "disabled"],
		["permissive"],
		["strict"]
	],
	[
		["none"],
		["certificate"],
		["full", "strict"]
	],
	[
		["ssl2", "sslv2"],
		["ssl3", "sslv3"],
		versions("10", "1"),
		versions("11"),
		versions("12"),
		versions("13")
	]
];
function versions(...numbers) {
	return numbers.flatMap((one) => [
		one,
		`tls${one}`,
		`tlsv${one}`,
		`versiontls${one}`
	]);
}
const RANKS = ORDERS.map((order) => new Map(order.flatMap((names, rank) => names.map((name) => [name, rank]))));
/** Whether a mode asks for less than another one: `verify-full` and then `require`, `TLSv1.3` and then 1.2. */
function isWeaker$1(before, after) {
	const [was, is] = [modeOf(before), modeOf(after)];
	if (was === void 0 || is === void 0) return false;
	return RANKS.some((ranks) => (ranks.get(is) ?? Infinity) < (ranks.get(was) ?? -1));
}
/** Longer texts are no modes. */
const LONGEST$1 = 40;
function modeOf(value) {
	if (typeof value === "number") return bareKey(String(value));
	return typeof value === "string" && value.length <= LONGEST$1 ? bareKey(value.trim()) : void 0;
}
// src/stages/danger/urls.ts
/** Schemes over TLS, and the same without. */
const PLAIN = /* @__PURE__ */ new Map([
	["https", "http"],
	["wss", "ws"],
	["rediss", "redis"],
	["amqps", "amqp"],
	["ldaps", "ldap"],
	["mqtts", "mqtt"],
	["grpcs", "grpc"],
	["ftps", "ftp"],
	["smtps", "smtp"],
	["tls", "tcp"],
	["ssl", "tcp"]
]);
/** Longer texts are no URLs. */
const LONGEST = 4096;
/**
* Whether a text that was a URL over TLS is one without, or a parameter of it that was on is so no more. Schemes are
* compared where the text starts; of lists of URLs the first one counts.
*
* @param lossOf what a parameter loses from one text to another; `undefined` for nothing, and where it says nothing of
* encryption
*/
function lostInUrl(before, after, lossOf) {
	if (before.length > LONGEST || after.length > LONGEST || !/[:=]/.test(before)) return void 0;
	const [was, is] = [schemeOf(before), schemeOf(after)];
	if (was !== void 0 && is !== void 0 && PLAIN.get(was) === is) return {
		of: "scheme",
		before: was,
		after: is
	};
	const now = parametersOf(after);
	for (const [key, text] of parametersOf(before)) {
		const loss = lossOf(key, text, now.get(key) ?? "false");
		if (loss !== void 0) return {
			of: "parameter",
			key,
			is: loss
		};
	}
}
function schemeOf(text) {
	return /^\s{0,8}(?:jdbc:)?([a-z][a-z0-9]{0,15})(?:\+[a-z0-9]{1,16})?:\/\//i.exec(text)?.[1]?.toLowerCase();
}
function parametersOf(text) {
	const found = /* @__PURE__ */ new Map();
	for (const [, key = "", value = ""] of text.matchAll(/[?&; ]([a-z_-]{2,40})=([^&; ]{0,64})/gi)) found.set(key, value);
	return found;
}
// src/stages/danger/encryption-off.ts
/** TLS, encryption or a check of certificates that was on and is off, or asks for less. */
const encryptionOff = (input, settings, rules) => {
	const look = lookFor(settings, rules);
	const dangers = [];
	for (const value of changedValues(input)) {
		const danger = lossOf$1(value, look);
		if (danger !== void 0) dangers.push(danger);
	}
	return dangers;
};
function lossOf$1(value, look) {
	return switchedOff$1(value, look) ?? weakened(value, look) ?? sectionGone(value, look) ?? opened(value, look) ?? inUrl(value, look);
}
function lookFor(settings, rules) {
	const { settings: consistency } = ruleConfig(rules, "consistency/encryption-off");
	return {
		switches: new FieldSet([...consistency.switches, ...settings.switches]),
		openings: new FieldSet(settings.openings),
		stateOf: stateBy(settings.off)
	};
}
function switchedOff$1(value, { switches, stateOf }) {
	const { after, leafAfter, tokens } = value;
	const before = value.before === void 0 && value.leafBefore === true ? true : value.before;
	const is = stateOf(after);
	if (stateOf(before) !== "on" || is === "on" || is === "unknown" || !switches.matches(tokens)) return void 0;
	if (after === void 0 && leafAfter === true) return void 0;
	const end = after === void 0 || after === null ? say`is gone` : say`is ${told$1(after, value)} now`;
	return dangerAt$1("danger/encryption-off", value, say`${subjectOf(value)} ${end}, and it was ${told$1(before ?? null, value)}`);
}
/** `sslmode: require` that was `verify-full`. */
function weakened(value, { switches }) {
	const { before, after, tokens } = value;
	if (!isWeaker$1(before, after) || !switches.matches(tokens)) return void 0;
	return dangerAt$1("danger/encryption-off", value, say`${subjectOf(value)} asks for less: it changes from ${told$1(before ?? null, value)} to ${told$1(after ?? null, value)}`);
}
/** `tls: [{secretName: x}]` that is gone. Where it holds a switch, that one tells. */
function sectionGone(value, { switches }) {
	const { before, after, tokens } = value;
	if (after !== void 0 && after !== null) return void 0;
	if (!(isMapping(before) || isList(before)) || !switches.matches(tokens)) return void 0;
	const keys = Object.keys(before);
	if (keys.length === 0 || keys.some((key) => switches.matches([...tokens, key]))) return void 0;
	return dangerAt$1("danger/encryption-off", value, say`${subjectOf(value)} is gone, with all that it said`);
}
function opened(value, { openings, stateOf }) {
	const { before, after, tokens } = value;
	const was = stateOf(before);
	if (stateOf(after) !== "on" || was === "on" || was === "unknown" || !openings.matches(tokens)) return void 0;
	return dangerAt$1("danger/encryption-off", value, say`${subjectOf(value)} is ${told$1(after ?? null, value)} now`);
}
/** What a URL says of it: its scheme, and its parameters that are called as switches are. Its text is not shown. */
function inUrl(value, { switches, stateOf }) {
	const { before, after } = value;
	if (typeof before !== "string" || typeof after !== "string") return void 0;
	const lossOfParameter = (key, was, is) => {
		if (!switches.matches([key]) || stateOf(was) !== "on") return void 0;
		return stateOf(is) !== "on" ? "off" : isWeaker$1(was, is) ? "weaker" : void 0;
	};
	const lost = lostInUrl(before, after, lossOfParameter);
	if (lost === void 0) return void 0;
	return dangerAt$1("danger/encryption-off", value, say`${subjectOf(value)} ${lossText(lost)}`);
}
function lossText(lost) {
	if (lost.of === "scheme") return say`goes over ${name(lost.after)} now, and went over ${name(lost.before)}`;
	if (lost.is === "weaker") return say`has a ${name(lost.key)} that asks for less`;
	return say`has no ${name(lost.key)} that is on any more`;
}
/** What a switch says; texts that are none of the words for off are modes of being on. */
function stateBy(words) {
	const off = /* @__PURE__ */ new Set(["false", ...words]);
	return (value) => {
		if (value === void 0 || value === null) return "unsaid";
		if (typeof value === "boolean") return value ? "on" : "off";
		if (typeof value === "number") return value === 0 ? "off" : "on";
		if (typeof value === "string") return off.has(value.trim().toLowerCase()) ? "off" : "on";
		return "unknown";
	};
}
// src/stages/danger/files.ts
/** Files that say who must approve what, and what is accepted. */
const policyChanged = (input, { files }) => {
	const what = say`this says what changes have to keep to`;
	return dangersIn("danger/policy-changed", input, {
		globs: files,
		outside: files.filter((one) => !isOwn(one)),
		what
	});
};
/** Programs that the platform runs, often with rights and secrets. */
const workflowChanged = (input, { files }) => {
	return dangersIn("danger/workflow-changed", input, {
		globs: files,
		outside: files,
		what: say`this says what runs in CI, and with which rights`
	});
};
/** Cairn reads these in the configuration repository only; elsewhere they are somebody else's. */
const isOwn = (glob) => [
	"access.yaml",
	"waivers.yaml",
	"policies/**"
].includes(glob);
function dangersIn(rule, { files, outside = [] }, wanted) {
	const { what } = wanted;
	const matching = (changes, globs) => {
		const set = new GlobSet(globs.map(pathGlob));
		return changes.filter(({ path }) => set.matches(withoutParents(path).split("/")));
	};
	return [...matching(files, wanted.globs), ...matching(outside, wanted.outside)].map(({ path, kind }) => {
		return {
			rule,
			message: say`${what}, and ${BECAME[kind]}`,
			location: kind === "removed" ? inBase({ file: path }) : { file: path }
		};
	});
}
const BECAME = {
	added: say`is new`,
	changed: say`changes`,
	removed: say`is gone`
};
// src/stages/danger/hidden-characters.ts
/** Lines of one file that are told one by one. */
const MOST_LINES = 10;
/** Characters that make a text read otherwise than it is: those that turn its direction, and those that nobody sees. */
const hiddenCharacters = ({ texts, files }) => {
	const dangers = [];
	for (const { path, kind } of files) {
		const char = kind === "added" ? HIDDEN.exec(path)?.[0] : void 0;
		if (char === void 0) continue;
		const message = say`the path of this file has ${messageOf$3(char)}`;
		dangers.push({
			rule: "danger/hidden-character",
			message,
			location: { file: path }
		});
	}
	for (const text of texts) if (HIDDEN.test(text.source.text)) dangers.push(...inText(text));
	return dangers;
};
/**
* Bidirectional controls (UAX #9), invisible format characters and fillers, tag characters and C0 and C1 controls
* except for tabs and line ends. A form feed and a lone byte order mark at the start are left to the parsers.
*/
const HIDDEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/u;
const EACH = new RegExp(HIDDEN.source, "gu");
function inText({ source, before = "" }) {
	const old = new Set(before.split(LINE_END).filter((line) => HIDDEN.test(line)));
	const dangers = [];
	let lines = 0;
	let end = 0;
	for (const { index, 0: char } of source.text.matchAll(EACH)) {
		if (index < end || isPartOfText(source.text, index, char) || index === 0 && char === BYTE_ORDER_MARK) continue;
		const start = lineStart(source.text, index, end);
		end = lineEnd(source.text, index);
		if (old.has(source.text.slice(start, end).replace(/\r$/, "")) || ++lines > MOST_LINES) continue;
		const location = locate(inSpan(source, index, index + char.length));
		dangers.push({
			rule: "danger/hidden-character",
			message: messageOf$3(char),
			location
		});
	}
	const more = lines - MOST_LINES;
	const final = dangers.at(-1);
	if (more <= 0 || final === void 0) return dangers;
	const message = say`${final.message}; ${more} more lines of this file have such characters`;
	return [...dangers.slice(0, -1), {
		...final,
		message
	}];
}
const BYTE_ORDER_MARK = "﻿";
const LINE_END = /\r\n?|\n/;
/** Where the line of a character starts; no earlier than `from`, up to which lines are known. */
function lineStart(text, index, from) {
	for (let at = index; at > from; at--) if (text[at - 1] === "\n") return at;
	return from;
}
function lineEnd(text, index) {
	const end = text.indexOf("\n", index);
	return end < 0 ? text.length : end;
}
/** Joiners between letters of scripts that need them, and in emoji. */
function isPartOfText(text, index, char) {
	const before = text.slice(Math.max(0, index - 2), index);
	const after = text.slice(index + char.length, index + char.length + 2);
	if (char === "‌" || char === "‍") return JOINED.test(before) && STARTS_JOINED.test(after) || char === "‍" && EMOJI.test(before) && STARTS_EMOJI.test(after);
	return false;
}
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}]$/u;
const STARTS_JOINED = new RegExp(`^${JOINED.source.slice(0, -1)}`, "u");
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const STARTS_EMOJI = /^\p{Extended_Pictographic}/u;
function messageOf$3(char) {
	const point = char.codePointAt(0) ?? 0;
	const code = name(`U+${point.toString(16).toUpperCase().padStart(4, "0")}`);
	if (isTurning(point)) return say`a character that turns the direction of the text (${code}): it reads otherwise than it is`;
	return say`a character that nobody sees (${code})`;
}
/** Bidirectional controls (UAX #9 §2). */
function isTurning(point) {
	return point === 1564 || point === 8206 || point === 8207 || point >= 8234 && point <= 8238 || point >= 8294 && point <= 8297;
}
// src/stages/danger/recipients.ts
/** Keys that open a file and did not before, unless the base lets them; of a new file those that it does not know. */
const recipientAdded = (input) => {
	const dangers = [];
	for (const { before, after, allowed, environments } of input.sealed) {
		if (after === void 0) continue;
		const known = keysOf(before);
		for (const [id, key] of keysOf(after)) {
			const isNew = before === void 0;
			const isAllowed = isNew ? allowed?.keys.has(id) !== false : allowed?.rule !== void 0 && allowed.keys.has(id);
			if (known.has(id) || isAllowed) continue;
			const who = calledOf(key, input);
			const told = (files) => {
				const what = say`${isNew ? say`newly encrypted ` : say``}${files === 1 ? say`file` : say`files`}`;
				const which = files === 1 ? say`this ${what}` : say`${files} ${what}`;
				const unlike = allowed?.rule === void 0 ? say`and the base knows nothing of it` : say`which no rule of the base says`;
				return isNew ? say`${who} can open ${which}, ${unlike}` : say`${who} can open ${which} now, and could not before`;
			};
			const related = allowed?.rule === void 0 ? [] : [{
				message: say`the base says here who can`,
				location: allowed.rule
			}];
			const location = locate(inSpan(after.source, key.start, key.end));
			const alike = {
				key: `${String(isNew)} ${String(allowed?.rule === void 0)} ${id}`,
				told
			};
			dangers.push({
				rule: "danger/recipient-added",
				message: told(1),
				location,
				related,
				environments,
				alike
			});
		}
	}
	return dangers;
};
/** Keys that open a file no more: where the base says that they may, or where they go on opening what comes. */
const recipientRemoved = (input) => {
	const dangers = [];
	for (const change of input.sealed) {
		const { before, after, allowed, environments } = change;
		if (before === void 0 || after === void 0) continue;
		const left = keysOf(after);
		const gone = [...keysOf(before)].filter(([id]) => !left.has(id));
		const isKept = gone.length > 0 && keepsDataKey(change);
		for (const [id, key] of gone) {
			if (!isKept && allowed?.rule !== void 0 && !allowed.keys.has(id)) continue;
			const who = calledOf(key, input);
			const told = (files) => {
				const what = files === 1 ? say`this file` : say`${files} files`;
				const its = files === 1 ? say`its data key` : say`their data keys`;
				const kept = say`, but ${its} stayed: who had ${files === 1 ? say`it` : say`them`} can read what is encrypted later; ${name("cairn secrets rotate")} makes ${files === 1 ? say`a new one` : say`new ones`}`;
				return say`${who} can open ${what} no more${isKept ? kept : say``}`;
			};
			const related = [{
				message: say`the base names it here`,
				location: inBase(locate(inSpan(before.source, key.start, key.end)))
			}];
			const alike = {
				key: `${String(isKept)} ${id}`,
				told
			};
			dangers.push({
				rule: "danger/recipient-removed",
				message: told(1),
				location: locate(metadataPlace(after)),
				related,
				environments,
				alike
			});
		}
	}
	return dangers;
};
function keysOf(file) {
	const keys = /* @__PURE__ */ new Map();
	for (const key of file?.metadata.groups.flatMap((group) => group.keys) ?? []) if (!keys.has(keyOf$3(key))) keys.set(keyOf$3(key), key);
	return keys;
}
/** A key as the base's `cairn.yaml` calls it; what the change itself calls it is its own word. */
function calledOf({ type, name: key }, { base, head }) {
	const aliasIn = ({ config }) => [...config.recipients].find(([, { recipient }]) => recipient === key)?.[0];
	if (type !== "age") return say`${name(type)} ${name(key)}`;
	const alias = aliasIn(base);
	if (alias !== void 0) return say`${name(alias)} (${name(key)})`;
	const fresh = aliasIn(head);
	return fresh === void 0 ? say`${name(key)}` : say`${name(key)}, called ${name(fresh)} by this very change,`;
}
/** Whether a value has the same ciphertext on both sides: then it is encrypted with the same key, too. */
function keepsDataKey({ before, after }) {
	if (before === void 0 || after === void 0) return false;
	const old = new Set(envelopesOf(before));
	return envelopesOf(after).some((envelope) => old.has(envelope));
}
function envelopesOf({ documents }) {
	const found = [];
	rewrite(documents, { visit: ({ item }) => {
		const value = item.kind === "leaf" ? item.value : null;
		if (value !== null && "text" in value && value.text.startsWith("ENC[AES256_GCM,")) found.push(value.text);
	} });
	return found;
}
// src/stages/danger/moved-documents.ts
/** Leaves of a document that are looked at; enough to tell one from another. */
const MOST_LEAVES = 500;
/** Of what more new documents say alike the first are looked at. */
const MOST_ALIKE$1 = 50;
/** Leaves of new documents that are kept. */
const MOST_KEPT = 2e6;
/**
* Documents that are gone while another that came has their name and file, or says at least half of what they said:
* they were renamed, are of another kind, or their environment is called otherwise. Each as a change of what it said,
* so that a new name hides no danger.
*/
function movedDocuments({ changes, base, head }) {
	const whole = changes.filter((change) => change.whole === true);
	const [come, gone] = [whole.filter(({ kind }) => kind === "added"), whole.filter(({ kind }) => kind === "removed")];
	if (come.length === 0 || gone.length === 0) return [];
	const arrivals = /* @__PURE__ */ new Map();
	for (const change of come) for (const place of placesOf(change, base)) {
		const known = arrivals.get(place);
		if (known === void 0) arrivals.set(place, /* @__PURE__ */ new Set([change]));
		else known.add(change);
	}
	const indexes = new Indexes();
	const byPlace = new Map(Array.from(arrivals, ([place, changes]) => [place, indexes.of(changes)]));
	return gone.flatMap((change) => movesOf(change, placesOf(change, head), byPlace));
}
/**
* Where a document came or went: its environments. Those that the other side does not have may be called otherwise
* there, so that its own name is what is looked for.
*/
function placesOf({ document, environments }, other) {
	return new Set(environments.map((one) => other.environments.has(one) ? `in ${one}` : `as ${document}`));
}
function movesOf(gone, places, indexes) {
	const leaves = leavesOf(gone.before?.value);
	const looked = /* @__PURE__ */ new Set();
	const found = /* @__PURE__ */ new Map();
	for (const place of places) {
		const index = indexes.get(place);
		if (index === void 0 || looked.has(index)) continue;
		looked.add(index);
		const same = index.get(ownPlace(gone))?.[0];
		const best = same === void 0 ? mostAlike(leaves, index) : {
			come: same,
			alike: Infinity
		};
		if (best !== void 0) found.set(best.come, best.alike);
	}
	return Array.from(found, ([come, alike]) => ({
		from: gone.document,
		change: asChange(gone, come),
		alike
	}));
}
/** The document that says most of what one said, at least half of it. */
function mostAlike(leaves, index) {
	const shared = /* @__PURE__ */ new Map();
	for (const { at, said } of leaves) for (const change of index.get(said ?? at) ?? []) shared.set(change, (shared.get(change) ?? 0) + 1);
	let best;
	let most = 0;
	for (const [change, count] of shared) if (count > most) [best, most] = [change, count];
	return best !== void 0 && 2 * most >= leaves.length ? {
		come: best,
		alike: most
	} : void 0;
}
/** In the environments that both have; where one is called otherwise, in those that it came to. */
function asChange(gone, come) {
	const there = new Set(gone.environments);
	const same = come.environments.filter((one) => there.has(one));
	return {
		document: come.document,
		tokens: [],
		kind: "changed",
		...gone.secret === true || come.secret === true ? { secret: true } : {},
		...gone.before === void 0 ? {} : { before: gone.before },
		...come.after === void 0 ? {} : { after: come.after },
		environments: same.length > 0 ? same : come.environments
	};
}
/** One index for all environments to which the same documents came. */
var Indexes = class {
	#bySet = /* @__PURE__ */ new Map();
	#ids = /* @__PURE__ */ new Map();
	#kept = 0;
	of(changes) {
		const key = Array.from(changes, (change) => this.#idOf(change)).join(" ");
		let index = this.#bySet.get(key);
		if (index === void 0) this.#bySet.set(key, index = this.#make(changes));
		return index;
	}
	#idOf(change) {
		let id = this.#ids.get(change);
		if (id === void 0) this.#ids.set(change, id = this.#ids.size);
		return id;
	}
	#make(changes) {
		const index = /* @__PURE__ */ new Map();
		for (const change of changes) {
			add(index, ownPlace(change), change);
			for (const { at, said } of leavesOf(change.after?.value)) {
				if (this.#kept > MOST_KEPT) return index;
				this.#kept++;
				for (const key of said === void 0 ? [at] : [at, said]) add(index, key, change);
			}
		}
		return index;
	}
};
function add(index, key, change) {
	const known = index.get(key);
	if (known === void 0) index.set(key, [change]);
	else if (known.length < MOST_ALIKE$1) known.push(change);
}
/** Its name and its file: what has both is the same document, of whatever kind, and whatever it says. */
function ownPlace({ document, before, after }) {
	return `${document.slice(document.indexOf("/") + 1)} in ${(after ?? before)?.location?.file ?? ""}`;
}
function leavesOf(value) {
	const leaves = [];
	if (value !== void 0) collect$1(value, [], leaves);
	return leaves;
}
function collect$1(value, tokens, leaves) {
	if (leaves.length >= MOST_LEAVES) return;
	const at = pointer(tokens);
	if (isMapping(value)) for (const key of Object.keys(value)) collect$1(own(value, key) ?? null, [...tokens, key], leaves);
	else if (isList(value)) for (const [i, item] of value.entries()) collect$1(item, [...tokens, String(i)], leaves);
	else leaves.push(value instanceof Opaque ? { at } : {
		at,
		said: `${at} ${JSON.stringify(value)}`
	});
}
// src/stages/danger/environment-places.ts
/** Where an environment's own definition says something; where it is defined, if it does not. */
function placeInDefinition({ definition }, tokens) {
	const { definedIn, place } = definition;
	const node = definedIn === void 0 ? -1 : findNode(definedIn.tree, tokens, definedIn.node);
	return locate(definedIn === void 0 || node < 0 ? place : keyPlace(definedIn.tree, node));
}
/** The nearest of an environment and its ancestors of which something is so. */
function nearestOf(environment, all, isSo) {
	for (const name of environment.lineage) {
		const one = all.get(name);
		if (one !== void 0 && isSo(one)) return one;
	}
}
/** Whether what an environment runs with is asked for at all: on one side at least. */
function isConcrete(name, ...sides) {
	return sides.some((all) => all.get(name)?.abstract === false);
}
// src/stages/danger/relabelled.ts
/** Environments whose labels change: rules that choose environments by them choose others. */
const relabelled = (input) => {
	const { base, head } = input;
	const dangers = /* @__PURE__ */ new Map();
	for (const after of head.environments.values()) {
		const before = base.environments.get(after.name);
		if (before === void 0 || !isConcrete(after.name, base.environments, head.environments)) continue;
		for (const label of changedLabels(before.labels, after.labels)) {
			const message = messageOf$2(label);
			const location = placeOf$1(label.tokens, {
				before,
				after
			}, input);
			const key = JSON.stringify([message, location]);
			const known = dangers.get(key);
			if (known === void 0) dangers.set(key, {
				rule: "danger/relabelled",
				message,
				location,
				environments: [after.name]
			});
			else known.environments.push(after.name);
		}
	}
	return [...dangers.values()];
};
function* changedLabels(before, after, above = []) {
	for (const key of /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])) {
		const [was, is] = [own(before, key), own(after, key)];
		const tokens = [...above, key];
		if (isMapping(was) && isMapping(is)) yield* changedLabels(was, is, tokens);
		else if (was === void 0 || is === void 0 || !sameValue(was, is)) yield {
			tokens,
			before: was,
			after: is
		};
	}
}
/** In the head where a label is set; where the base sets it, for one that is gone. */
function placeOf$1(tokens, { before, after }, { base, head }) {
	const says = ({ definition }) => valueAt(definition.labels, tokens) !== void 0;
	const path = ["labels", ...tokens];
	const now = nearestOf(after, head.environments, says);
	const was = now === void 0 ? nearestOf(before, base.environments, says) : void 0;
	return was === void 0 ? placeInDefinition(now ?? after, path) : inBase(placeInDefinition(was, path));
}
function messageOf$2({ tokens, before, after }) {
	const label = say`the label ${pointer(tokens)}`;
	if (before === void 0) return say`${label} is new${told(after, say`: `)}`;
	if (after === void 0) return say`${label} is gone${told(before, say`; it was `)}`;
	const [was, is] = [shown(before), shown(after)];
	return was === void 0 || is === void 0 ? say`${label} changes` : say`${label} changes from ${was} to ${is}`;
}
function told(value, begin) {
	const seen = value === void 0 ? void 0 : shown(value);
	return seen === void 0 ? say`` : say`${begin}${seen}`;
}
// src/stages/danger/reparented.ts
/** Environments that inherit from others than before: every value of theirs may come from elsewhere. */
const reparented = (input) => {
	const { base, head } = input;
	const dangers = [];
	for (const after of head.environments.values()) {
		const before = base.environments.get(after.name);
		if (before === void 0 || sameNames(parentsOf(before), parentsOf(after))) continue;
		const environments = affectedBy(after.name, input);
		if (environments.length === 0) continue;
		const [was, is] = [placeBefore(before), placeOf(after)];
		const related = was === void 0 || is === void 0 ? [] : [{
			message: say`the base says it here`,
			location: was
		}];
		const location = is ?? was ?? placeInDefinition(after, []);
		dangers.push({
			rule: "danger/reparented",
			message: messageOf$1(before, after),
			location,
			related,
			environments
		});
	}
	return dangers;
};
function parentsOf({ definition }) {
	return definition.inherits.map((parent) => parent.name);
}
function sameNames(one, other) {
	return one.length === other.length && one.every((name, i) => name === other[i]);
}
/** The environments that run with another line of ancestors because of one of them. */
function affectedBy(cause, { base, head }) {
	const affected = [];
	for (const { name, lineage } of head.environments.values()) {
		const was = base.environments.get(name)?.lineage;
		if (was === void 0 || sameNames(was, lineage)) continue;
		if (!isConcrete(name, base.environments, head.environments)) continue;
		if (lineage.includes(cause) || was.includes(cause)) affected.push(name);
	}
	return affected;
}
/** Where an environment names its first parent. */
function placeOf({ definition: { inherits: [first] } }) {
	return first && locate(first.place);
}
function placeBefore(before) {
	const place = placeOf(before);
	return place && inBase(place);
}
function messageOf$1(before, after) {
	const now = say`${name(after.name)} inherits from ${named(parentsOf(after))} now`;
	return say`${now}, and inherited from ${named(parentsOf(before))}`;
}
function named(parents) {
	return parents.length === 0 ? say`nothing` : list(parents.map(name));
}
// src/stages/danger/resources.ts
/** Amounts of memory, cores, GPUs and replicas that change by more than a share of what they were. */
const resources = (input, { percent, fields }, rules) => {
	const globs = new FieldSet([...consistencyFields(rules), ...fields]);
	const dangers = [];
	const gone = /* @__PURE__ */ new Map();
	for (const value of changedValues(input)) {
		if (value.change.secret === true || !globs.matches(value.tokens)) continue;
		const [before, after] = [amountOf(value.before, value.beforeTokens), amountOf(value.after, value.tokens)];
		if (before !== void 0 && before > 0n && (value.after === void 0 || value.after === null)) {
			const known = gone.get(value.change);
			if (known === void 0) gone.set(value.change, [value]);
			else known.push(value);
		}
		if (before === void 0 || after === void 0) continue;
		if ((after > before ? after - before : before - after) * 100n <= before * BigInt(percent)) continue;
		dangers.push(dangerAt$1("danger/resources", value, changeOf(value, {
			before,
			after
		})));
	}
	for (const [first, ...others] of gone.values()) if (first !== void 0) dangers.push(goneAt(first, others));
	return dangers;
};
/** Amounts that are not said any more, told once a change: without a limit there is none. */
function goneAt(first, others) {
	const more = others.length === 0 ? say`` : say`, and so ${others.length === 1 ? say`is 1 more amount` : say`are ${others.length} more amounts`}`;
	return dangerAt$1("danger/resources", first, say`${subjectOf(first)} is gone, and was ${told$1(first.before ?? null, first)}${more}`);
}
/** Where the rules across documents find such amounts, as `cairn.yaml` says. */
function consistencyFields(rules) {
	const capacity = ruleConfig(rules, "consistency/capacity").settings;
	const { limits } = ruleConfig(rules, "consistency/deployment-limits").settings;
	const { services, replicas } = capacity.deployments;
	return [
		capacity.memory,
		capacity.cpu,
		capacity.gpu,
		capacity.replicas,
		[
			...services,
			"*",
			...replicas
		],
		limits.memory,
		limits.cpu,
		limits.gpu
	];
}
function amountOf(value, tokens) {
	if (typeof value !== "number" && typeof value !== "string") return void 0;
	return parseQuantity(value, scaleOf(tokens.at(-1)));
}
function changeOf(value, { before, after }) {
	const [was, is] = [told$1(value.before ?? null, value), told$1(value.after ?? null, value)];
	const values = say`${subjectOf(value)} changes from ${was} to ${is}`;
	if (before === 0n) return say`${values}: from nothing`;
	if (after === 0n) return say`${values}: to nothing`;
	if (after < before) return say`${values}: ${share(before - after, before)} % less`;
	return say`${values}: ${share(after - before, before)} % more`;
}
/** In percent, a whole number. */
function share(part, whole) {
	return Number((part * 100n + whole / 2n) / whole);
}
// src/stages/danger/schema-weakened.ts
/** Schemas that ask less of documents than they did, or hide less. */
const schemaWeakened = (input, { keywords, files }) => {
	if (input.schemas === void 0) return notCompared(input, new GlobSet(files.map(pathGlob)));
	const guards = new Set(keywords);
	const dangers = [];
	for (const { kind, changes } of input.schemas) for (const change of changes) {
		const location = change.head ?? (change.base && inBase(change.base));
		if (location === void 0 || !isWeaker(change, guards)) continue;
		const related = change.head !== void 0 && change.base !== void 0 ? [{
			message: BEFORE,
			location: inBase(change.base)
		}] : [];
		dangers.push({
			rule: "danger/schema-weakened",
			message: messageOf(kind, change),
			location,
			related
		});
	}
	return dangers;
};
const BEFORE = say`the base says it here`;
/** What accepts more, by a keyword that guards; what is not described or not secret any more. */
function isWeaker({ level, keyword, base, head }, guards) {
	const isGone = base !== void 0 && head === void 0;
	if (keyword === "") return isGone;
	if (keyword === "x-secret") return isGone && guards.has(keyword);
	return level === "minor" && guards.has(keyword);
}
function messageOf(kind, { message, pointers: [first, ...others], conditional }) {
	const at = first === void 0 || first.length === 0 ? say`` : say` ${pointer(first)}`;
	const more = others.length === 0 ? say`` : say` and ${others.length} more`;
	const when = conditional === true ? say` in some cases` : say``;
	return say`the schema of ${name(kind)}${at}${more}${when}: ${message}`;
}
/** Without a comparison all that can be told is which files are not the same. */
function notCompared({ files }, schemas) {
	return files.filter(({ path, kind }) => kind !== "added" && schemas.matches(path.split("/"))).map(({ path, kind }) => {
		return {
			rule: "danger/schema-weakened",
			message: kind === "removed" ? say`this schema is gone` : say`this schema changes, and what that means was not compared`,
			location: kind === "removed" ? inBase({ file: path }) : { file: path }
		};
	});
}
// src/stages/danger/secret-rolled-back.ts
/** Values beside the first one that are named. */
const MOST_RELATED$1 = 3;
/** Encrypted files, or values of them, that are as they were before the base: what was replaced since is back. */
const secretRolledBack = ({ sealed }) => {
	const dangers = [];
	for (const { before, after, older, environments } of sealed) {
		if (after === void 0) continue;
		const [first, ...others] = older?.leaves ?? [];
		if (older !== void 0 && first !== void 0) {
			const count = others.length === 0 ? say`this value is that` : say`${others.length + 1} values of this file are those`;
			const message = say`${count} of ${stateText(older)}, which ${others.length === 0 ? say`was` : say`were`} replaced since`;
			const related = others.slice(0, MOST_RELATED$1).map(({ start, end }) => ({
				message: say`and here`,
				location: locate(inSpan(after.source, start, end))
			}));
			const location = locate(inSpan(after.source, first.start, first.end));
			dangers.push({
				rule: "danger/secret-rolled-back",
				message,
				location,
				related,
				environments
			});
		} else if (older !== void 0 || goesBack({
			before,
			after
		})) {
			const location = locate(fieldPlace(after, "lastmodified"));
			const related = before === void 0 ? [] : [{
				message: say`the base has it from then`,
				location: inBase(locate(fieldPlace(before, "lastmodified")))
			}];
			const message = fileMessage({
				before,
				after
			}, older);
			dangers.push({
				rule: "danger/secret-rolled-back",
				message,
				location,
				related,
				environments
			});
		}
	}
	return dangers;
};
function goesBack({ before, after }) {
	if (before === void 0) return false;
	return Date.parse(after.metadata.lastModifiedSeconds) < Date.parse(before.metadata.lastModifiedSeconds);
}
function fileMessage({ before, after }, older) {
	if (before === void 0 && older !== void 0) return say`this file was removed, and is back as ${stateText(older)} had it`;
	const from = name(before?.metadata.lastModifiedSeconds ?? "");
	const to = name(after.metadata.lastModifiedSeconds);
	if (older === void 0) return say`this file goes back from ${from} to ${to}: what was replaced in between is back`;
	return say`this file is that of ${stateText(older)} again: what was replaced since is back`;
}
/** `commit 1a2b3c4d5e6f of 2026-11-01`. */
function stateText({ commit, day }) {
	return say`commit ${name(commit.slice(0, 12))} of ${name(day)}`;
}
// src/stages/danger/secret-weakened.ts
/** Encrypted files that guard less than they did. A MAC that is gone, or a layer's value in clear, is told as such. */
const secretWeakened = ({ sealed }) => {
	const dangers = [];
	for (const change of sealed) {
		const { environments } = change;
		for (const { message, place, was } of weaknessesOf(change)) {
			const related = was === void 0 ? [] : [{
				message: say`the base says it here`,
				location: inBase(locate(was))
			}];
			dangers.push({
				rule: "danger/secret-weakened",
				message,
				location: locate(place),
				related,
				environments
			});
		}
	}
	return dangers;
};
function* weaknessesOf({ path, before, after, inClear, leftOut }) {
	if (before === void 0) return;
	if (inClear) yield {
		message: say`this file was encrypted, and is in clear now`,
		place: inFile(path)
	};
	if (after === void 0) return;
	const [was, is] = [before.metadata, after.metadata];
	const saidBy = (field) => ({
		place: fieldPlace(after, field),
		was: fieldPlace(before, field)
	});
	if (is.threshold < was.threshold) {
		const [now, then] = [groupsText(is.threshold), groupsText(was.threshold)];
		yield {
			...saidBy("shamir_threshold"),
			message: say`keys of ${now} open this file now, and it took those of ${then}`
		};
	}
	if (is.macOnlyEncrypted && !was.macOnlyEncrypted) {
		const message = say`the MAC of this file does not cover its values in clear any more: nobody can tell whether they were changed`;
		yield {
			...saidBy("mac_only_encrypted"),
			message
		};
	}
	const [first] = leftOut;
	if (first === void 0) return;
	yield {
		message: leftOutText(leftOut.length, is.selector),
		place: inSpan(after.source, first.start, first.end),
		was: fieldPlace(before, was.selector.kind)
	};
}
function leftOutText(count, { kind, pattern }) {
	const said = say`${name(kind)} ${name(pattern)}`;
	if (count === 1) return say`a value of this file stands in clear, since ${said} leaves it out: as the base has it it would be encrypted`;
	return say`${count} values of this file stand in clear, since ${said} leaves them out: as the base has it they would be encrypted`;
}
const groupsText = (count) => count === 1 ? say`one key group` : say`${count} key groups`;
// src/stages/danger/security-level.ts
/** Security levels that are lower than they were, or gone. */
const securityLevel = (input, { fields, levels }, rules) => {
	const { settings: consistency } = ruleConfig(rules, "consistency/encryption-off");
	const globs = new FieldSet([consistency.level, ...fields]);
	const dangers = [];
	for (const value of changedValues(input)) {
		const { before, after, tokens } = value;
		const was = levelIn(levels, before);
		if (was < 0 || after instanceof Opaque || !globs.matches(tokens)) continue;
		const is = levelIn(levels, after);
		const isGone = after === void 0 || after === null;
		if (!isGone && (is >= was || is < 0 && was === 0)) continue;
		const message = endOf(value, {
			isGone,
			isLevel: is >= 0
		});
		dangers.push(dangerAt$1("danger/security-level", value, say`${subjectOf(value)} ${message}`));
	}
	return dangers;
};
function levelIn(levels, value) {
	const text = typeof value === "string" ? value.toLowerCase() : void 0;
	return levels.findIndex((level) => level.toLowerCase() === text);
}
function endOf(value, { isGone, isLevel }) {
	const [was, is] = [told$1(value.before ?? null, value), told$1(value.after ?? null, value)];
	if (isGone) return say`is gone, and was ${was}`;
	return isLevel ? say`is lowered from ${was} to ${is}` : say`is ${is} now, which is no level that is known, and was ${was}`;
}
// src/stages/danger/self-silenced.ts
/** Dangers that are named with the silence that covers them. */
const MOST_RELATED = 3;
/**
* Silences that a change brings for its own dangers, and rules that it switches off while they find something in it.
* Neither counts for this change.
*/
function selfSilenced(input, found) {
	const { base, head, today } = input;
	const known = base.config.given ? base.config.silences : [];
	const isNew = (one) => !hasEnded(one, today) && !known.some((old) => isSameSilence(one, old));
	const dangers = [];
	const told = /* @__PURE__ */ new Set();
	for (const silence of head.config.silences.filter(isNew)) {
		const covered = found.filter((danger) => isAbout(silence, silenceableOf(danger)));
		if (covered.length === 0) continue;
		told.add(silence);
		dangers.push(dangerAt(locate(silence.place), covered));
	}
	for (const rule of switchedOff(input)) {
		const covered = found.filter((danger) => danger.rule === rule);
		if (covered.length === 0) continue;
		told.add(rule);
		dangers.push(dangerAt(placeOfRule(rule, input), covered));
	}
	return {
		dangers,
		told
	};
}
function dangerAt(location, covered) {
	const rules = [...new Set(covered.map(({ rule }) => rule))];
	const named = list(rules.map(name));
	const what = covered.length === 1 ? say`what ${named} finds` : say`${covered.length} dangers (${named})`;
	const message = say`this would silence ${what} in the very same change: it counts once it is merged, on its own`;
	const related = covered.slice(0, MOST_RELATED).map((one) => ({
		message: one.message,
		location: one.location
	}));
	const environments = [...new Set(covered.flatMap((one) => one.environments ?? []))];
	return {
		rule: NEVER_SILENT,
		message,
		location,
		related,
		environments
	};
}
/** Rules about dangers that are off in the head alone. Where base has no `cairn.yaml`, the head's counts. */
function switchedOff({ base, head }) {
	if (!base.config.given) return [];
	return Object.keys(RULE_SETTINGS).filter((rule) => {
		return head.config.rules[rule]?.severity === "off" && base.config.rules[rule]?.severity !== "off";
	});
}
function placeOfRule(rule, { head: { configTree } }) {
	const node = configTree === void 0 ? -1 : findNode(configTree, ["rules", rule]);
	return configTree === void 0 || node < 0 ? { file: CONFIG_FILE } : locate(keyPlace(configTree, node));
}
// src/stages/danger/unprotected.ts
/** Environments that were guarded and are so no more: not protected, not published, or not there. */
const unprotected = (input) => {
	const dangers = /* @__PURE__ */ new Map();
	for (const before of input.base.environments.values()) {
		if (before.abstract) continue;
		const lost = lossOf(before, input);
		if (lost === void 0) continue;
		const key = JSON.stringify([lost.message, lost.location]);
		const known = dangers.get(key);
		if (known === void 0) dangers.set(key, {
			rule: "danger/unprotected",
			...lost,
			environments: [before.name]
		});
		else known.environments.push(before.name);
	}
	return [...dangers.values()];
};
function lossOf(before, { base, head }) {
	const after = head.environments.get(before.name);
	if (after === void 0) {
		if (!before.protected) return void 0;
		return {
			message: say`the protected environment ${name(before.name)} is gone`,
			location: inBase(placeInDefinition(before, []))
		};
	}
	if (after.abstract) return {
		message: say`${name(after.name)} is abstract now: nothing of it is checked or published any more`,
		location: placeInDefinition(after, ["abstract"])
	};
	if (!before.protected || after.protected) return void 0;
	const says = ({ definition }) => definition.protected !== void 0;
	const message = say`this is no protected environment any more`;
	const now = nearestOf(after, head.environments, says);
	const was = now === void 0 ? nearestOf(before, base.environments, says) : void 0;
	if (was !== void 0) return {
		message,
		location: inBase(placeInDefinition(was, ["protected"]))
	};
	return {
		message,
		location: placeInDefinition(now ?? after, ["protected"])
	};
}
// src/stages/danger/danger.ts
/**
* What is dangerous about a change, judged by the base's `cairn.yaml`: what its rules say, and what it silences. Where
* base has none the head's rules count, but never its silences: no change accepts its own dangers.
*/
function dangersOf(given) {
	const input = {
		...given,
		moved: given.moved ?? movedDocuments(given)
	};
	const { rules } = (input.base.config.given ? input.base : input.head).config;
	const found = RUNS.flatMap((run) => run(input, rules));
	const accepted = input.base.config.given ? input.base.config.silences : [];
	const counting = accepted.filter((silence) => !hasEnded(silence, input.today));
	const loud = [];
	const silenced = [];
	for (const { danger, silence } of found.flatMap((one) => judge(one, counting, input))) if (silence === void 0) loud.push(danger);
	else silenced.push(silencedBy(silence, settledAs(danger, rules)));
	const own = isOn("danger/self-silenced", rules) ? selfSilenced(input, loud) : NOTHING;
	return {
		findings: [...together(loud.filter(({ accepts }) => accepts === void 0 || !own.told.has(accepts))), ...own.dangers].map((danger) => {
			return settledAs(withEnded(danger, accepted.filter((one) => hasEnded(one, input.today))), rules);
		}).sort(byPlace),
		silenced: silenced.sort((a, b) => byPlace(a.finding, b.finding)),
		judgedBy: input.base.config.given ? "base" : "head"
	};
}
function run(rule, find) {
	return (input, rules) => {
		return isOn(rule, rules) ? find(input, ruleConfig(rules, rule).settings, rules) : [];
	};
}
const RUNS = [
	run("danger/became-plain", becamePlain),
	run("danger/recipient-added", recipientAdded),
	run("danger/recipient-removed", recipientRemoved),
	run("danger/secret-weakened", secretWeakened),
	run("danger/secret-rolled-back", secretRolledBack),
	run("danger/encryption-off", encryptionOff),
	run("danger/security-level", securityLevel),
	run("danger/schema-weakened", schemaWeakened),
	run("danger/policy-changed", policyChanged),
	run("danger/config-changed", configChanged),
	run("danger/hidden-character", hiddenCharacters),
	run("danger/workflow-changed", workflowChanged),
	run("danger/breadth", breadth),
	run("danger/resources", resources),
	run("danger/reparented", reparented),
	run("danger/relabelled", relabelled),
	run("danger/unprotected", unprotected),
	run("danger/document-removed", documentRemoved)
];
function isOn(rule, rules) {
	return ruleConfig(rules, rule).severity !== "off";
}
function settledAs(danger, rules) {
	const { rule, message, location, related = [], environments = [] } = danger;
	const { severity } = ruleConfig(rules, rule);
	return {
		rule,
		severity: severity === void 0 || severity === "off" ? RULES[rule].severity : severity,
		message,
		location,
		related,
		environments: [...environments].sort(compareText)
	};
}
function silencedBy(silence, finding) {
	const { reason, until, place } = silence;
	return {
		finding,
		reason,
		location: inBase(locate(place)),
		...until === void 0 ? {} : { until }
	};
}
const NOTHING = {
	dangers: [],
	told: /* @__PURE__ */ new Set()
};
const ENDED = say`this silenced it, and has ended`;
/** Says which silence would have covered a danger, had it not ended. */
function withEnded(danger, ended) {
	const silence = ended.find((one) => isAbout(one, silenceableOf(danger)));
	if (silence === void 0) return danger;
	const ending = {
		message: ENDED,
		location: inBase(locate(silence.place))
	};
	return {
		...danger,
		related: [...danger.related ?? [], ending]
	};
}
/** Places beside the first one that are named of dangers that are told as one. */
const MOST_ALIKE = 3;
/** What is said of many files alike is said once, at the first of them. */
function together(dangers) {
	const groups = /* @__PURE__ */ new Map();
	for (const danger of dangers) {
		const key = danger.alike === void 0 ? danger : `${danger.rule} ${danger.alike.key}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [danger]);
		else group.push(danger);
	}
	return [...groups.values()].flatMap(([first, ...others]) => {
		if (first?.alike === void 0 || others.length === 0) return first ?? [];
		const also = others.slice(0, MOST_ALIKE).map(({ location }) => ({
			message: say`and here`,
			location
		}));
		const environments = new Set([first, ...others].flatMap((one) => one.environments ?? []));
		return {
			...first,
			message: first.alike.told(others.length + 1),
			related: [...first.related ?? [], ...also],
			environments: [...environments]
		};
	});
}
function byPlace(a, b) {
	return compareText(a.location.file ?? "", b.location.file ?? "") || (a.location.line ?? 0) - (b.location.line ?? 0) || (a.location.column ?? 0) - (b.location.column ?? 0) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}
// src/queries/owners.ts
/** Tells whose layer a file is: environments, null for a layer below all of them; of other files nobody's. */
function ownersIn({ documents, shared }) {
	let owners;
	return (file) => (owners ??= collect({
		documents,
		shared
	})).get(file) ?? NOBODY;
}
const NOBODY = /* @__PURE__ */ new Set();
function collect({ documents, shared }) {
	const owners = /* @__PURE__ */ new Map();
	for (const sources of [...Array.from(documents.values(), (one) => one.sources), ...shared.values()]) for (const { path, environment } of sources) {
		const known = owners.get(path);
		if (known === void 0) owners.set(path, /* @__PURE__ */ new Set([environment]));
		else known.add(environment);
	}
	return owners;
}
// src/queries/dangers.ts
/** What is dangerous about the change from one state to another. Both list all of their files. */
async function dangersBetween(input) {
	const { base, head, changes, today, outside } = input;
	const files = changedFiles(base, head);
	const schemas = schemaChanges(base, head);
	const texts = textsOf(files, {
		base,
		head
	});
	const sealed = await sealedBetween(input, {
		files,
		texts
	});
	const sides = {
		base: await sideOf(base),
		head: await sideOf(head)
	};
	const moved = movedDocuments({
		...sides,
		changes
	});
	return {
		dangers: dangersOf({
			...sides,
			changes,
			moved,
			documents: head.discovery.documents.size,
			schemas,
			files,
			texts,
			sealed: sealed.changes,
			...outside === void 0 ? {} : { outside },
			...today === void 0 ? {} : { today }
		}),
		files,
		schemas: schemas.length,
		renames: renamesOf(moved),
		notChecked: unknownOf(sealed)
	};
}
/** What knows SOPS is loaded only where an encrypted file may be among those that changed. */
async function sealedBetween({ base, head, history }, { files, texts }) {
	if (!texts.some(({ source, before = "" }) => mayBeSealed(source.text) || mayBeSealed(before))) return { changes: [] };
	const { sealedChanges } = await import("./sealed-changes.js");
	return sealedChanges({
		base,
		head,
		files,
		texts,
		...history === void 0 ? {} : { history }
	});
}
function unknownOf({ unknown }) {
	if (unknown === void 0) return [];
	const files = unknown.files === 1 ? say`an encrypted file` : say`${unknown.files} encrypted files`;
	const why = unknown.because === "cut off" ? say`this clone does not have all of the history; fetch-depth: 0 of actions/checkout, or git fetch --unshallow, brings it` : say`that is asked of the first ones only, where so many change`;
	return [say`whether something in ${files} that change is as it was before the base: ${why}`];
}
function changedFiles(base, head) {
	const { same } = comparisonOf(base, head);
	const [before, after] = [pathsOf(base), pathsOf(head)];
	const changes = [];
	for (const path of after) if (!before.has(path)) changes.push({
		path,
		kind: "added"
	});
	else if (!same(path)) changes.push({
		path,
		kind: "changed"
	});
	for (const path of before) if (!after.has(path)) changes.push({
		path,
		kind: "removed"
	});
	return changes.sort((a, b) => compareText(a.path, b.path));
}
function pathsOf({ snapshot }) {
	return new Set(snapshot.entries.map(({ path }) => path));
}
async function sideOf({ config, environments, schemas, reader, discovery }) {
	const configTree = await reader.whole(new Collector(), () => reader.config(() => {}));
	return {
		config,
		...configTree === void 0 ? {} : { configTree },
		environments,
		ownersOf: ownersIn(discovery),
		schemaOf: (kind) => schemas.of(kind)?.root
	};
}
function textsOf(files, { base, head }) {
	const there = files.filter(({ kind }) => kind !== "removed");
	head.snapshot.prefetch(there.map(({ path }) => path));
	base.snapshot.prefetch(there.filter(({ kind }) => kind === "changed").map(({ path }) => path));
	const texts = [];
	for (const { path, kind } of there) {
		const text = textAt(head, path);
		const before = kind === "changed" ? textAt(base, path) : void 0;
		if (text !== void 0) texts.push({
			source: new Source(path, text),
			...before === void 0 ? {} : { before }
		});
	}
	return texts;
}
/** `undefined` for what cannot be read and for what is no text: it has a zero byte, as Git tells binary files. */
function textAt({ reader }, path) {
	const bytes = reader.bytes(path);
	return bytes === void 0 || bytes.includes(0) ? void 0 : bytes.toString("utf8").replace(/^\ufeff/, "");
}
// src/stages/access/demands.ts
/**
* Who must approve a change, by what it does to each environment, and what is still missing. The base's rules ask; a
* rule chooses an environment that it matches at base or head, so that relabelling one escapes nothing.
*/
function demandsOf(input) {
	const judgedBy = input.base.access !== void 0 ? "base" : input.head.access !== void 0 ? "head" : "nobody";
	const access = input.base.access ?? input.head.access;
	const demands = [];
	for (const rule of access?.rules ?? []) {
		const changes = chosenBy(rule, input);
		if (access === void 0 || changes.length === 0) continue;
		const roles = rule.roles.map((role) => roleDemand(access.roles.get(role), rule.approvals, input));
		const state = stateOf(roles);
		const named = rule.name === void 0 ? {} : { name: rule.name };
		demands.push({
			...named,
			location: locate(rule.place),
			changes,
			roles,
			state
		});
	}
	const state = stateOf(demands);
	return {
		judgedBy,
		demands,
		state: state === "approved" && access?.sound === false ? "undecided" : state
	};
}
/** Where one is missing all is; nothing asked for is approved. */
function stateOf(all) {
	if (all.some(({ state }) => state === "missing")) return "missing";
	return all.some(({ state }) => state === "undecided") ? "undecided" : "approved";
}
function chosenBy(rule, { base, head, changes }) {
	const known = /* @__PURE__ */ new Map();
	const isChosen = (environment) => {
		let chosen = known.get(environment);
		if (chosen === void 0) {
			chosen = [base, head].map((side) => side.environments.get(environment)).some((side) => selectsEnvironment(rule, side));
			known.set(environment, chosen);
		}
		return chosen;
	};
	const found = [];
	for (const change of changes) {
		const environments = change.environments.filter(isChosen);
		if (environments.length > 0 && selectsChange(rule, change)) found.push({
			change,
			environments
		});
	}
	return found;
}
/** Logins are the same in whatever case. */
const keyOf = (login) => login.toLowerCase();
function roleDemand(role, approvals, input) {
	const { name = "", users = [], teams = [] } = role ?? {};
	const author = input.author === void 0 ? void 0 : keyOf(input.author);
	const isOther = (user) => keyOf(user) !== author;
	const members = teams.map((team) => membersOf(team, input.teams));
	const known = new Set([...users, ...members.flatMap((some) => some ?? [])].filter(isOther).map(keyOf));
	const unknownTeams = teams.filter((_, index) => members[index] === void 0);
	const reviews = (input.reviews ?? []).filter(({ user }) => isOther(user));
	const saying = (says) => reviews.filter((review) => review.says === says).map(({ user }) => user);
	const approvers = saying("approved");
	const approvedBy = approvers.filter((user) => known.has(keyOf(user)));
	const missing = Math.max(0, approvals - approvedBy.length);
	const mayBe = unknownTeams.length === 0 ? 0 : approvers.length - approvedBy.length;
	const isOpen = missing > 0 && (input.reviews === void 0 || missing <= mayBe);
	return {
		role: name,
		users: users.filter(isOther),
		teams,
		approvals,
		approvedBy,
		objectedBy: saying("changes-requested").filter((user) => known.has(keyOf(user))),
		missing,
		unknownTeams: isOpen ? unknownTeams : [],
		state: missing === 0 ? "approved" : isOpen ? "undecided" : "missing",
		...unknownTeams.length === 0 && known.size < approvals ? { impossible: true } : {}
	};
}
function membersOf(team, teams) {
	for (const [name, members] of teams ?? []) if (keyOf(name) === keyOf(team)) return members;
}
// src/stages/refer/blast.ts
/**
* What a change reaches: the environments and documents that it changes, and the documents that depend on these,
* directly and through others. Environments in which it reaches the same are told together, protected ones first.
*/
function blastRadius({ changes, edges, environments }) {
	const changed = /* @__PURE__ */ new Map();
	for (const { document, environments: where } of changes) for (const environment of where) {
		const known = changed.get(environment);
		if (known === void 0) changed.set(environment, /* @__PURE__ */ new Set([document]));
		else known.add(document);
	}
	const reaches = /* @__PURE__ */ new Map();
	for (const [environment, documents] of [...changed].sort(([a], [b]) => compareText(a, b))) {
		const isProtected = environments.some((side) => side.get(environment)?.protected === true);
		const sorted = [...documents].sort(compareText);
		const dependents = dependentsOfAll(edges(environment), documents);
		const key = JSON.stringify([
			isProtected,
			sorted,
			dependents
		]);
		const known = reaches.get(key);
		if (known !== void 0) known.environments.push(environment);
		else reaches.set(key, {
			environments: [environment],
			protected: isProtected,
			documents: sorted,
			dependents
		});
	}
	return summed([...reaches.values()].sort(byWeight));
}
/**
* The documents of one environment that depend on some, each once: those that speak of one of them first, then those
* that speak of these, and so on; sorted within the same distance.
*/
function dependentsOfAll(edges, documents) {
	const byTarget = /* @__PURE__ */ new Map();
	for (const { from, to } of edges) {
		const known = byTarget.get(to);
		if (known === void 0) byTarget.set(to, [from]);
		else known.push(from);
	}
	const found = [];
	const seen = new Set(documents);
	let front = [...documents].sort(compareText).map((document) => ({
		document,
		way: []
	}));
	while (front.length > 0) {
		const next = [];
		for (const { document: target, way } of front) for (const source of byTarget.get(target) ?? []) {
			if (seen.has(source)) continue;
			seen.add(source);
			next.push({
				document: source,
				way: [target, ...way]
			});
		}
		next.sort((a, b) => compareText(a.document, b.document));
		found.push(...next);
		front = next;
	}
	return found;
}
/** What is protected first, then what reaches most. */
function byWeight(a, b) {
	const weight = ({ documents, dependents }) => documents.length + dependents.length;
	return Number(b.protected) - Number(a.protected) || weight(b) - weight(a) || compareText(a.environments[0] ?? "", b.environments[0] ?? "");
}
function summed(reaches) {
	const environments = (some) => some.reduce((sum, one) => sum + one.environments.length, 0);
	return {
		reaches,
		environments: environments(reaches),
		protected: environments(reaches.filter((one) => one.protected)),
		documents: new Set(reaches.flatMap(({ documents }) => documents)).size,
		dependents: new Set(reaches.flatMap(({ dependents }) => dependents.map(({ document }) => document))).size
	};
}
// src/queries/reach.ts
/** Gathers what documents say of one another while they are checked, to tell afterwards what a change reaches. */
function createReach(head) {
	const naming = createNaming(head);
	const edges = /* @__PURE__ */ new Map();
	return {
		see: (linked, names) => {
			const own = [...names, ...naming.references(linked)];
			if (own.length === 0) return;
			const { name } = linked.effective.environment;
			const known = edges.get(name);
			if (known === void 0) edges.set(name, own);
			else known.push(...own);
		},
		radius: (changes, base) => {
			return blastRadius({
				changes,
				edges: (environment) => edges.get(environment) ?? [],
				environments: [base.environments, head.environments]
			});
		}
	};
}
/** Who must approve a change; `undefined` where no `access.yaml` says so. */
function demandsBetween({ base, head, changes, people = {} }) {
	if (base.access === void 0 && head.access === void 0) return void 0;
	return demandsOf({
		base,
		head,
		changes,
		...people
	});
}
export { schemaDiff as i, demandsBetween as n, dangersBetween as r, createReach as t };
