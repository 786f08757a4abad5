import { t as createFile } from "./create-file.js";
import { Gs as name, Jt as refuse, Ks as say, Kt as attempt, Lt as isValidSelector, Pt as DEFAULT_SELECTOR, Qs as Secret, Qt as entriesOf, Rt as unsealsItself, a as headHas, en as newEntry, gi as ageRecipientsOf, in as newText, ls as MAX_FILE_BYTES, nc as whenLoaded, os as Failure, qt as problem, rn as newMapping, tn as newLeaf } from "./shared.js";
import { C as readSops, E as METADATA_KEY, _ as additionalOf, b as openSops, m as refuseReserved, v as macOf, w as sopsFormatOf, x as rewriteSelected } from "./sealed.js";
import { C as yamlLines, S as json, T as inClear, _ as isNoNumber, b as emit, f as unitOf, g as endOf, h as applySplices, l as placesOf, m as Splicer, p as stampSplices, u as metadataNode, v as readAgain, x as flatLines, y as SOPS_STYLE } from "./plan.js";
import { a as readClear, t as tellProblems } from "./tell.js";
import { i as wrapDataKey, n as proveOpens } from "./world.js";
import { a as loadFile, l as withoutMark, n as isText, o as saveFile, t as findFile } from "./files.js";
import { t as openRuleBook } from "./rules.js";
import { t as openSecretsWorld } from "./world2.js";
// src/stages/sops/seal-edited.ts
/**
* Seals the text in clear that an editor gave back, as it stands: comments, blank lines, order and quotes are the
* person's. A value or comment that was there before under the same path keeps its ciphertext. The metadata is put back
* where SOPS has it, at the end of each document.
*
* @param text of the whole file in clear
* @param documents of that text, by `readPlain`
* A stream has one data key, and the same metadata in each of its documents: those that are added get them too.
*
* @returns or `not-representable` where the text has no place for the metadata, `empty-document`, `through-alias`,
*   `bad-selector`
*/
function sealEdited(opened, { text, documents }, now, run) {
	return attempt(() => {
		const { file, dataKey } = opened;
		const sealer = new TextSealer(opened, {
			text,
			documents
		}, run);
		rewriteSelected(documents, file.metadata, run.regexp, (visit, selected) => {
			if (selected) sealer.seal(visit);
		});
		const blocks = blocksOf(file, documents.length).map((one) => blockSplice({
			file,
			text,
			documents
		}, one));
		const again = readAgain({
			file,
			dataKey
		}, applySplices(text, [...sealer.splices, ...blocks]), run);
		if (again === void 0 || !isSame(again, documents, run)) return refuse("not-representable");
		return applySplices(again.file.text, stampSplices(again, now, run.cipher));
	});
}
var TextSealer = class {
	splices = [];
	#opened;
	#run;
	#splicer;
	#places;
	/** Envelopes of the file, by path, type and text; each is used once. */
	#known = /* @__PURE__ */ new Map();
	constructor(opened, edited, run) {
		this.#opened = opened;
		this.#run = run;
		const { text, documents } = edited;
		this.#splicer = new Splicer(text, opened.file.format, unitOf({
			text,
			documents,
			blocks: []
		}));
		this.#places = placesOf({ documents });
		for (const { leaf, value, keys } of opened.leaves) if (value instanceof Secret && leaf.value !== null && "text" in leaf.value) this.#note(additionalOf(keys), value, leaf.value.text);
		for (const { comment, opened: found } of opened.comments) if (found !== void 0) this.#note(found.additional, found.text, envelopeIn(comment));
	}
	seal({ item, keys, aliased }) {
		if (item.kind === "comment") return this.#comment(item, keys);
		const { value } = item;
		if (value === null || value instanceof Secret || value.type === "str" && value.text === "") return;
		const place = this.#places.get(item);
		if (place === void 0 || aliased) return refuse("through-alias", item);
		const additional = additionalOf(keys);
		const envelope = this.#taken(additional, value) ?? this.#run.cipher.seal(value, additional, this.#opened.dataKey);
		this.splices.push(this.#splicer.replaceLeaf(place.placed, place.entry, newText(envelope).value));
	}
	#comment({ start, end, text }, keys) {
		if (typeof text !== "string" || text === "") return;
		const { dataKey, file } = this.#opened;
		const additional = additionalOf(keys);
		const envelope = this.#taken(additional, {
			type: "str",
			text
		}, "comment") ?? this.#run.cipher.sealComment(text, additional, dataKey);
		const { selector } = file.metadata;
		if (unsealsItself(selector, envelope, this.#run.regexp)) refuse("bad-selector", { tokens: [selector.kind] });
		this.splices.push({
			start,
			end,
			text: `#${envelope}`
		});
	}
	#note(additional, value, envelope) {
		const key = `${value.type} ${additional}`;
		const known = this.#known.get(key);
		if (known === void 0) this.#known.set(key, [{
			value,
			envelope
		}]);
		else known.push({
			value,
			envelope
		});
	}
	/** The ciphertext that a value has had. */
	#taken(additional, value, type = value.type) {
		const known = this.#known.get(`${type} ${additional}`) ?? [];
		const at = known.findIndex((one) => this.#run.cipher.sameText(one.value, value));
		return at < 0 ? void 0 : known.splice(at, 1)[0]?.envelope;
	}
};
function envelopeIn(comment) {
	if (comment.kind === "comment") return typeof comment.text === "string" ? comment.text : "";
	return comment.value !== null && "text" in comment.value ? comment.value.text : "";
}
/** The metadata for each document that is to have some: a new one gets that of the first. */
function blocksOf({ blocks, documents }, count) {
	const placed = blocks.filter(({ document }) => document < count).map((from) => ({
		to: from.document,
		from
	}));
	const [first] = blocks;
	for (let to = documents.length; first !== void 0 && to < count; to++) placed.push({
		to,
		from: first
	});
	return placed;
}
/** Puts metadata behind everything else in a document, as they stood. */
function blockSplice({ file, text, documents }, { to: document, from }) {
	const { document: was, block, entries } = from;
	const root = documents[document]?.root ?? refuse("not-representable");
	const [first, last] = [entries[0] ?? refuse("not-representable"), entries.at(-1) ?? refuse("not-representable")];
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const isMoved = root.layout !== file.documents[was]?.root.layout;
	if (root.layout === "flow") {
		const behind = entriesOf(root).at(-1) ?? refuse("empty-document", {
			...root,
			document
		});
		const indent = /[ \t]*$/.exec(text.slice(0, behind.start))?.[0] ?? "";
		const at = endOf(behind);
		return {
			start: at,
			end: at,
			text: `,${lineBreak}${indent}${isMoved ? `"${METADATA_KEY}": ${json(block, 0, "", " ")}` : file.text.slice(first.start, endOf(last))}`
		};
	}
	if (root.items.length === 0) return refuse("empty-document", {
		...root,
		document
	});
	if (root.start > 0 && /[ \t]/.test(text.charAt(root.start - 1))) refuse("not-representable");
	const end = endOfContent(text, root);
	const found = text.indexOf("\n", end);
	const at = found < 0 ? text.length : found + 1;
	const lines = isMoved ? yamlLines(newMapping([[METADATA_KEY, block]]), 0, SOPS_STYLE).map((line) => line + lineBreak).join("") : entries.map((entry) => linesOf(file.text, entry.start, endOf(entry))).join("");
	return {
		start: at,
		end: at,
		text: `${found < 0 ? lineBreak : ""}${lines}`
	};
}
/** Where the last entry or comment of a document ends; what stands behind the mark of its end is left out. */
function endOfContent(text, root) {
	let entries = 0;
	for (const entry of entriesOf(root)) entries = Math.max(entries, endOf(entry));
	const found = text.slice(entries).search(/^\.\.\.(?:\s|$)/m);
	return Math.max(entries, lastComment(root, found < 0 ? Infinity : entries + found));
}
/** Where the last comment of a container ends, those of what it ends with included. */
function lastComment(container, mark) {
	let end = 0;
	for (const item of container.items) if (item.kind === "comment" && item.end < mark) end = Math.max(end, item.end);
	const last = entriesOf(container).at(-1);
	return last === void 0 || last.node.kind === "leaf" || last.alias !== void 0 ? end : Math.max(end, lastComment(last.node, mark));
}
/** Whole lines, with the break behind them. */
function linesOf(text, from, to) {
	const start = text.lastIndexOf("\n", from - 1) + 1;
	const found = text.indexOf("\n", to);
	return found < 0 ? `${text.slice(start)}\n` : text.slice(start, found + 1);
}
/** Whether what was sealed is what was edited: of what is not, the text as it stands has no place for ciphertext. */
function isSame(again, documents, { cipher, regexp }) {
	const wanted = [];
	rewriteSelected(documents, again.file.metadata, regexp, (visit) => {
		if (visit.item.kind === "leaf") wanted.push(visit);
	});
	return wanted.length === again.leaves.length && wanted.every((visit, i) => {
		const is = again.leaves[i];
		const value = visit.item.kind === "leaf" ? visit.item.value : null;
		if (is?.document !== visit.document || is.tokens.join("\0") !== visit.tokens.join("\0")) return false;
		return value === null || is.value === null ? value === is.value : cipher.same(value, is.value);
	});
}
// src/stages/sops/seal.ts
/**
* Makes an encrypted file of documents in clear, in SOPS's own formatting. Every selected value gets an envelope of its
* own; nulls, empty texts and empty collections stay, as in SOPS. A selector that is no expression, or that selects
* nothing of a document that has values, is refused: SOPS would write all in clear.
*
* @returns the text; or `bad-selector`, `nothing-selected`, `reserved-key`, `already-encrypted`, `not-representable`
*/
function sealSops(documents, options, run) {
	return attempt(() => {
		if (!isValidSelector(options.selector, run.regexp)) refuse("bad-selector", { tokens: [options.selector.kind] });
		for (const [document, { root }] of documents.entries()) refuseReserved(root, document, options.format);
		const sealer = new Sealer(options, run);
		const sealed = rewriteSelected(documents, options, run.regexp, (visit, selected) => sealer.seal(visit, selected));
		if (sealer.values > 0 && sealer.sealed === 0) refuse("nothing-selected", { tokens: [options.selector.kind] });
		const text = withMetadata(sealed, options, sealer.mac());
		checkSealed(text, options, run);
		return text;
	});
}
/**
* No file is given away that could not be opened again: comments may come to stand elsewhere in YAML, which matters to
* selectors by comment.
*/
function checkSealed(text, { format, dataKey }, run) {
	const file = readSops(text, format);
	if (!file.ok || !openSops(file.result, dataKey, run).ok) refuse("not-representable");
}
/** Makes an encrypted file of any bytes: SOPS's binary format, a JSON file of one text. */
function sealBinary(content, options, { cipher }) {
	const envelope = cipher.same(content, {
		type: "str",
		text: ""
	}) ? "" : cipher.seal(content, additionalOf(["data"]), options.dataKey);
	const mac = macOf([{
		value: content,
		selected: true
	}], false, cipher);
	const metadata = {
		...options,
		selector: {
			kind: "unencrypted_suffix",
			pattern: ""
		},
		macOnlyEncrypted: false
	};
	const block = metadataNode(metadata, cipher.seal(mac, options.lastModified, options.dataKey), true);
	return emit([{ root: newMapping([["data", newText(envelope)], [METADATA_KEY, block]]) }], "binary");
}
var Sealer = class {
	/** Values that could be sealed, and those that were. */
	values = 0;
	sealed = 0;
	#options;
	#run;
	#hashed = [];
	constructor(options, run) {
		this.#options = options;
		this.#run = run;
	}
	seal({ item, ...at }, selected) {
		if (item.kind === "comment") return selected ? this.#comment(item, at) : void 0;
		this.#hashed.push({
			value: item.value,
			selected
		});
		if (item.value === null || this.#isEmpty(item.value)) return newLeaf(item.value === null ? null : {
			type: "str",
			text: ""
		});
		this.values++;
		if (isNoNumber(item.value, this.#options.format, this.#run.cipher)) refuse("not-representable", {
			document: at.document,
			tokens: at.tokens
		});
		if (item.value.type === "str" && !(item.value instanceof Secret) && item.value.text.startsWith("ENC[AES256_GCM,")) refuse("already-encrypted", {
			...item,
			document: at.document,
			tokens: at.tokens
		});
		if (!selected) return newLeaf(inClear(item.value));
		this.sealed++;
		return newText(this.#run.cipher.seal(item.value, additionalOf(at.keys), this.#options.dataKey));
	}
	#isEmpty(value) {
		return value.type === "str" && this.#run.cipher.same(value, {
			type: "str",
			text: ""
		});
	}
	#comment(item, at) {
		if (typeof item.text === "string" && item.text === "") return void 0;
		const text = this.#run.cipher.sealComment(item.text, additionalOf(at.keys), this.#options.dataKey);
		const { selector } = this.#options;
		if (unsealsItself(selector, text, this.#run.regexp)) refuse("bad-selector", { tokens: [selector.kind] });
		return {
			...item,
			text
		};
	}
	/** The sealed MAC of everything that was visited. */
	mac() {
		const { cipher } = this.#run;
		const { macOnlyEncrypted, lastModified, dataKey } = this.#options;
		return cipher.seal(macOf(this.#hashed, macOnlyEncrypted, cipher), lastModified, dataKey);
	}
};
/** Every document of a stream carries the same metadata. */
function withMetadata(documents, options, mac) {
	const block = metadataNode(options, mac);
	if (options.format === "env") return emit(documents, "env") + flatLines(block, []).map((line) => `${line}\n`).join("");
	const entry = newEntry(METADATA_KEY, block);
	return emit(documents.map(({ root }) => ({ root: {
		...root,
		items: [...root.items, entry]
	} })), options.format);
}
// src/queries/secrets/encrypt.ts
/**
* Encrypts a text in clear, in the format that its name tells.
*
* @param content the bytes, of a file of SOPS's binary format
* @returns the encrypted text; or what `sealSops` refuses, `bad-content`, `already-encrypted`, `unsupported-key`
*/
async function encryptText(secret, rule, world) {
	const format = sopsFormatOf(secret.path);
	if (readSops(secret.text, format).ok) return {
		ok: false,
		problems: [problem("already-encrypted")]
	};
	if (format !== "binary") {
		const documents = await readClear(secret, format);
		return documents.ok ? encryptInPlace(secret, documents.result, {
			rule,
			world
		}) : documents;
	}
	const sealing = await newKey(rule, world);
	if (!sealing.ok) return sealing;
	const text = sealBinary(secret.content, {
		...sealing.result,
		lastModified: world.now
	}, world.run);
	proveOpens({
		path: secret.path,
		text
	}, sealing.result.dataKey, world);
	return {
		ok: true,
		result: text
	};
}
/**
* Encrypts a text as it stands: blank lines, quotes and indentation stay. What has no place for the metadata, or has
* anchors, is written anew in SOPS's own formatting.
*/
async function encryptInPlace({ path, text }, documents, { rule, world }) {
	const sealed = await encryptAnew({
		path,
		documents
	}, rule, world);
	if (!sealed.ok) return sealed;
	const { opened } = sealed.result;
	const kept = sealEdited(opened, {
		text,
		documents
	}, world.now, world.run);
	if (!kept.ok) return {
		ok: true,
		result: opened.file.text
	};
	proveOpens({
		path,
		text: kept.result
	}, opened.dataKey, world);
	return kept;
}
/** Makes an encrypted file of documents that stand nowhere in clear. */
async function encryptDocuments(made, rule, world) {
	const sealed = await encryptAnew(made, rule, world);
	return sealed.ok ? {
		ok: true,
		result: sealed.result.opened.file.text
	} : sealed;
}
async function encryptAnew({ path, documents }, rule, world) {
	const format = sopsFormatOf(path);
	if (format === "ini") return {
		ok: false,
		problems: [problem("read-only")]
	};
	if (format === "binary") return {
		ok: false,
		problems: [problem("not-representable")]
	};
	const sealing = await newKey(rule, world);
	if (!sealing.ok) return sealing;
	const { selector, macOnlyEncrypted } = rule;
	const sealed = sealSops(documents, {
		...sealing.result,
		format,
		selector,
		macOnlyEncrypted,
		lastModified: world.now
	}, world.run);
	if (!sealed.ok) return sealed;
	return {
		ok: true,
		result: { opened: proveOpens({
			path,
			text: sealed.result
		}, sealing.result.dataKey, world) }
	};
}
async function newKey(rule, { keys }) {
	const dataKey = keys.fresh();
	const parts = keys.share(dataKey, rule.groups.length, rule.threshold);
	const wrapped = await wrapDataKey(parts, rule, keys);
	return wrapped.ok ? {
		ok: true,
		result: {
			...wrapped.result,
			dataKey
		}
	} : wrapped;
}
// src/cli/secrets/encrypt.ts
/** Encrypts a file in its place, or into another one. */
async function runEncrypt(named, options, terminal) {
	const world = await openSecretsWorld(terminal);
	const source = loadFile(named, options, terminal);
	const target = options.output === void 0 ? source : findFile(options.output, options, terminal);
	if (target !== source && target.bytes !== void 0) throw new Failure("usage", say`${name(target.path)} exists already`);
	if (sopsFormatOf(target.path) !== sopsFormatOf(source.path)) throw new Failure("usage", say`${name(target.path)} has another format than ${name(source.path)}`);
	if (sopsFormatOf(source.path) !== "binary" && !isText(source)) throw new Failure("usage", say`${name(named)} is no UTF-8 text`);
	const rule = await whenLoaded(() => ruleOfNew(target, options.recipient, world, terminal));
	const content = world.run.cipher.keepBytes(source.bytes);
	const encrypted = await encryptText({
		path: source.path,
		text: withoutMark(source.text),
		content
	}, rule, world);
	if (!encrypted.ok) return tellProblems(source, encrypted.problems, terminal, world);
	if (Buffer.byteLength(encrypted.result) > 1e7) throw new Failure("usage", say`${name(target.path)} would be larger than ${MAX_FILE_BYTES} bytes, and Cairn reads no such file`);
	if (options.dryRun === true) terminal.err(`would encrypt ${target.path} to ${rule.groups.flat().join(", ")}; nothing was written\n`);
	else {
		if (target === source) saveFile(source, encrypted.result);
		else createFile(target.file.top, target.file.path, encrypted.result);
		terminal.err(`encrypted ${target.path}\n`);
	}
	if (headHas(source.file)) terminal.err(`${source.path} has been committed in clear: its values stay readable in Git's history, so change them where they come from\n`);
	return 0;
}
/** What holds for a new file: its rule in `.sops.yaml`, or the recipients that were named. */
function ruleOfNew({ file, path }, named, world, terminal) {
	const rule = openRuleBook(world.run.regexp, terminal).ruleOf(file);
	const how = {
		selector: rule?.selector ?? DEFAULT_SELECTOR,
		macOnlyEncrypted: rule?.macOnlyEncrypted ?? false
	};
	if (named.length > 0) return {
		...how,
		groups: [[...new Set(named)]],
		threshold: 1
	};
	if (rule === void 0) throw new Failure("usage", say`no rule of .sops.yaml says who is to open ${name(path)}`, say`add one, such as creation_rules: [{age: age1…}], or name somebody with --recipient`);
	const foreign = rule.groups.flat().find(({ type }) => type !== "age");
	if (foreign !== void 0) throw new Failure("usage", say`the rule for ${name(path)} has keys of ${name(foreign.type)}, to which Cairn cannot encrypt`, say`sops does it`);
	return {
		...how,
		groups: ageRecipientsOf(rule).map((group) => [...new Set(group)]),
		threshold: rule.threshold
	};
}
export { sealEdited as a, encryptText as i, runEncrypt as n, encryptDocuments as r, ruleOfNew as t };
