import { f as inVariable, h as MAX_FILE_BYTES, l as inEnvironment, s as finding, u as inFile } from "./lines.js";
import { a as readConfig, f as createReader, l as documentKey, m as tokensOf, p as pointer, t as discover, u as parseDocumentKey, y as nearest } from "./discover.js";
import { t as Failure } from "./failure.js";
import { a as name, c as HOLE, d as Sealed, f as Secret, i as list, o as say, p as Unresolved, s as shown, u as Opaque } from "./rules.js";
import { A as keyPlace, C as own, E as valueAt, M as tagsAt, N as valuePlace, S as kindOf, b as isList, k as findNode, w as put, x as isMapping } from "./scalars.js";
// src/layers.ts
/**
* Reads the layers of one document: each file is read and parsed once, however many environments ask for it, and
* dropped with the document. Files that discovery had to read are not read again.
*/
function createLayers(parse) {
	const layers = /* @__PURE__ */ new Map();
	return (source) => {
		let known = layers.get(source);
		if (known === void 0) layers.set(source, known = layersIn(source, source.trees ?? parse(source.path, source.entry)));
		return known;
	};
}
/** A document of a stream each, all of them unless the source names one; none where `at` leads nowhere. */
function layersIn(source, trees) {
	const layers = [];
	const namedAt = namedAtIn(source.entry);
	for (const [i, tree] of trees.entries()) {
		if (source.document !== void 0 && source.document !== i) continue;
		const value = valueAt(tree.value, source.at);
		const node = findNode(tree, source.at);
		if (value === void 0 || node < 0) continue;
		const tags = tagsAt(tree.tags, source.at);
		const layer = {
			from: "file",
			tree,
			node,
			value,
			environment: source.environment,
			encrypted: tree.encrypted === true
		};
		if (tags === void 0 && namedAt === void 0) layers.push(layer);
		else layers.push({
			...layer,
			...tags && { tags },
			...namedAt && { namedAt }
		});
	}
	return layers;
}
/** Where an entry reads names from the content of its layers; `undefined` where it does not. */
function namedAtIn({ name, environment }) {
	let namedAt;
	if (name !== void 0 && "at" in name) namedAt = [name.at];
	if (environment !== void 0 && "at" in environment) (namedAt ??= []).push(environment.at);
	return namedAt;
}
// src/stages/inherit/labels.ts
/** What an environment has of which no definition in its lineage has said anything. */
const NOTHING = {};
/**
* An environment's labels or variables over its lineage, merged like the layers of a document (RFC 7396): the first
* definition that says anything is taken as it is, its nulls are values; a null in a later one removes.
*
* @param lineage highest precedence first
*/
function mergeProperties(lineage, definitions, field) {
	let merged = NOTHING;
	for (let i = lineage.length - 1; i >= 0; i--) merged = addProperties(merged, definitions.get(lineage[i])[field]);
	return merged;
}
/**
* One more definition on top. Shares what does not change; mutates nothing.
*
* @param below what `mergeProperties` or this function has returned
*/
function addProperties(below, above) {
	if (Object.keys(above).length === 0) return below;
	return below === NOTHING ? above : patched(below, above);
}
function patched(below, above) {
	const merged = {};
	for (const key of Object.keys(below)) if (own(above, key) !== null) put(merged, key, own(below, key));
	for (const key of Object.keys(above)) {
		const value = own(above, key);
		if (value === null) continue;
		const under = own(below, key);
		put(merged, key, isMapping(value) ? patched(isMapping(under) ? under : {}, value) : value);
	}
	return merged;
}
/**
* Where a label or variable of an environment comes from: the value's place in the highest definition of its lineage
* that says something there. `undefined` where the environment has no such value.
*/
function placeOfLabel(environment, environments, field, tokens) {
	if (valueAt(environment[field], tokens) === void 0) return void 0;
	for (const ancestor of environment.lineage) {
		const definition = environments.get(ancestor)?.definition;
		if (definition?.definedIn === void 0 || valueAt(definition[field], tokens) === void 0) continue;
		const { tree, node } = definition.definedIn;
		const at = findNode(tree, [field, ...tokens], node);
		if (at >= 0) return valuePlace(tree, at);
	}
}
// src/stages/inherit/linearize.ts
/**
* C3's merge: one list with every name once, in which the parents' lineages and the parents themselves keep their order
* (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996). Earlier lineages win where the order is
* free. Where none keeps everything, the lineages are joined one after the other and each name stays at its last place,
* so that what is shared lies lowest.
*
* @param lineages of the parents, highest precedence first, each with its parent at its head
*/
function mergeLineages(lineages) {
	const lists = [...lineages, lineages.map((lineage) => lineage[0])];
	const order = [];
	const heads = lists.map(() => 0);
	/** In how many lists a name stands behind the head. */
	const behind = /* @__PURE__ */ new Map();
	for (const list of lists) for (let i = 1; i < list.length; i++) count(behind, list[i], 1);
	for (;;) {
		const next = goodHead(lists, heads, behind);
		if (next === void 0) break;
		order.push(next);
		for (const [i, list] of lists.entries()) {
			const head = heads[i];
			if (list[head] !== next) continue;
			heads[i] = head + 1;
			if (head + 1 < list.length) count(behind, list[head + 1], -1);
		}
	}
	return lists.every((list, i) => heads[i] === list.length) ? { order } : {
		order: joined(lineages),
		conflict: conflictOf(lists, heads)
	};
}
function count(counts, name, by) {
	counts.set(name, (counts.get(name) ?? 0) + by);
}
/** The first head that stands behind no other. */
function goodHead(lists, heads, behind) {
	for (const [i, list] of lists.entries()) {
		const name = list[heads[i]];
		if (name !== void 0 && (behind.get(name) ?? 0) === 0) return name;
	}
}
function joined(lists) {
	const names = /* @__PURE__ */ new Set();
	for (const name of lists.flat().reverse()) names.add(name);
	return [...names].reverse();
}
/** Follows what each head has to wait for until it comes round. */
function conflictOf(lists, heads) {
	const rests = lists.map((list, i) => list.slice(heads[i])).filter((list) => list.length > 0);
	const waits = [];
	let name = rests[0]?.[0];
	while (!waits.includes(name)) {
		waits.push(name);
		name = rests.find((list) => list.indexOf(name) > 0)?.[0];
	}
	return waits.slice(waits.indexOf(name)).reverse();
}
// src/stages/inherit/hint.ts
/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
function didYouMean$1(wanted, candidates) {
	const near = nearest(wanted, candidates);
	return near === void 0 ? say`` : say`; did you mean ${name(near)}?`;
}
// src/stages/inherit/parents.ts
const MOST_SHOWN = 6;
/** Resolves `inherits`. Unknown names, and in each cycle the edge that closes it, are findings and are left out. */
function resolveParents(definitions, report) {
	const known = /* @__PURE__ */ new Map();
	for (const [child, definition] of definitions) known.set(child, knownParents(definition, definitions, report));
	const walk = {
		known,
		parents: /* @__PURE__ */ new Map(),
		order: [],
		circular: /* @__PURE__ */ new Set(),
		report
	};
	for (const start of definitions.keys()) walkUp(start, walk);
	return walk;
}
function knownParents({ name: child, inherits }, definitions, report) {
	const parents = /* @__PURE__ */ new Map();
	for (const parent of inherits) {
		if (definitions.has(parent.name)) {
			if (!parents.has(parent.name)) parents.set(parent.name, parent);
			continue;
		}
		const hint = didYouMean$1(parent.name, [...definitions.keys()].filter((other) => other !== child));
		const message = say`there is no environment ${name(parent.name)} to inherit from${hint}`;
		report(finding("inherit/unknown-environment", parent.place, message, { environment: child }));
	}
	return [...parents.values()];
}
/** Visits an environment and all above it that have not been visited, parents first. A stack: chains may be long. */
function walkUp(start, { known, parents, order, circular, report }) {
	if (parents.has(start)) return;
	const way = [];
	/** Environments on the way, by their position in it. */
	const open = /* @__PURE__ */ new Map();
	const enter = (environment) => {
		open.set(environment, way.length);
		way.push({
			environment,
			next: 0
		});
		parents.set(environment, []);
	};
	enter(start);
	for (let step = way.at(-1); step !== void 0; step = way.at(-1)) {
		const { environment } = step;
		const parent = known.get(environment)?.[step.next++];
		if (parent === void 0) {
			order.push(environment);
			open.delete(environment);
			way.pop();
			continue;
		}
		const loop = open.get(parent.name);
		if (loop !== void 0) {
			const members = way.slice(loop).map((member) => member.environment);
			for (const member of members) circular.add(member);
			reportCycle(members, parent, known, report);
			continue;
		}
		parents.get(environment).push(parent.name);
		if (!parents.has(parent.name)) enter(parent.name);
	}
}
function reportCycle(members, closing, known, report) {
	const related = members.slice(0, -1).slice(0, MOST_SHOWN).map((member, i) => {
		const edge = known.get(member).find((parent) => parent.name === members[i + 1]);
		return {
			message: say`${name(member)} inherits from ${name(edge.name)} here`,
			place: edge.place
		};
	});
	const message = members.length === 1 ? say`${name(closing.name)} inherits from itself; this is left out` : say`environments inherit from one another in a circle: ${path([...members, closing.name])}; the last step is left out`;
	report(finding("inherit/cycle", closing.place, message, {
		related,
		environment: members.at(-1)
	}));
}
function path(names) {
	return (names.length <= 8 ? names.map(name) : [
		...names.slice(0, MOST_SHOWN).map(name),
		say`…`,
		...names.slice(-2).map(name)
	]).reduce((text, next, i) => i === 0 ? say`${next}` : say`${text} → ${next}`, say``);
}
// src/stages/inherit/inherit.ts
/** Longest lineage that is followed: past it, memory would grow with its square. */
const MAX_LINEAGE = 1e3;
/**
* Resolves what environments inherit from one another (DESIGN §3): `L(E) = E + merge(L(b), L(a), [b, a])` for
* `inherits: [a, b]`, highest precedence first. Unknown names, cycles and orders that cannot be kept are findings; what
* is right of them counts. The result is in the order of the definitions.
*/
function inherit(definitions, report) {
	const byName = new Map(definitions.map((definition) => [definition.name, definition]));
	const { parents, order, circular } = resolveParents(byName, report);
	const resolved = /* @__PURE__ */ new Map();
	const resolver = {
		byName,
		broken: new Set(circular),
		report
	};
	for (const environment of order) {
		const above = parents.get(environment).map((parent) => resolved.get(parent));
		resolved.set(environment, resolve(byName.get(environment), above, resolver));
	}
	return new Map([...byName.keys()].map((environment) => [environment, resolved.get(environment)]));
}
function resolve(definition, parents, resolver) {
	const lineage = lineageOf(definition, parents, resolver);
	const [only] = parents;
	const isPlain = parents.length === 1 && only !== void 0 && lineage.length === only.lineage.length + 1;
	const properties = (field) => {
		return isPlain ? addProperties(only[field], definition[field]) : mergeProperties(lineage, resolver.byName, field);
	};
	return {
		name: definition.name,
		abstract: definition.abstract,
		protected: nearestProtected(lineage, resolver.byName),
		lineage,
		labels: properties("labels"),
		variables: properties("variables"),
		definition
	};
}
/** What the environment itself says, else its ancestor with the highest precedence that says anything. */
function nearestProtected(lineage, byName) {
	for (const ancestor of lineage) {
		const said = byName.get(ancestor)?.protected;
		if (said !== void 0) return said;
	}
	return false;
}
/** @param parents lowest precedence first, resolved */
function lineageOf(definition, parents, resolver) {
	const { broken, report } = resolver;
	const lineages = parents.map(({ lineage }) => lineage).reverse();
	const [first = []] = lineages;
	const { order, conflict } = lineages.length < 2 ? { order: first } : mergeLineages(lineages);
	const isTooDeep = order.length >= MAX_LINEAGE;
	const isExplained = broken.has(definition.name) || parents.some((parent) => broken.has(parent.name));
	if (isExplained || isTooDeep || conflict !== void 0) broken.add(definition.name);
	if (!isExplained && conflict !== void 0) reportOrder(definition, conflict, resolver);
	if (!isExplained && isTooDeep) reportTooDeep(definition, report);
	return [definition.name, ...isTooDeep ? order.slice(0, 999) : order];
}
function reportOrder({ name: environment, inherits, place }, conflict, { byName, report }) {
	const named = inherits.find((parent) => conflict.includes(parent.name)) ?? inherits.at(-1);
	const next = say`change the order of \`inherits\` here or in what it inherits from`;
	const message = say`${name(environment)} inherits ${list(conflict.map(name))} in orders that contradict each other; ${next}`;
	const related = conflict.map((member) => ({
		message: say`${name(member)} is defined here`,
		place: byName.get(member).place
	}));
	report(finding("inherit/order", named?.place ?? place, message, {
		related,
		environment
	}));
}
function reportTooDeep({ name: environment, inherits, place }, report) {
	const message = say`the lineage of ${name(environment)} has more than ${MAX_LINEAGE} environments; the most distant are left out`;
	report(finding("inherit/too-deep", inherits[0]?.place ?? place, message, { environment }));
}
// src/stages/inherit/exists.ts
function createRule(presence, environments) {
	return {
		presence,
		common: presence === "declared" ? commonAncestors(environments) : /* @__PURE__ */ new Set(),
		without: withoutOf(environments)
	};
}
/**
* Whether a document exists at the head of a lineage.
*
* @param from where in the lineage to ask: 0 for its head, 1 for what the head inherits
*/
function exists(document, index, lineage, { presence, common, without }, from = 0) {
	let found = presence === "inherited" && index.has(null);
	const key = without.size === 0 ? "" : documentKey(document.id);
	for (let i = lineage.length - 1; i >= from; i--) {
		const environment = lineage[i];
		if (index.has(environment)) found ||= i === 0 || !common.has(environment);
		else if (found && without.get(environment)?.has(key) === true) found = false;
	}
	return found;
}
function commonAncestors(environments) {
	const all = [...environments.values()];
	const concrete = all.filter(({ abstract }) => !abstract);
	const counted = concrete.length === 0 ? all : concrete;
	const counts = /* @__PURE__ */ new Map();
	for (const { lineage } of counted) for (const name of lineage) counts.set(name, (counts.get(name) ?? 0) + 1);
	return new Set([...counts].filter(([, count]) => count === counted.length).map(([name]) => name));
}
function withoutOf(environments) {
	const without = /* @__PURE__ */ new Map();
	for (const { name, definition } of environments.values()) if (definition.without.length > 0) without.set(name, new Set(definition.without.map(({ document }) => document)));
	return without;
}
// src/stages/inherit/sources.ts
function indexSources(sources) {
	const index = /* @__PURE__ */ new Map();
	const unsorted = /* @__PURE__ */ new Set();
	for (const source of sources) {
		const group = index.get(source.environment);
		if (group === void 0) {
			index.set(source.environment, [source]);
			continue;
		}
		if (byPrecedence(group.at(-1), source) > 0) unsorted.add(group);
		group.push(source);
	}
	for (const group of unsorted) group.sort(byPrecedence);
	return index;
}
/** Within an environment: later entries of the layout win, then later paths, then later documents of a stream. */
function byPrecedence(a, b) {
	if (a.entry.index !== b.entry.index) return a.entry.index - b.entry.index;
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return (a.document ?? 0) - (b.document ?? 0);
}
/**
* The layers of a lineage, lowest precedence first.
*
* @param shared layers of every document of the kind, if it has any
* @param lineage highest precedence first
*/
function stack(own, shared, lineage) {
	const layers = [];
	add(layers, own.get(null), shared?.get(null));
	for (let i = lineage.length - 1; i >= 0; i--) {
		const environment = lineage[i];
		add(layers, own.get(environment), shared?.get(environment));
	}
	return layers;
}
/** Adds the layers of one environment, keeping the order of the two lists. */
function add(layers, own = [], shared = []) {
	let i = 0;
	for (const source of shared) {
		while (i < own.length && byPrecedence(own[i], source) <= 0) layers.push(own[i++]);
		layers.push(source);
	}
	while (i < own.length) layers.push(own[i++]);
}
// src/stages/inherit/without.ts
/** Reports every `without` that takes nothing away, and every one that a layer in its own environment contradicts. */
function checkWithout({ documents, environments, rule, indexOf }, report) {
	for (const { name: environment, lineage, definition } of environments.values()) for (const { document: key, place } of definition.without) {
		const document = documents.get(key);
		if (document === void 0) {
			const message = say`there is no document ${name(key)} to be without${didYouMean$1(key, documents.keys())}`;
			report(finding("discover/without-nothing", place, message, { environment }));
			continue;
		}
		const index = indexOf(document);
		const layer = index.get(environment)?.[0];
		if (layer !== void 0) {
			const message = say`${name(environment)} has a layer of ${name(key)} itself, so the document exists there; remove one of the two`;
			const related = [{
				message: say`the layer`,
				place: inFile(layer.path)
			}];
			report(finding("discover/without-layer", place, message, {
				related,
				environment
			}));
		} else if (!exists(document, index, lineage, rule, 1)) {
			const message = say`${name(key)} does not exist in what ${name(environment)} inherits, so there is nothing to be without`;
			report(finding("discover/without-nothing", place, message, { environment }));
		}
	}
}
// src/stages/inherit/presence.ts
/**
* Prepares the question which documents exist where, and reports what is wrong with `without`.
*
* `inherited`: a document exists where it has a layer of its own in the lineage or below every environment. Going up
* from the lowest environment, `without` takes it away and a layer of its own brings it back, with all layers of the
* lineage. `declared`: only a layer in the environment itself, or in an ancestor that not every environment has, makes
* it exist. Layers of every document (`name: '*'`) never do.
*/
function createPresence(input, report) {
	const { discovery, environments, config } = input;
	const own = /* @__PURE__ */ new WeakMap();
	const shared = new Map([...discovery.shared].map(([kind, sources]) => [kind, indexSources(sources)]));
	const rule = createRule(config.presence, environments);
	const indexOf = (document) => {
		let index = own.get(document);
		if (index === void 0) own.set(document, index = indexSources(document.sources));
		return index;
	};
	if (config.sound) checkWithout({
		documents: discovery.documents,
		environments,
		rule,
		indexOf
	}, report);
	return { sourcesIn: (document, environment) => {
		const index = indexOf(document);
		if (!exists(document, index, environment.lineage, rule)) return void 0;
		return stack(index, shared.get(document.id.kind), environment.lineage);
	} };
}
// src/stages/link/limits.ts
/** Most characters that a text with references may grow to. */
const MAX_TEXT = 1e6;
// src/stages/link/circles.ts
/** A shortest way from a node that is in a circle back to itself: first and last are the node. */
function wayRound(start) {
	const circle = start.circle ?? /* @__PURE__ */ new Set();
	const cameFrom = /* @__PURE__ */ new Map();
	let front = [start];
	while (front.length > 0) {
		const next = [];
		for (const node of front) for (const needed of node.needs ?? []) {
			if (needed === start) return [...wayTo(node, cameFrom), start];
			if (!circle.has(needed) || cameFrom.has(needed)) continue;
			cameFrom.set(needed, node);
			next.push(needed);
		}
		front = next;
	}
	return [start];
}
function wayTo(end, cameFrom) {
	const way = [];
	for (let node = end; node !== void 0; node = cameFrom.get(node)) way.push(node);
	return way.reverse();
}
/** The texts on a way; and the targets where they are not themselves the next text, but hold it. */
function stations(way) {
	return way.filter((node, i) => {
		const next = way[i + 1];
		return node.is === "text" || next?.is !== "text" || !samePointer(node, next);
	});
}
function samePointer(a, b) {
	return a.tokens.length === b.tokens.length && a.tokens.every((token, i) => token === b.tokens[i]);
}
// src/core/layer.ts
/**
* Where a layer says what it says at `tokens` (relative to the layer's root). A pointer that the layer lacks gives the
* nearest parent that it has.
*
* @param part `key` for findings about the key itself, `value` for those about what it holds.
*/
function placeIn(layer, tokens, part) {
	if (layer.from === "variables") return inVariable(variableAt(layer, tokens));
	for (let depth = tokens.length; depth > 0; depth--) {
		const node = findNode(layer.tree, tokens.slice(0, depth), layer.node);
		if (node >= 0) return part === "key" || depth < tokens.length ? keyPlace(layer.tree, node) : valuePlace(layer.tree, node);
	}
	return part === "key" ? keyPlace(layer.tree, layer.node) : valuePlace(layer.tree, layer.node);
}
function variableAt(layer, tokens) {
	for (let depth = tokens.length; depth >= 0; depth--) {
		const found = layer.names.get(tokens.slice(0, depth).join("\0"));
		if (found !== void 0) return found;
	}
	return [...layer.names.values()][0] ?? "";
}
// src/stages/link/syntax.ts
/** What every reference starts with. After one more `$` it stands for itself; no other `${` is read. */
const OPEN = "${cairn:";
/** Reads a text. Every text is readable: what is wrong in it becomes a malformed part. Linear in its length. */
function readText(text) {
	const parts = [];
	let literal = "";
	let from = 0;
	for (;;) {
		const start = text.indexOf(OPEN, from);
		if (start < 0) break;
		if (start > from && text[start - 1] === "$") {
			literal += text.slice(from, start - 1) + OPEN;
			from = start + 8;
			continue;
		}
		literal += text.slice(from, start);
		if (literal !== "") parts.push(literal);
		literal = "";
		const part = readReference(text, start);
		parts.push(part);
		from = part.end;
	}
	literal += text.slice(from);
	if (literal !== "") parts.push(literal);
	return parts;
}
function isReference(part) {
	return typeof part === "object" && part.is === "reference";
}
/** The reference that a text is nothing but, if it is: its value takes the target's type. */
function soleReference(parts) {
	const [only] = parts;
	return parts.length === 1 && isReference(only) ? only : void 0;
}
/** What ends a reference, or shows that it has no end: looking further would cost the square of the text's length. */
const STOP = /[}\r\n]|\$\{/g;
function readReference(text, start) {
	const from = start + 8;
	STOP.lastIndex = from;
	const stop = STOP.exec(text);
	if (stop?.[0] !== "}") return {
		is: "malformed",
		start,
		end: from,
		why: notClosed(stop?.[0])
	};
	const span = {
		start,
		end: stop.index + 1
	};
	const read = readTarget(text.slice(from, stop.index));
	return typeof read === "string" ? {
		is: "malformed",
		...span,
		why: read
	} : {
		is: "reference",
		...span,
		target: read
	};
}
function notClosed(stop) {
	return stop === "${" ? say`this reference is not closed before the next "$\{": end it with "}"; a reference cannot hold another` : say`this reference is not closed on its line: end it with "}"`;
}
/** What a reference leads to, or what is wrong with it. */
function readTarget(body) {
	const hash = body.indexOf("#");
	const scheme = hash < 0 ? body : body.slice(0, hash);
	const rest = body.slice(hash + 1);
	const isDocument = parseDocumentKey(scheme) !== void 0;
	if (!isDocument && scheme !== "environment" && scheme !== "var") return unknownScheme(scheme);
	if (hash < 0) return withoutHash(scheme);
	if (scheme === "var") return rest === "" ? say`a reference to a variable needs its name after "#"` : {
		of: "variable",
		variable: rest
	};
	const tokens = tokensOf(rest);
	if (tokens === void 0) return say`what follows "#" is a JSON Pointer (RFC 6901): it starts with "/", and "~" is only in "~0" and "~1"`;
	return isDocument ? {
		of: "document",
		document: scheme,
		tokens
	} : {
		of: "environment",
		tokens
	};
}
function unknownScheme(scheme) {
	const what = scheme === "" ? say`nothing` : say`"${name(scheme)}"`;
	return say`a reference names a document (kind/name), "environment" or "var" before "#", and this one names ${what}`;
}
function withoutHash(scheme) {
	if (scheme === "var") return say`write "var#" and the variable's name`;
	const all = scheme === "environment" ? say`all of the environment` : say`the whole document`;
	return say`a reference needs a "#": "${name(scheme)}#" is ${all}, "${name(scheme)}#/key" a value in it`;
}
// src/stages/link/place.ts
/** Where the nearest thing that exists at or above a pointer is set. */
function placeNear(effective, tokens, part = "value") {
	const origin = originNear(effective, tokens);
	return origin === void 0 ? inEnvironment(effective.environment.name) : placeIn(origin.layer, origin.tokens, part);
}
function originNear(effective, tokens) {
	for (let depth = tokens.length; depth >= 0; depth--) {
		const { winner } = effective.originsAt(tokens.slice(0, depth));
		if (winner !== void 0) return winner;
	}
}
/**
* Answers where the parts of a text stand in its file. Where the file has the text in another form (escapes, folded
* lines), a part cannot be told exactly, and its place is that of the whole scalar. Works on the first question only.
*/
var PartPlaces = class {
	#effective;
	#holding;
	#scalar;
	constructor(effective, holding) {
		this.#effective = effective;
		this.#holding = holding;
	}
	/** The place of a part; of the whole scalar where none is given. */
	of(span) {
		const { place, offsets } = this.#scalar ??= this.#look();
		const at = span && offsets.get(span.start);
		if (place.in !== "span" || span === void 0 || at === void 0) return place;
		const start = place.start + at;
		const part = this.#holding.text.slice(span.start, span.end);
		return place.source.text.startsWith(part, start) ? {
			...place,
			start,
			end: start + part.length
		} : place;
	}
	#look() {
		const { tokens, text } = this.#holding;
		const place = placeNear(this.#effective, tokens);
		const offsets = /* @__PURE__ */ new Map();
		if (place.in === "span") {
			const inText = occurrences(text);
			const inFile = occurrences(place.source.text.slice(place.start, place.end));
			if (inFile.length === inText.length) for (const [i, at] of inText.entries()) offsets.set(at, inFile[i]);
		}
		return {
			place,
			offsets
		};
	}
};
function occurrences(text) {
	const found = [];
	for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 8)) found.push(at);
	return found;
}
// src/stages/link/circle-findings.ts
/** Most stations of a circle that a message names, and most places that are shown beside it. */
const MAX_STATIONS = 8;
/**
* Reports the circles that the references of one document are in, each once. A circle of several documents is told at
* the first of them by name, whichever document is being read: the same finding from each, which can be folded. Of a
* knot of very many circles the first are reported; solving those unties the others.
*/
var CircleFindings = class {
	#effective;
	#resolver;
	#report;
	#told = /* @__PURE__ */ new Set();
	#count = /* @__PURE__ */ new Map();
	constructor(effective, resolver, report) {
		this.#effective = effective;
		this.#resolver = resolver;
		this.#report = report;
	}
	tell(node) {
		const { circle } = node;
		const count = circle && (this.#count.get(circle) ?? 0);
		if (circle === void 0 || count === void 0 || count >= 20 || this.#told.has(node)) return;
		this.#count.set(circle, count + 1);
		const way = fromFirstDocument(node, wayRound(node));
		for (const station of way) this.#told.add(station);
		const stops = stations(way);
		const message = say`this reference leads back to itself: ${route(stops)}`;
		const environment = this.#effective.environment.name;
		const place = this.#placeOf(way[0], way[1]);
		this.#report(finding("link/cycle", place, message, {
			environment,
			related: this.#hops(way)
		}));
	}
	/** Where the other texts of the circle refer on. */
	#hops(way) {
		const related = [];
		for (const [i, node] of way.entries()) {
			if (i === 0 || i === way.length - 1 || node.is !== "text" || related.length === MAX_STATIONS) continue;
			const from = name(`${node.document}#${pointer(node.tokens)}`);
			related.push({
				message: say`${from} leads on from here`,
				place: this.#placeOf(node, way[i + 1])
			});
		}
		return related;
	}
	#placeOf(node, next) {
		return placeOfStep(this.#resolver.lookup(node.document) ?? this.#effective, node, next);
	}
};
/** The way round that starts at `start`, from the text whose document comes first by name. */
function fromFirstDocument(start, way) {
	let first = start;
	let at = 0;
	for (const [i, node] of way.entries()) {
		if (node.is !== "text" || node.document >= first.document) continue;
		first = node;
		at = i;
	}
	return [
		first,
		...way.slice(at + 1),
		...way.slice(1, at + 1)
	];
}
/** The place of the reference in a text that leads to the next node of a circle. */
function placeOfStep(effective, node, next) {
	const towards = readText(node.text).find((part) => isReference(part) && part.target.of === "document" && leadsTo(part.target, next));
	return new PartPlaces(effective, node).of(isReference(towards) ? towards : void 0);
}
function leadsTo(target, node) {
	return node !== void 0 && target.document === node.document && pointer(target.tokens) === pointer(node.tokens);
}
function route(stops) {
	const left = stops.length - MAX_STATIONS;
	let text = say``;
	for (const [i, { document, tokens }] of stops.entries()) {
		const stop = name(`${document}#${pointer(tokens)}`);
		if (i === 0) text = say`${stop}`;
		else if (i < 7 || i === stops.length - 1) text = say`${text} → ${stop}`;
		else if (i === 7) text = say`${text} → … (${left} more)`;
	}
	return text;
}
// src/core/effective.ts
/** A target as it is written in a reference, without `${cairn:` and `}`. */
function targetText(target) {
	if (target.of === "variable") return `var#${target.variable}`;
	if (target.of === "environment") return `environment#${pointer(target.tokens)}`;
	return `${target.document}#${pointer(target.tokens)}`;
}
// src/stages/link/hints.ts
/** `; did you mean …?` with the known document whose name is nearest: of the same kind, if one is. */
function documentHint(wanted, documents) {
	const kind = parseDocumentKey(wanted)?.kind ?? "";
	const siblings = [];
	for (const document of documents) if (document.startsWith(`${kind}/`)) siblings.push(document.slice(kind.length + 1));
	const sibling = nearest(wanted.slice(kind.length + 1), siblings);
	return didYouMean(sibling === void 0 ? nearest(wanted, documents) : `${kind}/${sibling}`);
}
function didYouMean(candidate) {
	return candidate === void 0 ? say`` : say`; did you mean ${name(candidate)}?`;
}
/** Why a value has no such child, with the nearest one. */
function childHint(parent, tokens, token) {
	const at = tokens.length === 0 ? say`the document` : say`${pointer(tokens)}`;
	if (isList(parent)) return say`; the list at ${at} has ${parent.length} items`;
	if (!isMapping(parent)) return say`; ${at} is ${a$1(parent)}`;
	const near = nearest(token, Object.keys(parent));
	return didYouMean(near === void 0 ? void 0 : pointer([...tokens, near]));
}
/** `a number`, `null`, `a sealed value`. */
function a$1(value) {
	if (value === null) return say`null`;
	return value instanceof Opaque ? say`a ${value.opaque} value` : say`a ${kindOf(value)}`;
}
// src/stages/link/problems.ts
const tooLarge = say`this makes a text of more than ${MAX_TEXT} characters, or brings more than ${MAX_FILE_BYTES} characters and values into the document`;
/** Words the findings about the references of one document. */
var Problems = class {
	#effective;
	#resolver;
	#hints = 0;
	constructor(effective, resolver) {
		this.#effective = effective;
		this.#resolver = resolver;
	}
	/** @param target what the reference leads to, where it could be read that far */
	word(failure, target) {
		switch (failure.is) {
			case "malformed": return ["link/syntax", failure.why];
			case "nested": return ["link/syntax", say`${this.#named(target)} holds a reference itself, and labels and variables are not resolved`];
			case "not-scalar": return ["link/not-scalar", this.#notScalar(failure, target)];
			case "too-large": return ["link/too-large", tooLarge];
			case "too-deep": return ["link/too-large", say`with what ${this.#named(target)} leads to, this document would be nested more than ${100} deep`];
			case "no-variable": return [
				"link/dangling",
				this.#noVariable(target),
				this.#environmentHere()
			];
			case "no-document": return ["link/dangling", this.#noDocument(target)];
			case "no-value": return this.#noValue(failure, target);
		}
	}
	#notScalar({ kind }, target) {
		const what = kind === "null" ? say`null` : say`a ${kind}`;
		return say`${this.#named(target)} is ${what}, which cannot stand in a text: only strings, numbers and booleans can`;
	}
	#noDocument(target) {
		const document = target?.of === "document" ? target.document : "";
		const environment = name(this.#effective.environment.name);
		const { documents } = this.#resolver;
		if (documents.has(document)) return say`${name(document)} exists, but not in ${environment}`;
		return say`there is no document ${name(document)}${this.#hint(() => this.#resolver.documentHint(document))}`;
	}
	#noVariable(target) {
		const { environment } = this.#effective;
		const variable = target?.of === "variable" ? target.variable : "";
		const hint = this.#hint(() => didYouMean(nearest(variable, Object.keys(environment.variables))));
		return say`${name(environment.name)} has no variable ${name(variable)}${hint}`;
	}
	#noValue({ tokens, token, parent }, target) {
		const missing = name(pointer([...tokens, token]));
		const hint = () => this.#hint(() => childHint(parent, tokens, token));
		if (target?.of !== "document") return [
			"link/dangling",
			say`the environment ${name(this.#effective.environment.name)} has no ${missing}${hint()}`,
			this.#environmentHere()
		];
		const effective = this.#resolver.lookup(target.document);
		const removedBy = effective?.originsAt([...tokens, token]).removedBy;
		if (removedBy !== void 0) {
			const related = {
				message: say`removed here`,
				place: placeIn(removedBy.layer, removedBy.tokens, "value")
			};
			return [
				"link/dangling",
				say`${name(target.document)} has no ${missing}`,
				[related]
			];
		}
		const message = say`${name(target.document)} has no ${missing}${hint()}`;
		if (effective === void 0) return ["link/dangling", message];
		return [
			"link/dangling",
			message,
			[{
				message: say`this is the nearest that exists`,
				place: placeNear(effective, tokens, "key")
			}]
		];
	}
	/** Where the environment is defined; an environment that was learned from paths has no such place. */
	#environmentHere() {
		const { definition } = this.#effective.environment;
		if (definition.definedIn === void 0) return [];
		return [{
			message: say`${name(definition.name)} is defined here`,
			place: definition.place
		}];
	}
	#named(target) {
		return target === void 0 ? say`this` : say`${name(targetText(target))}`;
	}
	/** Looking for near names costs a comparison with every known one: not more often than a person would read. */
	#hint(look) {
		return this.#hints++ < 100 ? look() : say``;
	}
};
// src/stages/link/link-findings.ts
/** Reports what is wrong with the references of one document, each at its place. */
var LinkFindings = class {
	#effective;
	#report;
	#problems;
	#circles;
	constructor(effective, resolver, report) {
		this.#effective = effective;
		this.#report = report;
		this.#problems = new Problems(effective, resolver);
		this.#circles = new CircleFindings(effective, resolver, report);
	}
	tell(node, text) {
		for (const { part, failure } of node.result?.problems ?? []) this.#tell(failure, text.parts[part], text.places);
		this.#circles.tell(node);
	}
	/** The document has become too large with what this text brings. */
	tooLarge({ parts, places }) {
		this.#tell({ is: "too-large" }, parts.find(isReference), places);
	}
	#tell(failure, part, places) {
		const [rule, message, related = []] = this.#problems.word(failure, isReference(part) ? part.target : void 0);
		const place = places.of(typeof part === "object" ? part : void 0);
		this.#report(finding(rule, place, message, {
			related,
			environment: this.#effective.environment.name
		}));
	}
};
// src/stages/link/components.ts
/**
* Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own: chains of references may
* be longer than the call stack. One walker for all walks over a graph: what is done is not visited again.
*/
var ComponentWalker = class {
	#visitor;
	#discovered = 0;
	#open = [];
	#path = [];
	constructor(visitor) {
		this.#visitor = visitor;
	}
	/** Visits a node and all that it needs. */
	walk(start) {
		if (start.order > 0) return;
		this.#enter(start);
		for (let step = this.#path.at(-1); step !== void 0; step = this.#path.at(-1)) {
			const { node } = step;
			const needed = step.needs[step.next++];
			if (needed === void 0) this.#leave(node);
			else if (needed.order === 0) this.#enter(needed);
			else if (needed.open) node.low = Math.min(node.low, needed.order);
		}
	}
	#enter(node) {
		node.order = node.low = ++this.#discovered;
		node.open = true;
		this.#open.push(node);
		const needs = this.#visitor.expand(node);
		node.needs = needs;
		this.#path.push({
			node,
			needs,
			next: 0
		});
	}
	#leave(node) {
		this.#path.pop();
		const parent = this.#path.at(-1)?.node;
		if (parent !== void 0) parent.low = Math.min(parent.low, node.low);
		if (node.low !== node.order) return;
		const members = this.#open.splice(this.#open.lastIndexOf(node));
		for (const member of members) member.open = false;
		this.#visitor.done(members);
	}
};
// src/stages/link/descend.ts
/**
* What is at `inside` in a value in which nothing is left to resolve; a hole for whatever is in a hole.
*
* @param above tokens that lead to the value, for the failure to name
*/
function descend(value, above, inside) {
	let parent = value;
	for (const [depth, token] of inside.entries()) {
		if (parent === HOLE) break;
		const child = valueAt(parent, [token]);
		if (child === void 0) return { failure: {
			is: "no-value",
			tokens: [...above, ...inside.slice(0, depth)],
			token,
			parent
		} };
		parent = child;
	}
	return { value: parent };
}
// src/stages/link/walk.ts
function holdsReference(value) {
	return typeof value === "string" && value.includes("${cairn:");
}
/**
* The texts in a value that hold references, in the order of the document. Keys are not looked at.
*
* @param at tokens that lead to the value; those of the texts start with them
*/
function textsIn(value, at = []) {
	const found = [];
	if (holdsReference(value)) found.push({
		tokens: at,
		text: value
	});
	else collect(value, [...at], found);
	return found;
}
function collect(value, path, found) {
	if (isList(value)) for (let i = 0; i < value.length; i++) collectChild(value[i], i, path, found);
	else if (isMapping(value)) for (const key of Object.keys(value)) collectChild(value[key], key, path, found);
}
function collectChild(child, token, path, found) {
	if (typeof child === "string") {
		if (child.includes("${cairn:")) found.push({
			tokens: [...path, String(token)],
			text: child
		});
	} else if (typeof child === "object" && child !== null) {
		path.push(String(token));
		collect(child, path, found);
		path.pop();
	}
}
/**
* The value with others in the place of its texts. Copies only what lies on the way to them.
*
* @param replacements in the order of `textsIn`
* @param depth number of tokens that lead to the value
*/
function replaceTexts(value, replacements, depth = 0) {
	return replaceRange(value, replacements, {
		from: 0,
		to: replacements.length,
		depth
	});
}
function replaceRange(value, replacements, { from, to, depth }) {
	const first = replacements[from];
	if (first === void 0 || from === to) return value;
	if (first.tokens.length === depth) return first.value;
	const copy = isList(value) ? [...value] : { ...value };
	for (let start = from; start < to;) {
		const token = replacements[start]?.tokens[depth];
		let end = start + 1;
		while (end < to && replacements[end]?.tokens[depth] === token) end++;
		put(copy, token, replaceRange(copy[token], replacements, {
			from: start,
			to: end,
			depth: depth + 1
		}));
		start = end;
	}
	return copy;
}
/** Follows a pointer into a value. Into a hole it leads to that hole: what is inside is not known. */
function follow(root, tokens) {
	let value = root;
	for (let depth = 0;; depth++) {
		if (holdsReference(value)) return {
			is: "reference",
			text: value,
			depth
		};
		const token = tokens[depth];
		if (token === void 0 || value === HOLE) return {
			is: "value",
			value
		};
		const child = valueAt(value, [token]);
		if (child === void 0) return {
			is: "missing",
			parent: value,
			depth
		};
		value = child;
	}
}
// src/stages/link/environment-values.ts
/** What references can ask of the environment itself: its name, labels and variables, as they are. */
var EnvironmentValues = class {
	#environment;
	#root;
	constructor(environment) {
		this.#environment = environment;
		const { name, labels, variables } = environment;
		this.#root = {
			name,
			labels,
			variables
		};
	}
	outcomeOf(target) {
		if (target.of === "environment") return asItIs(descend(this.#root, [], target.tokens));
		const value = own(this.#environment.variables, target.variable);
		return value === void 0 ? { failure: { is: "no-variable" } } : asItIs({ value });
	}
};
/** Labels and variables are not resolved: a reference in one would reach the document as text. */
function asItIs(outcome) {
	if ("value" in outcome && textsIn(outcome.value).length > 0) return { failure: { is: "nested" } };
	return outcome;
}
// src/stages/link/evaluate.ts
/**
* What a text resolves to. A text that is one reference takes the target's value, whatever its type; elsewhere scalars
* are written into the text: opaque ones make all of it opaque, holes make it a hole.
*/
function evaluateText(node, { measure, outcomeOf }) {
	const problems = [];
	const fail = (part, failure) => {
		problems.push({
			part,
			failure
		});
		return HOLE;
	};
	const values = node.parts.map((part, i) => {
		if (typeof part === "string") return part;
		if (part.is === "malformed") return fail(i, {
			is: "malformed",
			why: part.why
		});
		const outcome = outcomeOf(part.target);
		return "value" in outcome ? outcome.value : fail(i, outcome.failure);
	});
	if (soleReference(node.parts) === void 0) return {
		value: join(node.parts, values, fail),
		problems
	};
	const value = values[0];
	const { size, depth } = measure.of(value);
	if (size > 1e7) return {
		value: fail(0, { is: "too-large" }),
		problems
	};
	if (node.tokens.length + depth > 100) return {
		value: fail(0, { is: "too-deep" }),
		problems
	};
	return {
		value,
		problems
	};
}
function join(parts, values, fail) {
	const pieces = [];
	let text = "";
	let length = 0;
	let hole = false;
	for (const [i, value] of values.entries()) {
		if (value === HOLE) hole = true;
		else if (value instanceof Opaque) {
			pieces.push(text, value);
			text = "";
		} else if (typeof value === "object") {
			fail(i, {
				is: "not-scalar",
				kind: kindOf(value)
			});
			hole = true;
		} else {
			const said = typeof value === "string" ? value : JSON.stringify(value);
			text += said;
			length += said.length;
		}
		if (length > 1e6 && isReference(parts[i])) return fail(i, { is: "too-large" });
	}
	if (hole) return HOLE;
	return pieces.length === 0 ? text : new Unresolved([...pieces, text]);
}
// src/stages/link/measure.ts
/**
* Measures values. Resolved values share subtrees, so that a small graph can stand for an enormous document; each
* shared mapping and list is therefore walked once.
*/
var Measure = class {
	#known = /* @__PURE__ */ new WeakMap();
	of(value) {
		if (typeof value === "string") return {
			size: 1 + value.length,
			depth: 0
		};
		if (!isList(value) && !isMapping(value)) return SCALAR;
		let extent = this.#known.get(value);
		if (extent === void 0) this.#known.set(value, extent = this.#collection(value));
		return extent;
	}
	#collection(value) {
		let size = 1;
		let depth = 0;
		const add = (child) => {
			const below = this.of(child);
			size += below.size;
			if (below.depth > depth) depth = below.depth;
		};
		if (isList(value)) for (const item of value) add(item);
		else for (const key of Object.keys(value)) {
			size += key.length;
			add(value[key]);
		}
		return {
			size,
			depth: depth + 1
		};
	}
};
const SCALAR = {
	size: 1,
	depth: 0
};
// src/stages/link/resolver.ts
const resolvers = /* @__PURE__ */ new WeakMap();
/** The resolver of a world: one for all documents that are linked in it. */
function resolverOf(world) {
	let resolver = resolvers.get(world);
	if (resolver === void 0) resolvers.set(world, resolver = new Resolver(world));
	return resolver;
}
/** Resolves references, each target once, in the order in which they need each other. */
var Resolver = class {
	measure = new Measure();
	#world;
	#environment;
	#texts = /* @__PURE__ */ new Map();
	#targets = /* @__PURE__ */ new Map();
	#walker = new ComponentWalker({
		expand: (node) => this.#expand(node),
		done: (members) => this.#done(members)
	});
	#hints = /* @__PURE__ */ new Map();
	#known;
	/** The document that is being linked. */
	#current;
	constructor(world) {
		this.#world = world;
		this.#environment = new EnvironmentValues(world.environment);
	}
	/** Every document of the repository. */
	get documents() {
		return this.#known ??= new Set(this.#world.documents);
	}
	/** The hint for the name of a document that does not exist: many documents may have the same mistake. */
	documentHint(wanted) {
		let hint = this.#hints.get(wanted);
		if (hint === void 0) this.#hints.set(wanted, hint = documentHint(wanted, this.documents));
		return hint;
	}
	/** Resolves the given texts of a document; the nodes come in their order. */
	resolve(effective, found) {
		this.#current = effective;
		const document = documentKey(effective.document);
		const nodes = found.map((holding) => this.#text(document, holding));
		for (const node of nodes) this.#walker.walk(node);
		for (const node of nodes) if (!node.wanted) this.#texts.delete(keyOf(document, node.tokens));
		return nodes;
	}
	/** A document of the environment. */
	lookup(document) {
		const current = this.#current;
		if (current !== void 0 && documentKey(current.document) === document) return current;
		return this.#world.lookup(document);
	}
	#expand(node) {
		if (node.is === "target") return this.#expandTarget(node);
		node.parts = readText(node.text);
		const needs = [];
		for (const part of node.parts) {
			if (!isReference(part) || part.target.of !== "document") continue;
			needs.push(this.#target(part.target.document, part.target.tokens));
		}
		return needs;
	}
	#expandTarget(node) {
		const effective = this.lookup(node.document);
		if (effective === void 0) {
			node.result = { failure: { is: "no-document" } };
			return [];
		}
		const arrival = follow(effective.value, node.tokens);
		if (arrival.is === "missing") {
			node.result = { failure: {
				is: "no-value",
				tokens: node.tokens.slice(0, arrival.depth),
				token: node.tokens[arrival.depth] ?? "",
				parent: arrival.parent
			} };
			return [];
		}
		if (arrival.is === "reference") {
			node.inside = node.tokens.slice(arrival.depth);
			return [this.#wantedText(node.document, {
				tokens: node.tokens.slice(0, arrival.depth),
				text: arrival.text
			})];
		}
		node.raw = arrival.value;
		return textsIn(arrival.value, node.tokens).map((holding) => this.#wantedText(node.document, holding));
	}
	#done(members) {
		const circle = members.length > 1 ? new Set(members) : void 0;
		for (const node of members) {
			node.circle = circle;
			if (node.is === "target") this.#finishTarget(node);
			else this.#finishText(node);
			if (circle === void 0) node.needs = void 0;
		}
	}
	#finishText(node) {
		const targets = node.needs ?? [];
		let next = 0;
		node.result = evaluateText(node, {
			measure: this.measure,
			outcomeOf: (target) => {
				if (target.of !== "document") return this.#environment.outcomeOf(target);
				const needed = targets[next++];
				return node.circle?.has(needed) === true ? PASSED_ON : needed.result ?? PASSED_ON;
			}
		});
		if (node.circle === void 0) node.parts = [];
	}
	#finishTarget(node) {
		if (node.result !== void 0) return;
		const values = (node.needs ?? []).map(({ tokens, result }) => ({
			tokens,
			value: result === void 0 ? HOLE : result.value
		}));
		const { raw, inside } = node;
		node.raw = void 0;
		if (node.circle !== void 0) node.result = PASSED_ON;
		else if (inside !== void 0) node.result = descend(values[0]?.value ?? null, above(node.tokens, inside), inside);
		else node.result = { value: replaceTexts(raw, values, node.tokens.length) };
		if ("value" in node.result && this.measure.of(node.result.value).size > 1e7) node.result = { failure: { is: "too-large" } };
	}
	#wantedText(document, holding) {
		const node = this.#text(document, holding);
		node.wanted = true;
		return node;
	}
	#text(document, { tokens, text }) {
		const key = keyOf(document, tokens);
		let node = this.#texts.get(key);
		if (node === void 0) {
			node = {
				...unvisited(document, tokens),
				is: "text",
				text,
				parts: [],
				wanted: false,
				result: void 0
			};
			this.#texts.set(key, node);
		}
		return node;
	}
	#target(document, tokens) {
		const key = keyOf(document, tokens);
		let node = this.#targets.get(key);
		if (node === void 0) {
			node = {
				...unvisited(document, tokens),
				is: "target",
				raw: void 0,
				inside: void 0,
				result: void 0
			};
			this.#targets.set(key, node);
		}
		return node;
	}
};
const PASSED_ON = { value: HOLE };
function above(tokens, inside) {
	return tokens.slice(0, tokens.length - inside.length);
}
function unvisited(document, tokens) {
	return {
		document,
		tokens,
		needs: void 0,
		circle: void 0,
		order: 0,
		low: 0,
		open: false
	};
}
function keyOf(document, tokens) {
	return `${document}#${pointer(tokens)}`;
}
// src/stages/link/may-hold.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/**
* Whether a document of these layers may hold references: true if a text of theirs has `${cairn:` in it, or an escape
* that could have written it. False is certain. Cheap: looks at each file's text once.
*/
function mayHoldReferences(layers) {
	for (const layer of layers) if (layer.from === "variables" ? textsIn(layer.value).length > 0 : inSource(layer.tree.source)) return true;
	return false;
}
function inSource(source) {
	let answer = known$1.get(source);
	if (answer === void 0) known$1.set(source, answer = mayRefer(source.text));
	return answer;
}
/** Escapes by number, and escaped line ends: the only ones that can make or join the characters of `${cairn:`. */
const TELLING_ESCAPE = /\\[xuU\r\n]/;
/** Whether a file with this text may hold references. False is certain. */
function mayRefer(text) {
	return text.includes("${cairn:") || text.includes("\\") && TELLING_ESCAPE.test(text);
}
// src/stages/link/link.ts
/**
* Resolves the references in an effective document's values, within its environment. Targets are asked for on demand
* and resolved pointer by pointer, through as many documents as it takes; what the document does not refer to is not
* looked at, and subtrees without references are shared. A reference that cannot be resolved is a finding at its place
* and a hole in the value; what is wrong inside a target is its own document's finding.
*/
function linkDocument(effective, world, report) {
	const found = textsIn(effective.value);
	if (found.length === 0) return {
		effective,
		value: effective.value,
		references: []
	};
	const resolver = resolverOf(world);
	const nodes = resolver.resolve(effective, found);
	const findings = new LinkFindings(effective, resolver, report);
	const references = [];
	const replacements = [];
	let brought = 0;
	for (const node of nodes) {
		const text = {
			parts: readText(node.text),
			places: new PartPlaces(effective, node)
		};
		for (const part of text.parts) if (isReference(part)) references.push(referenceAt(node.tokens, part, text.places));
		findings.tell(node, text);
		const value = node.result === void 0 ? HOLE : node.result.value;
		const before = brought;
		brought += resolver.measure.of(value).size;
		replacements.push({
			tokens: node.tokens,
			value: brought > 1e7 ? HOLE : value
		});
		if (before <= 1e7 && brought > 1e7) findings.tooLarge(text);
	}
	return {
		effective,
		value: replaceTexts(effective.value, replacements),
		references
	};
}
/** Its place costs a replay of the merge: worked out when it is asked for. */
function referenceAt(tokens, part, places) {
	return {
		tokens,
		target: part.target,
		get place() {
			return places.of(part);
		}
	};
}
// src/stages/merge/path.ts
function tokensTo(path) {
	const tokens = [];
	for (let at = path; at.up !== void 0; at = at.up) tokens.push(at.token);
	return tokens.reverse();
}
// src/stages/merge/spot.ts
function rootSpot(layer, strategy, trace) {
	return {
		up: void 0,
		token: "",
		lowToken: "",
		strategy,
		tags: layer.from === "file" ? layer.tags : void 0,
		trace
	};
}
function keySpot(parent, key, trace) {
	return {
		up: parent,
		token: key,
		lowToken: key,
		strategy: parent.strategy && strategyAt(parent.strategy, key),
		tags: parent.tags?.children.get(key),
		trace
	};
}
/** @param low index of the element that this one is merged with or stands beside, in the value so far. */
function itemSpot(parent, index, low, trace) {
	const token = String(index);
	return {
		up: parent,
		token,
		lowToken: String(low),
		strategy: parent.strategy?.items,
		tags: parent.tags?.children.get(token),
		trace
	};
}
/** A spot's tokens in the value so far; `tokensTo` gives those in the layer. */
function lowTokensTo(spot) {
	const tokens = [];
	for (let at = spot; at.up !== void 0; at = at.up) tokens.push(at.lowToken);
	return tokens.reverse();
}
function strategyAt(strategy, key) {
	const { properties } = strategy;
	return properties !== void 0 && Object.hasOwn(properties, key) ? properties[key] : strategy.rest;
}
// src/stages/merge/complaints.ts
/** Words the findings about one layer, each with its exact places. */
var Complaints = class {
	#about;
	/** Where a tag was out of place last: what follows from leaving it out there is no other mistake. */
	#misplaced;
	constructor(about) {
		this.#about = about;
	}
	removesNothing(spot) {
		if (this.#isName(spot)) return;
		this.#say("merge/removes-nothing", spot, say`this removes ${at(spot)}, which nothing below sets`);
	}
	removesNoElement(element, key, spot) {
		const what = this.#keyed(element, key, spot);
		this.#say("merge/removes-nothing", spot, say`no element below has ${what}, so this removes nothing`);
	}
	kindChange(low, high, spot) {
		if (spot === this.#misplaced || this.#isName(spot)) return;
		const message = say`${at(spot)} is a ${shapeOf(low)} below and a ${shapeOf(high)} here`;
		this.#say("merge/kind-change", spot, message, this.#replaces(spot));
	}
	secretExposed(high, spot) {
		const message = say`${at(spot)} is a secret below and a plain ${shapeOf(high)} here`;
		const severity = this.#about.environment.protected || spot.strategy?.secret === true ? "error" : "warning";
		this.#say("merge/secret-exposed", spot, message, {
			...this.#replaces(spot),
			severity
		});
	}
	tagMisplaced(tag, high, spot) {
		const message = tag === "!merge" && isList(high) ? say`${name(tag)} cannot merge ${at(spot)}: the schema names no key (x-merge) for this list; use !append, !prepend or !replace` : say`${name(tag)} is for ${tag === "!merge" ? say`mappings and keyed lists` : say`lists`}, and ${at(spot)} is ${a(high)}`;
		this.#misplaced = spot;
		this.#say("merge/tag-misplaced", spot, message);
	}
	/** `element` lacks the key, holds something there that cannot be compared, or is no mapping. */
	keyMissing(element, key, spot) {
		const said = isMapping(element) ? own(element, key) : void 0;
		const merged = say`this list is merged by "${name(key)}"`;
		const message = !isMapping(element) ? say`${at(spot)} is ${a(element)}; ${merged}, so its items must be mappings that have it` : said === void 0 ? say`${at(spot)} has no "${name(key)}"; ${merged}, so every item needs it` : say`"${name(key)}" of ${at(spot)} is ${a(said)}; ${merged}, so it must be a plain scalar`;
		this.#say("merge/key-missing", spot, message);
	}
	keyDuplicate(element, key, spot, first) {
		const message = say`two elements of this layer have ${this.#keyed(element, key, spot)}; layers above reach only the first`;
		const place = placeIn(this.#about.layer, [
			...tokensTo(spot).slice(0, -1),
			String(first),
			key
		], "value");
		this.#say("merge/key-duplicate", spot, message, { related: [{
			message: say`first used here`,
			place
		}] });
	}
	/** Run variables whose pointers lead into a list: said where `cairn.yaml` maps them, since the pointer is wrong. */
	intoList(spot) {
		const { layer, environment, report, placeBelow } = this.#about;
		if (layer.from !== "variables") return;
		const list = tokensTo(spot);
		const place = placeBelow(list);
		const related = place === void 0 ? [] : [{
			message: say`the list`,
			place
		}];
		for (const [path, variable] of layer.names) {
			const tokens = path.split("\0");
			if (!list.every((token, i) => token === tokens[i])) continue;
			const rule = say`run variables set keys of mappings, never items of a list`;
			const message = say`${name(variable)} is to set ${pointer(tokens)}, and ${at(spot)} is a list: ${rule}`;
			const mapped = layer.mappedAt?.get(variable) ?? inVariable(variable);
			report(finding("config/bad-value", mapped, message, {
				related,
				environment: environment.name
			}));
		}
	}
	/** Whether the layout reads a name here: one layer may be of an environment, another of a list of some. */
	#isName(spot) {
		const { layer } = this.#about;
		if (layer.from !== "file" || layer.namedAt === void 0) return false;
		const path = pointer(tokensTo(spot));
		return layer.namedAt.some((tokens) => pointer(tokens) === path);
	}
	/** `"name" "x"`; without the value where it must not be shown. */
	#keyed(element, key, spot) {
		const id = spot.strategy?.properties?.[key]?.secret === true || !isMapping(element) ? void 0 : shown(own(element, key) ?? null);
		return id === void 0 ? say`the same "${name(key)}"` : say`"${name(key)}" ${id}`;
	}
	#replaces(spot) {
		const place = this.#about.placeBelow(lowTokensTo(spot));
		return place === void 0 ? {} : { related: [{
			message: say`replaces the value set here`,
			place
		}] };
	}
	#say(rule, spot, message, extras = {}) {
		const { layer, environment, report } = this.#about;
		report(finding(rule, placeIn(layer, tokensTo(spot), "value"), message, {
			...extras,
			environment: environment.name
		}));
	}
};
function at(spot) {
	return spot.up === void 0 ? say`the document` : pointer(tokensTo(spot));
}
function shapeOf(value) {
	if (isMapping(value)) return "mapping";
	return isList(value) ? "list" : say`scalar`;
}
function a(value) {
	if (value === null) return say`null`;
	return value instanceof Opaque ? say`a ${value.opaque} value` : say`a ${kindOf(value)}`;
}
// src/stages/merge/elements.ts
/** The key of a list that is merged by one. */
function listKey(strategy) {
	return typeof strategy?.merge === "object" ? strategy.merge.key : void 0;
}
/** The id of an element; `undefined` where it has none that can be compared. */
function idOf(element, key) {
	const id = isMapping(element) ? own(element, key) : void 0;
	return id === void 0 || id === null || typeof id === "object" ? void 0 : id;
}
/** Whether an element says that the one with its key is to go: `{name: x, $remove: true}`. */
function isRemoval(element) {
	return isMapping(element) && own(element, "$remove") === true;
}
/** Checks the elements that one layer gives to a keyed list: each must have a key, and one of its own. */
var ElementCheck = class {
	#key;
	#complaints;
	#seen = /* @__PURE__ */ new Map();
	constructor(key, complaints) {
		this.#key = key;
		this.#complaints = complaints;
	}
	/** The id of the next element; what is wrong with it is reported. */
	next(element, index, spot) {
		const id = idOf(element, this.#key);
		if (id === void 0) {
			if (!this.#hidden(element)) this.#complaints?.keyMissing(element, this.#key, spot);
		} else if (isRemoval(element)) this.#seen.delete(id);
		else {
			const first = this.#seen.get(id);
			if (first === void 0) this.#seen.set(id, index);
			else this.#complaints?.keyDuplicate(element, this.#key, spot, first);
		}
		return id;
	}
	/** What failed before has its finding already. */
	#hidden(element) {
		return element === HOLE || isMapping(element) && own(element, this.#key) === HOLE;
	}
};
const known = /* @__PURE__ */ new WeakMap();
/** Whether a strategy has a keyed list anywhere. Strategies may be cyclic, as recursive schemas are. */
function hasKeyedLists(strategy) {
	if (strategy === void 0) return false;
	let answer = known.get(strategy);
	if (answer === void 0) known.set(strategy, answer = searchKeyedLists(strategy));
	return answer;
}
function searchKeyedLists(root) {
	const seen = /* @__PURE__ */ new Set([root]);
	for (const strategy of seen) {
		if (listKey(strategy) !== void 0) return true;
		for (const child of Object.values(strategy.properties ?? {})) seen.add(child);
		if (strategy.rest !== void 0) seen.add(strategy.rest);
		if (strategy.items !== void 0) seen.add(strategy.items);
	}
	return false;
}
// src/stages/merge/folding.ts
function siteOf(spot, { layer, index }) {
	return {
		layer,
		index,
		path: spot
	};
}
// src/stages/merge/rule.ts
/**
* How the value that a layer has at a spot is merged: as its YAML tag says, else as the schema says. A tag that cannot
* apply is a finding and counts as absent.
*/
function ruleFor(high, spot, complaints) {
	const tag = spot.tags?.tag;
	const fromSchema = spot.strategy?.merge;
	switch (tag) {
		case "!replace": return "replace";
		case "!append":
		case "!prepend":
			if (isList(high)) return tag === "!append" ? "append" : "prepend";
			break;
		case "!merge":
			if (isMapping(high)) return void 0;
			if (isList(high) && typeof fromSchema === "object") return fromSchema;
			break;
		default: return fromSchema;
	}
	complaints?.tagMisplaced(tag, high, spot);
	return fromSchema;
}
// src/stages/merge/take.ts
/**
* What a layer says where nothing lies below that it could be merged with. Returned as it is wherever possible, so that
* the result shares it; copied only on the way to nulls and `$remove` elements that fall away.
*/
function take(value, spot, run, nulls) {
	if (typeof value !== "object" || value === null) return value;
	if ((nulls === "keep" || isList(value)) && spot.tags === void 0 && !hasKeyedLists(spot.strategy)) return value;
	if (isList(value)) return takeList(value, spot, run);
	return isMapping(value) ? takeMapping(value, spot, run, nulls) : value;
}
function takeMapping(value, spot, run, nulls) {
	let copy;
	for (const key of Object.keys(value)) {
		const said = value[key];
		const taken = typeof said === "object" || spot.tags !== void 0 ? takeKey(said, key, spot, run, nulls) : said;
		if (taken !== said) copy ??= upTo(value, key);
		if (copy !== void 0 && taken !== void 0) put(copy, key, taken);
	}
	if (copy !== void 0) run.owned.add(copy);
	return copy ?? value;
}
function takeKey(said, key, parent, run, nulls) {
	const spot = keySpot(parent, key, void 0);
	const rule = ruleFor(said, spot, run.complaints);
	const kept = spot.tags?.tag === "!replace";
	if (said === null && nulls === "drop" && !kept) {
		parent.trace?.kid(key, false);
		run.complaints?.removesNothing(spot);
		return;
	}
	const trace = parent.trace?.kid(key, true);
	return take(said, trace === void 0 ? spot : {
		...spot,
		trace
	}, run, rule === "replace" ? "keep" : nulls);
}
function takeList(value, spot, run) {
	const key = listKey(spot.strategy);
	const check = key === void 0 ? void 0 : new ElementCheck(key, run.complaints);
	const traces = spot.trace?.itemTraces(value.length);
	const taken = [];
	const takenTraces = [];
	let changed = false;
	for (let i = 0; i < value.length; i++) {
		const item = value[i];
		const child = itemSpot(spot, i, taken.length, traces?.[i]);
		ruleFor(item, child, run.complaints);
		const id = check?.next(item, i, child);
		if (key !== void 0 && isRemoval(item)) {
			if (id !== void 0) run.complaints?.removesNoElement(item, key, child);
			changed = true;
			continue;
		}
		const now = take(item, child, run, "keep");
		if (now !== item) changed = true;
		taken.push(now);
		if (traces !== void 0) takenTraces.push(traces[i]);
	}
	if (spot.trace !== void 0) spot.trace.items = takenTraces;
	return changed ? taken : value;
}
/** A copy of the entries before `key`. */
function upTo(value, key) {
	const copy = {};
	for (const before of Object.keys(value)) {
		if (before === key) break;
		put(copy, before, value[before]);
	}
	return copy;
}
// src/stages/merge/trace.ts
/**
* What the layers said at one pointer of the effective document. Sparse: what only one layer speaks of has no trace of
* its own, it lies below the `set` of the nearest trace above.
*/
var Trace = class Trace {
	/** Who set what counts now; absent where nothing does. */
	set;
	/** Who merged something into it since, lowest precedence first. */
	joined = [];
	/** Who took away what is in `under`. */
	removed;
	kids;
	/** The items of a merged list, in the order of the value; in `kids` are then the removed ones, by their old index. */
	items;
	/** What stood here before it was replaced or removed. */
	under;
	constructor(set) {
		this.set = set;
	}
	replacedBy(site) {
		this.#bury();
		this.set = site;
	}
	removedBy(site) {
		this.#bury();
		this.removed = site;
	}
	/** The trace of a key below. `has`: whether the value so far has the key; whoever set this then set that too. */
	kid(key, has) {
		this.kids ??= /* @__PURE__ */ new Map();
		let kid = this.kids.get(key);
		if (kid === void 0) this.kids.set(key, kid = new Trace(has ? this.#siteOf(key) : void 0));
		return kid;
	}
	/** The traces of all items of a list that has `count` of them. */
	itemTraces(count) {
		if (this.items === void 0) {
			this.items = [];
			for (let i = 0; i < count; i++) this.items.push(this.kid(String(i), true));
			this.kids = void 0;
		}
		return this.items;
	}
	/** Keeps the trace of an item that is no longer in the list. */
	keepGone(index, trace) {
		this.kids ??= /* @__PURE__ */ new Map();
		this.kids.set(index, trace);
	}
	#siteOf(token) {
		return this.set && {
			...this.set,
			path: {
				up: this.set.path,
				token
			}
		};
	}
	#bury() {
		if (this.set !== void 0 || this.removed !== void 0) {
			const { set, joined, removed, kids, items, under } = this;
			this.under = Object.assign(new Trace(set), {
				joined,
				removed,
				kids,
				items,
				under
			});
		}
		this.set = this.removed = this.kids = this.items = void 0;
		this.joined = [];
	}
};
// src/stages/merge/keyed.ts
/**
* Merges a list whose elements are told apart by a key. The order of `low` is kept: an element of `high` is merged with
* the one that has its key, appended as written where there is none, and with `$remove` takes it away.
*/
function foldKeyed(low, high, key, { spot, run, fold }) {
	const list = new KeyedList(low, key, spot);
	const check = new ElementCheck(key, run.complaints);
	for (let i = 0; i < high.length; i++) {
		const element = high[i];
		const position = list.positionOf(idOf(element, key));
		const child = itemSpot(spot, i, position ?? i, list.traceAt(position));
		const id = check.next(element, i, child);
		if (isRemoval(element)) {
			if (position === void 0 && id !== void 0) run.complaints?.removesNoElement(element, key, child);
			if (id !== void 0) list.remove(id, siteOf(child, run));
		} else if (position !== void 0) list.values[position] = fold(list.values[position], element, child, run);
		else {
			const trace = spot.trace && new Trace(siteOf(child, run));
			list.append(take(element, {
				...child,
				trace
			}, run, "keep"), trace);
		}
	}
	return list.finish();
}
/** A keyed list under construction. Positions are those of `low` until it is finished. */
var KeyedList = class {
	values;
	#positions = /* @__PURE__ */ new Map();
	#trace;
	#traces;
	constructor(low, key, { trace }) {
		this.values = [...low];
		this.#trace = trace;
		this.#traces = trace && [...trace.itemTraces(low.length)];
		for (const [i, element] of low.entries()) {
			const id = idOf(element, key);
			if (id !== void 0 && !this.#positions.has(id)) this.#positions.set(id, i);
		}
	}
	positionOf(id) {
		return id === void 0 ? void 0 : this.#positions.get(id);
	}
	traceAt(position) {
		return position === void 0 ? void 0 : this.#traces?.[position];
	}
	append(value, trace) {
		this.values.push(value);
		this.#traces?.push(trace);
	}
	/** Takes an element away. Its trace can still be asked for at its old position, where nothing has moved there. */
	remove(id, site) {
		const position = this.#positions.get(id);
		if (position === void 0) return;
		this.#positions.delete(id);
		this.values[position] = void 0;
		const gone = this.#traces?.[position];
		if (gone === void 0 || this.#traces === void 0) return;
		gone.removedBy(site);
		this.#trace?.keepGone(String(position), gone);
		this.#traces[position] = void 0;
	}
	finish() {
		if (this.#trace !== void 0) this.#trace.items = this.#traces?.filter((trace) => trace !== void 0);
		return this.values.filter((value) => value !== void 0);
	}
};
// src/stages/merge/unseen.ts
/**
* Which of `items` are neither in `low` nor earlier in `items`. Items that hold anything opaque are always new: whether
* two of them are equal is not known. Linear in the size of both.
*/
function unseen(low, items) {
	const seen = /* @__PURE__ */ new Set();
	for (const item of low) seen.add(canonical(item) ?? "");
	return items.map((item) => {
		const text = canonical(item);
		if (text === void 0) return true;
		const before = seen.size;
		return seen.add(text).size > before;
	});
}
/** A text that two values share exactly if they are equal; `undefined` for what holds an opaque leaf. */
function canonical(value) {
	if (value instanceof Opaque) return void 0;
	if (isList(value)) return enclose("[", value.map(canonical), "]");
	if (!isMapping(value)) return JSON.stringify(value);
	return enclose("{", Object.keys(value).sort().map((key) => {
		const text = canonical(value[key]);
		return text === void 0 ? void 0 : `${JSON.stringify(key)}:${text}`;
	}), "}");
}
function enclose(open, parts, close) {
	return parts.includes(void 0) ? void 0 : open + parts.join(",") + close;
}
// src/stages/merge/lists.ts
/** Adds the items of a layer, as they are written, to a list. */
function addItems(low, high, rule, { spot, run }) {
	const trace = spot.trace && new Trace(siteOf(spot, run));
	const taken = take(high, {
		...spot,
		trace
	}, run, "keep");
	const isNew = rule === "unique" ? unseen(low, taken) : void 0;
	const added = isNew === void 0 ? taken : taken.filter((_, i) => isNew[i]);
	if (spot.trace !== void 0 && trace !== void 0) {
		const lowTraces = spot.trace.itemTraces(low.length);
		const allTraces = trace.itemTraces(taken.length);
		const addedTraces = isNew === void 0 ? allTraces : allTraces.filter((_, i) => isNew[i]);
		spot.trace.items = inOrder(lowTraces, addedTraces, rule);
	}
	return inOrder(low, added, rule);
}
function inOrder(low, added, rule) {
	return rule === "prepend" ? [...added, ...low] : [...low, ...added];
}
// src/stages/merge/replaced.ts
/** Reports what a reviewer should know about a value that takes another one's place: a changed kind, a bared secret. */
function checkReplaced(low, high, spot, run) {
	if (typeof low !== "object" && typeof high !== "object") return;
	if (low === HOLE || high === HOLE) return;
	const complaints = run.complaints;
	if (complaints === void 0) return;
	if ((low instanceof Sealed || low instanceof Secret) && !run.layer.encrypted && bares(high)) complaints.secretExposed(high, spot);
	else if (isPlaceholder(low) || isPlaceholder(high)) return;
	else if (isMapping(low) !== isMapping(high) || isList(low) !== isList(high)) complaints.kindChange(low, high, spot);
	else checkSecretsBelow(low, high, spot, run);
}
/** Where a whole list or mapping is replaced, secrets are compared at the pointers that both have. */
function checkSecretsBelow(low, high, spot, run) {
	if (isList(low) && isList(high)) {
		const both = Math.min(low.length, high.length);
		for (let i = 0; i < both; i++) {
			const below = low[i];
			if (typeof below === "object") checkSecrets(below, high[i], itemSpot(spot, i, i, void 0), run);
		}
	} else if (isMapping(low) && isMapping(high)) for (const key of Object.keys(high)) {
		const below = own(low, key);
		if (typeof below === "object") checkSecrets(below, high[key], keySpot(spot, key, void 0), run);
	}
}
function checkSecrets(low, high, spot, run) {
	if (low instanceof Opaque) checkReplaced(low, high, spot, run);
	else checkSecretsBelow(low, high, spot, run);
}
/** Whether a value that takes a secret's place can be read by anybody. Empty collections say nothing. */
function bares(high) {
	return high !== null && !(high instanceof Opaque) && !(typeof high === "object" && Object.keys(high).length === 0);
}
/** Null and empty values stand for what is still to come: any kind may take their place, and they any other's. */
function isPlaceholder(value) {
	if (value === null || value === "") return true;
	if (isList(value)) return value.length === 0;
	return isMapping(value) && Object.keys(value).length === 0;
}
// src/stages/merge/fold.ts
/** Folds what a layer says at a spot into what the layers below say there (RFC 7396, tags and list strategies). */
function fold(low, high, spot, run) {
	const rule = ruleFor(high, spot, run.complaints);
	if (run.layer.from === "variables" && isList(low) && isMapping(high)) {
		run.complaints?.intoList(spot);
		return low;
	}
	if (low !== void 0 && rule !== "replace") {
		if (isMapping(low) && isMapping(high)) return foldMapping(low, high, spot, run);
		if (rule !== void 0 && isList(low) && isList(high)) return foldList(low, high, rule, spot, run);
	}
	spot.trace?.replacedBy(siteOf(spot, run));
	if (low !== void 0) checkReplaced(low, high, spot, run);
	return take(high, spot, low === HOLE && run.complaints !== void 0 ? {
		...run,
		complaints: void 0
	} : run, rule === "replace" ? "keep" : "drop");
}
function foldMapping(low, high, spot, run) {
	spot.trace?.joined.push(siteOf(spot, run));
	const out = run.owned.has(low) ? low : { ...low };
	run.owned.add(out);
	const bare = spot.trace === void 0 && spot.tags === void 0;
	for (const key of Object.keys(high)) {
		const said = high[key];
		if (bare && typeof said !== "object" && typeof out[key] !== "object") put(out, key, said);
		else foldKey(out, key, said, spot, run);
	}
	return out;
}
function foldKey(out, key, said, parent, run) {
	const low = own(out, key);
	const spot = keySpot(parent, key, parent.trace?.kid(key, low !== void 0));
	if (said !== null || spot.tags?.tag === "!replace") {
		put(out, key, fold(low, said, spot, run));
		return;
	}
	ruleFor(said, spot, run.complaints);
	if (low === void 0) run.complaints?.removesNothing(spot);
	else {
		Reflect.deleteProperty(out, key);
		spot.trace?.removedBy(siteOf(spot, run));
	}
}
function foldList(low, high, rule, spot, run) {
	const merged = typeof rule === "object" ? foldKeyed(low, high, rule.key, {
		spot,
		run,
		fold
	}) : addItems(low, high, rule, {
		spot,
		run
	});
	spot.trace?.joined.push(siteOf(spot, run));
	return merged;
}
// src/stages/merge/fold-layers.ts
/** The one walk over a document's layers: the merge, its findings and its provenance all come from here. */
function foldLayers(layers, strategy, watchers) {
	const { trace, complaintsAbout } = watchers;
	const base = baseOf(layers);
	const owned = /* @__PURE__ */ new Set();
	let merged = null;
	for (let index = base; index < layers.length; index++) {
		const layer = layers[index];
		const spot = rootSpot(layer, strategy, trace);
		const run = {
			layer,
			index,
			owned,
			complaints: complaintsAbout?.(layer, index)
		};
		if (index === base) merged = first(layer.value, spot, run);
		else if (layer.value !== null) merged = fold(merged, layer.value, spot, run);
		if (layer.value === HOLE) break;
	}
	return merged;
}
/**
* The layer to start from. Where one is a hole nothing is known of the document: that one, and it ends there. Else the
* first that says something, for an empty file says nothing; the last where none does.
*/
function baseOf(layers) {
	const hole = layers.findIndex(({ value }) => value === HOLE);
	if (hole >= 0) return hole;
	const speaking = layers.findIndex(({ value }) => value !== null);
	return speaking >= 0 ? speaking : Math.max(0, layers.length - 1);
}
/** The first layer that says something is taken as it is: its nulls are values. */
function first(value, spot, run) {
	spot.trace?.replacedBy(siteOf(spot, run));
	ruleFor(value, spot, run.complaints);
	return take(value, spot, run, "keep");
}
// src/stages/merge/answer.ts
/** Reads from a recorded merge where the value at a pointer comes from. */
function answer(trace, tokens) {
	const { counting, removed, shadowed } = sayings(trace, tokens);
	const contributors = counting.map(originOf);
	const origins = {
		contributors,
		shadows: shadowed.sort((a, b) => b.index - a.index).map(originOf),
		...contributors[0] && { winner: contributors[0] }
	};
	return removed === void 0 ? origins : {
		...origins,
		removedBy: originOf(removed)
	};
}
function sayings(root, tokens) {
	const shadowed = [];
	let trace = root;
	for (let depth = 0;; depth++) {
		if (trace.under !== void 0) {
			const { counting, removed, shadowed: deeper } = sayings(trace.under, tokens.slice(depth));
			for (const site of counting) shadowed.push(site);
			if (removed !== void 0) shadowed.push(removed);
			for (const site of deeper) shadowed.push(site);
		}
		const token = tokens[depth];
		if (token === void 0) return {
			...countingAt(trace),
			shadowed
		};
		const next = below(trace, token);
		if (next === void 0) return {
			...countingInside(trace, tokens.slice(depth), shadowed),
			shadowed
		};
		trace = next;
	}
}
function below(trace, token) {
	return (LIST_INDEX.test(token) ? trace.items?.[Number(token)] : void 0) ?? trace.kids?.get(token);
}
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/;
function countingAt({ set, joined, removed }) {
	const counting = set === void 0 ? [] : [...joined.toReversed(), set];
	return removed === void 0 ? { counting } : {
		counting,
		removed
	};
}
/** Below a trace without traces of its own: all of it comes from who set it, or went with what took it away. */
function countingInside({ set, items, removed }, rest, shadowed) {
	if (removed !== void 0) return shadowed.length === 0 ? { counting: [] } : {
		counting: [],
		removed
	};
	if (set === void 0 || items !== void 0) return { counting: [] };
	let path = set.path;
	for (const token of rest) path = {
		up: path,
		token
	};
	return { counting: valueAt(set.layer.value, tokensTo(path)) === void 0 ? [] : [{
		...set,
		path
	}] };
}
function originOf({ layer, path }) {
	return {
		layer,
		tokens: tokensTo(path)
	};
}
// src/stages/merge/record.ts
/** Notes during a merge which layer says what, and answers from its notes afterwards. */
var Recorder = class {
	trace = new Trace();
	originsAt(tokens) {
		return answer(this.trace, tokens);
	}
};
/**
* Answers where the values of a merged document come from, by running the same merge again with a recorder: on the
* first question, once. Until then it costs nothing.
*/
function recordMerge(layers, strategy) {
	let recorder;
	return { originsAt: (tokens) => {
		if (recorder === void 0) {
			recorder = new Recorder();
			foldLayers(layers, strategy, { trace: recorder.trace });
		}
		return recorder.originsAt(tokens);
	} };
}
// src/stages/merge/merge.ts
/**
* Folds the layers of one document into its value in one environment, lowest precedence first: RFC 7396, the schema's
* list strategies and the layers' YAML tags. Pure: mutates no layer; the result shares their untouched subtrees. Given
* a recorder, the same fold also notes which layer set each value and what it shadows.
*
* A layer whose root is null (an empty file) says nothing; where all are, the document is null. A layer whose root is a
* hole makes the document a hole. What is wrong with the layers is reported, and the best value is still returned.
*/
function mergeLayers(layers, strategy, run) {
	const { report, recorder } = run;
	return foldLayers(layers, strategy, {
		...recorder === void 0 ? {} : { trace: recorder.trace },
		...report === void 0 ? {} : { complaintsAbout: complaintsOf(layers, strategy, run.environment, report) }
	});
}
/** The fast path keeps no provenance: the place below is asked of a replay of the layers below, once for each layer. */
function complaintsOf(layers, strategy, environment, report) {
	return (layer, index) => {
		let below;
		return new Complaints({
			layer,
			environment,
			report,
			placeBelow: (tokens) => {
				below ??= recordMerge(layers.slice(0, index), strategy);
				const { winner } = below.originsAt(tokens);
				return winner && placeIn(winner.layer, winner.tokens, "value");
			}
		});
	};
}
// src/stages/parse/variables.ts
/**
* What the run's variables say of one document: the layer above all others, `undefined` where none of them is set.
* A variable's value is a string (an empty one is set); tokens of its pointer are keys of mappings, numbers too. Where
* a layer below has a list on the way, the merge reports it.
*
* Two variables that cannot both be followed, since one sets the other's place or a place below it, are a
* `config/bad-value` at the later one in `variables`, set or not; the earlier one counts.
*
* @param environment The process variables, by name.
*/
function variableLayer(document, variables, environment, report) {
	const claims = { children: /* @__PURE__ */ new Map() };
	const names = /* @__PURE__ */ new Map();
	const mappedAt = /* @__PURE__ */ new Map();
	let value = {};
	for (const variable of variables) {
		if (variable.kind !== document.kind || variable.name !== document.name) continue;
		if (!claim(claims, variable, report)) continue;
		const text = Object.hasOwn(environment, variable.variable) ? environment[variable.variable] : void 0;
		if (text === void 0) continue;
		names.set(variable.tokens.join("\0"), variable.variable);
		mappedAt.set(variable.variable, variable.place);
		if (variable.tokens.length === 0) value = text;
		else setAt(value, variable, text);
	}
	if (names.size === 0) return void 0;
	return {
		from: "variables",
		value,
		names,
		mappedAt,
		environment: null,
		encrypted: false
	};
}
/** Takes the pointer of a variable; false, with a finding, where another variable has it or one above or below it. */
function claim(root, variable, report) {
	if (variable.tokens.length > 100) {
		report(finding("config/bad-value", variable.place, say`this pointer is deeper than ${100} keys`));
		return false;
	}
	let at = root;
	for (const token of variable.tokens) {
		if (at.by !== void 0) break;
		let next = at.children.get(token);
		if (next === void 0) at.children.set(token, next = { children: /* @__PURE__ */ new Map() });
		at = next;
	}
	const taken = at.by ?? firstBelow(at);
	if (taken === void 0) {
		at.by = variable;
		return true;
	}
	const message = say`${name(variable.variable)} sets ${pointer(variable.tokens)}, and ${name(taken.variable)} ${pointer(taken.tokens)}: only one can be followed`;
	const related = [{
		message: say`${name(taken.variable)} is mapped here`,
		place: taken.place
	}];
	report(finding("config/bad-value", variable.place, message, { related }));
	return false;
}
function firstBelow(claimed) {
	for (const child of claimed.children.values()) {
		const found = child.by ?? firstBelow(child);
		if (found !== void 0) return found;
	}
}
function setAt(root, variable, text) {
	let at = root;
	const last = variable.tokens.length - 1;
	for (let i = 0; i < last; i++) {
		const token = variable.tokens[i];
		const known = own(at, token);
		const next = isMapping(known) ? known : {};
		if (next !== known) put(at, token, next);
		at = next;
	}
	put(at, variable.tokens[last], text);
}
// src/targets.ts
/** Most targets that are kept at once: what many documents refer to stays, memory does not follow the repository. */
const KEPT = 512;
/**
* @param evaluate merges one document in one environment without reporting: its findings belong to its own turn
*/
function createTargets(reader, evaluate) {
	const kept = /* @__PURE__ */ new Map();
	const fresh = () => ({
		layersOf: createLayers(reader.keptTrees),
		byEnvironment: /* @__PURE__ */ new Map()
	});
	return (document, environment) => {
		const target = kept.get(document) ?? fresh();
		kept.delete(document);
		kept.set(document, target);
		if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? document);
		const { byEnvironment, layersOf } = target;
		if (!byEnvironment.has(environment.name)) byEnvironment.set(environment.name, evaluate(document, environment, layersOf));
		return byEnvironment.get(environment.name);
	};
}
/**
* What references can lead to, by environment. One world serves a whole run, since what it resolved once it remembers.
*
* @param documents every document of the repository, by `kind/name`
*/
function createWorlds(documents, targets) {
	const worlds = /* @__PURE__ */ new Map();
	return (environment) => {
		let world = worlds.get(environment.name);
		if (world === void 0) {
			const lookup = (key) => {
				const target = documents.get(key);
				try {
					return target && targets(target, environment);
				} catch (error) {
					worlds.delete(environment.name);
					throw error;
				}
			};
			worlds.set(environment.name, world = {
				environment,
				documents: documents.keys(),
				lookup
			});
		}
		return world;
	};
}
// src/pipeline.ts
/** Finds out what a repository configures; what is wrong with its structure goes to the collector. Merges nothing. */
async function openWorkspace(snapshot, variables, all) {
	const { report } = all;
	const reader = createReader(snapshot);
	const config = await reader.whole(all, () => readConfig(reader.config(report), report));
	reader.configure(config);
	const discovery = await reader.whole(all, () => discover({
		entries: snapshot.entries,
		config,
		parse: (path, how) => reader.trees(path, how, report)
	}, report));
	for (const sources of discovery.shared.values()) reader.share(sources);
	const environments = inherit(discovery.environments, report);
	const presence = createPresence({
		discovery,
		environments,
		config
	}, report);
	all.close();
	const opened = {
		snapshot,
		config,
		discovery,
		environments,
		presence,
		reader,
		variables
	};
	const targets = createTargets(reader, (document, environment, layersOf) => {
		const top = variableLayer(document.id, config.variables, variables, () => void 0);
		reader.announce(document.sources);
		return mergeIn(presence, document, environment, {
			layersOf,
			top
		});
	});
	return {
		...opened,
		world: createWorlds(discovery.documents, targets)
	};
}
/**
* Merges one document in each of the given environments in which it exists. A file is read and parsed once, however
* many environments use it; findings repeat per environment and are folded by the collector.
*/
function evaluate(workspace, document, environments, report) {
	workspace.reader.announce(document.sources);
	const layersOf = createLayers((path, how) => workspace.reader.trees(path, how, report));
	const top = variableLayer(document.id, workspace.config.variables, workspace.variables, report);
	const effectives = [];
	for (const environment of environments) {
		const effective = mergeIn(workspace.presence, document, environment, {
			layersOf,
			top,
			report
		});
		if (effective !== void 0) effectives.push(effective);
	}
	return effectives;
}
/** One document in one environment; `undefined` where it does not exist there. */
function mergeIn({ sourcesIn }, document, environment, { layersOf, top, report }) {
	const sources = sourcesIn(document, environment);
	if (sources === void 0) return void 0;
	const layers = [];
	for (const source of sources) layers.push(...layersOf(source));
	if (top !== void 0) layers.push(top);
	const merged = mergeLayers(layers, void 0, report === void 0 ? { environment } : {
		report,
		environment
	});
	const { originsAt } = recordMerge(layers, void 0);
	return {
		document: document.id,
		environment,
		layers,
		value: merged ?? {},
		originsAt
	};
}
/** Resolves the references of an effective document. Targets are evaluated on demand, without their own findings. */
function link(workspace, effective, report) {
	if (!mayHoldReferences(effective.layers)) return {
		effective,
		value: effective.value,
		references: []
	};
	return linkDocument(effective, workspace.world(effective.environment), report);
}
// src/queries/selection.ts
/** The named environments, or all. An unknown name is a usage failure that tells the nearest one. */
function selectEnvironments(workspace, { environments = [] }) {
	if (environments.length === 0) return [...workspace.environments.values()];
	return [...new Set(environments)].map((wanted) => environmentNamed(workspace, wanted));
}
/** The named documents, or all; unknown names as above. What they are made of is announced to be read. */
function selectDocuments(workspace, { documents = [] }) {
	const selected = documents.length === 0 ? [...workspace.discovery.documents.values()] : [...new Set(documents)].map((wanted) => documentNamed(workspace, wanted));
	announce(workspace, selected);
	return selected;
}
/** Those of the documents, given by `kind/name`, that there are in a workspace. */
function documentsOf({ discovery }, keys) {
	return keys.map((key) => discovery.documents.get(key)).filter((document) => document !== void 0);
}
/** Announces that documents will be read. */
function announce({ reader }, documents) {
	for (const { sources } of documents) reader.announce(sources);
}
function environmentNamed(workspace, wanted) {
	const found = workspace.environments.get(wanted);
	if (found !== void 0) return found;
	const near = nearest(wanted, workspace.environments.keys());
	throw new Failure("usage", say`there is no environment ${name(wanted)}`, near === void 0 ? say`cairn environments lists them` : say`did you mean ${name(near)}?`);
}
function documentNamed(workspace, wanted) {
	const { documents } = workspace.discovery;
	const found = documents.get(wanted);
	if (found !== void 0) return found;
	const sameName = [...documents.values()].find(({ id }) => id.name === wanted);
	const near = sameName === void 0 ? nearest(wanted, documents.keys()) : `${sameName.id.kind}/${wanted}`;
	throw new Failure("usage", say`there is no document ${name(wanted)}`, near === void 0 ? say`cairn environments --documents lists them` : say`did you mean ${name(near)}?`);
}
export { selectDocuments as a, link as c, targetText as d, placeIn as f, environmentNamed as i, openWorkspace as l, documentNamed as n, selectEnvironments as o, placeOfLabel as p, documentsOf as r, evaluate as s, announce as t, mayRefer as u };
