import { As as schemasBelow, Cs as TYPES, Ds as resolve, Es as FORMATS, Ms as isMapping, Rs as pointer, Ss as NUMBER, Ts as withStandIns, _s as isMaybeUnique, bs as isOneOf, ec as CLEAN, gs as isKnown, hs as isCertainlyUnique, js as isList, ks as heldBy, ms as equalsOneOf, vs as isMultipleOf, ws as typeBits, xs as isUnique, ys as isOfType, zs as tokensOf } from "./shared.js";
import { n as require_util, t as require__2020 } from "./2020.js";
// src/adapters/ajv/budget.ts
/** Thrown when a schema asks for too much work; caught by the validator. */
var Exhausted = class extends Error {};
/** Units that one validation may spend; a unit is about what half a microsecond does. */
const LIMIT = 4e6;
/** Keys or items that a schema looks at for one unit. */
const KEYS_IN_UNIT = 8;
/**
* Counts the work that one validation does. What ajv generates has no loops but over values and references, so counting
* at the references bounds the work of schemas that refer to one another in ever more ways, and counting at the unions
* that of branches, each of which looks at the whole value.
*/
var Budget = class {
	#spent = 0;
	/** @throws Exhausted when it is too much. */
	spend(units) {
		this.#spent += units;
		if (this.#spent > LIMIT) throw new Exhausted();
	}
	/**
	* Schemas that are tried out on one value, of which most may fit nothing: whoever looks for one of many asks each.
	*
	* @throws Exhausted when it is too much.
	*/
	spendOnTrying(schemas, value) {
		const width = typeof value === "object" && value !== null ? Object.keys(value).length : 0;
		this.spend(schemas + Math.floor(schemas * width / KEYS_IN_UNIT));
	}
	renew() {
		this.#spent = 0;
	}
};
// src/adapters/ajv/writing.ts
const OWN = "cairn:";
/** Beside a `cairn:unevaluated…`: what the other keywords evaluate. */
const EVALUATED = `${OWN}evaluated`;
// src/adapters/ajv/copy-plain.ts
const number = ({ out }, value, keyword) => {
	if (typeof value === "number") out[keyword] = value;
};
const count = ({ out }, value, keyword) => {
	if (isCount(value)) out[keyword] = value;
};
const isCount = (value) => Number.isInteger(value) && value >= 0;
const single = (writing, _value, keyword) => {
	const copied = writing.one(keyword);
	if (copied !== void 0) writing.out[keyword] = copied;
};
const list = (writing, _value, keyword) => {
	const copies = writing.held(keyword);
	if (copies.length > 0) writing.out[keyword] = copies.map(([, copied]) => copied);
};
const conjunction = (writing, _value, keyword) => {
	for (const [, copied] of writing.held(keyword)) writing.besides(copied);
};
const reference = (writing, value, keyword) => {
	const target = typeof value === "string" ? writing.resolve(value, keyword) : void 0;
	if (target !== void 0) writing.besides(writing.refer(target));
};
const names = ({ out }, value, keyword) => {
	if (isNames(value)) out[keyword] = [...new Set(value)];
};
function isNames(value) {
	return isList(value) && value.every((name) => typeof name === "string");
}
/** Keywords of 2020-12 that draft-07 ignores. */
const since2020 = (write) => (writing, value, keyword) => {
	if (writing.node.dialect !== "draft-07") write(writing, value, keyword);
};
const properties = (writing, _value, keyword) => {
	const copies = {};
	for (const [key, copied] of writing.held(keyword)) if (key === "__proto__") addPattern(writing, "^__proto__$", copied);
	else copies[key] = copied;
	writing.out[keyword] = copies;
};
const patternProperties = (writing, _value, keyword) => {
	const { regexp } = writing.node.home;
	for (const [pattern, copied] of writing.held(keyword)) if (regexp.test(pattern, "") !== void 0) addPattern(writing, pattern, copied);
};
function addPattern({ out }, pattern, copied) {
	const patterns = out["patternProperties"] ??= {};
	const other = patterns[pattern];
	patterns[pattern] = other === void 0 ? copied : { allOf: [other, copied] };
}
const pattern = ({ out, node }, value) => {
	if (typeof value === "string" && node.home.regexp.test(value, "") !== void 0) out["pattern"] = value;
};
const multipleOf = ({ out }, value, keyword) => {
	if (typeof value === "number" && value > 0) out[OWN + keyword] = isMultipleOf(value);
};
const format = ({ out }, value) => {
	if (typeof value === "string" && FORMATS.has(value)) out["format"] = value;
};
const type$1 = ({ out }, value) => {
	const named = isList(value) ? value : [value];
	if (named.length > 0 && named.every((name) => typeBits(name) !== 0)) out["type"] = [...new Set(named)];
};
const items = (writing, value, keyword) => {
	if (!isList(value)) rest(writing, value, keyword);
	else if (value.length > 0) writing.out["prefixItems"] = writing.held(keyword).map(([, copied]) => copied);
};
/** In draft-07 what follows a list of `items`; without such a list it says nothing. */
const additionalItems = (writing, value, keyword) => {
	if (isList(writing.node.keyword("items"))) rest(writing, value, keyword);
};
/** What is asked of the items that have no schema of their own. Where none are allowed, that is one mistake. */
const rest = (writing, value, keyword) => {
	const before = writing.node.keyword(keyword === "items" ? "prefixItems" : "items");
	const copied = writing.one(keyword);
	if (value === false) writing.besides({ maxItems: isList(before) ? before.length : 0 }, keyword);
	else if (copied !== void 0) writing.out["items"] = copied;
};
const contains$1 = (writing, _value, keyword) => {
	const copied = writing.one(keyword);
	if (copied !== void 0) Object.assign(writing.out, { contains: copied }, containsLimits(writing));
};
/** `minContains` and `maxContains`, where they count. */
function containsLimits({ node }) {
	if (node.dialect === "draft-07") return {};
	const min = node.keyword("minContains");
	const max = node.keyword("maxContains");
	return {
		...isCount(min) ? { minContains: min } : {},
		...isCount(max) ? { maxContains: max } : {}
	};
}
const dependentRequired = (writing, value, keyword) => {
	if (!isMapping(value)) return;
	const required = {};
	for (const key of Object.keys(value)) {
		const needed = value[key];
		if (key !== "__proto__" && isNames(needed)) required[key] = [...new Set(needed)];
	}
	writing.besides({ dependentRequired: required }, keyword);
};
const dependentSchemas = (writing, _value, keyword) => {
	const schemas = {};
	for (const [key, copied] of writing.held(keyword)) if (key !== "__proto__") schemas[key] = copied;
	writing.besides({ dependentSchemas: schemas }, keyword);
};
const dependencies = (writing, value, keyword) => {
	dependentRequired(writing, value, keyword);
	dependentSchemas(writing, value, keyword);
};
const condition$1 = (writing, _value, keyword) => {
	const tried = writing.one(keyword);
	if (tried === void 0) return;
	writing.out["if"] = tried;
	for (const clause of ["then", "else"]) {
		const copied = writing.one(clause);
		if (copied !== void 0) writing.out[clause] = copied;
	}
};
const unevaluated = (writing, _value, keyword) => {
	const copied = writing.one(keyword);
	if (copied !== void 0) Object.assign(writing.out, {
		[OWN + keyword]: copied,
		[EVALUATED]: writing.evaluation()
	});
};
const PLAIN = /* @__PURE__ */ new Map([
	["$ref", reference],
	["$dynamicRef", since2020(reference)],
	["allOf", conjunction],
	["anyOf", list],
	["oneOf", list],
	["not", single],
	["if", condition$1],
	["type", type$1],
	["enum", ({ out }, value) => {
		if (isList(value)) out[`${OWN}enum`] = isOneOf(value);
	}],
	["const", ({ out }, value) => {
		out[`${OWN}const`] = isOneOf([value]);
	}],
	["maximum", number],
	["minimum", number],
	["exclusiveMaximum", number],
	["exclusiveMinimum", number],
	["multipleOf", multipleOf],
	["minLength", count],
	["maxLength", count],
	["pattern", pattern],
	["format", format],
	["prefixItems", since2020(list)],
	["items", items],
	["additionalItems", additionalItems],
	["contains", contains$1],
	["minItems", count],
	["maxItems", count],
	["uniqueItems", ({ out }, value) => {
		if (value === true) out[`${OWN}uniqueItems`] = isUnique;
	}],
	["unevaluatedItems", since2020(unevaluated)],
	["properties", properties],
	["patternProperties", patternProperties],
	["additionalProperties", single],
	["unevaluatedProperties", since2020(unevaluated)],
	["propertyNames", single],
	["required", names],
	["minProperties", count],
	["maxProperties", count],
	["dependentRequired", since2020(dependentRequired)],
	["dependentSchemas", since2020(dependentSchemas)],
	["dependencies", dependencies],
	["deprecated", ({ out }, value) => {
		if (value === true) out[`${OWN}deprecated`] = true;
	}]
]);
// src/adapters/ajv/mode.ts
/** The mode in which what is negated or counted has to be asked. */
function otherMode(mode) {
	return mode === "plain" ? "plain" : mode === "may" ? "must" : "may";
}
// src/adapters/ajv/copy-aware.ts
/**
* What keywords ask where values may hold stand-ins (`Mode`). A keyword that negates or counts asks one mode for the
* other: whether `not` may hold depends on whether what it negates must.
*/
const AWARE = /* @__PURE__ */ new Map([
	["type", type],
	["enum", ({ out, mode }, value) => {
		if (isList(value)) out[`${OWN}enum`] = equalsOneOf(value, certainty(mode));
	}],
	["const", ({ out, mode }, value) => {
		out[`${OWN}const`] = equalsOneOf([value], certainty(mode));
	}],
	["uniqueItems", ({ out, mode }, value) => {
		if (value === true) out[`${OWN}uniqueItems`] = mode === "may" ? isMaybeUnique : isCertainlyUnique;
	}],
	["not", negation],
	["oneOf", exactlyOne],
	["if", condition],
	["contains", contains]
]);
const certainty = (mode) => mode === "may" ? "maybe" : "certainly";
function type({ out, mode }, value) {
	const bits = bitsOfType(value);
	if (bits !== 0) out[`${OWN}type`] = isOfType(bits, certainty(mode));
}
/** The bits of a `type`; 0 where it does not hold what it should. */
function bitsOfType(value) {
	const named = Array.isArray(value) ? value : [value];
	let bits = 0;
	for (const name of named) {
		if (typeBits(name) === 0) return 0;
		bits |= typeBits(name);
	}
	return bits;
}
function negation(writing) {
	const negated = onlyHeld(writing, "not");
	if (negated !== void 0) writing.besides({ not: writing.refer(negated, otherMode(writing.mode)) }, "not");
}
/** May: at least one may, at most one must. Must: at least one must, at most one may. */
function exactlyOne(writing) {
	const branches = heldBy(writing.node, "oneOf").map(([, node]) => node);
	if (branches.length === 0) return;
	writing.besides({ anyOf: writing.held("oneOf").map(([, copied]) => copied) }, "oneOf");
	writing.besides({ [`${OWN}atMostOne`]: branches.map((node) => writing.refer(node, otherMode(writing.mode))) }, "oneOf");
}
/** While it is open whether the condition holds, may: either clause; must: both. */
function condition(writing) {
	const tried = onlyHeld(writing, "if");
	if (tried === void 0) return;
	const clause = (keyword) => {
		const node = onlyHeld(writing, keyword);
		return node === void 0 ? true : writing.refer(node);
	};
	const [then, otherwise] = [clause("then"), clause("else")];
	const ways = [{ allOf: [writing.refer(tried), then] }, { allOf: [{ not: writing.refer(tried, otherMode(writing.mode)) }, otherwise] }];
	if (writing.mode === "must") ways.push({ allOf: [then, otherwise] });
	writing.besides({ anyOf: ways }, "if");
}
/** May: enough items may fit, not too many must. Must: enough must, not too many may. */
function contains(writing) {
	const node = onlyHeld(writing, "contains");
	if (node === void 0) return;
	const { minContains = 1, maxContains } = containsLimits(writing);
	writing.besides({
		contains: writing.refer(node),
		minContains
	}, "contains");
	if (maxContains === void 0) return;
	writing.besides({
		contains: writing.refer(node, otherMode(writing.mode)),
		minContains: 0,
		maxContains
	}, "contains");
}
function onlyHeld({ node }, keyword) {
	return heldBy(node, keyword).map(([, held]) => held)[0];
}
/** What can only be judged of a known value, by the types that it speaks of. */
const ASKING$1 = [
	[TYPES.string, [
		"minLength",
		"maxLength",
		"pattern",
		"format"
	]],
	[NUMBER, [
		"minimum",
		"maximum",
		"exclusiveMinimum",
		"exclusiveMaximum",
		"multipleOf",
		"format"
	]],
	[TYPES.array, [
		"minItems",
		"maxItems",
		"uniqueItems",
		"prefixItems",
		"items",
		"additionalItems",
		"contains",
		"unevaluatedItems"
	]],
	[TYPES.object, [
		"required",
		"properties",
		"patternProperties",
		"additionalProperties",
		"propertyNames",
		"minProperties",
		"maxProperties",
		"dependentRequired",
		"dependentSchemas",
		"dependencies",
		"unevaluatedProperties"
	]]
];
/** Must: a leaf of unknown content may break whatever is asked of values of a type that it may have. */
function askForKnown(writing) {
	const allowed = bitsOfType(writing.node.keyword("type")) || -1;
	let unknown = 0;
	let first;
	for (const [bits, keywords] of ASKING$1) {
		const asking = (bits & allowed) === 0 ? void 0 : keywords.find((keyword) => asks(writing, keyword, bits));
		if (asking === void 0) continue;
		unknown |= bits;
		first ??= asking;
	}
	if (first !== void 0) writing.besides({ [`${OWN}known`]: isKnown(unknown) }, first);
}
function asks({ node }, keyword, bits) {
	const value = node.keyword(keyword);
	if (keyword !== "format") return value !== void 0;
	const checked = typeof value === "string" ? FORMATS.get(value) : void 0;
	return checked !== void 0 && checked.type === (bits === TYPES.string ? "string" : "number");
}
// src/adapters/ajv/dynamic-scope.ts
const NO_ANCHORS = {
	anchors: /* @__PURE__ */ new Map(),
	key: ""
};
/** The scope after a resource has been entered: what it anchors counts unless something outside does already. */
function entering(scope, resource) {
	let anchors;
	for (const [anchor, node] of anchorsOf(resource)) if (!scope.anchors.has(anchor)) (anchors ??= new Map(scope.anchors)).set(anchor, node);
	if (anchors === void 0) return scope;
	return {
		anchors,
		key: [...anchors.values()].map((node) => `-${String(node.id)}`).join("")
	};
}
/** Where a `$dynamicRef` leads that is `node` by itself: elsewhere only if that is a dynamic anchor. */
function dynamicTarget(node, reference, scope) {
	const anchor = reference.slice(reference.indexOf("#") + 1);
	return node.keyword("$dynamicAnchor") === anchor ? scope.anchors.get(anchor) ?? node : node;
}
const known = /* @__PURE__ */ new WeakMap();
function anchorsOf(resource) {
	let anchors = known.get(resource);
	if (anchors === void 0) known.set(resource, anchors = read(resource));
	return anchors;
}
function read(resource) {
	const anchors = /* @__PURE__ */ new Map();
	if (resource.dialect === "draft-07" || !resource.document.tree.source.text.includes("$dynamicAnchor")) return anchors;
	for (const node of schemasBelow(resource)) {
		const anchor = node.resource === resource ? node.keyword("$dynamicAnchor") : void 0;
		if (typeof anchor === "string" && !anchors.has(anchor)) anchors.set(anchor, node);
	}
	return anchors;
}
// src/adapters/ajv/target.ts
/** @param from the scope of the schema that refers to it. */
function targetOf(node, mode, from) {
	const scope = entering(from, node.resource);
	return {
		uri: `cairn:${mode}/${String(node.id)}${scope.key}`,
		node,
		mode,
		scope
	};
}
// src/adapters/ajv/copy.ts
/**
* Copies a schema for ajv: only the keywords that it needs and that hold what they should, in terms of 2020-12 whatever
* the dialect, with every reference resolved beforehand to an address of ours. So ajv resolves nothing, fetches nothing
* and meets no keyword that a schema could surprise it with.
*/
function copyOf(target, noted) {
	const shared = {
		mode: target.mode,
		...noted,
		targets: [],
		size: 0
	};
	const copied = new SchemaWriter(target.node, target.scope, shared).copy();
	const schema = typeof copied === "boolean" ? {} : copied;
	schema[`${OWN}step`] = 1 + (shared.size >> 5);
	return {
		schema,
		targets: shared.targets,
		size: shared.size
	};
}
/** Schemas in one from which on it is a function of its own. */
const LARGE = 100;
var SchemaWriter = class SchemaWriter {
	node;
	mode;
	out = {};
	#scope;
	#shared;
	#besides = [];
	constructor(node, scope, shared) {
		this.node = node;
		this.mode = shared.mode;
		this.#scope = node.ownId === void 0 ? scope : entering(scope, node);
		this.#shared = shared;
	}
	copy() {
		this.#shared.size++;
		const { schema } = this.node;
		if (schema === true) return true;
		if (isMapping(schema)) this.#writeKeywords(this.node.isPlainReference ? ["$ref"] : Object.keys(schema));
		else this.besides({ not: {} }, "false");
		if (this.#besides.length > 0) this.out["allOf"] = this.#besides;
		this.#shared.origins.set(this.out, { node: this.node });
		return this.out;
	}
	#writeKeywords(keywords) {
		for (const keyword of keywords) {
			const write = (this.mode === "plain" ? void 0 : AWARE.get(keyword)) ?? PLAIN.get(keyword);
			const value = this.node.keyword(keyword);
			if (write !== void 0 && value !== void 0) write(this, value, keyword);
		}
		if (this.mode === "must") askForKnown(this);
	}
	besides(schema, says) {
		this.#besides.push(schema);
		if (says !== void 0 && typeof schema === "object") this.#shared.origins.set(schema, {
			node: this.node,
			says
		});
	}
	held(keyword) {
		return heldBy(this.node, keyword).map(([token, node]) => [token, this.#copyOf(node)]);
	}
	one(keyword) {
		const node = this.node.child(keyword);
		if (node === void 0 || isList(node.schema)) return void 0;
		return node.schema === false ? false : heldBy(this.node, keyword).map(([, held]) => this.#copyOrRefer(held))[0];
	}
	/** What is asked of every item or entry is a function of its own where it is large, so that its work is counted. */
	#copyOrRefer(node) {
		const before = this.#shared.size;
		const copied = this.#copyOf(node);
		if (this.#shared.size - before <= LARGE) return copied;
		this.#shared.size = before + 1;
		return this.refer(node);
	}
	refer(node, mode = this.mode) {
		const target = targetOf(node, mode, this.#scope);
		this.#shared.targets.push(target);
		return { $ref: target.uri };
	}
	resolve(reference, how) {
		const { node } = resolve(this.node, reference);
		return node === void 0 || how === "$ref" ? node : dynamicTarget(node, reference, this.#scope);
	}
	evaluation() {
		return this.#shared.evaluations.besides(this.node, this.mode, this.#scope);
	}
	#copyOf(node) {
		return new SchemaWriter(node, this.#scope, this.#shared).copy();
	}
};
// src/adapters/ajv/evaluation.ts
/** Says what schemas evaluate, each worked out once. */
var Evaluations = class {
	#known = /* @__PURE__ */ new Map();
	/** What the keywords of a schema evaluate, itself no `unevaluated…`. */
	besides(node, mode, scope) {
		const draft = new Draft();
		this.#collect(node, mode, scope, draft);
		return draft;
	}
	#of(node, mode, from) {
		const { uri, scope } = targetOf(node, mode, from);
		const known = this.#known.get(uri);
		if (known !== void 0) return known;
		const draft = new Draft();
		this.#known.set(uri, draft);
		draft.everyKey = node.keyword("unevaluatedProperties") !== void 0;
		draft.everyItem = node.keyword("unevaluatedItems") !== void 0;
		this.#collect(node, mode, scope, draft);
		return draft;
	}
	#collect(node, mode, scope, draft) {
		collectOwn(node, mode, scope, draft);
		for (const how of ["$ref", "$dynamicRef"]) {
			const reference = node.keyword(how);
			const target = typeof reference === "string" ? resolve(node, reference).node : void 0;
			if (target === void 0) continue;
			const meant = how === "$ref" ? target : dynamicTarget(target, reference, scope);
			draft.add(this.#of(meant, mode, entering(scope, meant.resource)));
		}
		for (const [, member] of heldBy(node, "allOf")) draft.add(this.#of(member, mode, scope));
		for (const keyword of ["anyOf", "oneOf"]) for (const [, branch] of heldBy(node, keyword)) {
			const when = {
				schema: targetOf(branch, mode, scope),
				holds: true
			};
			draft.parts.add({
				when,
				evaluation: this.#of(branch, mode, scope)
			});
		}
		for (const [key, dependent] of heldBy(node, "dependentSchemas")) draft.parts.add({
			when: { key },
			evaluation: this.#of(dependent, mode, scope)
		});
		this.#collectCondition(node, mode, scope, draft);
	}
	#collectCondition(node, mode, scope, draft) {
		const [condition, then, otherwise] = [
			"if",
			"then",
			"else"
		].map((keyword) => heldBy(node, keyword)[0]?.[1]);
		if (condition === void 0) return;
		const when = {
			schema: targetOf(condition, mode, scope),
			holds: true
		};
		for (const clause of [condition, then]) if (clause !== void 0) draft.parts.add({
			when,
			evaluation: this.#of(clause, mode, scope)
		});
		if (otherwise === void 0) return;
		const failing = {
			schema: targetOf(condition, otherMode(mode), scope),
			holds: false
		};
		draft.parts.add({
			when: failing,
			evaluation: this.#of(otherwise, mode, scope)
		});
	}
};
function collectOwn(node, mode, scope, draft) {
	if (node.keyword("additionalProperties") !== void 0) draft.everyKey = true;
	for (const [key] of heldBy(node, "properties")) draft.names.add(key);
	for (const [pattern] of heldBy(node, "patternProperties")) draft.patterns.add(pattern);
	const items = node.keyword("items");
	if (items !== void 0 && !isList(items)) draft.everyItem = true;
	draft.prefix = Math.max(draft.prefix, heldBy(node, "prefixItems").length);
	for (const [, contained] of heldBy(node, "contains")) draft.containing.add(targetOf(contained, mode, scope));
}
var Draft = class {
	everyKey = false;
	everyItem = false;
	prefix = 0;
	names = /* @__PURE__ */ new Set();
	patterns = /* @__PURE__ */ new Set();
	containing = /* @__PURE__ */ new Set();
	parts = /* @__PURE__ */ new Set();
	add(other) {
		this.everyKey ||= other.everyKey;
		this.everyItem ||= other.everyItem;
		this.prefix = Math.max(this.prefix, other.prefix);
		for (const name of other.names) this.names.add(name);
		for (const pattern of other.patterns) this.patterns.add(pattern);
		for (const contained of other.containing) this.containing.add(contained);
		for (const part of other.parts) this.parts.add(part);
	}
};
/** The keys of a mapping that nothing evaluates. */
function keysLeft(evaluation, data, world) {
	return leftOf(Object.keys(data), evaluation, data, ({ everyKey, names, patterns }, keys) => {
		if (everyKey) return [];
		return keys.filter((key) => !names.has(key) && !some(patterns, (pattern) => world.matches(pattern, key)));
	}, world);
}
/** The indexes of a list that nothing evaluates. */
function itemsLeft(evaluation, data, world) {
	return leftOf([...data.keys()], evaluation, data, ({ everyItem, prefix, containing }, indexes) => {
		if (everyItem) return [];
		return indexes.filter((i) => i >= prefix && !some(containing, (schema) => world.holds(schema, data[i])));
	}, world);
}
function leftOf(all, evaluation, data, without, { holds }) {
	let left = all;
	const open = /* @__PURE__ */ new Set([evaluation]);
	for (const next of open) {
		left = without(next, left);
		if (left.length === 0) return left;
		for (const { when, evaluation: inner } of next.parts) {
			if (open.has(inner)) continue;
			if ("key" in when ? Object.hasOwn(data, when.key) : holds(when.schema, data) === when.holds) open.add(inner);
		}
	}
	return left;
}
function some(items, test) {
	for (const item of items) if (test(item)) return true;
	return false;
}
// src/adapters/ajv/instance.ts
var import__2020 = require__2020();
var import_util = require_util();
/**
* An ajv that knows the keywords of our copies (`copy.ts`) and nothing of the world: no meta-schema, no logger, no
* `$data`, no defaults, no coercion, expressions through the given engine.
*/
function createInstance(options) {
	const { home, budget } = options;
	const ajv = new import__2020.Ajv2020({
		strict: false,
		meta: false,
		validateSchema: false,
		logger: false,
		messages: false,
		inlineRefs: false,
		addUsedSchema: false,
		allErrors: true,
		verbose: true,
		ownProperties: home.documents.some(({ tree }) => INHERITED.test(tree.source.text)),
		formats: Object.fromEntries(FORMATS),
		code: {
			regExp: engineOf(home, budget),
			optimize: false
		}
	});
	ajv.opts.unevaluated = false;
	addOwnKeywords(ajv, options);
	addUnevaluated(ajv, options);
	for (const keyword of TRYING) hush(ajv, keyword, options);
	return ajv;
}
/** Names of `Object.prototype`, or an escape that may hide one. */
const INHERITED = /constructor|__proto__|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__(?:define|lookup)|\\[ux]/;
function engineOf({ regexp }, budget) {
	const engine = (pattern) => ({
		test: (text) => {
			budget.spend(1 + (text.length >> 5));
			return regexp.test(pattern, text) === true;
		},
		toString: () => pattern
	});
	return Object.assign(engine, { code: "engine" });
}
/** The keywords of our copies that hold a function. */
const ASKING = [
	"type",
	"enum",
	"const",
	"uniqueItems",
	"multipleOf",
	"known"
];
function addOwnKeywords(ajv, { origins, budget, notes }) {
	for (const keyword of ASKING) ajv.addKeyword({
		keyword: OWN + keyword,
		code: ask
	});
	ajv.addKeyword({
		keyword: `${OWN}atMostOne`,
		schemaType: "array",
		trackErrors: true,
		code: countBranches
	});
	ajv.addKeyword({
		keyword: `${OWN}step`,
		before: "$ref",
		code: ({ gen, schema }) => {
			const spender = gen.scopeValue("obj", { ref: budget });
			gen.code(import__2020._`${spender}.spend(${schema})`);
		}
	});
	ajv.addKeyword({
		keyword: `${OWN}deprecated`,
		code: ({ gen, it, parentSchema }) => {
			const schema = gen.scopeValue("obj", { ref: origins.get(parentSchema)?.node });
			const list = gen.scopeValue("obj", { ref: notes });
			gen.code(import__2020._`${list}.push({at: ${import__2020.str`${INSTANCE_PATH}${it.errorPath}`}, schema: ${schema}})`);
		}
	});
}
const ask = (cxt) => {
	const predicate = cxt.gen.scopeValue("func", { ref: cxt.schema });
	cxt.pass(import__2020._`${predicate}(${cxt.data})`);
};
const countBranches = (cxt) => {
	const { gen } = cxt;
	const count = gen.let("count", 0);
	const valid = gen.name("_valid");
	for (const i of cxt.schema.keys()) {
		cxt.subschema({
			keyword: cxt.keyword,
			schemaProp: i,
			...SILENT
		}, valid);
		gen.if(valid, () => gen.code(import__2020._`${count}++`));
	}
	cxt.pass(import__2020._`${count} < 2`);
};
function addUnevaluated(ajv, { home, holds }) {
	const world = {
		holds,
		matches: (pattern, key) => home.regexp.test(pattern, key) === true
	};
	const add = (keyword, type, leftOf) => {
		ajv.addKeyword({
			keyword: OWN + keyword,
			type,
			error: {
				message: keyword,
				params: ({ params }) => import__2020._`{key: ${params["key"]}}`
			},
			code: (cxt) => tryEach(cxt, leftOf(cxt.parentSchema[EVALUATED]))
		});
	};
	add("unevaluatedProperties", "object", (evaluation) => (data) => keysLeft(evaluation, data, world));
	add("unevaluatedItems", "array", (evaluation) => (data) => itemsLeft(evaluation, data, world));
}
/** Asks a keyword's schema of every key or item that is left; `false` is about the key, not about what it holds. */
function tryEach(cxt, leftOf) {
	const { gen, keyword } = cxt;
	const valid = gen.let("valid", true);
	const left = gen.const("left", import__2020._`${gen.scopeValue("func", { ref: leftOf })}(${cxt.data})`);
	gen.forOf("key", left, (key) => {
		if (cxt.schema === false) {
			cxt.setParams({ key });
			cxt.error(true);
			gen.assign(valid, false);
		} else {
			const fits = gen.name("fits");
			const dataPropType = cxt.def.type[0] === "object" ? import_util.Type.Str : import_util.Type.Num;
			cxt.subschema({
				keyword,
				dataProp: key,
				dataPropType
			}, fits);
			gen.if(import__2020._`!${fits}`, () => gen.assign(valid, false));
		}
	});
	cxt.ok(valid);
}
/** Keywords that try schemas out: only whether these fit matters, not what they say. */
const TRYING = [
	"anyOf",
	"oneOf",
	"not",
	"if",
	"contains",
	"propertyNames",
	`${OWN}atMostOne`
];
const SILENT = {
	compositeRule: true,
	createErrors: false,
	allErrors: true
};
/** Names of what ajv generates. */
const [INSTANCE_PATH, ERRORS, ALL_ERRORS] = [
	new import__2020.Name("instancePath"),
	new import__2020.Name("errors"),
	new import__2020.Name("vErrors")
];
/** Makes a keyword forget what the schemas said that it tried, and what they noted where they do not fit. */
function hush(ajv, keyword, { notes, home, budget }) {
	const definition = ajv.getKeyword(keyword);
	if (typeof definition !== "object" || !("code" in definition)) throw new TypeError(`ajv has no keyword ${keyword}`);
	const { code } = definition;
	const mayNote = home.documents.some(({ tree }) => tree.source.text.includes("deprecated"));
	definition.code = (cxt) => {
		const { gen } = cxt;
		const subschema = cxt.subschema.bind(cxt);
		cxt.subschema = (asked, valid) => {
			const errors = gen.const("_before", ERRORS);
			const list = gen.scopeValue("obj", { ref: notes });
			const noted = mayNote ? gen.const("_noted", import__2020._`${list}.length`) : void 0;
			const tried = subschema({
				...asked,
				...SILENT
			}, valid);
			gen.if(import__2020._`!${valid}`, () => {
				if (noted !== void 0) gen.code(import__2020._`${list}.length = ${noted}`);
				forget(cxt, errors);
			});
			return tried;
		};
		if (Array.isArray(cxt.schema)) {
			const spender = gen.scopeValue("obj", { ref: budget });
			gen.code(import__2020._`${spender}.spendOnTrying(${cxt.schema.length}, ${cxt.data})`);
		}
		code(cxt);
	};
}
/** References within what was tried are functions that report all the same. */
function forget({ gen }, before) {
	gen.assign(ERRORS, before);
	gen.if(import__2020._`${ALL_ERRORS} !== null`, () => gen.if(before, () => gen.assign(import__2020._`${ALL_ERRORS}.length`, before), () => gen.assign(ALL_ERRORS, null)));
}
// src/adapters/ajv/engine.ts
/** Values on which a schema may fail for the work that it asks for; then it is not tried on others. */
const MOST_FAILURES = 3;
/** Most schemas that one function and those that it calls may consist of: ajv compiles some thousand a second. */
const LARGEST = 1e4;
/** Compiles the schemas of one set, each when it is first asked for, and runs them. */
var Engine = class {
	origins = /* @__PURE__ */ new WeakMap();
	#home;
	#evaluations = new Evaluations();
	#budget = new Budget();
	#notes = [];
	#copies = /* @__PURE__ */ new Map();
	/** By address; `undefined` for what is too much. */
	#compiled = /* @__PURE__ */ new Map();
	#failures = /* @__PURE__ */ new Map();
	#ajv;
	/** The addresses of the copies that ajv knows. */
	#added = /* @__PURE__ */ new Set();
	constructor(home) {
		this.#home = home;
	}
	/** `undefined` where the schema asks for too much work, be it to compile it or to validate the value. */
	run(schema, mode, data) {
		const target = targetOf(schema, mode, NO_ANCHORS);
		const failures = this.#failures.get(target.uri) ?? 0;
		const validate = failures < MOST_FAILURES ? this.#validateOf(target) : void 0;
		if (validate === void 0) return void 0;
		this.#budget.renew();
		this.#notes.length = 0;
		try {
			if (validate(data)) return this.#notes.length === 0 ? VALID : {
				...VALID,
				notes: [...this.#notes]
			};
		} catch (error) {
			if (!isTooMuch(error)) throw error;
			this.#failures.set(target.uri, failures + 1);
			return;
		}
		return {
			valid: false,
			errors: validate.errors ?? [],
			notes: [...this.#notes]
		};
	}
	/** Asked by what ajv generates, in the middle of a run. */
	#holds(schema, data) {
		const validate = this.#validateOf(schema);
		if (validate === void 0) throw new Exhausted();
		const noted = this.#notes.length;
		const valid = validate(data);
		this.#notes.length = noted;
		return valid;
	}
	#validateOf(target) {
		const known = this.#compiled.get(target.uri);
		if (known !== void 0 || this.#compiled.has(target.uri)) return known;
		let validate;
		try {
			validate = this.#compile(target);
		} catch (error) {
			if (!isTooMuch(error)) throw error;
			this.#ajv = void 0;
			this.#added = /* @__PURE__ */ new Set();
		}
		this.#compiled.set(target.uri, validate);
		return validate;
	}
	/** Compiles what a target refers to before the target, so that ajv is not nested more than the references are. */
	#compile(root) {
		const closure = this.#closureOf(root);
		const ajv = this.#ajv ??= this.#createAjv();
		for (const target of closure) {
			if (this.#added.has(target.uri)) continue;
			this.#added.add(target.uri);
			ajv.addSchema(this.#copyOf(target).schema, target.uri);
		}
		for (const { uri } of closure.reverse()) ajv.getSchema(uri);
		return ajv.getSchema(root.uri);
	}
	#createAjv() {
		const [home, origins, budget, notes] = [
			this.#home,
			this.origins,
			this.#budget,
			this.#notes
		];
		const holds = (schema, data) => this.#holds(schema, data);
		return createInstance({
			home,
			origins,
			budget,
			notes,
			holds
		});
	}
	#closureOf(root) {
		const closure = /* @__PURE__ */ new Map([[root.uri, root]]);
		let size = 0;
		for (const target of closure.values()) {
			const copy = this.#copyOf(target);
			size += copy.size;
			if (size > LARGEST) throw new Exhausted();
			for (const next of copy.targets) closure.set(next.uri, next);
		}
		return [...closure.values()];
	}
	#copyOf(target) {
		let copy = this.#copies.get(target.uri);
		if (copy === void 0) {
			copy = copyOf(target, {
				origins: this.origins,
				evaluations: this.#evaluations
			});
			this.#copies.set(target.uri, copy);
		}
		return copy;
	}
};
const VALID = {
	valid: true,
	errors: [],
	notes: []
};
/** `RangeError`: the stack is full, by references that lead in circles or are too many. */
function isTooMuch(error) {
	return error instanceof Exhausted || error instanceof RangeError;
}
// src/adapters/ajv/issues.ts
/** Most issues that are told of one value. */
const MOST = 1e3;
/** The parameters of ajv's errors that are names of keys, of the schema or the value. No other parameter leaves. */
const KEYS = {
	required: "missingProperty",
	dependentRequired: "missingProperty",
	additionalProperties: "additionalProperty",
	[`${OWN}unevaluatedProperties`]: "key",
	propertyNames: "propertyName"
};
/** What ajv found, stripped of everything that could be or quote a value. */
function issuesOf(errors, origins) {
	const issues = [];
	for (const error of errors) {
		if (issues.length === MOST) break;
		const origin = typeof error.parentSchema === "object" ? origins.get(error.parentSchema) : void 0;
		if (origin === void 0) throw new TypeError(`ajv reported ${error.keyword} for a schema that is not a copy`);
		const keyword = origin.says ?? (error.keyword.startsWith("cairn:") ? error.keyword.slice(6) : error.keyword);
		const tokens = tokensOf(error.instancePath) ?? [];
		const key = KEYS[error.keyword] === void 0 ? void 0 : error.params[KEYS[error.keyword]];
		issues.push({
			keyword,
			tokens,
			schema: origin.node,
			...typeof key === "string" ? { key } : {}
		});
	}
	return issues;
}
/** The issues that are not among the others. */
function without(issues, others) {
	const known = new Set(others.map(identity));
	return issues.filter((issue) => !known.has(identity(issue)));
}
function identity({ keyword, tokens, schema, key }) {
	return `${String(schema.id)} ${keyword} ${pointer(tokens)} ${key ?? ""}`;
}
function deprecations(notes) {
	const issues = [];
	for (const { at, schema } of notes.slice(0, MOST)) if (schema !== void 0) issues.push({
		keyword: "deprecated",
		tokens: tokensOf(at) ?? [],
		schema
	});
	return issues;
}
// src/adapters/ajv/validator.ts
const EXHAUSTED = {
	...CLEAN,
	exhausted: true
};
/**
* Validates by ajv. A schema is compiled when it is first asked for. A value with opaque leaves is shown to two copies
* of the schema, of which one allows what might be valid and the other only what is valid in any case.
*/
function createValidator() {
	const engines = /* @__PURE__ */ new WeakMap();
	return { validate: (schema, value) => {
		let engine = engines.get(schema.home);
		if (engine === void 0) engines.set(schema.home, engine = new Engine(schema.home));
		const seen = withStandIns(value);
		return seen === value ? validateKnown(engine, schema, value) : validateAware(engine, schema, seen);
	} };
}
function validateKnown(engine, schema, value) {
	const answer = engine.run(schema, "plain", value);
	if (answer === void 0) return EXHAUSTED;
	if (answer.valid && answer.notes.length === 0) return CLEAN;
	return {
		...CLEAN,
		definite: issuesOf(answer.errors, engine.origins),
		deprecated: deprecations(answer.notes)
	};
}
function validateAware(engine, schema, seen) {
	const strict = engine.run(schema, "must", seen);
	if (strict === void 0) return EXHAUSTED;
	const deprecated = deprecations(strict.notes);
	if (strict.valid) return deprecated.length === 0 ? CLEAN : {
		...CLEAN,
		deprecated
	};
	const lenient = engine.run(schema, "may", seen);
	if (lenient === void 0) return EXHAUSTED;
	const definite = issuesOf(lenient.errors, engine.origins);
	return {
		definite,
		undecided: without(issuesOf(strict.errors, engine.origins), definite),
		deprecated,
		exhausted: false
	};
}
export { createValidator };
