import { d as inSpan, n as lineEnd, r as nextLine, s as finding } from "./lines.js";
import { a as name, c as HOLE, d as Sealed, o as say, p as Unresolved, u as Opaque } from "./rules.js";
// src/core/tree.ts
/** Offsets of the fields of a node in `spans`. */
const NODE = {
	keyStart: 0,
	keyEnd: 1,
	valueStart: 2,
	valueEnd: 3,
	/** Index of the node after this one's subtree; negative for an alias: `~index` of the anchored node. */
	end: 4
};
/** Index of the node after `node` and everything below it. */
function nodeAfter(tree, node) {
	const end = field(tree, node, NODE.end);
	return end < 0 ? node + 1 : end;
}
/** Children of a node as they stand in the text, in order; aliases are followed, merge keys are listed as such. */
function* childrenOf(tree, node) {
	const at = anchored(tree, node);
	const end = field(tree, at, NODE.end);
	for (let child = at + 1; child < end; child = nodeAfter(tree, child)) yield child;
}
/**
* The node at a pointer's tokens below `from`, or -1. Follows aliases; a key that the mapping itself lacks is looked up
* in its merge keys. Cost: depth × siblings; of large nodes, depth after the first question.
*/
function findNode(tree, tokens, from = 0) {
	let at = from;
	for (const token of tokens) {
		at = childAt(tree, at, token);
		if (at < 0) return -1;
	}
	return at;
}
function childAt(tree, node, token) {
	const at = anchored(tree, node);
	if (field(tree, at, NODE.end) - at > LARGE) {
		const children = indexOf(tree, at);
		const known = children.get(token);
		if (known !== void 0) return known;
		if (!children.has("\0<<")) return -1;
	}
	return scanFor(tree, at, token);
}
/** Nodes below a node from which on its children are indexed when one is looked up. */
const LARGE = 256;
const indexes = /* @__PURE__ */ new WeakMap();
/** The children of a node by key or index; of duplicate keys the last one. */
function indexOf(tree, node) {
	let ofTree = indexes.get(tree);
	if (ofTree === void 0) indexes.set(tree, ofTree = /* @__PURE__ */ new Map());
	const known = ofTree.get(node);
	if (known !== void 0) return known;
	const children = /* @__PURE__ */ new Map();
	let index = 0;
	for (const child of childrenOf(tree, node)) children.set(tree.keys[child] ?? String(index++), child);
	ofTree.set(node, children);
	return children;
}
function scanFor(tree, node, token) {
	let hit = -1;
	let index = 0;
	const merges = [];
	for (const child of childrenOf(tree, node)) {
		const key = tree.keys[child];
		if (key === null) {
			if (String(index++) === token) return child;
		} else if (key === token) hit = child;
		else if (key === "\0<<") merges.push(child);
	}
	if (hit >= 0) return hit;
	for (const merge of merges) {
		const found = mergedChildAt(tree, merge, token);
		if (found >= 0) return found;
	}
	return -1;
}
/** `<<` takes a mapping, or a list of mappings of which the first that has the key counts (YAML merge key draft). */
function mergedChildAt(tree, merge, token) {
	const kids = [...childrenOf(tree, merge)];
	if (kids.length === 0 || tree.keys[kids[0]] !== null) return childAt(tree, merge, token);
	for (const kid of kids) {
		const found = childAt(tree, kid, token);
		if (found >= 0) return found;
	}
	return -1;
}
/** The span of a node's value. For an alias: the anchored value's, with the alias as the way there. */
function valuePlace(tree, node) {
	const at = anchored(tree, node);
	const place = inSpan(tree.source, field(tree, at, NODE.valueStart), field(tree, at, NODE.valueEnd));
	if (at === node) return place;
	return {
		...place,
		alias: inSpan(tree.source, field(tree, node, NODE.valueStart), field(tree, node, NODE.valueEnd))
	};
}
/** The span of a node's key; of its value where it has none (list items, the root). */
function keyPlace(tree, node) {
	const start = field(tree, node, NODE.keyStart);
	return start < 0 ? valuePlace(tree, node) : inSpan(tree.source, start, field(tree, node, NODE.keyEnd));
}
/** The node that an alias stands for; the node itself where it is none. */
function anchored(tree, node) {
	let at = node;
	for (;;) {
		const end = field(tree, at, NODE.end);
		if (end >= 0) return at;
		at = ~end;
	}
}
function field(tree, node, offset) {
	return tree.spans[node * 5 + offset];
}
/** The tags below a path, where there are any. */
function tagsAt(tags, tokens) {
	let at = tags;
	for (const token of tokens) at = at?.children.get(token);
	return at;
}
// src/core/value.ts
/** True for mappings only: not for lists, null or opaque leaves. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Opaque);
}
function isList(value) {
	return Array.isArray(value);
}
/** Sets a key as an own property, `__proto__` included: no key of a document ever touches a prototype. */
function put(mapping, key, value) {
	if (key === "__proto__") Object.defineProperty(mapping, key, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
	else mapping[key] = value;
}
/** The own value of a key, `undefined` where there is none; `__proto__` and `constructor` are keys like any other. */
function own(mapping, key) {
	return Object.hasOwn(mapping, key) ? mapping[key] : void 0;
}
/** The value at a pointer's tokens, `undefined` where the path leads nowhere. List items are reached by index. */
function valueAt(value, tokens) {
	let at = value;
	for (const token of tokens) if (isMapping(at)) at = own(at, token);
	else if (isList(at)) at = LIST_INDEX.test(token) ? at[Number(token)] : void 0;
	else return void 0;
	return at;
}
/** An array index as RFC 6901 §4 writes it: no leading zeros. */
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/;
function kindOf(value) {
	if (value === null) return "null";
	if (isList(value)) return "list";
	if (value instanceof Opaque) return value.opaque;
	const type = typeof value;
	return type === "object" ? "mapping" : type;
}
/**
* Deep equality of values. Two holes are equal, two sealed leaves by ciphertext, two unresolved ones by their parts,
* two secrets only if the same one.
*/
function sameValue(a, b) {
	if (a === b) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	if (a instanceof Opaque || b instanceof Opaque) return a instanceof Opaque && b instanceof Opaque && sameOpaque(a, b);
	if (isList(a) || isList(b)) return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}
function sameOpaque(a, b) {
	if (a instanceof Sealed) return b instanceof Sealed && a.sameCiphertext(b);
	if (a instanceof Unresolved) return b instanceof Unresolved && a.sameParts(b, samePart);
	return a.opaque === "hole" && b.opaque === "hole";
}
function samePart(a, b) {
	return a === b || a instanceof Opaque && b instanceof Opaque && sameOpaque(a, b);
}
// src/stages/parse/tree-builder.ts
/**
* Builds the source map of one document in pre-order: `open` a node, then its children, then `close` it. The parser
* keeps the values; the builder keeps keys and offsets (UTF-16 units into the source's text, ends exclusive).
*/
var TreeBuilder = class {
	source;
	/** Nodes opened so far; the index that the next one gets. */
	count = 0;
	#keys = [];
	#spans = takeScratch();
	constructor(source) {
		this.source = source;
	}
	/**
	* Starts a node and returns its index. `key` is null for list items and the root, whose key offsets are -1.
	* Until it is closed, the node has no value span and no end.
	*/
	open(key, keyStart, keyEnd) {
		const node = this.count++;
		const at = node * 5;
		if (at + 5 > this.#spans.length) this.#grow();
		this.#keys.push(key);
		this.#spans[at + NODE.keyStart] = keyStart;
		this.#spans[at + NODE.keyEnd] = keyEnd;
		return node;
	}
	/** Ends a node: all nodes opened since are below it. */
	close(node, valueStart, valueEnd) {
		const at = node * 5;
		this.#spans[at + NODE.valueStart] = valueStart;
		this.#spans[at + NODE.valueEnd] = valueEnd;
		this.#spans[at + NODE.end] = this.count;
	}
	/** Ends a node that stands for another one (a YAML alias); the span is that of the alias itself. */
	alias(node, anchored, valueStart, valueEnd) {
		this.close(node, valueStart, valueEnd);
		this.#spans[node * 5 + NODE.end] = ~anchored;
	}
	/** The keys of a node's children with their nodes, in order; all are closed. List items are left out. */
	*keysBelow(parent) {
		for (let node = parent + 1; node < this.count; node = this.#after(node)) {
			const key = this.#keys[node];
			if (typeof key === "string") yield [key, node];
		}
	}
	/** The place of the key of a node that has one. */
	keyPlace(node) {
		const at = node * 5;
		return inSpan(this.source, this.#spans[at + NODE.keyStart], this.#spans[at + NODE.keyEnd]);
	}
	/** The finished document. The builder must not be used after. */
	finish(value, tags) {
		const spans = stored(this.#spans, this.count * 5);
		giveScratch(this.#spans);
		const tree = {
			source: this.source,
			value,
			keys: this.#keys,
			spans
		};
		return tags === void 0 ? tree : {
			...tree,
			tags
		};
	}
	#after(node) {
		const end = this.#spans[node * 5 + NODE.end];
		return end < 0 ? node + 1 : end;
	}
	#grow() {
		const larger = new Int32Array(this.#spans.length * 2);
		larger.set(this.#spans);
		this.#spans = larger;
	}
};
const SCRATCH = 4096;
const LARGEST_SCRATCH = 1 << 20;
const SLAB = 16384;
let scratch;
let slab = /* @__PURE__ */ new Int32Array(0);
let used = 0;
function takeScratch() {
	const taken = scratch ?? new Int32Array(SCRATCH);
	scratch = void 0;
	return taken;
}
function giveScratch(array) {
	if (array.length <= LARGEST_SCRATCH) scratch = array;
}
/** A copy of the first `length` integers that is kept. */
function stored(spans, length) {
	if (length * 4 > SLAB) return spans.slice(0, length);
	if (used + length > slab.length) {
		slab = new Int32Array(SLAB);
		used = 0;
	}
	const view = slab.subarray(used, used + length);
	used += length;
	view.set(spans.subarray(0, length));
	return view;
}
// src/stages/parse/draft.ts
function draftLeaf(value, key, start, end) {
	return {
		kind: "leaf",
		value,
		keyStart: key[0],
		keyEnd: key[1],
		valueStart: start,
		valueEnd: end
	};
}
function draftMapping(key, start, end) {
	return {
		kind: "mapping",
		children: /* @__PURE__ */ new Map(),
		keyStart: key[0],
		keyEnd: key[1],
		valueStart: start,
		valueEnd: end
	};
}
function draftList(key, start, end) {
	return {
		kind: "list",
		items: [],
		keyStart: key[0],
		keyEnd: key[1],
		valueStart: start,
		valueEnd: end
	};
}
/** The key offsets of what has no key: the root and list items. */
const NO_KEY = [-1, -1];
/** The document that a draft describes. Recursive: a draft is no deeper than `MAX_DEPTH`. */
function plant(source, root) {
	const builder = new TreeBuilder(source);
	return builder.finish(grow(builder, null, root), tagsOf(root));
}
/** What stands for a document that could not be read; its findings have been reported. */
function plantHole(source) {
	return plant(source, draftLeaf(HOLE, NO_KEY, 0, source.text.length));
}
function grow(builder, key, draft) {
	const node = builder.open(key, draft.keyStart, draft.keyEnd);
	const value = content(builder, draft);
	builder.close(node, draft.valueStart, draft.valueEnd);
	return value;
}
function content(builder, draft) {
	if (draft.kind === "leaf") return draft.value;
	if (draft.kind === "list") {
		const list = [];
		for (const item of draft.items) list.push(grow(builder, null, item));
		return list;
	}
	const mapping = {};
	for (const [key, child] of draft.children) put(mapping, key, grow(builder, key, child));
	return mapping;
}
function tagsOf(draft) {
	const children = /* @__PURE__ */ new Map();
	if (draft.kind !== "leaf") for (const [key, child] of draft.kind === "list" ? draft.items.entries() : draft.children) {
		const tags = tagsOf(child);
		if (tags !== void 0) children.set(String(key), tags);
	}
	return children.size === 0 && draft.tag === void 0 ? void 0 : {
		tag: draft.tag ?? "",
		children
	};
}
/** The place of a draft's key. */
function draftKeyPlace(source, draft) {
	return inSpan(source, draft.keyStart, draft.keyEnd);
}
/** Gives a mapping an entry. One that it has already is reported, and replaced. */
function setOnce(source, mapping, key, entry, report) {
	const known = mapping.children.get(key);
	if (known !== void 0) reportDuplicate(key, draftKeyPlace(source, entry), draftKeyPlace(source, known), report);
	mapping.children.set(key, entry);
}
/** Reports that `key` is set again at `place`, after `first`. */
function reportDuplicate(key, place, first, report) {
	const related = first === void 0 ? [] : [{
		message: say`first given here`,
		place: first
	}];
	report(finding("parse/duplicate-key", place, say`the key ${name(key)} is given twice; the last one counts`, { related }));
}
// src/stages/parse/refusal.ts
/** What a person is told of a file that another program has to fill in first. */
const TEMPLATE = say`this looks like a template; Cairn reads values, not templates: add the file to \`ignore\` in cairn.yaml`;
const CONFLICT = say`a merge conflict starts here: resolve it`;
/**
* Why a parser had to refuse a text, where a look at the text is enough to tell: it is a template, or Git left a merge
* conflict in it. Everything else that a parser would say of such a text is noise.
*
* @param failure the offset at which the parser stopped.
*/
function refusal(source, failure) {
	const { text } = source;
	const conflict = text.startsWith("<<<<<<< ") ? 0 : text.indexOf("\n<<<<<<< ") + 1;
	if (text.startsWith("<<<<<<< ", conflict)) return finding("parse/syntax", inSpan(source, conflict, lineEnd(text, conflict)), CONFLICT);
	const template = templateAt(text, failure);
	return template < 0 ? void 0 : finding("parse/template", inSpan(source, template, template + 2), TEMPLATE);
}
/**
* The first `{{` or `{%` that a YAML or JSON parser would take for the start of a mapping, or that stands where it
* failed; -1 where there is none. Those in quotes, comments and block scalars are text: dashboards and alert rules are
* full of them.
*/
function templateAt(text, failure) {
	if (!text.includes("{{") && !text.includes("{%")) return -1;
	let blockIndent = -1;
	let end = 0;
	for (let start = 0; start < text.length; start = nextLine(text, end)) {
		end = lineEnd(text, start);
		const indent = indentOf(text, start, end);
		if (start + indent === end) continue;
		if (blockIndent >= 0 && indent > blockIndent) continue;
		blockIndent = startsBlock(text, start, end) ? indent : -1;
		const found = templateInLine(text, start, end, start <= failure && failure <= end);
		if (found >= 0) return found;
	}
	return -1;
}
function templateInLine(text, start, end, failsHere) {
	let quote = "";
	let atToken = true;
	for (let at = start; at < end; at++) {
		const char = text[at];
		if (quote !== "") {
			if (char === "\\" && quote === "\"") at++;
			else if (char === quote) quote = "";
		} else if (atToken && (char === "\"" || char === "'")) quote = char;
		else if (char === "#" && isBlank(text[at - 1])) return -1;
		else if (char === "{" && (atToken || failsHere) && (text[at + 1] === "{" || text[at + 1] === "%")) return at;
		if (!isBlank(char)) atToken = TOKEN_ENDS.has(char);
	}
	return -1;
}
/** After these a new value may start. */
const TOKEN_ENDS = /* @__PURE__ */ new Set([
	":",
	"-",
	"?",
	",",
	"[",
	"{"
]);
/** Whether a line ends in a block scalar's header: `|`, `>-`, `|2`. */
function startsBlock(text, start, end) {
	let at = end - 1;
	while (at > start && isBlank(text[at])) at--;
	const lowest = Math.max(start, at - 2);
	while (at > lowest && "+-0123456789".includes(text[at])) at--;
	return (text[at] === "|" || text[at] === ">") && (at === start || isBlank(text[at - 1]));
}
function indentOf(text, start, end) {
	let at = start;
	while (at < end && isBlank(text[at])) at++;
	return at - start;
}
function isBlank(char) {
	return char === void 0 || char === " " || char === "	" || char === "\n" || char === "\r";
}
// src/stages/parse/scalars.ts
/** A number as text that JavaScript cannot hold as it is written. It becomes a finding and a hole, never a rounding. */
var BadNumber = class {
	message;
	constructor(message) {
		this.message = message;
	}
};
const UNSAFE_INTEGER = new BadNumber(say`this integer is beyond ±${Number.MAX_SAFE_INTEGER} and would be rounded: quote it to keep it as text`);
const NOT_FINITE = new BadNumber(say`infinity and NaN are no JSON numbers: give a finite number, or quote it to keep it as text`);
const TOO_LARGE = new BadNumber(say`this number is too large and would become infinity: quote it to keep it as text`);
const TOO_SMALL = new BadNumber(say`this number is too small and would become 0: quote it to keep it as text`);
const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OCTAL_OR_HEX = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const NOT_A_FINITE_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NON_ZERO_DIGIT = /[1-9]/;
/** What a plain (unquoted) scalar means in the core schema of YAML 1.2.2 (§10.3.2). */
function plainScalar(text) {
	switch (text.charCodeAt(0)) {
		case 43:
		case 45:
		case 46:
		case 48:
		case 49:
		case 50:
		case 51:
		case 52:
		case 53:
		case 54:
		case 55:
		case 56:
		case 57: return numberOf(text) ?? text;
		case 126: return text === "~" ? null : text;
		case 110:
		case 78: return text === "null" || text === "Null" || text === "NULL" ? null : text;
		case 116:
		case 84: return text === "true" || text === "True" || text === "TRUE" ? true : text;
		case 102:
		case 70: return text === "false" || text === "False" || text === "FALSE" ? false : text;
		default: return text === "" ? null : text;
	}
}
/** The number that a text is in YAML's core schema; `undefined` where it is none. */
function numberOf(text) {
	if (INTEGER.test(text)) return integerOf(text);
	if (FLOAT.test(text)) return floatOf(text);
	if (OCTAL_OR_HEX.test(text)) return integerOf(text);
	return NOT_A_FINITE_NUMBER.test(text) ? NOT_FINITE : void 0;
}
/** The value of a text that is known to be an integer in a form that `Number` reads (decimal, `0o`, `0x`). */
function integerOf(text) {
	const value = Number(text);
	return Number.isSafeInteger(value) ? value : UNSAFE_INTEGER;
}
/** The value of a text that is known to be a decimal number with a fraction or an exponent. */
function floatOf(text) {
	const value = Number(text);
	if (!Number.isFinite(value)) return TOO_LARGE;
	return value === 0 && NON_ZERO_DIGIT.test(mantissaOf(text)) ? TOO_SMALL : value;
}
function mantissaOf(text) {
	const exponent = text.search(/[eE]/);
	return exponent < 0 ? text : text.slice(0, exponent);
}
/** Half of a UTF-16 surrogate pair, which no UTF-8 text can hold; the `u` flag keeps whole pairs out. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** What is wrong with a text that was written with escapes; only escapes can bring these characters in. */
function badText(text) {
	return LONE_SURROGATE.test(text) ? say`this escape is half of a surrogate pair: give both halves` : void 0;
}
/** What is wrong with a key that was written with escapes. */
function badKey(key) {
	return key.includes("\0") ? say`a key cannot hold the character U+0000` : badText(key);
}
export { keyPlace as A, own as C, NODE as D, valueAt as E, tagsAt as M, valuePlace as N, childrenOf as O, kindOf as S, sameValue as T, reportDuplicate as _, floatOf as a, isList as b, TEMPLATE as c, draftKeyPlace as d, draftLeaf as f, plantHole as g, plant as h, badText as i, nodeAfter as j, findNode as k, refusal as l, draftMapping as m, NOT_FINITE as n, integerOf as o, draftList as p, badKey as r, plainScalar as s, BadNumber as t, NO_KEY as u, setOnce as v, put as w, isMapping as x, TreeBuilder as y };
