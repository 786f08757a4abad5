import { l as documentKey } from "./discover.js";
import { C as own, E as valueAt, T as sameValue, b as isList, x as isMapping } from "./scalars.js";
import { l as Hole, u as Opaque } from "./rules.js";
import { d as targetText, f as placeIn } from "./selection.js";
import { p as locate } from "./lines.js";
// src/stages/diff/digest.ts
/**
* A 32-bit number that is the same for values that are the same, whatever the order of their keys. Says nothing of
* opaque leaves: all have one digest.
*/
function digest(value) {
	if (typeof value === "string") return digestText(value, 1);
	if (typeof value !== "object") return digestText(String(value), 2);
	if (value === null) return 3;
	if (value instanceof Opaque) return 4;
	if (isList(value)) return value.reduce((sum, item) => mix(sum) ^ digest(item), 5);
	let sum = 6;
	for (const [key, child] of Object.entries(value)) sum = sum + mix(digestText(key, 7) ^ mix(digest(child))) | 0;
	return sum;
}
/** The finalizer of MurmurHash3, shortened. */
function mix(hash) {
	const spread = Math.imul(hash ^ hash >>> 16, 2246822507);
	return spread ^ spread >>> 13;
}
/** FNV-1a over UTF-16 units. */
function digestText(text, seed) {
	let hash = 2166136261 ^ seed;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
	return hash;
}
// src/stages/diff/chain.ts
/** Most pairs of items looked at (some 20 ms of work); lists that need more are not lined up. */
const MOST_PAIRS = 2e5;
/**
* The items that are on both sides in the same order, as many as there can be: those of the same name, and of what has
* none the equal ones. Swapping the lists swaps the sides of the matches. None where finding them would take too long.
*/
function chain(left, right, nameOf) {
	const digests = [left.map(digest), right.map(digest)];
	const labels = createLabels(nameOf);
	const [before, after] = [labels(left, digests[0]), labels(right, digests[1])];
	if (before === void 0 || after === void 0) return [];
	if (compare$1(...digests) <= 0) return longest(before, after);
	return longest(after, before).map((match) => ({
		before: match.after,
		after: match.before
	}));
}
/** Labels of lists, the same label for the same items only; `undefined` where finding them would take too long. */
function createLabels(nameOf) {
	const byDigest = /* @__PURE__ */ new Map();
	let pairs = 0;
	const labelOf = (item, of) => {
		let alike = byDigest.get(of);
		if (alike === void 0) byDigest.set(of, alike = []);
		const known = alike.find((other) => ++pairs && sameValue(other.item, item));
		if (known !== void 0) return known;
		const label = { item };
		alike.push(label);
		return label;
	};
	return (items, digests) => {
		const labels = [];
		for (const [i, item] of items.entries()) {
			if (pairs > MOST_PAIRS) return void 0;
			labels.push(nameOf(item) ?? labelOf(item, digests[i]));
		}
		return labels;
	};
}
function compare$1(a, b) {
	if (a.length !== b.length) return a.length - b.length;
	const at = a.findIndex((number, i) => number !== b[i]);
	return at < 0 ? 0 : a[at] - b[at];
}
/** Longest common subsequence of labels (Hunt and Szymanski 1977): n log n where labels are mostly distinct. */
function longest(before, after) {
	const places = /* @__PURE__ */ new Map();
	for (const [j, label] of after.entries()) {
		const known = places.get(label);
		if (known === void 0) places.set(label, [j]);
		else known.push(j);
	}
	const ends = [];
	let pairs = 0;
	for (const [i, label] of before.entries()) {
		const at = places.get(label) ?? [];
		pairs += at.length;
		if (pairs > MOST_PAIRS) return [];
		for (let k = at.length - 1; k >= 0; k--) {
			const j = at[k];
			const length = lowerBound(ends, j);
			ends[length] = {
				before: i,
				after: j,
				previous: ends[length - 1]
			};
		}
	}
	const found = [];
	for (let link = ends.at(-1); link !== void 0; link = link.previous) found.push(link);
	return found.reverse();
}
function lowerBound(ends, j) {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (ends[middle].after < j) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** Keys by which people tell items of a list apart, most telling first. They describe a change, they never merge. */
const NAMING_KEYS = [
	"name",
	"id",
	"key"
];
/**
* Lines up two lists so that few items count as different, in the order of `after`. Equal items in line give no step.
* Mappings are lined up by name (the strategy's key, else a usual one that tells all of them apart), all else by
* equality; of what is left between two hits, items of one sort are paired in order. Swapping the lists swaps the sides
* of the steps.
*/
function align(before, after, rule) {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && sameValue(before[start], after[start])) start++;
	if (start === before.length && start === after.length) return [];
	let beforeEnd = before.length;
	let afterEnd = after.length;
	while (beforeEnd > start && afterEnd > start) {
		if (!sameValue(before[beforeEnd - 1], after[afterEnd - 1])) break;
		beforeEnd--;
		afterEnd--;
	}
	const steps = lineUp(before.slice(start, beforeEnd), after.slice(start, afterEnd), rule);
	return start === 0 ? steps : steps.map((step) => shift(step, start, start));
}
function shift({ before, after }, by, byAfter) {
	return {
		before: before === -1 ? -1 : before + by,
		after: after === -1 ? -1 : after + byAfter
	};
}
function lineUp(left, right, rule) {
	const oneSided = left.length === 0 || right.length === 0;
	const key = oneSided ? void 0 : namingKey(left, right, rule);
	const nameOf = (item) => key !== void 0 && isMapping(item) ? item[key] : void 0;
	const hits = oneSided ? [] : chain(left, right, nameOf);
	const mayBeOne = pairing(key, rule);
	const steps = [];
	let i = 0;
	let j = 0;
	for (const hit of [...hits, {
		before: left.length,
		after: right.length
	}]) {
		const gap = fillGap(left.slice(i, hit.before), right.slice(j, hit.after), mayBeOne);
		for (const step of gap) steps.push(shift(step, i, j));
		if (hit.before < left.length && nameOf(left[hit.before]) !== void 0) steps.push(hit);
		i = hit.before + 1;
		j = hit.after + 1;
	}
	return steps;
}
/** The key that tells all mappings of both lists apart: the strategy's own, else the first usual one that does. */
function namingKey(left, right, rule) {
	return (typeof rule === "object" ? [rule.key, ...NAMING_KEYS] : NAMING_KEYS).find((key) => tellsApart(left, key) && tellsApart(right, key));
}
function tellsApart(items, key) {
	const seen = /* @__PURE__ */ new Set();
	for (const item of items) {
		if (!isMapping(item)) continue;
		const id = own(item, key);
		if (id === void 0 || typeof id === "object" || seen.has(id)) return false;
		seen.add(id);
	}
	return true;
}
/**
* Whether two items of one sort that stand in the same gap are one item that changed. Of mappings, under a strategy's
* key another name is another item; under a usual one it is a new name, where half of what the item says stayed.
*/
function pairing(key, rule) {
	if (key === void 0) return () => true;
	const strict = typeof rule === "object" && rule.key === key;
	return (before, after) => {
		if (!isMapping(before) || !isMapping(after)) return true;
		return !strict && halfEqual(before, after);
	};
}
function halfEqual(before, after) {
	const keys = Object.keys(before);
	let equal = 0;
	for (const key of keys) {
		const other = own(after, key);
		if (other !== void 0 && sameValue(before[key], other)) equal++;
	}
	return 2 * equal + 1 >= Math.max(keys.length, Object.keys(after).length);
}
/** The steps between two hits, where no item is on both sides. */
function fillGap(left, right, mayBeOne) {
	const steps = [];
	let i = 0;
	let j = 0;
	for (const pair of pairsOf(left, right)) {
		while (i < pair.before) steps.push({
			before: i++,
			after: -1
		});
		while (j < pair.after) steps.push({
			before: -1,
			after: j++
		});
		if (mayBeOne(left[i], right[j])) steps.push({
			before: i,
			after: j
		});
		else steps.push({
			before: i,
			after: -1
		}, {
			before: -1,
			after: j
		});
		i++;
		j++;
	}
	while (i < left.length) steps.push({
		before: i++,
		after: -1
	});
	while (j < right.length) steps.push({
		before: -1,
		after: j++
	});
	return steps;
}
/** Items of one sort, in order: one by one where that fits all, else as many as there can be. */
function pairsOf(left, right) {
	const inOrder = [];
	const shorter = Math.min(left.length, right.length);
	for (let i = 0; i < shorter; i++) if (sameSort(left[i], right[i])) inOrder.push({
		before: i,
		after: i
	});
	if (inOrder.length === shorter) return inOrder;
	const most = chain(left, right, sortOf);
	return most.length > inOrder.length ? most : inOrder;
}
/** Nobody knows what stands for a hole. */
function sameSort(before, after) {
	return before instanceof Hole || after instanceof Hole || sortOf(before) === sortOf(after);
}
/** Scalars of all types are one sort: `80` that becomes `'80'` is the same item. */
function sortOf(item) {
	if (isMapping(item)) return "mapping";
	return isList(item) ? "list" : "scalar";
}
// src/stages/diff/strategies.ts
/** The strategy for what a key of a mapping holds. */
function childStrategy(strategy, key) {
	if (strategy === void 0) return void 0;
	const { properties } = strategy;
	return properties !== void 0 && Object.hasOwn(properties, key) ? properties[key] : strategy.rest;
}
/** Whether the schema puts a value, or anything in it, under `x-secret`. */
function holdsSecret(value, strategy) {
	if (value === void 0 || strategy === void 0) return false;
	if (strategy.secret === true) return true;
	if (isList(value)) return value.some((item) => holdsSecret(item, strategy.items));
	if (!isMapping(value)) return false;
	return Object.keys(value).some((key) => holdsSecret(value[key], childStrategy(strategy, key)));
}
// src/stages/diff/differences.ts
/** A collection with more differences than this counts as one: nobody reads them, and each would be looked up. */
const MOST_DIFFERENCES = 5e3;
/**
* The differences of two values, few rather than many: mappings by key, lists as `align` lines them up, a subtree that
* came or went as one. A hole equals holes only: nobody knows what it stands for, so that it may hide a change to or
* from anything else. In the order of `after`; what is gone stands before its next sibling that stayed.
*/
function differences(before, after, strategy) {
	const walk = {
		found: [],
		before: [],
		after: [],
		secret: false
	};
	compare(before, after, strategy, walk);
	return walk.found;
}
function compare(before, after, strategy, walk) {
	const outer = walk.secret;
	const first = walk.found.length;
	walk.secret ||= strategy?.secret === true;
	if (isMapping(before) && isMapping(after)) compareMappings(before, after, strategy, walk);
	else if (isList(before) && isList(after)) compareLists(before, after, strategy, walk);
	else if (!sameValue(before, after)) note(before, after, strategy, walk);
	if (walk.found.length - first > MOST_DIFFERENCES) {
		walk.found.length = first;
		note(before, after, strategy, walk);
	}
	walk.secret = outer;
}
function compareMappings(before, after, strategy, walk) {
	if (before === after) return;
	const left = Object.keys(before);
	const right = Object.keys(after);
	if (!sameKeys(left, right)) return compareKeys(before, after, strategy, walk);
	for (const key of right) if (before[key] !== after[key]) compareKey(before, after, key, strategy, walk);
}
/** By far the most mappings have the keys that they had, in the order that they had. */
function sameKeys(left, right) {
	if (left.length !== right.length) return false;
	for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
	return true;
}
function compareKeys(before, after, strategy, walk) {
	const gone = goneBefore(before, after);
	for (const key of Object.keys(after)) {
		for (const lost of gone.get(key) ?? []) compareKey(before, after, lost, strategy, walk);
		compareKey(before, after, key, strategy, walk);
	}
	for (const lost of gone.get(void 0) ?? []) compareKey(before, after, lost, strategy, walk);
}
/** Keys that are gone, by the key before which they stood and which stayed; `undefined` for the end. */
function goneBefore(before, after) {
	const gone = /* @__PURE__ */ new Map();
	let waiting = [];
	for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) waiting.push(key);
	else if (waiting.length > 0) {
		gone.set(key, waiting);
		waiting = [];
	}
	return gone.set(void 0, waiting);
}
function compareKey(before, after, key, strategy, walk) {
	const was = own(before, key);
	const is = own(after, key);
	enter(walk, key, key);
	if (was === void 0 || is === void 0) note(was, is, childStrategy(strategy, key), walk);
	else compare(was, is, childStrategy(strategy, key), walk);
	leave(walk);
}
function compareLists(before, after, strategy, walk) {
	if (before === after) return;
	for (const step of align(before, after, strategy?.merge)) {
		const was = before[step.before];
		const is = after[step.after];
		const from = step.before === -1 ? step.after : step.before;
		const to = step.after === -1 ? step.before : step.after;
		enter(walk, String(from), String(to));
		if (was === void 0 || is === void 0) note(was, is, strategy?.items, walk, "list");
		else compare(was, is, strategy?.items, walk);
		leave(walk);
	}
}
function enter(walk, before, after) {
	walk.before.push(before);
	walk.after.push(after);
}
function leave(walk) {
	walk.before.pop();
	walk.after.pop();
}
function note(before, after, strategy, walk, inside = "mapping") {
	const kind = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
	const secret = walk.secret || holdsSecret(before, strategy) || holdsSecret(after, strategy);
	const [beforeTokens, tokens] = [walk.before.slice(), walk.after.slice()];
	walk.found.push({
		kind,
		beforeTokens,
		tokens,
		before,
		after,
		inside,
		secret
	});
}
// src/stages/diff/places.ts
/** Where a layer says something: a collection at its key (in YAML it starts a line later), a leaf at its value. */
function whereIn(layer, tokens) {
	const value = valueAt(layer.value, tokens);
	return locate(placeIn(layer, tokens, isMapping(value) || isList(value) ? "key" : "value"));
}
const whereOf = (origin) => whereIn(origin.layer, origin.tokens);
// src/stages/diff/sides.ts
function sidesOf(linked) {
	const { effective } = linked;
	let references;
	return {
		side(tokens, value) {
			references ??= byPointer(linked.references);
			const through = references.size === 0 ? [] : nearestAbove(references, tokens);
			const [via] = through;
			const { winner, shadows } = effective.originsAt(via?.tokens ?? tokens);
			return {
				value,
				...winner === void 0 ? {} : { location: whereOf(winner) },
				...via === void 0 ? {} : {
					via: locate(via.place),
					targets: through.map((one) => targetText(one.target))
				},
				shadowed: shadows.map(whereOf)
			};
		},
		removedBy(tokens) {
			const by = effective.originsAt(tokens).removedBy;
			return by && whereOf(by);
		}
	};
}
const keyOf = (tokens) => tokens.join("\0");
function byPointer(references) {
	const found = /* @__PURE__ */ new Map();
	for (const reference of references) {
		const key = keyOf(reference.tokens);
		const known = found.get(key);
		if (known === void 0) found.set(key, [reference]);
		else known.push(reference);
	}
	return found;
}
/** The references in the text at a pointer or above it: one that is all of a text may stand for a whole collection. */
function nearestAbove(references, tokens) {
	for (let depth = tokens.length; depth >= 0; depth--) {
		const found = references.get(keyOf(tokens.slice(0, depth)));
		if (found !== void 0) return found;
	}
	return [];
}
// src/stages/diff/diff.ts
/**
* What changes in one document of one environment, with where each value comes from on both sides; `undefined` is a
* document that is not there. Origins are asked for only where something changed.
*
* @param strategy the schema's: lists with a key are compared by it, and what is under `x-secret` is marked.
*/
function diffLinked(before, after, strategy) {
	const some = after ?? before;
	if (some === void 0) return [];
	const known = {
		document: documentKey(some.effective.document),
		environments: [some.effective.environment.name]
	};
	if (before === void 0 || after === void 0) return [wholeChange(some, after !== void 0, strategy, known)];
	const sides = {
		before: sidesOf(before),
		after: sidesOf(after)
	};
	return differences(before.value, after.value, strategy).map((found) => changeOf(found, sides, known));
}
function wholeChange(linked, isAdded, strategy, known) {
	const side = sidesOf(linked).side([], linked.value);
	return {
		...known,
		tokens: [],
		kind: isAdded ? "added" : "removed",
		whole: true,
		...holdsSecret(linked.value, strategy) ? { secret: true } : {},
		...isAdded ? { after: side } : { before: side }
	};
}
function changeOf(found, sides, known) {
	const { kind, tokens, beforeTokens, inside } = found;
	const moved = tokens.some((token, i) => token !== beforeTokens[i]);
	const removedBy = inside === "list" || kind === "changed" ? void 0 : absence(found, sides);
	return {
		...known,
		tokens,
		...moved ? { beforeTokens } : {},
		kind,
		...found.secret ? { secret: true } : {},
		...found.before === void 0 ? {} : { before: sides.before.side(beforeTokens, found.before) },
		...found.after === void 0 ? {} : { after: sides.after.side(tokens, found.after) },
		...removedBy === void 0 ? {} : { removedBy }
	};
}
function absence({ kind, tokens, beforeTokens }, sides) {
	return kind === "removed" ? sides.after.removedBy(tokens) : sides.before.removedBy(beforeTokens);
}
export { whereIn as n, whereOf as r, diffLinked as t };
