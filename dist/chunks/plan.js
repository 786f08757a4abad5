import { Gs as name, Gt as SopsRefusal, It as Selection, J as revealBytes, Jt as refuse, Ks as say, Kt as attempt, Qs as Secret, Qt as entriesOf, Rs as pointer, Rt as unsealsItself, Ws as list, Zt as childOf, an as rewrite, in as newText, ka as parseEnvelope, nn as newList, o as keyOf, q as reveal, qt as problem, rn as newMapping, tn as newLeaf } from "./shared.js";
import { C as readSops, D as flattenName, E as METADATA_KEY, T as isMergeable, _ as additionalOf, g as yamlScalar, h as yamlKey, v as macOf, y as openLeaves } from "./sealed.js";
import { i as wrapDataKey, n as proveOpens, r as readSecret, t as openSecret } from "./world.js";
import { Buffer } from "node:buffer";
// src/stages/sops/clear.ts
/**
* A secret as it stands in clear: in the text that `decrypt` prints, and at a leaf that the file's selector leaves in
* clear. One of the few importers of `reveal`; whoever calls this writes plaintext.
*
* @throws SopsRefusal `not-representable` for bytes, which no text format can hold
*/
function inClear(value) {
	if (!(value instanceof Secret)) return value;
	if (value.type === "bytes") return refuse("not-representable");
	return {
		type: value.type === "comment" ? "str" : value.type,
		text: reveal(value)
	};
}
/** The same as bytes, which a file of SOPS's binary format may hold. */
function bytesInClear(value) {
	return value instanceof Secret ? revealBytes(value) : Buffer.from(value.text, "utf8");
}
// src/stages/sops/emit.ts
const SOPS_STYLE = {
	unit: 4,
	lineBreak: "\n"
};
/**
* Writes documents in SOPS's own formatting: YAML with four columns a level, JSON with tabs, dotenv with a line a
* value. Leaves are in clear or envelopes: sealing comes before.
*
* @throws SopsRefusal `not-representable` for what the format cannot hold
*/
function emit(documents, format) {
	switch (format) {
		case "yaml": return documents.map(({ root }) => entriesOf(root).length === 0 ? "{}\n" : `${yamlLines(root, 0, SOPS_STYLE).join("\n")}\n`).join("---\n");
		case "json":
		case "binary": return `${json(documents[0]?.root ?? refuse("not-representable"), 0)}\n`;
		case "env": return (documents[0]?.root.items ?? []).map((item) => `${item.kind === "comment" ? `#${commentText(item.text)}` : envLine(item.key, item.node)}\n`).join("");
		case "ini": return refuse("read-only");
	}
}
function commentText(text) {
	return text instanceof Secret || text.includes("\n") ? refuse("not-representable") : text;
}
/** What is written of a leaf. A secret that nothing has sealed is refused, never printed. */
function written(value) {
	if (value instanceof Secret) throw new TypeError("a secret was about to be written");
	return value;
}
/** The lines of a container, each indented by `column`. */
function yamlLines(container, column, style) {
	const pad = " ".repeat(column);
	const lines = [];
	let inline = [];
	for (const item of container.items) {
		if (item.kind === "comment") {
			if (item.written === "inline") inline.push(commentText(item.text));
			else lines.push(`${pad}#${commentText(item.text)}`);
			continue;
		}
		const [head = "", ...rest] = entryLines(item.key, item.node, column, style);
		const isOneLine = rest.length === 0;
		if (!isOneLine) lines.push(...inline.map((text) => `${pad}#${text}`));
		lines.push(pad + head + (isOneLine ? inline.map((text) => ` #${text}`).join("") : ""), ...rest);
		inline = [];
	}
	return [...lines, ...inline.map((text) => `${pad}#${text}`)];
}
/** The column of what is nested under another: the next multiple of a level, as go-yaml has it. */
function below(column, unit) {
	return unit * Math.floor((column + unit) / unit);
}
/** The lines of an entry; the first without its indentation, the others with theirs. */
function entryLines(key, node, column, style) {
	const head = key === null ? "-" : `${yamlKey(key, "block")}:`;
	const nested = below(column, style.unit);
	if (node.kind === "leaf") {
		const place = {
			context: "block",
			indent: nested,
			lineBreak: "\n"
		};
		const [first = "", ...rest] = yamlScalar(written(node.value), place).split("\n");
		return [`${head} ${first}`, ...rest];
	}
	if (entriesOf(node).length === 0) return [`${head} ${node.kind === "mapping" ? "{}" : "[]"}`];
	if (key !== null) return [head, ...yamlLines(node, nested, style)];
	const [first = "", ...rest] = yamlLines(node, column + 2, style);
	return [`- ${first.slice(column + 2)}`, ...rest];
}
/** A node as JSON with tabs, as Go writes it, indented by `depth` from the second line on. */
function json(node, depth, indent = "	", lineBreak = "\n") {
	if (node.kind === "leaf") return jsonScalar(written(node.value));
	const entries = entriesOf(node);
	const [open, close] = node.kind === "mapping" ? "{}" : "[]";
	if (entries.length === 0) return `${open ?? ""}${close ?? ""}`;
	const pad = lineBreak + indent.repeat(depth + 1);
	const parts = entries.map(({ key, node: child }) => {
		const value = json(child, depth + 1, indent, lineBreak);
		return pad + (key === null ? value : `${jsonString(key)}: ${value}`);
	});
	return `${open ?? ""}${parts.join(",")}${lineBreak}${indent.repeat(depth)}${close ?? ""}`;
}
function jsonScalar(value) {
	if (value === null) return "null";
	if (value.type === "bool") return value.text === "True" ? "true" : "false";
	if (value.type === "int") return value.text;
	if (value.type === "float") return /^[-0-9.]+$/.test(value.text) ? value.text : refuse("not-representable");
	return jsonString(value.text);
}
/** A text as Go's `encoding/json` writes it. */
function jsonString(text) {
	return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** A line of a dotenv file, without its end. */
function envLine(key, node) {
	if (key === null || node.kind !== "leaf" || /[=\n]|^#|^$/.test(key)) return refuse("not-representable");
	return `${key}=${envText(written(node.value))}`;
}
function envText(value) {
	if (value === null) return refuse("not-representable");
	if (value.text.includes("\\n")) return refuse("not-representable");
	return value.text.replaceAll("\n", "\\n");
}
/** Metadata as the flat entries that dotenv files have. */
function flatLines(node, path) {
	if (node.kind === "leaf") {
		const value = written(node.value);
		const text = value?.type === "bool" ? jsonScalar(value) : envText(value);
		return [`${METADATA_KEY}_${flattenName(path)}=${text}`];
	}
	return entriesOf(node).flatMap(({ key, node: child }, i) => flatLines(child, [...path, key ?? i]));
}
// src/stages/sops/reopen.ts
/**
* Reads a text that was made of an opened file, and opens it with the same data key, its MAC not yet renewed.
*
* @throws Error where it cannot be read, which is a mistake of this program; nothing has been written then
*/
function reopened(from, text, run) {
	const again = readAgain(from, text, run);
	if (again === void 0) throw new Error("an edited file could not be read again");
	return again;
}
/** The same; `undefined` where it cannot be read. */
function readAgain({ file, dataKey }, text, run) {
	const read = readSops(text, file.format);
	if (!read.ok) return void 0;
	const problems = [];
	const again = openLeaves(read.result, dataKey, run, problems);
	return problems.length > 0 ? void 0 : again;
}
// src/stages/sops/check-edited.ts
/**
* Proves that an edited text says of every value that was not edited what it said before, and has nothing else: an edit
* in a text could in principle take a neighbour with it. Values below an edited pointer, and the items of a list of
* which one was edited, are left out.
*
* @throws Error on a difference, which is a mistake of this program; nothing has been written then
*/
function checkEdited(before, after, edits, cipher) {
	const edited = edits.map(({ op, document = 0, tokens }) => ({
		document,
		tokens: op === "delete" ? listOf(before, document, tokens) : tokens
	}));
	const untouched = ({ document, tokens }) => !edited.some((edit) => edit.document === document && edit.tokens.every((token, i) => tokens[i] === token));
	const [was, is] = [before.leaves.filter(untouched), after.leaves.filter(untouched)];
	if (!(was.length === is.length && was.every((leaf, i) => sameLeaf(leaf, is[i], cipher)))) throw new Error("an edit would have changed other values; nothing was written");
}
/** Deleting an item moves those behind it: the whole list counts as edited then. */
function listOf({ leaves }, document, tokens) {
	const last = tokens.at(-1) ?? "";
	return /^\d+$/.test(last) && leaves.some((leaf) => leaf.document === document && leaf.keys.length < leaf.tokens.length) ? tokens.slice(0, -1) : tokens;
}
function sameLeaf(a, b, cipher) {
	if (b === void 0 || a.document !== b.document || a.tokens.join("\0") !== b.tokens.join("\0")) return false;
	return a.value === b.value || a.value !== null && b.value !== null && cipher.same(a.value, b.value);
}
// src/stages/sops/json-numbers.ts
const NO_NUMBERS = [
	"NaN",
	"+Inf",
	"-Inf"
];
/** Whether a value is a float for which JSON has no form: nobody could write out the file that holds it. */
function isNoNumber(value, format, cipher) {
	if (format !== "json" || value.type !== "float") return false;
	return NO_NUMBERS.some((text) => cipher.same(value, {
		type: "float",
		text
	}));
}
// src/stages/sops/splice.ts
/** Applies changes that do not overlap. */
function applySplices(text, splices) {
	let result = "";
	let at = 0;
	for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
		result += text.slice(at, splice.start) + splice.text;
		at = splice.end;
	}
	return result + text.slice(at);
}
/** A tag that says of what type a scalar is, which the new one need not be, and an anchor behind it. */
const TAG = /(?<![^ \t\r\n[{,])!!(?:str|int|float|bool|null|timestamp)[ \t]+(&[^ \t\r\n]+[ \t]+)?$/;
/** Characters before a scalar in which they are looked for. */
const TAG_LENGTH = 200;
/**
* Changes single values of a text and nothing around them: lines, comments, quotes and order stay. Knows the three
* layouts: by indentation (YAML), between brackets (JSON, YAML), and lines (dotenv).
*/
var Splicer = class {
	#text;
	#format;
	#lineBreak;
	#unit;
	constructor(text, format, unit) {
		this.#text = text;
		this.#format = format;
		this.#lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
		this.#unit = unit;
	}
	/** Gives a leaf another value, in the quotes or block that it has. */
	replaceLeaf({ container }, entry, value) {
		const { start, end } = entry.node;
		if (this.#format === "env") return {
			start,
			end,
			text: envText(clear(value))
		};
		const raw = this.#text.slice(start, end);
		const text = (start === end && this.#format === "yaml" && !/\s/.test(this.#text.charAt(start - 1)) ? " " : "") + this.#scalar(raw, value, entry, container);
		const tagged = this.#format === "yaml" ? TAG.exec(this.#text.slice(Math.max(0, start - TAG_LENGTH), start)) : null;
		if (tagged === null) return {
			start,
			end,
			text
		};
		const [whole, anchor = ""] = tagged;
		return {
			start: start - whole.length,
			end,
			text: anchor + text
		};
	}
	#scalar(raw, value, entry, container) {
		const plain = clear(value);
		if (this.#format !== "yaml") return jsonScalar(plain);
		if (plain?.type === "str" && /^[\w[\],:=+/.-]*$/.test(plain.text) && plain.text !== "" && (raw.startsWith("\"") || raw.startsWith("'"))) return raw.charAt(0) + plain.text + raw.charAt(0);
		const indent = /^[|>][^\n]*\n(?:[ \t]*\r?\n)*( +)/.exec(raw)?.[1]?.length ?? below(this.#columnOf(entry.start), this.#unit);
		const text = yamlScalar(plain, {
			context: container.layout === "flow" ? "flow" : "block",
			indent,
			lineBreak: this.#lineBreak
		});
		return plain?.type === "str" && raw.startsWith("\"") && !/^["'|]/.test(text) ? JSON.stringify(plain.text) : text;
	}
	/** Puts an entry behind the last one of a container. */
	insert(placed, key, node, rootEnd) {
		const { container, tail } = placed;
		const last = entriesOf(container).findLast((entry) => entry !== tail);
		if (container.layout === "lines") return this.#line(last === void 0 ? rootEnd.offset : this.#afterLine(endOf(last)), envLine(key, node));
		if (container.layout === "flow") return this.#insertFlow(placed, last, key, node);
		if (last === void 0) return this.#line(rootEnd.offset, this.#block(key, node, placed.column));
		const column = this.#columnOf(last.start);
		return this.#line(this.#afterLine(endOf(last)), " ".repeat(column) + this.#block(key, node, column));
	}
	/** The lines of an entry, joined; the first without its indentation. */
	#block(key, node, column) {
		return entryLines(key, node, column, {
			unit: this.#unit,
			lineBreak: this.#lineBreak
		}).join(this.#lineBreak);
	}
	/** A line of its own at an offset that starts a line, or ends the text. */
	#line(offset, text) {
		return {
			start: offset,
			end: offset,
			text: (offset > 0 && this.#text.charAt(offset - 1) !== "\n" ? this.#lineBreak : "") + text + this.#lineBreak
		};
	}
	#insertFlow(placed, last, key, node) {
		const { container, parent, column, tail } = placed;
		const { start, end } = container;
		if (last === void 0 && tail !== void 0) {
			const before = this.#text.slice(Math.max(start + 1, this.#lineStart(tail.start)), tail.start);
			const gap = before.trim() === "" && before !== "" ? this.#lineBreak + before : " ";
			return {
				start: tail.start,
				end: tail.start,
				text: `${this.#flowEntry(key, node, 1)},${gap}`
			};
		}
		if (last === void 0 && this.#format === "yaml" && parent !== void 0) {
			const fresh = {
				...container,
				layout: "block",
				items: [{
					kind: "entry",
					key,
					start: -1,
					keyEnd: -1,
					node
				}]
			};
			return {
				start,
				end,
				text: this.#lineBreak + yamlLines(fresh, column, {
					unit: this.#unit,
					lineBreak: "\n"
				}).join(this.#lineBreak)
			};
		}
		const depth = this.#format === "yaml" ? 0 : this.#depthOf(start);
		const text = this.#flowEntry(key, node, depth + 1);
		if (last === void 0) {
			const pad = this.#format === "yaml" ? "" : this.#lineBreak + this.#jsonIndent().repeat(depth + 1);
			const close = pad === "" ? "" : this.#lineBreak + this.#jsonIndent().repeat(depth);
			return {
				start: start + 1,
				end: end - 1,
				text: pad + text + close
			};
		}
		const before = this.#text.slice(Math.max(start, this.#lineStart(last.start)), last.start);
		const isOwnLine = before.trim() === "";
		const at = endOf(last);
		return {
			start: at,
			end: at,
			text: isOwnLine ? `,${this.#lineBreak}${before}${text}` : `, ${text}`
		};
	}
	#flowEntry(key, node, depth) {
		if (this.#format !== "yaml") {
			const value = json(node, depth, this.#jsonIndent(), this.#lineBreak);
			return key === null ? value : `${jsonString(key)}: ${value}`;
		}
		const value = node.kind === "leaf" ? yamlScalar(clear(node.value), {
			context: "flow",
			indent: 0,
			lineBreak: "\n"
		}) : json(node, 0, "", " ");
		return key === null ? value : `${yamlKey(key, "flow")}: ${value}`;
	}
	/** What one level of a JSON file is indented by. */
	#jsonIndent() {
		return /\n([ \t]+)"/.exec(this.#text)?.[1] ?? "	";
	}
	#depthOf(offset) {
		const indent = this.#jsonIndent();
		const lead = /^[ \t]*/.exec(this.#text.slice(this.#lineStart(offset)))?.[0] ?? "";
		return Math.round(lead.length / indent.length);
	}
	/** Takes an entry out, with its lines. A container that has no other becomes `{}` or `[]`; comments stay. */
	remove({ container, parent }, entry) {
		const entries = entriesOf(container);
		const index = entries.indexOf(entry);
		const [previous, next] = [entries[index - 1], entries[index + 1]];
		if (container.layout === "flow") {
			if (entries.length === 1) return [{
				start: container.start + 1,
				end: container.end - 1,
				text: ""
			}];
			if (previous !== void 0) return [{
				start: endOf(previous),
				end: endOf(entry),
				text: ""
			}];
			return [{
				start: entry.start,
				end: next?.start ?? endOf(entry),
				text: ""
			}];
		}
		const isFirstOnLine = this.#text.slice(this.#lineStart(entry.start), entry.start).trim() === "";
		const empty = parent === void 0 || entries.length > 1 ? [] : [this.#emptied(container, parent)];
		if (isFirstOnLine) return [...empty, {
			start: this.#lineStart(entry.start),
			end: this.#afterLine(endOf(entry)),
			text: ""
		}];
		if (next !== void 0) return [{
			start: entry.start,
			end: next.start,
			text: ""
		}];
		return [{
			start: entry.start,
			end: endOf(entry),
			text: container.kind === "mapping" ? "{}" : "[]"
		}];
	}
	#emptied(container, parent) {
		const colon = parent.key === null ? parent.keyEnd : this.#text.indexOf(":", parent.keyEnd) + 1;
		return {
			start: colon,
			end: colon,
			text: container.kind === "mapping" ? " {}" : " []"
		};
	}
	/** Gives an entry another value where either is a collection; its key and place stay. */
	replaceNode({ container }, entry, node) {
		const { start, end } = entry.alias ?? entry.node;
		if (container.layout === "lines") return refuse("not-representable");
		if (container.layout === "flow") return {
			start,
			end,
			text: this.#flowValue(node, start)
		};
		const column = this.#columnOf(entry.start);
		const lines = entryLines(entry.key, node, column, {
			unit: this.#unit,
			lineBreak: this.#lineBreak
		});
		const head = entry.key === null ? "-" : `${yamlKey(entry.key, "block")}:`;
		const colon = entry.key === null ? entry.keyEnd : this.#text.indexOf(":", entry.keyEnd) + 1;
		const [first = "", ...rest] = lines;
		return {
			start: colon,
			end: Math.max(end, colon),
			text: [first.slice(head.length), ...rest].join(this.#lineBreak)
		};
	}
	#flowValue(node, start) {
		if (this.#format === "yaml") return json(node, 0, "", " ");
		return json(node, this.#depthOf(start), this.#jsonIndent(), this.#lineBreak);
	}
	/** An entry of a line alone, rewritten: for metadata of dotenv files. */
	replaceLines(entries, lines) {
		const [first, ...others] = entries;
		if (first === void 0) return [];
		const text = lines.map((line) => line + this.#lineBreak).join("");
		return [{
			start: this.#lineStart(first.start),
			end: this.#afterLine(endOf(first)),
			text
		}, ...others.map((entry) => ({
			start: this.#lineStart(entry.start),
			end: this.#afterLine(endOf(entry)),
			text: ""
		}))];
	}
	#columnOf(offset) {
		return offset - this.#lineStart(offset);
	}
	#lineStart(offset) {
		return this.#text.lastIndexOf("\n", offset - 1) + 1;
	}
	/** Where the line after an offset's starts. */
	#afterLine(offset) {
		const found = this.#text.indexOf("\n", offset);
		return found < 0 ? this.#text.length : found + 1;
	}
};
/** Where the text of an entry ends. */
function endOf({ node, alias, keyEnd }) {
	if (alias !== void 0) return alias.end;
	if (node.kind === "leaf" || node.layout !== "block") return Math.max(node.end, keyEnd);
	const last = entriesOf(node).at(-1);
	return last === void 0 ? Math.max(node.end, keyEnd) : endOf(last);
}
function clear(value) {
	if (value instanceof Secret) throw new TypeError("a secret was about to be written");
	return value;
}
// src/stages/sops/stamp.ts
/** The changes that give every metadata block of a file a new time, and the MAC of its values under it. */
function stampSplices(opened, now, cipher) {
	const { file, leaves, dataKey } = opened;
	const mac = cipher.seal(macOf(leaves, file.metadata.macOnlyEncrypted, cipher), now, dataKey);
	return file.blocks.flatMap((block) => [fieldSplice(opened, block, "lastmodified", now), fieldSplice(opened, block, "mac", mac)]);
}
/** Gives a field of the metadata another text. */
function fieldSplice({ file }, { block }, field, text) {
	const entry = childOf(block, field);
	if (entry?.node.kind !== "leaf") return refuse("bad-metadata", {
		start: block.start,
		end: block.end,
		tokens: [field]
	});
	const placed = {
		container: block,
		parent: void 0,
		column: 0
	};
	return new Splicer(file.text, file.format, 0).replaceLeaf(placed, entry, newText(text).value);
}
// src/stages/sops/edit.ts
/**
* Changes values of an opened file in its text: the lines of these values, `mac` and `lastmodified` change and nothing
* else; unchanged values keep their ciphertext. `set` puts in what is missing, mappings on the way included, behind the
* last entry of its mapping. Edits that change nothing give the same text.
*
* What was written is read and opened again before it is returned: that every other value is still what it was is
* checked, not assumed.
*
* @param now RFC 3339 in UTC and whole seconds
* @returns the new text; or `no-such-value`, `through-alias`, `reserved-key`, `not-representable`, `read-only`
*/
function editSops(opened, edits, now, run) {
	return attempt(() => {
		if (opened.file.format === "ini") refuse("read-only");
		const at = applyEdits(opened, edits, run);
		if (at === opened) return opened.file.text;
		checkEdited(opened, at, edits, run.cipher);
		return stamped(at, now, run);
	});
}
/** The text with a new MAC and time. */
function stamped(at, now, run) {
	return applySplices(at.file.text, stampSplices(at, now, run.cipher));
}
/** Applies edits one after another; those that give existing leaves other values go together, in one reading. */
function applyEdits(opened, edits, run) {
	let at = opened;
	let pending = [];
	const standing = /* @__PURE__ */ new Set();
	const flush = () => {
		if (pending.length > 0) at = reopened(at, applySplices(at.file.text, pending), run);
		pending = [];
		standing.clear();
	};
	for (const edit of edits) {
		const key = JSON.stringify([edit.document ?? 0, ...edit.tokens]);
		const isSimple = (editor) => edit.op === "set" && edit.value.kind === "leaf" && editor.hasLeaf(edit.tokens);
		if (standing.has(key) || !isSimple(new Editor(at, edit.document ?? 0, run))) flush();
		const editor = new Editor(at, edit.document ?? 0, run);
		pending.push(...editor.splices(edit));
		if (isSimple(editor)) standing.add(key);
		else flush();
	}
	flush();
	return at;
}
/** Columns of one level in a YAML file: those of the first mapping in another; 4 where there is none. */
function unitOf({ text, documents, blocks }) {
	const column = (offset) => offset - (text.lastIndexOf("\n", offset - 1) + 1);
	for (const root of [...documents.map((document) => document.root), ...blocks.map(({ block }) => block)]) for (const entry of entriesOf(root)) {
		const first = entry.node.kind === "leaf" || entry.node.layout !== "block" ? void 0 : entriesOf(entry.node)[0];
		const unit = first === void 0 ? 0 : column(first.start) - column(entry.start);
		if (unit > 0) return unit;
	}
	return 4;
}
/** Where a document takes its first entry: before its metadata, else at the end of the text. */
function rootEndOf({ text, blocks }, document) {
	const first = blocks.find((block) => block.document === document)?.entries[0];
	return { offset: first === void 0 ? text.length : text.lastIndexOf("\n", first.start - 1) + 1 };
}
var Editor = class {
	#opened;
	#document;
	#run;
	#splicer;
	#unit;
	constructor(opened, document, run) {
		this.#opened = opened;
		this.#document = document;
		this.#run = run;
		this.#unit = unitOf(opened.file);
		this.#splicer = new Splicer(opened.file.text, opened.file.format, this.#unit);
	}
	splices(edit) {
		if (edit.op === "delete") return this.#delete(edit.tokens);
		return edit.op === "set" ? this.#set(edit.tokens, edit.value) : this.#append(edit.tokens, edit.value);
	}
	/** Whether a scalar stands at a pointer. */
	hasLeaf(tokens) {
		return this.#find(tokens).entry?.node.kind === "leaf";
	}
	#delete(tokens) {
		const { placed, entry } = this.#find(tokens);
		if (entry === void 0) return refuse("no-such-value", {
			document: this.#document,
			tokens
		});
		return this.#splicer.remove(placed, entry);
	}
	#append(tokens, value) {
		const { entry } = this.#find(tokens);
		const list = entry?.node;
		if (entry === void 0 || list?.kind !== "list") return refuse("no-such-value", {
			document: this.#document,
			tokens
		});
		if (entry.alias !== void 0) return refuse("through-alias", {
			...entry.alias,
			document: this.#document,
			tokens
		});
		const placed = {
			container: list,
			parent: entry,
			column: this.#columnBelow(entry)
		};
		const keys = this.#keysOf(tokens);
		return [this.#splicer.insert(placed, null, this.#sealedNode(value, keys, placed), this.#rootEnd())];
	}
	#set(tokens, value) {
		if (this.#opened.file.format === "yaml" && tokens.at(-1) === "<<" && !isMergeable(value)) refuse("not-representable", {
			document: this.#document,
			tokens
		});
		const { placed, entry, depth } = this.#find(tokens);
		if (entry !== void 0) return this.#replace(placed, entry, tokens, value);
		const [first = "", ...below] = tokens.slice(depth);
		if (placed.container.kind === "list") return refuse("no-such-value", {
			document: this.#document,
			tokens
		});
		const node = below.reduceRight((inner, key) => newMapping([[key, inner]]), value);
		const keys = [...this.#keysOf(tokens.slice(0, depth)), first];
		return [this.#splicer.insert(placed, first, this.#sealedNode(node, keys, placed), this.#rootEnd())];
	}
	#replace(placed, entry, tokens, value) {
		if (entry.node.kind !== "leaf" || value.kind !== "leaf" || entry.alias !== void 0) {
			const node = this.#sealedNode(value, this.#keysOf(tokens), placed);
			return [this.#splicer.replaceNode(placed, entry, node)];
		}
		const leaf = entry.node;
		const standing = this.#opened.leaves.filter((open) => open.leaf === leaf);
		if (standing.length !== 1) return refuse("through-alias", {
			...leaf,
			document: this.#document,
			tokens
		});
		const [old] = standing;
		const next = value.value;
		if (old.value === next || old.value !== null && next !== null && this.#run.cipher.same(old.value, next)) return [];
		return [this.#splicer.replaceLeaf(placed, entry, this.#sealedLeaf(next, old.keys, old.selected).value)];
	}
	#sealedLeaf(value, keys, selected) {
		if (value === null) return newLeaf(null);
		if (isNoNumber(value, this.#opened.file.format, this.#run.cipher)) refuse("not-representable", { document: this.#document });
		if (value.type === "str" && this.#run.cipher.same(value, {
			type: "str",
			text: ""
		})) return newText("");
		if (!selected) return newLeaf(inClear(value));
		return newText(this.#run.cipher.seal(value, additionalOf(keys), this.#opened.dataKey));
	}
	#sealedComment(comment, keys) {
		if (comment.text === "") return comment;
		const { selector } = this.#opened.file.metadata;
		const text = this.#run.cipher.sealComment(comment.text, additionalOf(keys), this.#opened.dataKey);
		if (unsealsItself(selector, text, this.#run.regexp)) refuse("bad-selector", { tokens: [selector.kind] });
		return {
			...comment,
			text
		};
	}
	/** A new node with its selected leaves sealed, as they are selected behind the last entry of a container. */
	#sealedNode(node, keys, placed) {
		const selection = this.#selectionAtEnd(placed);
		if (node.kind === "leaf") {
			const visit = {
				document: this.#document,
				item: node,
				keys,
				tokens: [],
				aliased: false
			};
			return this.#sealedLeaf(node.value, keys, selection.selects(visit));
		}
		const root = {
			kind: "mapping",
			layout: "block",
			start: -1,
			end: -1,
			items: node.items
		};
		const [document] = rewrite([{ root }], {
			visit: (visit) => {
				const at = {
					...visit,
					keys: [...keys, ...visit.keys]
				};
				const selected = selection.selects(at);
				if (visit.item.kind === "comment") return selected ? this.#sealedComment(visit.item, at.keys) : visit.item;
				return this.#sealedLeaf(visit.item.value, at.keys, selected);
			},
			enter: () => selection.enter(),
			leave: () => selection.leave(),
			after: () => selection.after()
		});
		return {
			...node,
			items: document.root.items
		};
	}
	/** The selection as it is behind the last entry of a container: comments of its parents are in force. */
	#selectionAtEnd({ container: standing, parent }) {
		const { file } = this.#opened;
		const selection = new Selection(file.metadata.selector, this.#run.regexp);
		let found = false;
		const document = file.documents[this.#document];
		const container = parent === void 0 ? document.root : standing;
		const unlessFound = (step) => {
			if (!found) step();
		};
		rewrite([document], {
			visit: (visit) => {
				unlessFound(() => selection.selects(visit));
			},
			enter: () => unlessFound(() => selection.enter()),
			leave: (left) => {
				if (left === container) {
					unlessFound(() => selection.after());
					found = true;
				}
				unlessFound(() => selection.leave());
			},
			after: () => unlessFound(() => selection.after())
		});
		return selection;
	}
	#checkKey(tokens) {
		const [first = ""] = tokens;
		if (this.#opened.file.format === "env" ? first.startsWith("sops_") : first === "sops") refuse("reserved-key", {
			document: this.#document,
			tokens
		});
	}
	/** The entry at a pointer, or the deepest container on the way and how many tokens lead there. */
	#find(tokens) {
		this.#checkKey(tokens);
		let placed = this.#root(tokens);
		for (const [depth, token] of tokens.entries()) {
			const entry = childOf(placed.container, token);
			if (entry === void 0 || depth === tokens.length - 1) return {
				placed,
				entry,
				depth
			};
			if (entry.alias !== void 0) return refuse("through-alias", {
				...entry.alias,
				document: this.#document,
				tokens
			});
			if (entry.node.kind === "leaf") return refuse("no-such-value", {
				...entry.node,
				document: this.#document,
				tokens
			});
			placed = {
				container: entry.node,
				parent: entry,
				column: this.#columnBelow(entry)
			};
		}
		return refuse("no-such-value", {
			document: this.#document,
			tokens
		});
	}
	/** The root of the document with its metadata, which is one of its entries in the text. */
	#root(tokens) {
		const { file } = this.#opened;
		const { root } = file.documents[this.#document] ?? refuse("no-such-value", {
			document: this.#document,
			tokens
		});
		const tail = root.layout === "lines" ? void 0 : file.blocks.find(({ document }) => document === this.#document)?.entries[0];
		if (tail === void 0) return {
			container: root,
			parent: void 0,
			column: 0
		};
		const items = [...root.items, tail].sort((a, b) => a.start - b.start);
		return {
			container: {
				...root,
				items
			},
			parent: void 0,
			column: 0,
			tail
		};
	}
	#columnBelow(entry) {
		const { text } = this.#opened.file;
		return below(entry.start - (text.lastIndexOf("\n", entry.start - 1) + 1), this.#unit);
	}
	/** The keys of mappings on the way to a pointer. */
	#keysOf(tokens) {
		const keys = [];
		let node = this.#opened.file.documents[this.#document]?.root;
		for (const token of tokens) {
			const child = node === void 0 || node.kind === "leaf" ? void 0 : childOf(node, token);
			if (child === void 0 || child.key !== null) keys.push(token);
			node = child?.node;
		}
		return keys;
	}
	#rootEnd() {
		return rootEndOf(this.#opened.file, this.#document);
	}
};
// src/stages/sops/metadata-node.ts
/** The version of SOPS whose form is written. Its command line compares it, nothing is read by it. */
const SOPS_VERSION = "3.13.3";
/** The block as SOPS 3.13 writes it: fields in alphabetical order, what is not used left out. */
function metadataNode(metadata, mac, isBinary = false) {
	const { groups, threshold, selector, macOnlyEncrypted, lastModified } = metadata;
	const fields = [
		["lastmodified", newText(lastModified)],
		["mac", newText(mac)],
		["version", newText(SOPS_VERSION)]
	];
	if (groups.length === 1) fields.push(["age", keyList(groups[0] ?? [])]);
	else fields.push(["key_groups", newList(groups.map(groupNode))], ["shamir_threshold", newInt(threshold ?? groups.length)]);
	if (!isBinary) fields.push([selector.kind, newText(selector.pattern)]);
	if (macOnlyEncrypted) fields.push(["mac_only_encrypted", {
		kind: "leaf",
		start: -1,
		end: -1,
		value: {
			type: "bool",
			text: "True"
		}
	}]);
	return newMapping(fields.sort(([a], [b]) => a < b ? -1 : 1));
}
function newInt(value) {
	return {
		kind: "leaf",
		start: -1,
		end: -1,
		value: {
			type: "int",
			text: String(value)
		}
	};
}
/** An entry of `key_groups`; SOPS writes the empty list too. */
function groupNode(keys) {
	return newMapping([["age", keyList(keys)], ["hc_vault", newList([])]]);
}
function keyList(keys) {
	return newList(keys.map(keyNode));
}
function keyNode({ recipient, enc }) {
	return newMapping([["enc", newText(enc)], ["recipient", newText(recipient)]]);
}
// src/stages/sops/recipients.ts
/**
* Gives a file other age recipients: lines of keys that stay are not touched, nor is anything outside the metadata.
* Values, `mac` and `lastmodified` stay, as with `sops updatekeys`: the data key is the same. Keys of other types stay.
*
* @returns the new text; or `read-only` (INI), `bad-metadata` where the block stands in no form that can be edited
*/
function setKeys(file, keys) {
	return attempt(() => {
		if (file.format === "ini") refuse("read-only");
		if (file.format === "env") return applySplices(file.text, flatSplices(file, keys));
		let at = isRestructured(file, keys) ? restructured(file, keys) : file;
		for (let step = nextStep(at, keys); step.length > 0; step = nextStep(at, keys)) at = reread(at, step);
		return at.text;
	});
}
function reread({ text, format }, splices) {
	const read = readSops(applySplices(text, splices), format);
	if (!read.ok) throw new Error("edited metadata could not be read again");
	return read.result;
}
function isRestructured({ metadata }, { groups, threshold }) {
	if (metadata.grouped !== groups.length > 1) return true;
	if (!metadata.grouped) return false;
	return metadata.groups.length !== groups.length || metadata.threshold !== (threshold ?? groups.length);
}
const KEY_FIELDS = [
	"age",
	"key_groups",
	"shamir_threshold"
];
/** Replaces the whole list of keys, or of groups, in every document. */
function restructured(file, keys) {
	let at = file;
	for (const index of file.blocks.keys()) {
		for (const [field, node] of structureOf(keys)) {
			const { splicer, placed } = blockAt(at, index);
			at = reread(at, [splicer.insert(placed, field, node, rootEndOf(at, placedDocument(at, index)))]);
		}
		for (const field of KEY_FIELDS) {
			const { splicer, placed } = blockAt(at, index);
			const standing = entriesOf(placed.container).filter(({ key }) => key === field);
			const isNew = structureOf(keys).some(([name]) => name === field);
			const [old] = standing;
			if (old !== void 0 && standing.length > (isNew ? 1 : 0)) at = reread(at, splicer.remove(placed, old));
		}
	}
	return at;
}
function placedDocument(file, index) {
	return file.blocks[index].document;
}
function structureOf({ groups, threshold }) {
	const { items } = metadataNode({
		groups,
		...threshold === void 0 ? {} : { threshold },
		selector: {
			kind: "encrypted_regex",
			pattern: ""
		},
		macOnlyEncrypted: false,
		lastModified: ""
	}, "");
	return items.flatMap((item) => item.kind === "entry" && item.key !== null && KEY_FIELDS.includes(item.key) ? [[item.key, item.node]] : []);
}
function blockAt(file, index) {
	const { block, entries } = file.blocks[index];
	return {
		splicer: new Splicer(file.text, file.format, unitOf(file)),
		placed: {
			container: block,
			parent: entries[0],
			column: 0
		}
	};
}
/** The first change that a file still needs; none where it has the keys. */
function nextStep(file, { groups }) {
	for (const index of file.blocks.keys()) for (const [group, wanted] of groups.entries()) {
		const splices = groupSplices(file, index, group, wanted);
		if (splices.length > 0) return splices;
	}
	return [];
}
function groupSplices(file, index, group, wanted) {
	const { splicer, placed } = blockAt(file, index);
	const holder = file.metadata.grouped ? groupPlaced(placed, group) : placed;
	const age = childOf(holder.container, "age");
	const rootEnd = rootEndOf(file, placedDocument(file, index));
	if (age === void 0) return wanted.length === 0 ? [] : [splicer.insert(holder, "age", keyList(wanted), rootEnd)];
	if (age.node.kind !== "list") return refuse("bad-metadata", {
		...age.node,
		tokens: ["age"]
	});
	return listSplices(splicer, {
		container: age.node,
		parent: age,
		column: columnOf(file.text, age.start) + unitOf(file)
	}, age.node, wanted, rootEnd);
}
function listSplices(splicer, list, node, wanted, rootEnd) {
	const standing = entriesOf(node).map((entry) => ({
		entry,
		recipient: textAt(entry, "recipient")
	}));
	const changed = standing.flatMap(({ entry, recipient }) => {
		const enc = wanted.find((key) => key.recipient === recipient)?.enc;
		return enc === void 0 || enc === textAt(entry, "enc") ? [] : [encSplice(splicer, entry, enc)];
	});
	if (changed.length > 0) return changed;
	const missing = wanted.find(({ recipient }) => !standing.some((key) => key.recipient === recipient));
	if (missing !== void 0) return [splicer.insert(list, null, likeOthers(keyNode(missing), node), rootEnd)];
	const isRepeated = (recipient, i) => standing.findIndex((key) => key.recipient === recipient) < i;
	const surplus = standing.find(({ recipient }, i) => !wanted.some((key) => key.recipient === recipient) || isRepeated(recipient, i));
	return surplus === void 0 ? [] : splicer.remove(list, surplus.entry);
}
function encSplice(splicer, entry, enc) {
	const container = entry.node;
	const field = childOf(container, "enc");
	if (field === void 0) return refuse("bad-metadata", {
		start: entry.start,
		end: entry.keyEnd,
		tokens: ["age"]
	});
	return splicer.replaceLeaf({
		container,
		parent: entry,
		column: 0
	}, field, newText(enc).value);
}
/** SOPS before 3.13 has `recipient` before `enc`; a new key stands as the others do. */
function likeOthers(node, list) {
	const first = entriesOf(list)[0]?.node;
	if (node.kind !== "mapping" || first === void 0 || first.kind !== "mapping") return node;
	return entriesOf(first)[0]?.key === "recipient" ? {
		...node,
		items: [...node.items].reverse()
	} : node;
}
function groupPlaced({ container }, group) {
	const list = childOf(container, "key_groups");
	const entry = list === void 0 || list.node.kind === "leaf" ? void 0 : childOf(list.node, String(group));
	if (entry?.node.kind !== "mapping") return refuse("bad-metadata", {
		start: container.start,
		end: container.end,
		tokens: ["key_groups"]
	});
	return {
		container: entry.node,
		parent: entry,
		column: 0
	};
}
function textAt({ node }, field) {
	const value = node.kind === "mapping" ? childOf(node, field)?.node : void 0;
	return value?.kind === "leaf" && value.value !== null && "text" in value.value ? value.value.text : void 0;
}
function columnOf(text, offset) {
	return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
/** In dotenv files the keys are lines of their own, with numbers in their names: all of them are written anew. */
function flatSplices(file, keys) {
	const old = file.blocks[0].entries.filter(({ key }) => /^sops_(?:age__|key_groups__|shamir_threshold$)/.test(key ?? ""));
	const lines = flatLines(newMapping(structureOf(keys)), []);
	if ([...old.map(({ start, node }) => file.text.slice(start, node.end))].sort().join("\n") === [...lines].sort().join("\n")) return [];
	return new Splicer(file.text, "env", 0).replaceLines(old, lines);
}
// src/stages/sops/rotate.ts
/**
* Gives a file a new data key: every sealed value and comment is sealed anew, every key holds the new one, `mac` and
* `lastmodified` follow. What stands in clear, order, comments and form stay.
*
* @returns the new text; or `unsupported-key` where a key of another type than age would lose access, `read-only`
*/
function rotateSops(opened, rotation, run) {
	return attempt(() => {
		const { file } = opened;
		if (file.format === "ini") refuse("read-only");
		const foreign = file.metadata.groups.flatMap(({ keys }) => keys).find(({ type }) => type !== "age");
		if (foreign !== void 0) refuse("unsupported-key", foreign);
		const { dataKey, now } = rotation;
		const rekeyed = setKeys(rereadForm({
			...file,
			text: applySplices(file.text, resealSplices(opened, dataKey, run))
		}, {
			file,
			dataKey
		}, run), rotation);
		if (!rekeyed.ok) throw new SopsRefusal(rekeyed.problems[0] ?? refuse("bad-metadata"));
		const again = reopened({
			file,
			dataKey
		}, rekeyed.result, run);
		return applySplices(again.file.text, stampSplices(again, now, run.cipher));
	});
}
function rereadForm({ text }, at, run) {
	return reopened(at, text, run).file;
}
function resealSplices(opened, dataKey, { cipher }) {
	const { file, leaves, comments } = opened;
	const splicer = new Splicer(file.text, file.format, unitOf(file));
	const places = placesOf(file);
	const splices = [];
	for (const { leaf, value, keys, selected, aliased } of leaves) {
		const isSealed = selected && value !== null && "opaque" in value;
		if (aliased && isSealed) refuse("through-alias", leaf);
		if (isSealed) splices.push(leafSplice(splicer, places, leaf, cipher.seal(value, additionalOf(keys), dataKey)));
	}
	for (const { comment, opened: found } of comments) {
		if (found === void 0) continue;
		const envelope = cipher.sealComment(found.text, found.additional, dataKey);
		splices.push(comment.kind === "leaf" ? leafSplice(splicer, places, comment, envelope) : commentSplice(file, comment, envelope));
	}
	return splices;
}
/** The comment's sign stays (`#`, in INI files `;`). */
function commentSplice({ text }, { start, end }, envelope) {
	return {
		start,
		end,
		text: (/^[;#]\s*/.exec(text.slice(start, end))?.[0] ?? "#") + envelope
	};
}
function leafSplice(splicer, places, leaf, envelope) {
	const { placed, entry } = places.get(leaf);
	return splicer.replaceLeaf(placed, entry, newText(envelope).value);
}
/** The entry and container of every leaf of a file. */
function placesOf({ documents }) {
	const places = /* @__PURE__ */ new Map();
	const note = (container, parent) => {
		for (const entry of entriesOf(container)) if (entry.node.kind !== "leaf") note(entry.node, entry);
		else if (entry.alias === void 0) places.set(entry.node, {
			placed: {
				container,
				parent,
				column: 0
			},
			entry
		});
	};
	for (const { root } of documents) note(root, void 0);
	return places;
}
// src/queries/secrets/plan.ts
/** The age recipients of a file, by group. */
function recipientsOf({ groups, threshold }) {
	return {
		groups: groups.map(({ keys }) => [...new Set(keys.flatMap(({ type, name }) => type === "age" ? [name] : []))]),
		threshold
	};
}
/** Whether the keys of other types than age are those of a rule. */
function sameOtherKeys(groups, rule) {
	const idsOf = (keys) => {
		return [...new Set(keys.filter(({ type }) => type !== "age").map(keyOf))].sort();
	};
	return idsOf(groups.flatMap(({ keys }) => keys)).join("\n") === idsOf(rule.groups.flat()).join("\n");
}
/** A step that gives a file recipients; `undefined` where it has them, and keeps its data key. */
function stepFor(file, wanted, dataKey) {
	const now = recipientsOf(file.metadata);
	const [was, is] = [new Set(now.groups.flat()), new Set(wanted.groups.flat())];
	const added = [...is].filter((recipient) => !was.has(recipient));
	const removed = [...was].filter((recipient) => !is.has(recipient));
	const regrouped = !sameGroups(now, wanted) || namesTwice(file.metadata);
	if (added.length === 0 && removed.length === 0 && !regrouped && dataKey === "kept") return void 0;
	const exposed = removed.length === 0 ? [] : sealedPointers(file);
	return {
		path: file.path,
		base: file.text,
		...wanted,
		added,
		removed,
		regrouped,
		dataKey,
		exposed
	};
}
/** Whether a group has a recipient more than once. */
function namesTwice({ groups }) {
	return groups.some(({ keys }) => {
		const age = keys.flatMap(({ type, name }) => type === "age" ? [name] : []);
		return new Set(age).size < age.length;
	});
}
/** Groups as sets, in their order: a key that moves to another group changes both. */
function sameGroups(a, b) {
	if (a.groups.length !== b.groups.length || a.groups.length > 1 && a.threshold !== b.threshold) return false;
	return a.groups.every((group, i) => [...group].sort().join() === [...new Set(b.groups[i])].sort().join());
}
/** The pointers of the values of a file that are encrypted; of a stream with documents of several, each once. */
function sealedPointers({ documents }) {
	const found = /* @__PURE__ */ new Set();
	rewrite(documents, { visit: ({ item, tokens }) => {
		const value = item.kind === "leaf" ? item.value : null;
		if (value !== null && "text" in value && isValue(value.text)) found.add(pointer(tokens));
	} });
	return [...found];
}
function isValue(text) {
	const envelope = parseEnvelope(text);
	return envelope !== void 0 && envelope.type !== "comment";
}
/**
* Does a step: opens the file, verifies its MAC, and makes the new text, which is opened again before it is returned.
* Writes nothing.
*/
async function takeStep(step, world) {
	const secret = {
		path: step.path,
		text: step.base
	};
	const found = await openSecret(secret, world);
	if (!found.ok) return found;
	const { opened, keys } = found.result;
	const { run, now } = world;
	const isNew = step.dataKey === "new";
	const dataKey = isNew ? world.keys.fresh() : keys.dataKey;
	const parts = isNew || step.regrouped ? world.keys.share(dataKey, step.groups.length, step.threshold) : keys.shares;
	const wrapped = await wrapMissing(isNew || step.regrouped ? void 0 : opened.file.metadata, parts, step, world);
	if (!wrapped.ok) return wrapped;
	const { file } = opened;
	const made = isNew ? rotateSops(opened, {
		...wrapped.result,
		dataKey,
		now
	}, run) : setKeys(file, wrapped.result);
	if (made.ok) proveOpens({
		path: step.path,
		text: made.result
	}, dataKey, world);
	return made;
}
/** Wraps the data key, for those who hold it already with the very text that they have: their lines stay. */
async function wrapMissing(kept, parts, wanted, { keys }) {
	const standing = kept?.groups.map((group) => new Map(group.keys.map(({ type, name, enc }) => [type === "age" ? name : "", enc])));
	if (standing === void 0) return wrapDataKey(parts, wanted, keys);
	const missing = wanted.groups.map((group, i) => group.filter((recipient) => standing[i]?.has(recipient) !== true));
	const wrapped = await wrapDataKey(parts, {
		...wanted,
		groups: missing
	}, keys);
	if (!wrapped.ok) return wrapped;
	const groups = wanted.groups.map((group, i) => {
		const fresh = new Map(wrapped.result.groups[i]?.map(({ recipient, enc }) => [recipient, enc]));
		return group.map((recipient) => ({
			recipient,
			enc: standing[i]?.get(recipient) ?? fresh.get(recipient) ?? ""
		}));
	});
	return {
		ok: true,
		result: {
			...wrapped.result,
			groups
		}
	};
}
/**
* Why a step cannot be taken, whatever keys there are: INI files are not written, and keys of other types than age hold
* the data key, or a share of it, which Cairn cannot replace.
*/
function refusalOf({ format, metadata: { groups } }, step) {
	if (format === "ini") return { problems: [problem("read-only")] };
	const types = new Set(groups.flatMap(({ keys }) => keys.map(({ type }) => type)).filter((type) => type !== "age"));
	const isShared = groups.length > 1 || step.groups.length > 1;
	if (types.size === 0 || step.dataKey === "kept" && !isShared) return void 0;
	const named = list([...types].map((type) => name(type)));
	return step.dataKey === "new" ? { reason: say`a new data key would shut out its keys of ${named}, to which Cairn cannot give it: ${name("sops rotate")} does it` } : { reason: say`its key groups hold keys of ${named}, whose shares Cairn cannot make anew: ${name("sops updatekeys")} does it` };
}
/** Plans a new data key for files; who can open them stays. */
function planRotation(files) {
	return planEach(files, (file) => stepFor(file, recipientsOf(file.metadata), "new"));
}
/** Plans each file by itself; one that cannot be read is refused. */
function planEach(files, plan) {
	const steps = [];
	const refused = [];
	const unchanged = [];
	for (const { path, text } of files) {
		const read = readSecret({
			path,
			text
		});
		if (!read.ok) {
			refused.push({
				path,
				text,
				problems: read.problems
			});
			continue;
		}
		const planned = plan({
			...read.result,
			path
		});
		const refusal = planned === void 0 || "reason" in planned ? planned : refusalOf(read.result, planned);
		if (planned === void 0) unchanged.push(path);
		else if (refusal !== void 0) refused.push({
			path,
			text,
			problems: [],
			...refusal
		});
		else if (!("reason" in planned)) steps.push(planned);
	}
	return {
		steps,
		earlier: [],
		refused,
		unchanged
	};
}
export { yamlLines as C, json as S, inClear as T, isNoNumber as _, sameOtherKeys as a, emit as b, takeStep as c, editSops as d, unitOf as f, endOf as g, applySplices as h, refusalOf as i, placesOf as l, Splicer as m, planRotation as n, sealedPointers as o, stampSplices as p, recipientsOf as r, stepFor as s, planEach as t, metadataNode as u, readAgain as v, bytesInClear as w, flatLines as x, SOPS_STYLE as y };
