import { $r as whereOf, Co as childrenOf$1, Eo as nodeAfter, Ho as compareText, Hr as encryptedFilesBetween, Is as sameValue, Ls as valueAt, Ms as isMapping, Ps as own, Qr as whereIn, Ur as affectedDocuments, Xi as hidingBoth, Ys as Hole, Zr as diffLinked, bi as evaluate, fi as watched, ii as isEverything, lo as documentKey, mi as strategyFor, ni as documentsOf, qr as reloadAt, ri as environmentNamed, ti as announce, ui as SecretFiles, uo as parseDocumentKey, xi as link } from "./shared.js";
// src/stages/diff/fold.ts
/**
* Folds the changes of many environments: what is the same in several (values, origins and what they shadow) becomes
* one change with all of their names. By document; in it by pointer, in the order of the documents; then by the first
* environment. The order of the input counts only within an environment.
*/
function foldChanges(perEnvironment) {
	const originOf = ({ before, after }) => `${textOf(before?.location)} ${textOf(after?.location)}`;
	return fold(perEnvironment, {
		originOf,
		same: sameChange
	});
}
/** Folds shadowed edits likewise: the same edit, without effect for the same reason. */
function foldShadowedEdits(perEnvironment) {
	return fold(perEnvironment, {
		originOf: ({ edit, by }) => `${textOf(edit)} ${textOf(by)}`,
		same: sameEdit
	});
}
const textOf = (at) => `${at?.file ?? at?.variable ?? ""}:${at?.line ?? ""}:${at?.column ?? ""}`;
function fold(perEnvironment, kind) {
	const sheets = /* @__PURE__ */ new Map();
	const sorted = [...perEnvironment].sort((a, b) => compareText(a.environment, b.environment));
	for (const { environment, changes } of sorted) {
		const last = /* @__PURE__ */ new Map();
		for (const item of changes) {
			const sheet = sheetOf(sheets, item.document);
			const spot = spotOf(sheet, item, last.get(item.document) ?? sheet.start);
			last.set(item.document, spot);
			add(spot, item, environment, kind);
		}
	}
	return [...sheets].sort(([a], [b]) => compareText(a, b)).flatMap(([, sheet]) => [...written(sheet)]);
}
function sheetOf(sheets, document) {
	const known = sheets.get(document);
	if (known !== void 0) return known;
	const sheet = {
		start: emptySpot(void 0),
		spots: /* @__PURE__ */ new Map()
	};
	sheets.set(document, sheet);
	return sheet;
}
/** The spot of an item's pointer; a new one comes after the spot that precedes it in its own environment. */
function spotOf(sheet, item, last) {
	const key = `${item.kind === "removed" ? "-" : ""}${item.tokens.join("\0")}`;
	let spot = sheet.spots.get(key);
	if (spot === void 0) {
		spot = emptySpot(last.next);
		last.next = spot;
		sheet.spots.set(key, spot);
	}
	return spot;
}
function emptySpot(next) {
	return {
		variants: [],
		byOrigin: /* @__PURE__ */ new Map(),
		next
	};
}
function add(spot, item, environment, { originOf, same }) {
	const origin = originOf(item);
	let candidates = spot.byOrigin.get(origin);
	if (candidates === void 0) spot.byOrigin.set(origin, candidates = []);
	const known = candidates.find((variant) => same(variant.item, item));
	if (known !== void 0) {
		if (known.environments.at(-1) !== environment) known.environments.push(environment);
		return;
	}
	const fresh = {
		item,
		environments: [environment]
	};
	candidates.push(fresh);
	spot.variants.push(fresh);
}
function* written(sheet) {
	for (let spot = sheet.start.next; spot !== void 0; spot = spot.next) for (const { item, environments } of spot.variants) yield {
		...item,
		environments
	};
}
function sameChange(a, b) {
	return a.kind === b.kind && a.whole === b.whole && a.secret === b.secret && a.resealed === b.resealed && a.reload === b.reload && (a.beforeTokens ?? a.tokens).join("\0") === (b.beforeTokens ?? b.tokens).join("\0") && sameLocation(a.removedBy, b.removedBy) && sameSide(a.before, b.before) && sameSide(a.after, b.after);
}
function sameSide(a, b) {
	if (a === void 0 || b === void 0) return a === b;
	return sameLocation(a.location, b.location) && sameLocation(a.via, b.via) && a.environment === b.environment && a.shadowed.length === b.shadowed.length && a.shadowed.every((location, i) => sameLocation(location, b.shadowed[i])) && sameValue(a.value, b.value);
}
function sameEdit(a, b) {
	return a.kind === b.kind && a.reason === b.reason && sameLocation(a.edit, b.edit) && sameLocation(a.by, b.by);
}
function sameLocation(a, b) {
	if (a === void 0 || b === void 0) return a === b;
	return a.file === b.file && a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn && a.variable === b.variable && a.environment === b.environment;
}
// src/stages/diff/layers.ts
/**
* Finds out which layer after is which layer before, and returns the pairs that do not say the same. A layer is the
* same one by file, environment and place in the file; failing that by what it says (renamed), or because it is the
* next one that its environment gained where it lost one. Run variables are no edit of a file and left out.
*/
function editedLayers(before, after) {
	const pairs = [];
	const inPlace = matchBy(placeOf, before.filter((layer) => layer.from === "file"), after.filter((layer) => layer.from === "file"), pairs);
	const moved = dropEqual(inPlace.before, inPlace.after);
	const renamed = matchBy(({ environment }) => environment ?? "", moved.before, moved.after, pairs);
	for (const layer of renamed.before) pairs.push({ before: layer });
	for (const layer of renamed.after) pairs.push({ after: layer });
	return pairs;
}
/** Pairs layers of one key, equal ones first, then in order. What differs goes to `pairs`; returns those left over. */
function matchBy(keyOf, before, after, pairs) {
	const rest = {
		before: [],
		after: []
	};
	const theirs = groupBy(after, keyOf);
	for (const [key, mine] of groupBy(before, keyOf)) {
		const differing = dropEqual(mine, theirs.get(key) ?? []);
		theirs.delete(key);
		const both = Math.min(differing.before.length, differing.after.length);
		for (let i = 0; i < both; i++) pairs.push({
			before: differing.before[i],
			after: differing.after[i]
		});
		rest.before.push(...differing.before.slice(both));
		rest.after.push(...differing.after.slice(both));
	}
	for (const layers of theirs.values()) rest.after.push(...layers);
	return rest;
}
function groupBy(layers, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const layer of layers) {
		const key = keyOf(layer);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [layer]);
		else group.push(layer);
	}
	return groups;
}
function dropEqual(before, after) {
	const right = [...after];
	return {
		before: before.filter((layer) => {
			const at = right.findIndex((other) => sameValue(layer.value, other.value));
			if (at >= 0) right.splice(at, 1);
			return at < 0;
		}),
		after: right
	};
}
/** The layer of `layers` that stands where `layer` stood: file, environment and place in the file. */
function counterpart(layer, layers) {
	if (layer.from !== "file") return layers.find((other) => other.from === layer.from);
	const place = placeOf(layer);
	return layers.find((other) => other.from === "file" && placeOf(other) === place);
}
function placeOf({ tree, node, environment }) {
	return [
		tree.source.path,
		environment ?? "",
		...pathTo(tree, node)
	].join("\0");
}
/** Keys and indexes that lead to a node, as the text nests them. */
function pathTo(tree, node) {
	const path = [];
	let at = 0;
	while (at !== node) {
		const children = [...childrenOf$1(tree, at)];
		const index = children.findIndex((child) => node < nodeAfter(tree, child));
		const child = children[index];
		if (child === void 0) return path;
		path.push(tree.keys[child] ?? String(index));
		at = child;
	}
	return path;
}
// src/stages/diff/decision.ts
/** Finds out why an edit that changes nothing changes nothing. */
function decide(edit, pair, both) {
	const standing = standingPart(both.after.value, edit.tokens);
	const there = standing.length === edit.tokens.length;
	const taken = there ? void 0 : takenBy(edit.tokens.slice(0, standing.length + 1), pair, both);
	if (taken !== void 0) return isAbove(taken.layer, pair, both) ? overridden(taken) : sameValueAs(taken);
	const origins = both.after.originsAt(standing);
	const { winner } = origins;
	if (edit.kind !== "removed") {
		if (!counts(origins, pair.after)) return overridden(winner);
		return sameValueAs(there ? equalBelow(origins, valueAt(both.after.value, standing)) : void 0);
	}
	if (!counts(both.before.originsAt(standing), pair.before) && winner !== void 0 && isAbove(winner.layer, pair, both)) return overridden(winner);
	return sameValueAs(there ? winner : void 0);
}
const overridden = (by) => decision("overridden", by);
const sameValueAs = (by) => decision("same-value", by);
function decision(reason, by) {
	return by === void 0 ? { reason } : {
		reason,
		by: whereOf(by)
	};
}
/** The part of a pointer that leads somewhere. */
function standingPart(value, tokens) {
	let at = value;
	for (const [depth, token] of tokens.entries()) {
		at = isMapping(at) ? own(at, token) : void 0;
		if (at === void 0) return tokens.slice(0, depth);
	}
	return tokens;
}
/** The null of another layer that keeps what the edited one says, or said, from counting; as it stands in the head. */
function takenBy(missing, pair, { before, after }) {
	const now = after.originsAt(missing).removedBy;
	if (now !== void 0) return now.layer === pair.after ? void 0 : now;
	const then = before.originsAt(missing).removedBy;
	const still = then && counterpart(then.layer, after.layers);
	return still !== void 0 && valueAt(still.value, missing) === null ? {
		layer: still,
		tokens: missing
	} : void 0;
}
/** Whether a layer of the head takes precedence over the one that was edited, there or where it was before. */
function isAbove(layer, pair, { before, after }) {
	if (pair.after !== void 0) return after.layers.indexOf(layer) > after.layers.indexOf(pair.after);
	const then = counterpart(layer, before.layers);
	if (then === void 0 || pair.before === void 0) return rank(layer, after) > rank(pair.before, after);
	return before.layers.indexOf(then) > before.layers.indexOf(pair.before);
}
/** Precedence by environment, for layers that are not of one document. */
function rank(layer, { environment: { lineage } }) {
	if (layer?.from === "variables") return lineage.length + 1;
	const of = layer?.environment ?? null;
	return of === null ? 0 : lineage.length - lineage.indexOf(of);
}
function counts({ winner, contributors }, layer) {
	return winner?.layer === layer || contributors.some((origin) => origin.layer === layer);
}
/** The next layer below that says the same. */
function equalBelow({ shadows }, value) {
	return shadows.find((origin) => {
		const said = valueAt(origin.layer.value, origin.tokens);
		return said !== void 0 && value !== void 0 && sameValue(said, value);
	});
}
// src/stages/diff/leaf-edits.ts
/**
* The leaves that differ between two versions of a layer; `undefined` is a layer that is not there, null an empty file.
* Lists are not looked into: merging may move items, so that an item's pointer in a layer is not its pointer in the
* document. Holes are not compared.
*/
function leafEdits(before, after) {
	const found = [];
	collect(before === null ? {} : before, after === null ? {} : after, [], found);
	return found;
}
function collect(before, after, path, found) {
	if (before === after || before instanceof Hole || after instanceof Hole) return;
	const left = childrenOf(before, after);
	const right = childrenOf(after, before);
	if (left !== void 0 && right !== void 0) return collectKeys(left, right, path, found);
	if (before === void 0) found.push({
		kind: "added",
		tokens: path.slice()
	});
	else if (after === void 0) found.push({
		kind: "removed",
		tokens: path.slice()
	});
	else if (!sameValue(before, after)) found.push({
		kind: "changed",
		tokens: path.slice()
	});
}
/** The entries of one side: none where it is not there and the other one's are looked at one by one. */
function childrenOf(value, other) {
	if (isMapping(value)) return value;
	return value === void 0 && isMapping(other) && Object.keys(other).length > 0 ? {} : void 0;
}
function collectKeys(before, after, path, found) {
	for (const key of Object.keys(after)) collectKey(own(before, key), after[key], key, path, found);
	for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) collectKey(before[key], void 0, key, path, found);
}
function collectKey(before, after, key, path, found) {
	path.push(key);
	collect(before, after, path, found);
	path.pop();
}
// src/stages/diff/pointer-tree.ts
const emptyBranch = () => ({
	isMember: false,
	children: /* @__PURE__ */ new Map()
});
/** A set of pointers that answers whether one of them is at, above or below another pointer. */
var PointerTree = class {
	#root = emptyBranch();
	add(tokens) {
		let at = this.#root;
		for (const token of tokens) {
			let child = at.children.get(token);
			if (child === void 0) at.children.set(token, child = emptyBranch());
			at = child;
		}
		at.isMember = true;
	}
	touches(tokens) {
		let at = this.#root;
		for (const token of tokens) {
			if (at.isMember) return true;
			const child = at.children.get(token);
			if (child === void 0) return false;
			at = child;
		}
		return at.isMember || at.children.size > 0;
	}
};
// src/stages/diff/edits.ts
/**
* The edited leaves of a document's layers that change nothing in an environment, each with who decides instead. Only
* what is merged to the very same value counts as such an edit: one that a reference makes come out the same is neither
* a change nor without effect, and neither is one where a hole stays a hole. Origins are asked for only where there is
* such an edit.
*/
function shadowedEdits({ before, after, changes }) {
	if (before === void 0 || after === void 0) return [];
	const changed = new PointerTree();
	for (const change of changes) changed.add(change.tokens);
	const document = documentKey(after.document);
	const environments = [after.environment.name];
	const found = [];
	for (const pair of editedLayers(before.layers, after.layers)) {
		if (!isEdit(pair, before, after)) continue;
		for (const idle of idleEdits(pair, changed, {
			before,
			after
		})) found.push({
			document,
			...idle,
			environments
		});
	}
	return found;
}
/** A layer that came or went because the environment inherits otherwise now was not edited. */
function isEdit(pair, before, after) {
	if (pair.before === void 0) return belongs(pair.after, before);
	return pair.after !== void 0 || belongs(pair.before, after);
}
function belongs(layer, { environment }) {
	const of = layer?.environment ?? null;
	return of === null || environment.lineage.includes(of);
}
function idleEdits(pair, changed, both) {
	const edits = leafEdits(pair.before?.value, pair.after?.value);
	const [was, is] = [both.before.value, both.after.value];
	const idle = edits.filter(({ tokens }) => !changed.touches(tokens) && sameAt(was, is, tokens));
	const decided = idle.map((edit) => ({
		edit,
		decision: decide(edit, pair, both)
	}));
	if (pair.after === void 0 && idle.length === edits.length) return removedLayer(pair, decided);
	return decided.map(({ edit, decision }) => ({
		...edit,
		edit: editedPlace(edit, pair),
		...decision
	}));
}
function removedLayer({ before }, decided) {
	if (before === void 0) return [];
	const decisions = decided.map(({ decision }) => decision);
	const telling = decisions.find(({ reason }) => reason === "overridden") ?? decisions.find(({ by }) => by !== void 0) ?? decisions[0];
	if (telling === void 0) return [];
	return [{
		tokens: [],
		kind: "layer-removed",
		edit: whereIn(before, []),
		...telling
	}];
}
function editedPlace({ kind, tokens }, pair) {
	return whereIn(kind === "removed" ? pair.before : pair.after, tokens);
}
/** Whether two documents hold the same at a pointer, or both nothing. Where there is a hole nobody knows. */
function sameAt(before, after, tokens) {
	let left = before;
	let right = after;
	for (const token of tokens) {
		if (left instanceof Hole || right instanceof Hole) return false;
		left = isMapping(left) ? own(left, token) : void 0;
		right = isMapping(right) ? own(right, token) : void 0;
	}
	if (left === void 0 || right === void 0) return left === right;
	return !(left instanceof Hole || right instanceof Hole) && sameValue(left, right);
}
// src/queries/diff.ts
/** Compares the effective documents of two snapshots, reading only those whose inputs differ. */
async function diff({ base, head, selection, collectors, opener }) {
	const changes = [];
	const shadowed = [];
	const wanted = environmentFilter(base, head, selection);
	const keys = await affectedDocuments(base, head, selection);
	for (const side of [base, head]) announce(side, documentsOf(side, keys));
	let recipients;
	const files = {
		base: new SecretFiles(collectors.base),
		head: new SecretFiles(collectors.head)
	};
	for (const key of keys) {
		const before = await sideOf(base, key, {
			collector: collectors.base,
			selection,
			files: files.base
		});
		const after = await sideOf(head, key, {
			collector: collectors.head,
			selection,
			files: files.head
		});
		for (const environment of [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(wanted).sort(compareText)) {
			const sides = {
				before: before.get(environment),
				after: after.get(environment)
			};
			const strategy = strategyBetween({
				base,
				head
			}, sides, key);
			const found = withReload(diffLinked(sides.before, sides.after, strategy), {
				base,
				head
			}, sides);
			if (recipients === void 0 && (isEncrypted(sides.before) || isEncrypted(sides.after))) recipients = new (await (import("./recipient-changes.js"))).RecipientChanges({
				base,
				head
			});
			const all = [...found, ...recipients?.between(sides.before, sides.after) ?? []];
			if (all.length > 0) changes.push({
				environment,
				changes: all
			});
			const edits = shadowedEdits({
				before: sides.before?.effective,
				after: sides.after?.effective,
				changes: found
			});
			if (edits.length > 0) shadowed.push({
				environment,
				changes: edits
			});
		}
		collectors.base.close();
		collectors.head.close();
	}
	const sealing = {
		base: {
			workspace: base,
			files: files.base
		},
		head: {
			workspace: head,
			files: files.head
		}
	};
	return {
		base: base.snapshot.label,
		head: head.snapshot.label,
		changes: foldChanges(opener === void 0 ? changes : await (await import("./resealed.js")).settleResealed(changes, {
			opener,
			...sealing
		})),
		shadowed: foldShadowedEdits(shadowed),
		encryptedFiles: isEverything(selection) ? await encryptedFilesBetween(base, head) : [],
		environmentsAdded: onlyIn(head, base),
		environmentsRemoved: onlyIn(base, head),
		compared: keys.length,
		baseErrors: collectors.base.findings().filter(({ severity }) => severity === "error").length,
		findings: collectors.head.findings()
	};
}
function isEncrypted(linked) {
	return linked?.effective.layers.some(({ encrypted }) => encrypted) === true;
}
/** Notes what it takes to apply changes, by the schema of the side that has the value: the head's where both do. */
function withReload(changes, { base, head }, { before, after }) {
	return changes.map((change) => {
		const side = change.after === void 0 ? before : after;
		const schemas = change.after === void 0 ? base.schemas : head.schemas;
		const root = side && schemas.of(side.effective.document.kind)?.root;
		const tokens = change.after === void 0 ? change.beforeTokens ?? change.tokens : change.tokens;
		const reload = root && reloadAt(root, tokens, side.value);
		return reload === void 0 ? change : {
			...change,
			reload
		};
	});
}
/** A document in the environments asked about by name, or in all that are not abstract. */
async function sideOf(workspace, key, { collector, selection: { environments = [] }, files }) {
	const document = workspace.discovery.documents.get(key);
	if (document === void 0) return /* @__PURE__ */ new Map();
	return workspace.reader.whole(collector, () => {
		const wanted = [...workspace.environments.values()].filter(({ name, abstract }) => {
			return environments.length === 0 ? !abstract : environments.includes(name);
		});
		const report = watched(collector, files);
		const effectives = evaluate(workspace, document, wanted, report);
		for (const effective of effectives) files.use(effective);
		return new Map(effectives.map((one) => [one.environment.name, link(workspace, one, report)]));
	});
}
/** How the head's schema merges, hiding what either side's calls a secret, or has by reference from one. */
function strategyBetween({ base, head }, { before, after }, key) {
	const kind = parseDocumentKey(key)?.kind ?? "";
	const was = before === void 0 ? base.schemas.of(kind)?.strategy : strategyFor(base, before);
	const is = after === void 0 ? head.schemas.of(kind)?.strategy : strategyFor(head, after);
	return hidingBoth(is, was);
}
function onlyIn(workspace, other) {
	return [...workspace.environments.keys()].filter((name) => !other.environments.has(name));
}
/** An environment that only one side has can be named; one that neither has is a usage failure. */
function environmentFilter(base, head, { environments = [] }) {
	for (const wanted of environments) if (!base.environments.has(wanted)) environmentNamed(head, wanted);
	return (name) => environments.length === 0 || environments.includes(name);
}
export { diff as t };
