import { $t as isCommentItem, Gs as name, Jt as refuse, Ks as say, Oa as envelopeText, Qs as Secret, Qt as entriesOf, Rs as pointer, Zt as childOf, an as rewrite, en as newEntry, i as mergeByLines, nn as newList, os as Failure, qt as problem, rn as newMapping, tn as newLeaf } from "./shared.js";
import { c as takeStep, d as editSops, g as endOf, h as applySplices, i as refusalOf, r as recipientsOf, s as stepFor } from "./plan.js";
import { t as editsBetween } from "./edits-between.js";
import { y as openLeaves } from "./sealed.js";
import { n as proveOpens, r as readSecret, t as openSecret } from "./world.js";
import { r as isLocked, t as tellProblems } from "./tell.js";
import { c as textOf } from "./files.js";
import { t as openSecretsWorld } from "./world2.js";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
// src/stages/sops/three-way.ts
/** The documents of an opened file with the values that were opened, in clear or as secrets. */
function openedDocuments({ file, leaves }) {
	const values = new Map(leaves.map(({ leaf, value }) => [leaf, value]));
	return rewrite(file.documents, { visit: ({ item }) => item.kind === "leaf" && values.has(item) ? newLeaf(values.get(item) ?? null) : void 0 });
}
/**
* Merges what two sides made of a base, value by value: mappings by key, lists item by item as long as nobody changed
* their length, everything else as a whole. The order of keys is ours, with what only they have behind it. Comments
* are left out: a merge changes values.
*/
function mergeDocuments(sides, cipher) {
	const merge = new Merge(cipher);
	const { base, ours, theirs } = sides;
	const count = Math.max(ours.length, theirs.length);
	return {
		documents: Array.from({ length: count }, (_, i) => {
			const merged = merge.node(i, [], {
				base: base?.[i]?.root,
				ours: ours[i]?.root,
				theirs: theirs[i]?.root
			});
			return { root: merged?.kind === "mapping" ? merged : newMapping([]) };
		}),
		conflicts: merge.conflicts
	};
}
var Merge = class {
	conflicts = [];
	#cipher;
	constructor(cipher) {
		this.#cipher = cipher;
	}
	node(document, tokens, at) {
		const { base, ours, theirs } = at;
		if (this.#same(ours, theirs) || this.#same(base, theirs)) return ours;
		if (this.#same(base, ours)) return theirs;
		if (ours?.kind === "mapping" && theirs?.kind === "mapping") return this.#mapping(document, tokens, at);
		const [was, mine, others] = [
			base,
			ours,
			theirs
		].map((side) => side?.kind === "list" ? itemsOf(side) : void 0);
		if (was !== void 0 && mine?.length === was.length && others?.length === was.length) {
			const item = (i) => ({
				base: was[i],
				ours: mine[i],
				theirs: others[i]
			});
			return newList(mine.map((node, i) => this.node(document, [...tokens, String(i)], item(i)) ?? node));
		}
		this.conflicts.push({
			document,
			pointer: pointer(tokens)
		});
		return ours;
	}
	#mapping(document, tokens, { base, ours, theirs }) {
		const [was, mine, others] = [
			base,
			ours,
			theirs
		].map(byKey);
		const entries = [];
		for (const key of /* @__PURE__ */ new Set([...mine.keys(), ...others.keys()])) {
			const sides = {
				base: was.get(key),
				ours: mine.get(key),
				theirs: others.get(key)
			};
			const merged = this.node(document, [...tokens, key], sides);
			if (merged !== void 0) entries.push(newEntry(key, merged));
		}
		return {
			...newMapping([]),
			items: entries
		};
	}
	#same(a, b) {
		if (a === void 0 || b === void 0) return a === b;
		if (a.kind === "leaf" || b.kind === "leaf") {
			if (a.kind !== b.kind) return false;
			const [x, y] = [a.value, b.value];
			return x === null || y === null ? x === y : this.#cipher.same(x, y);
		}
		if (a.kind === "list" || b.kind === "list") {
			if (a.kind !== "list" || b.kind !== "list") return false;
			const [x, y] = [itemsOf(a), itemsOf(b)];
			return x.length === y.length && x.every((item, i) => this.#same(item, y[i]));
		}
		const [x, y] = [byKey(a), byKey(b)];
		return x.size === y.size && [...x].every(([key, node]) => y.has(key) && this.#same(node, y.get(key)));
	}
};
function byKey(node) {
	if (node?.kind !== "mapping") return /* @__PURE__ */ new Map();
	return new Map(entriesOf(node).map((entry) => [entry.key ?? "", entry.node]));
}
function itemsOf(list) {
	return entriesOf(list).filter((entry) => !isCommentItem(entry)).map(({ node }) => node);
}
// src/queries/secrets/merge.ts
/**
* Merges three states of an encrypted file with a key. All are opened and their MACs verified; values that no side
* changed keep their ciphertext. What one side did to recipients and data key is done to the result.
*/
async function mergeSecrets(sides, favour, world) {
	const base = sides.base && await openSecret(sides.base, world);
	const [ours, theirs] = [await openSecret(sides.ours, world), await openSecret(sides.theirs, world)];
	if (!ours.ok) return ours;
	if (!theirs.ok) return theirs;
	if (base !== void 0 && !base.ok) return base;
	const opened = {
		base: base?.result.opened,
		ours: ours.result.opened,
		theirs: theirs.result.opened
	};
	const main = mainSide(opened, world);
	if (main === void 0) return {
		ok: true,
		result: { state: "metadata conflict" }
	};
	const merged = mergeValues(opened, {
		main,
		favour,
		now: world.now
	}, world.run);
	if (!merged.ok || merged.result.state !== "merged") return merged;
	const path = sides.ours.path;
	const next = nextRecipients(opened);
	if (next === void 0) return {
		ok: true,
		result: { state: "metadata conflict" }
	};
	const { text } = merged.result;
	const file = {
		...proveOpens({
			path,
			text
		}, opened[main].dataKey, world).file,
		path
	};
	const step = stepFor(file, next, mustRotate(opened, next, main, world) ? "new" : "kept");
	if (step === void 0) return merged;
	if (refusalOf(file, step) !== void 0) return {
		ok: true,
		result: { state: "metadata conflict" }
	};
	const stepped = await takeStep(step, world);
	return stepped.ok ? {
		ok: true,
		result: {
			...merged.result,
			text: stepped.result
		}
	} : stepped;
}
/**
* Merges without a key: values are compared by their ciphertext. Only where nobody changed the keys of the file, so
* that its data key is certainly the same on all sides.
*
* @param run with the keyless cipher
* @returns a text whose MAC is none, or one of the sides where the other one changed nothing
*/
function mergeSealed(sides, run) {
	const { base, ours, theirs } = sides;
	if (base?.text === ours.text) return whole(theirs);
	if (base?.text === theirs.text || ours.text === theirs.text) return whole(ours);
	const [read, mine, others] = [
		base && readSecret(base),
		readSecret(ours),
		readSecret(theirs)
	];
	if (!mine.ok) return mine;
	if (!others.ok) return others;
	if (read !== void 0 && !read.ok) return read;
	const files = {
		base: read?.result,
		ours: mine.result,
		theirs: others.result
	};
	if (files.base === void 0 || !sameKeys(files.base, files.ours) || !sameKeys(files.base, files.theirs)) return {
		ok: true,
		result: { state: "metadata conflict" }
	};
	const problems = [];
	const open = (file) => openLeaves(file, NO_KEY, run, problems);
	const opened = {
		base: open(files.base),
		ours: open(files.ours),
		theirs: open(files.theirs)
	};
	if (problems.length > 0) return {
		ok: false,
		problems
	};
	return mergeValues(opened, {
		main: "ours",
		favour: void 0,
		now: mine.result.metadata.lastModified
	}, run);
}
const whole = ({ text }) => ({
	ok: true,
	result: {
		state: "merged",
		text,
		commentsLeft: false
	}
});
/** The keyless cipher asks for none. */
const NO_KEY = new Secret(0, "bytes");
function mergeValues(opened, { main, favour, now }, run) {
	const trees = {
		base: opened.base && openedDocuments(opened.base),
		ours: openedDocuments(opened.ours),
		theirs: openedDocuments(opened.theirs)
	};
	if (trees.ours.length !== trees.theirs.length) return {
		ok: false,
		problems: [problem("not-representable")]
	};
	const { documents, conflicts } = mergeDocuments(favour === "theirs" ? {
		...trees,
		ours: trees.theirs,
		theirs: trees.ours
	} : trees, run.cipher);
	if (conflicts.length > 0 && favour === void 0) return {
		ok: true,
		result: {
			state: "conflict",
			pointers: conflicts.map((conflict) => conflict.pointer)
		}
	};
	const edits = editsBetween(opened[main], documents, run.cipher);
	if (!edits.ok) return edits;
	const text = editSops(opened[main], edits.result, now, run);
	if (!text.ok) return text;
	const other = main === "ours" ? opened.theirs : opened.ours;
	return {
		ok: true,
		result: {
			state: "merged",
			text: text.result,
			commentsLeft: commentsDiffer(opened.base, other, run)
		}
	};
}
/** Whether a side changed comments, which a merge of values leaves out. */
function commentsDiffer(base, side, { cipher }) {
	const [was, is] = [base?.comments ?? [], side.comments];
	return was.length !== is.length || was.some((comment, i) => {
		const [a, b] = [comment.opened?.text, is[i]?.opened?.text];
		if (a !== void 0 && b !== void 0) return !cipher.same(a, b);
		return a !== b || clearOf(comment) !== clearOf(is[i]);
	});
}
function clearOf(comment) {
	return comment?.comment.kind === "comment" && typeof comment.comment.text === "string" ? comment.comment.text : "";
}
/**
* The side that changed what Cairn cannot change in the other one's text: the selector, keys of other types than age,
* the data key. Ours where neither did, none where both did so differently.
*/
function mainSide({ base, ours, theirs }, { run }) {
	const givenOf = ({ file: { metadata: { selector, macOnlyEncrypted, groups } } }) => {
		const others = groups.map(({ keys }) => keys.filter(({ type }) => type !== "age").map(({ type, name, enc }) => [
			type,
			name,
			enc.trim()
		]));
		return JSON.stringify([
			selector,
			macOnlyEncrypted,
			others.some((keys) => keys.length > 0) ? others : []
		]);
	};
	const [was, mine, others] = [
		base && givenOf(base),
		givenOf(ours),
		givenOf(theirs)
	];
	if (mine !== others) return was === mine ? "theirs" : was === others ? "ours" : void 0;
	if (base === void 0 || run.cipher.same(ours.dataKey, theirs.dataKey)) return "ours";
	return run.cipher.same(base.dataKey, ours.dataKey) ? "theirs" : "ours";
}
/** The recipients of the result; `undefined` where both sides changed key groups. */
function nextRecipients({ base, ours, theirs }) {
	const was = base && recipientsOf(base.file.metadata);
	const [mine, others] = [recipientsOf(ours.file.metadata), recipientsOf(theirs.file.metadata)];
	const key = ({ groups, threshold }) => JSON.stringify([groups.map((group) => [...group].sort()), threshold]);
	if (key(mine) === key(others)) return mine;
	if (was !== void 0 && key(was) === key(mine)) return others;
	if (was !== void 0 && key(was) === key(others)) return mine;
	const [before, own, their] = [
		was?.groups[0] ?? [],
		mine.groups[0] ?? [],
		others.groups[0] ?? []
	];
	if ([
		was ?? mine,
		mine,
		others
	].some(({ groups }) => groups.length > 1)) return void 0;
	const gone = before.filter((one) => !own.includes(one) || !their.includes(one));
	const all = [.../* @__PURE__ */ new Set([...own, ...their])].filter((one) => !gone.includes(one));
	return all.length === 0 ? void 0 : {
		groups: [all],
		threshold: 1
	};
}
/**
* Where the other side made a new data key, which the result's text does not have, or somebody lost access who has had
* the result's: it is replaced.
*/
function mustRotate({ base, ours, theirs }, next, main, { run }) {
	if (base === void 0) return false;
	const side = {
		ours,
		theirs
	}[main];
	const other = main === "ours" ? theirs : ours;
	const isLosing = recipientsOf(side.file.metadata).groups.flat().some((one) => !next.groups.flat().includes(one));
	const isUndone = run.cipher.same(base.dataKey, side.dataKey);
	return (isLosing || isUndone) && !run.cipher.same(base.dataKey, other.dataKey);
}
function sameKeys(a, b) {
	const key = ({ metadata }) => {
		const { groups, threshold, selector, macOnlyEncrypted } = metadata;
		const keys = groups.map((group) => group.keys.map(({ type, name, enc }) => [
			type,
			name,
			enc.trim()
		]));
		return JSON.stringify([
			keys,
			threshold,
			selector,
			macOnlyEncrypted
		]);
	};
	return key(a) === key(b);
}
// src/adapters/sops/keyless.ts
/**
* A cipher without a key, for merging encrypted texts: an envelope opens to a secret that stands for its ciphertext,
* and seals to the same ciphertext again. Two values are the same if their ciphertexts are. Its MAC is nobody's: what
* is made with it has to be finished with a key.
*/
function createKeylessCipher() {
	const texts = /* @__PURE__ */ new WeakMap();
	const keep = (text, type) => {
		const secret = new Secret(0, type);
		texts.set(secret, text);
		return secret;
	};
	const textOf = (value) => value instanceof Secret ? texts.get(value) ?? "" : value.text;
	const sealed = (value) => {
		if (!(value instanceof Secret)) throw new TypeError("nothing can be sealed without a key");
		return textOf(value);
	};
	return {
		open: (envelope) => keep(envelopeText(envelope), envelope.type),
		seal: sealed,
		sealComment: (text) => typeof text === "string" ? text : sealed(text),
		mac: () => ({
			add: () => void 0,
			addBytes: () => void 0,
			digest: () => keep(NO_MAC, "str")
		}),
		same: (a, b) => a instanceof Secret === b instanceof Secret && a.type === b.type && textOf(a) === textOf(b),
		sameText: (a, b) => textOf(a) === textOf(b),
		keep: ({ type, text }) => keep(text, type),
		keepBytes: () => keep("", "bytes")
	};
}
/** Stands where a MAC has to be made with a key; SOPS takes it for none. */
const NO_MAC = "to be made: cairn secrets merge --finish";
// src/stages/sops/mark-conflict.ts
/** What only a key can merge. */
const FIELDS = ["lastmodified", "mac"];
/**
* The text of a file that was merged without a key, with Git's conflict markers around `lastmodified` and `mac` as both
* sides have them: nobody takes it for a finished file, Git and SOPS neither.
*/
function markConflict(merged, { ours, theirs }) {
	const splices = merged.blocks.flatMap((block, i) => {
		const [mine, others] = [ours.blocks[i], theirs.blocks[i]];
		if (mine === void 0 || others === void 0) return [];
		return rangesOf(merged.text, block).map(({ start, end, fields }) => ({
			start,
			end,
			text: [
				"<<<<<<< ours\n",
				...fields.map((field) => lineOf(ours, mine, field)),
				"=======\n",
				...fields.map((field) => lineOf(theirs, others, field)),
				">>>>>>> theirs\n"
			].join("")
		}));
	});
	return applySplices(merged.text, splices);
}
/** The lines of the fields: one range where they are neighbours. */
function rangesOf(text, block) {
	const ranges = [];
	for (const field of FIELDS) {
		const span = spanOf(text, block, field);
		const last = ranges.at(-1);
		if (last !== void 0 && span.start < last.end) continue;
		if (last?.end === span.start) ranges.splice(-1, 1, {
			start: last.start,
			end: span.end,
			fields: [...last.fields, field]
		});
		else ranges.push({
			...span,
			fields: [field]
		});
	}
	return ranges;
}
function lineOf({ text }, block, field) {
	const { start, end } = spanOf(text, block, field);
	return text.slice(start, end).replace(/\n?$/, "\n");
}
/** The whole lines of a field of the metadata. */
function spanOf(text, { block }, field) {
	const entry = childOf(block, field) ?? refuse("bad-metadata", {
		start: block.start,
		end: block.end,
		tokens: [field]
	});
	const found = text.indexOf("\n", endOf(entry));
	return {
		start: text.lastIndexOf("\n", entry.start - 1) + 1,
		end: found < 0 ? text.length : found + 1
	};
}
// src/cli/secrets/merge.ts
/**
* Git's merge driver: puts the merge into the file of our side.
*
* @returns 0 where it is whole, 1 where something is left to do, which is marked in it
*/
async function runMergeDriver(named, directory, terminal) {
	const files = { ...named };
	for (const side of [
		"base",
		"ours",
		"theirs"
	]) files[side] = resolve(terminal.directory, directory, named[side]);
	const sideOf = (file) => ({
		path: named.path,
		text: textOf(named.path, read(file))
	});
	const base = sideOf(files.base);
	const sides = {
		base: base.text === "" ? void 0 : base,
		ours: sideOf(files.ours),
		theirs: sideOf(files.theirs)
	};
	if (![sides.ours, sides.theirs].every((side) => readSecret(side).ok)) return byLines(files);
	try {
		return await mergeOpened(sides, {
			files,
			terminal,
			world: await openSecretsWorld(terminal)
		});
	} catch (error) {
		byLines(files);
		throw error;
	}
}
async function mergeOpened(sides, { files, terminal, world }) {
	const { path } = files;
	const merged = await mergeSecrets(sides, void 0, world);
	if (!merged.ok && isLocked(merged.problems)) return withoutKey(sides, {
		files,
		terminal,
		world
	});
	if (!merged.ok) await tellProblems(sides.ours, merged.problems, terminal, world);
	else if (merged.result.state !== "merged") tellConflict(merged.result, path, terminal);
	else {
		tellComments(merged.result, path, terminal);
		write(files.ours, merged.result.text);
		return 0;
	}
	return Math.max(1, byLines(files));
}
/** Values by their ciphertext; what is left is one conflict at the MAC and the time, for somebody with a key. */
function withoutKey(sides, { files, terminal, world }) {
	const { path } = files;
	const merged = mergeSealed(sides, {
		...world.run,
		cipher: createKeylessCipher()
	});
	const text = textWithout(merged, sides);
	if (text === void 0) {
		tellUnfinished(path, merged.ok && merged.result.state === "conflict" ? merged.result.pointers : [], terminal);
		return Math.max(1, byLines(files));
	}
	write(files.ours, text);
	if (readSecret({
		path,
		text
	}).ok) return 0;
	tellUnfinished(path, [], terminal);
	return 1;
}
/** What becomes of a merge without a key; `undefined` where lines have to be marked. */
function textWithout(merged, sides) {
	if (!merged.ok || merged.result.state !== "merged") return void 0;
	const { text } = merged.result;
	if (text === sides.ours.text || text === sides.theirs.text) return text;
	const whole = readSecret({
		path: sides.ours.path,
		text
	});
	const [ours, theirs] = [readSecret(sides.ours), readSecret(sides.theirs)];
	if (!whole.ok || !ours.ok || !theirs.ok) return void 0;
	return markConflict(whole.result, {
		ours: ours.result,
		theirs: theirs.result
	});
}
function byLines(files) {
	const { text, conflicts } = mergeByLines(files);
	write(files.ours, text);
	return conflicts ? 1 : 0;
}
function tellUnfinished(path, pointers, terminal) {
	terminal.err(`${path}: no key of this run opens it, so that its MAC cannot be made; somebody with a key finishes the merge:\n`);
	for (const pointer of pointers) terminal.err(`  both sides changed ${pointer}\n`);
	terminal.err(`  ${finish(path)}${pointers.length > 0 ? " --ours (or --theirs)" : ""}\n`);
}
/** Says what both sides changed. */
function tellConflict(merged, path, terminal) {
	if (merged.state === "conflict") {
		terminal.err(`${path}: both sides changed these values, each to another:\n`);
		for (const pointer of merged.pointers) terminal.err(`  ${pointer}\n`);
		terminal.err(`choose for all of them: ${finish(path)} --ours, or --theirs; cairn secrets set changes one afterwards\n`);
	} else terminal.err(`${path}: both sides changed its key groups or what of it is encrypted; take one side (git checkout --ours or --theirs), and put in the rest with cairn secrets edit\n`);
}
/** Comments are not merged. */
function tellComments({ commentsLeft }, path, terminal) {
	if (commentsLeft) terminal.err(`${path}: values are merged; comments that only the other side changed are not\n`);
}
const finish = (path) => `cairn secrets merge --finish ${inShell(path)}`;
/** A path as it is written on a command line. */
const inShell = (path) => /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
function read(file) {
	try {
		return readFileSync(file);
	} catch {
		throw new Failure("usage", say`there is no file ${name(file)}`);
	}
}
function write(file, text) {
	try {
		writeFileSync(file, text);
	} catch {
		throw new Failure("broken", say`${name(file)} cannot be written`);
	}
}
export { mergeSecrets as a, tellConflict as i, runMergeDriver as n, tellComments as r, inShell as t };
