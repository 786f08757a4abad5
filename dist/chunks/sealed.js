import { $i as Telling, Bs as didYouMean, Bt as fitsInt, Fs as put, Ft as SELECTOR_KINDS, Ga as compileGlob, Gs as name, It as Selection, Js as HOLE, Jt as refuse, Ks as say, Kt as attempt, Ls as valueAt, Lt as isValidSelector, Ms as isMapping, Mt as isKeyType, Nt as isYes, Pt as DEFAULT_SELECTOR, Qs as Secret, Qt as entriesOf, Ti as isUnderRoot, Uo as finding, Ut as timeText, Vo as Collector, Vs as nearest, Vt as floatText, Ws as list, Wt as wholeSeconds, Xs as Opaque, Xt as writtenKeyName, Yo as inSpan, Yt as keyName, Zs as Sealed, Zt as childOf, _i as isRulesFile, _o as readBoolean, an as rewrite, ao as formatOf, bi as evaluate, bo as rootOf, di as hasEncryptedName, do as badValue, ea as tellAll, fo as fieldsOf, gi as ageRecipientsOf, go as placeOf$1, hi as CREATION_RULES_FILE, ho as keyOf$2, js as isList, jt as checkFields, ka as parseEnvelope, mo as itemsOf, n as fieldPlace, o as keyOf$3, pi as provenanceIn, po as isBlank, qa as isIgnored, qt as problem, r as metadataPlace, t as selectSame, ta as Subject, vi as ruleFor, vo as readList, wi as createLayout, xi as link, xo as wrongType, yi as rulesFolderOf, yo as readString } from "./shared.js";
import { n as resolveAsScalar, t as Parser } from "./yaml.js";
// src/core/sops/metadata.ts
/** Where SOPS keeps its metadata: a key (YAML, JSON, binary), a section (INI), a prefix with `_` (dotenv). */
const METADATA_KEY = "sops";
/**
* Reads the metadata of any version of SOPS. Texts count as numbers and booleans where SOPS reads them so. Lists of
* keys of a type that is not known make keys too: what opens a file is not lost from sight.
*
* @throws SopsRefusal `bad-metadata`, `no-keys`, `several-selectors`
*/
function readMetadata(block) {
	const flat = flatKeys(block);
	const listed = childOf(block, "key_groups")?.node;
	const grouped = flat.length === 0 && listed?.kind === "list" && entriesOf(listed).length > 0;
	const groups = grouped ? groupsOf(listed) : [{ keys: flat }];
	if (groups.every(({ keys }) => keys.length === 0)) refuse("no-keys", block);
	checkFields(block);
	const lastModified = textOf$1(block, "lastmodified");
	const lastModifiedSeconds = lastModified === void 0 ? void 0 : wholeSeconds(lastModified);
	if (lastModified === void 0 || lastModifiedSeconds === void 0) return refuseField(block, "lastmodified");
	return {
		groups,
		grouped,
		threshold: thresholdOf(block, groups.length),
		selector: selectorOf(block),
		macOnlyEncrypted: isYes(childOf(block, "mac_only_encrypted")?.node),
		lastModified,
		lastModifiedSeconds,
		mac: textOf$1(block, "mac"),
		version: textOf$1(block, "version")
	};
}
/** The text of a field, numbers and booleans as SOPS renders them; `undefined` for none, empty and null. */
function textOf$1(block, field) {
	const text = clearOf$1(childOf(block, field)?.node)?.text;
	return text === "" ? void 0 : text;
}
function clearOf$1(node) {
	return node?.kind === "leaf" && node.value !== null && "text" in node.value ? node.value : void 0;
}
function refuseField(block, field) {
	const { start, end } = childOf(block, field)?.node ?? block;
	refuse("bad-metadata", {
		start,
		end,
		tokens: [field]
	});
}
function thresholdOf(block, groups) {
	const text = textOf$1(block, "shamir_threshold");
	if (groups === 1) return 1;
	if (text === void 0 || text === "0") return groups;
	const threshold = Number(text);
	return Number.isInteger(threshold) && threshold > 0 ? threshold : refuseField(block, "shamir_threshold");
}
function selectorOf(block) {
	const given = [];
	for (const kind of SELECTOR_KINDS) {
		const pattern = textOf$1(block, kind);
		if (pattern !== void 0) given.push({
			kind,
			pattern
		});
	}
	const [first = DEFAULT_SELECTOR, second] = given;
	if (second !== void 0) refuse("several-selectors", {
		start: block.start,
		end: block.end,
		tokens: [second.kind]
	});
	return first;
}
/** Fields of the block that are lists and hold no keys. */
const NO_KEYS = /* @__PURE__ */ new Set(["key_groups"]);
function flatKeys(block) {
	return entriesOf(block).flatMap(({ key, node }) => key === null || node.kind !== "list" || NO_KEYS.has(key) ? [] : keysOf(key, node));
}
function groupsOf(list) {
	return entriesOf(list).map(({ node }) => ({ keys: node.kind === "mapping" ? flatKeys(node) : [] }));
}
/** A list that SOPS does not know may be no list of keys. */
function keysOf(type, list) {
	const isKnown = isKeyType(type);
	return entriesOf(list).filter(({ node }) => isKnown || node.kind === "mapping").map((entry) => keyOf$1(type, entry));
}
function keyOf$1(type, { node, start }) {
	if (node.kind !== "mapping") refuse("bad-metadata", {
		start: node.start,
		end: node.end,
		tokens: [type]
	});
	return {
		type,
		name: keyName(type, (field) => textOf$1(node, field) ?? "", contextOf(node)),
		enc: textOf$1(node, "enc") ?? "",
		start,
		end: node.end
	};
}
function contextOf(key) {
	const context = childOf(key, "context")?.node;
	if (context?.kind !== "mapping") return /* @__PURE__ */ new Map();
	return new Map(entriesOf(context).map((entry) => [entry.key ?? "", clearOf$1(entry.node)?.text ?? ""]));
}
/** Tokens of a flattened name such as `age__list_0__map_enc`. Source: SOPS `stores/flatten.go`. */
function unflattenName(name) {
	return name.split(/__(?=map_|list_)/).map((part, i) => i === 0 ? part : part.replace(/^(?:map|list)_/, ""));
}
/** The flattened name of a path into metadata; texts are keys, numbers list indexes. */
function flattenName(path) {
	return path.map((step, i) => i === 0 ? step : typeof step === "number" ? `__list_${step}` : `__map_${step}`).join("");
}
// src/stages/sops/read-json.ts
/**
* Reads JSON as SOPS does: one ordered object, duplicate keys kept. Integers that fit 64 bits are ints, as for SOPS
* 3.13.2 and later; to earlier versions every number was a float (see `asFloat`).
*
* @throws SopsRefusal `bad-content`
*/
function readJson(text) {
	return [new JsonReader(text).read()];
}
/** A number of JSON as SOPS before 3.13.2 had it. */
function asFloat(value) {
	return value.type === "int" ? {
		type: "float",
		text: floatText(Number(value.text))
	} : value;
}
const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD$1 = /true|false|null/y;
const INTEGER$1 = /^-?[0-9]+$/;
const LONGEST_NUMBER$1 = 1e3;
var JsonReader = class {
	#text;
	#at = 0;
	constructor(text) {
		this.#text = text;
	}
	read() {
		const root = this.#node(0);
		this.#skip();
		if (root.kind !== "mapping" || this.#at !== this.#text.length) return this.#refuse();
		return { root };
	}
	#node(depth) {
		this.#skip();
		if (depth > 100) return this.#refuse();
		const first = this.#text[this.#at];
		if (first === "{") return this.#collection("mapping", "}", depth);
		if (first === "[") return this.#collection("list", "]", depth);
		if (first === "\"") return this.#stringLeaf();
		return first === "t" || first === "f" || first === "n" ? this.#leaf(WORD$1, wordOf) : this.#leaf(NUMBER, numberOf$1);
	}
	#collection(kind, close, depth) {
		const start = this.#at++;
		const items = [];
		this.#skip();
		while (this.#text[this.#at] !== close) {
			if (items.length > 0) this.#take(",");
			this.#skip();
			items.push(kind === "mapping" ? this.#entry(depth) : this.#item(depth));
			this.#skip();
		}
		this.#at++;
		return {
			kind,
			layout: "flow",
			start,
			end: this.#at,
			items
		};
	}
	#entry(depth) {
		const start = this.#at;
		const key = this.#string();
		const keyEnd = this.#at;
		this.#skip();
		this.#take(":");
		return {
			kind: "entry",
			key,
			start,
			keyEnd,
			node: this.#node(depth + 1)
		};
	}
	#item(depth) {
		const start = this.#at;
		return {
			kind: "entry",
			key: null,
			start,
			keyEnd: start,
			node: this.#node(depth + 1)
		};
	}
	#leaf(expression, valueOf) {
		const start = this.#at;
		const value = valueOf(this.#match(expression));
		return value === void 0 ? this.#refuse() : {
			kind: "leaf",
			start,
			end: this.#at,
			value
		};
	}
	#stringLeaf() {
		const start = this.#at;
		const text = this.#string();
		return {
			kind: "leaf",
			start,
			end: this.#at,
			value: {
				type: "str",
				text
			}
		};
	}
	/** Up to the quote that ends it: an expression would run out of stack on a text of megabytes. */
	#string() {
		const start = this.#at;
		if (this.#text[start] !== "\"") this.#refuse();
		let end = this.#text.indexOf("\"", start + 1);
		while (end >= 0 && this.#isEscaped(end)) end = this.#text.indexOf("\"", end + 1);
		const text = end < 0 ? void 0 : textOf(this.#text.slice(start, end + 1));
		if (text === void 0) return this.#refuse();
		this.#at = end + 1;
		return text;
	}
	#isEscaped(quote) {
		let at = quote;
		while (this.#text[at - 1] === "\\") at--;
		return (quote - at) % 2 === 1;
	}
	#match(expression) {
		expression.lastIndex = this.#at;
		const text = expression.exec(this.#text)?.[0] ?? this.#refuse();
		this.#at += text.length;
		return text;
	}
	#take(sign) {
		if (this.#text[this.#at] !== sign) this.#refuse();
		this.#at++;
	}
	#skip() {
		BLANK.lastIndex = this.#at;
		BLANK.test(this.#text);
		this.#at = BLANK.lastIndex;
	}
	#refuse() {
		return refuse("bad-content", {
			start: this.#at,
			end: this.#at
		});
	}
};
/**
* `undefined` for what is no string of JSON. Half a surrogate pair becomes U+FFFD, as Go has it: no UTF-8 text can hold
* one.
*/
function textOf(quoted) {
	const text = parsed(quoted);
	if (text === void 0) return void 0;
	return quoted.includes("\\u") ? text.replace(/\p{Surrogate}/gu, "�") : text;
}
function parsed(quoted) {
	try {
		return JSON.parse(quoted);
	} catch {
		return;
	}
}
function wordOf(text) {
	return text === "null" ? null : {
		type: "bool",
		text: text === "true" ? "True" : "False"
	};
}
function numberOf$1(text) {
	if (text.length > LONGEST_NUMBER$1) return void 0;
	const int = INTEGER$1.test(text) && text !== "-0" ? fitsInt(BigInt(text)) : void 0;
	if (int !== void 0) return {
		type: "int",
		text: int
	};
	const value = Number(text);
	return Number.isFinite(value) ? {
		type: "float",
		text: floatText(value)
	} : void 0;
}
// src/stages/sops/read-lines.ts
/**
* Reads a dotenv file as SOPS does: lines end with `\n` alone, a key goes to the first `=`, nothing is trimmed, quotes
* and `export` belong to value and key; the two characters `\n` in a value are a line break.
*
* @param mark what the first line begins with that the text does not have: a byte order mark
* @throws SopsRefusal `bad-content` for a line without `=`
*/
function readDotenv(text, mark = "") {
	const items = [];
	for (const { start, end } of linesOf(text)) {
		if (start === end) continue;
		const before = start === 0 ? mark : "";
		if (text[start] === "#" && before === "") {
			items.push({
				kind: "comment",
				start,
				end,
				text: text.slice(start + 1, end),
				written: "own line"
			});
			continue;
		}
		const sign = text.indexOf("=", start);
		if (sign < 0 || sign >= end) return refuse("bad-content", {
			start,
			end
		});
		const node = textLeaf(text.slice(sign + 1, end).replaceAll("\\n", "\n"), sign + 1, end);
		items.push({
			kind: "entry",
			key: before + text.slice(start, sign),
			start,
			keyEnd: sign,
			node
		});
	}
	return [{ root: {
		kind: "mapping",
		layout: "lines",
		start: 0,
		end: text.length,
		items
	} }];
}
const LONG_QUOTES = "\"\"\"";
/**
* Reads an INI file as SOPS does, by the rules of go-ini: a mapping of sections, of which several may have the same
* name; keys before the first one are in `DEFAULT`. All values are texts; a pair of quotes around one is removed, and
* what follows `#` or `;` is a comment. Comments stand behind their key.
*
* @throws SopsRefusal `bad-content` for a line that is neither section nor key
*/
function readIni(text) {
	const sections = [];
	const open = (key, start, end) => {
		const items = [];
		const node = {
			kind: "mapping",
			layout: "lines",
			start,
			end,
			items
		};
		sections.push({
			kind: "entry",
			key,
			start,
			keyEnd: end,
			node
		});
		return items;
	};
	let items = open("DEFAULT", 0, 0);
	let comments = [];
	let skipTo = 0;
	for (const line of linesOf(text)) {
		if (line.start < skipTo) continue;
		const raw = text.slice(line.start, line.end);
		const content = raw.trim();
		const start = line.start + raw.length - raw.trimStart().length;
		if (content === "") continue;
		if (content.startsWith("#") || content.startsWith(";")) comments.push({
			kind: "comment",
			start,
			end: start + content.length,
			text: content.replace(/^[;# ]+/, ""),
			written: "own line"
		});
		else if (content.startsWith("[")) {
			const close = content.lastIndexOf("]");
			if (close < 0) return refuse("bad-content", {
				start,
				end: line.end
			});
			items = open(content.slice(1, close), start, start + close + 1);
			items.push(...comments);
			comments = [];
		} else {
			const entry = iniEntry(text, start, line.end);
			skipTo = entry.node.end;
			items.push(entry, ...comments);
			comments = [];
		}
	}
	return [{ root: {
		kind: "mapping",
		layout: "lines",
		start: 0,
		end: text.length,
		items: sections
	} }];
}
function iniEntry(text, start, end) {
	const sign = text.slice(start, end).search(/[=:]/);
	if (sign < 1) return refuse("bad-content", {
		start,
		end
	});
	const key = text.slice(start, start + sign).trim();
	const raw = text.slice(start + sign + 1, end);
	const valueStart = start + sign + 1 + raw.length - raw.trimStart().length;
	const entry = {
		kind: "entry",
		key,
		start,
		keyEnd: start + key.length
	};
	if (text.startsWith(LONG_QUOTES, valueStart)) {
		const close = text.indexOf(LONG_QUOTES, valueStart + 3);
		if (close < 0) return refuse("bad-content", {
			start: valueStart,
			end
		});
		const inside = text.slice(valueStart + 3, close);
		return {
			...entry,
			node: textLeaf(inside, valueStart, close + 3)
		};
	}
	const value = raw.trim();
	const quote = value.charAt(0);
	const close = "`\"'".includes(quote) && quote !== "" ? value.indexOf(quote, 1) : -1;
	if (close > 0) return {
		...entry,
		node: textLeaf(value.slice(1, close), valueStart, valueStart + close + 1)
	};
	const comment = value.search(/[#;]/);
	const bare = comment < 0 ? value : value.slice(0, comment).trimEnd();
	return {
		...entry,
		node: textLeaf(bare, valueStart, valueStart + bare.length)
	};
}
function textLeaf(value, start, end) {
	return {
		kind: "leaf",
		start,
		end,
		value: {
			type: "str",
			text: value
		}
	};
}
function* linesOf(text) {
	for (let start = 0; start < text.length;) {
		const found = text.indexOf("\n", start);
		const end = found < 0 ? text.length : found;
		yield {
			start,
			end
		};
		start = end + 1;
	}
}
// src/stages/sops/yaml-comments.ts
/**
* Puts comments where SOPS has them: one at the end of a line before what stands on that line; one on a line of its own
* before the entry that follows in the same column, else behind an entry above in whose column it stands. go-yaml
* guesses too, so that SOPS may have sealed a comment under a neighbour's path: those are kept as alternatives.
*
* @param containers of one document, in text order, the root first
*/
function placeComments(text, containers, comments) {
	const root = containers[0];
	if (comments.length === 0 || root === void 0) return;
	const placer = new Placer(text, root, containers);
	const once = new Map(comments.map((span) => [span.start, span]));
	for (const span of [...once.values()].sort((a, b) => a.start - b.start)) placer.place(span);
}
var Placer = class {
	#text;
	#root;
	#standing;
	/** Brackets with nothing between them. */
	#hollow;
	constructor(text, root, containers) {
		this.#text = text;
		this.#root = root;
		this.#hollow = containers.filter(({ node, items }) => node.layout === "flow" && node !== root.node && items.length === 0);
		this.#standing = containers.flatMap((container) => container.items.filter((item) => item.kind === "entry").map((entry) => ({
			entry,
			container,
			column: this.#column(entry.start)
		}))).sort((a, b) => a.entry.start - b.entry.start);
	}
	place(span) {
		const hollow = this.#hollowAt(span.start);
		if (hollow !== void 0) {
			const text = this.#text.slice(span.start + 1, span.end);
			hollow.items.push({
				kind: "comment",
				...span,
				text,
				written: "own line"
			});
			return;
		}
		const after = this.#firstAfter(span.start);
		const next = this.#standing[after];
		const previous = this.#standing[after - 1];
		const isInline = this.#text.slice(this.#lineStart(span.start), span.start).trim() !== "";
		const alsoUnder = [next?.container.keys, ...prefixes(previous)].filter((keys) => keys !== void 0);
		const written = isInline && previous?.entry.node.kind === "leaf" ? "inline" : "own line";
		const text = this.#text.slice(span.start + 1, span.end);
		const comment = {
			kind: "comment",
			...span,
			text,
			written,
			alsoUnder
		};
		if (isInline && previous !== void 0) insertBefore(previous, comment);
		else this.#ownLine(comment, next, previous);
	}
	/** The empty brackets that a comment stands between, or behind on their line: to SOPS it is in them. */
	#hollowAt(offset) {
		return this.#hollow.find(({ node: { start, end } }) => {
			return start < offset && (offset < end || /^[ \t]*$/.test(this.#text.slice(end, offset)));
		});
	}
	#ownLine(comment, next, previous) {
		const column = this.#column(comment.start);
		if (next !== void 0 && (previous === void 0 || next.column === column)) return insertBefore(next, comment);
		if (previous?.entry.node.kind === "leaf" && previous.entry.node.start > comment.start) return insertBefore(previous, comment);
		const above = previous === void 0 ? void 0 : this.#columnAbove(previous, column);
		if (above !== void 0) return insertAfter(above, comment);
		const goesOn = next !== void 0 && previous !== void 0 && next.column > previous.column;
		if (previous !== void 0 && !goesOn) insertAfter(previous, comment);
		else if (next !== void 0) insertBefore(next, comment);
		else this.#root.items.push(comment);
	}
	/** The last entry above, of those that are still open there, that stands in a column. */
	#columnAbove(previous, column) {
		let narrowest = Infinity;
		for (let i = this.#standing.indexOf(previous); i >= 0; i--) {
			const at = this.#standing[i];
			if (at.column >= narrowest) continue;
			if (at.column === column) return at;
			narrowest = at.column;
		}
	}
	#firstAfter(offset) {
		let low = 0;
		let high = this.#standing.length;
		while (low < high) {
			const middle = low + high >> 1;
			if (this.#standing[middle].entry.start < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}
	#column(offset) {
		return offset - this.#lineStart(offset);
	}
	#lineStart(offset) {
		return this.#text.lastIndexOf("\n", offset - 1) + 1;
	}
};
/** The paths from an entry's container up to the root. */
function prefixes(standing) {
	const keys = standing?.container.keys ?? [];
	return Array.from({ length: keys.length + 1 }, (_, i) => keys.slice(0, keys.length - i));
}
function insertBefore({ container, entry }, comment) {
	container.items.splice(container.items.indexOf(entry), 0, comment);
}
/** Behind an entry and the comments that follow it already. */
function insertAfter({ container, entry }, comment) {
	let at = container.items.indexOf(entry) + 1;
	while (container.items[at]?.kind === "comment") at++;
	container.items.splice(at, 0, comment);
}
// src/stages/sops/yaml-scalars.ts
/**
* What an unquoted YAML scalar means to SOPS, which reads with go-yaml 3: a mix of YAML 1.1 and 1.2. `null` for null;
* `undefined` for what SOPS cannot hold (integers of 64 bits without room for a sign, times that are none).
* `yes` and `1:30` are texts, `0777` and `0o777` octal, `1_000` an integer, `2001-01-01` a time.
* Source: go-yaml v3.0.4, `resolve.go`.
*/
function plainYaml(text) {
	const word = WORDS.get(text);
	if (word !== void 0) return word;
	if (!NUMERIC_START.test(text)) return {
		type: "str",
		text
	};
	const time = timeOf(text);
	if (time !== void 0) return time;
	const number = numberOf(text.replaceAll("_", ""), text);
	return number === BEYOND ? void 0 : number ?? {
		type: "str",
		text
	};
}
/** Whether a text needs quotes to stay a text, in go-yaml or in readers of YAML 1.1. */
function isAmbiguous(text) {
	const plain = plainYaml(text);
	return plain === null || plain?.type !== "str" || OLD_BOOL.test(text) || BASE_60.test(text) || text === "<<" || text === "=";
}
const OLD_BOOL = /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const clear$1 = (type, text) => ({
	type,
	text
});
const WORDS = new Map([
	...[
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].map((text) => [text, null]),
	...[
		"true",
		"True",
		"TRUE"
	].map((text) => [text, clear$1("bool", "True")]),
	...[
		"false",
		"False",
		"FALSE"
	].map((text) => [text, clear$1("bool", "False")]),
	...[
		".nan",
		".NaN",
		".NAN"
	].map((text) => [text, clear$1("float", "NaN")]),
	...[
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	].map((text) => [text, clear$1("float", "+Inf")]),
	...[
		"-.inf",
		"-.Inf",
		"-.INF"
	].map((text) => [text, clear$1("float", "-Inf")])
]);
const NUMERIC_START = /^[-+.0-9]/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const FRACTION = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;
/** Longest text that is looked at as a number. */
const LONGEST_NUMBER = 1e3;
const MAX_UNSIGNED = 2n ** 64n - 1n;
/** An integer of 64 bits without room for a sign: SOPS has no type for it and refuses the file. */
const BEYOND = "beyond";
function numberOf(digits, text) {
	if (text.length > LONGEST_NUMBER) return void 0;
	if (text.startsWith(".")) return FRACTION.test(text) ? floatOf(text) : void 0;
	const integer = integerOf(digits);
	if (integer !== void 0) {
		const fitting = fitsInt(integer);
		if (fitting !== void 0) return clear$1("int", fitting);
		if (integer > 0n && integer <= MAX_UNSIGNED && !digits.startsWith("+")) return BEYOND;
	}
	return FLOAT.test(digits) ? floatOf(digits) : void 0;
}
function floatOf(text) {
	const value = Number(text);
	return Number.isFinite(value) ? clear$1("float", floatText(value)) : void 0;
}
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([0-9]+))$/;
/** Go's `ParseInt(text, 0, …)`: a leading 0 means octal; `08` is no integer. */
function integerOf(digits) {
	const match = INTEGER.exec(digits);
	if (match === null) return void 0;
	const [, sign, hex, binary, octal, decimal = ""] = match;
	if (decimal.length > 1 && decimal.startsWith("0")) return void 0;
	const value = BigInt(hex !== void 0 ? `0x${hex}` : binary !== void 0 ? `0b${binary}` : octal !== void 0 ? `0o${octal}` : decimal);
	return sign === "-" ? -value : value;
}
const TIME = /^(\d{4})-(\d\d?)-(\d\d?)(?:([Tt ])(\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?(Z|[-+]\d\d:\d\d)?)?$/;
function timeOf(text) {
	const match = TIME.exec(text);
	if (match === null) return void 0;
	const [, year = "", month = "", day = "", separator, hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
	if (separator !== void 0 && separator === " " === (zone !== void 0)) return void 0;
	const time = timeText({
		date: [
			year,
			month,
			day
		],
		time: [
			hour,
			minute,
			second
		],
		fraction,
		zone: zone ?? "Z"
	});
	return time === void 0 ? void 0 : clear$1("time", time);
}
// src/stages/sops/read-plain-yaml.ts
/**
* Reads the YAML that SOPS itself writes, and what is as plain: one document, collections by indentation, a value a
* line, literal blocks. Three times as fast as `readYaml` and says the same (a test compares them); `undefined` for any
* text with something else in it, which is for `readYaml` then.
*/
function readPlainYaml(text) {
	return new PlainReader(text).read();
}
/** `- ` of items, a key, and what follows it on the line; tabs and carriage returns make a text not plain. */
const LINE = /( *)((?:- )*)(?:([A-Za-z_][A-Za-z0-9_.-]*|"[^"\\\n\t\r]*"):(?: |(?=\n)|$))?([^\n\t\r]*)(?:\n|$)/y;
/** Words with blanks between (an envelope is one), or a text in quotes without escapes; then perhaps a comment. */
const WORD = String.raw`(?:[^\s:#]|:(?=\S))+`;
const VALUE = new RegExp(String.raw`^((?=[\w.^/+(=$-])${WORD}(?: ${WORD})*|"[^"\\]*"|'[^']*'|\{\}|\[\])?(?: *( #.*))?$`);
const LITERAL = "|";
/** UTF-16 units of a value; of one with megabytes the engine of expressions runs out of stack. */
const LONGEST_VALUE = 1e5;
var PlainReader = class {
	#text;
	#stack = [];
	#containers = [];
	#comments = [];
	/** The entry whose value may stand on the lines below. */
	#waiting;
	#at = 0;
	constructor(text) {
		this.#text = text;
	}
	read() {
		while (this.#at < this.#text.length) if (!this.#line()) return void 0;
		const [root] = this.#containers;
		if (root?.node.kind !== "mapping") return void 0;
		this.#closeTo(-1);
		placeComments(this.#text, this.#containers, this.#comments);
		return [{ root: root.node }];
	}
	#line() {
		LINE.lastIndex = this.#at;
		const match = LINE.exec(this.#text);
		if (match === null) return false;
		const [whole, blanks = "", dashes = "", key, rest = ""] = match;
		const start = this.#at + blanks.length;
		this.#at += whole.length;
		if (dashes === "" && key === void 0) return rest === "" || this.#comment(rest, start);
		const column = blanks.length;
		this.#closeTo(column);
		if (dashes.length > 2) return false;
		const into = this.#container(column, dashes === "" ? "mapping" : "list", start);
		if (into === void 0) return false;
		if (dashes === "") return this.#entry(into, column, start, key ?? "", rest);
		return key === void 0 ? this.#item(into, column, start, rest) : this.#itemMapping(into, column, start, key, rest);
	}
	#comment(rest, start) {
		if (!rest.startsWith("#")) return false;
		this.#comments.push({
			start,
			end: start + rest.length
		});
		return true;
	}
	/** Closes what is open to the right of a column. */
	#closeTo(column) {
		while ((this.#stack.at(-1)?.column ?? -1) > column) this.#close();
		if (this.#waiting !== void 0 && this.#waiting.column >= column) this.#waiting = void 0;
	}
	#close() {
		const closed = this.#stack.pop();
		const last = closed.items.at(-1);
		if (last?.kind === "entry") closed.node.end = last.node.end;
	}
	/** The container that a line in a column belongs to: the open one, or a new one, the value of what waits for it. */
	#container(column, kind, start) {
		const top = this.#stack.at(-1);
		if (top?.column === column) return top.node.kind === kind ? top : void 0;
		const { entry, keys = [] } = this.#waiting ?? {};
		if (entry === void 0 && (top !== void 0 || column !== 0)) return void 0;
		this.#waiting = void 0;
		return this.#stack.length > 100 ? void 0 : this.#open({
			kind,
			start
		}, column, keys, entry);
	}
	#open({ kind, start }, column, keys, entry) {
		const items = [];
		const node = {
			kind,
			layout: "block",
			start,
			end: start,
			items
		};
		if (entry !== void 0) entry.node = node;
		const open = {
			column,
			node,
			items,
			keys
		};
		this.#stack.push(open);
		this.#containers.push(open);
		return open;
	}
	#entry(into, column, start, written, rest) {
		const isQuoted = written.startsWith("\"");
		const key = isQuoted ? written.slice(1, -1) : written;
		if (!isQuoted && plainYaml(key)?.type !== "str") return false;
		const keyEnd = start + written.length;
		const entry = {
			kind: "entry",
			key,
			start,
			keyEnd,
			node: emptyAt(keyEnd + 1)
		};
		return this.#put(into, entry, column, [...into.keys, key], rest);
	}
	#item(into, column, start, rest) {
		if (rest === "" || rest.startsWith("-") || rest.startsWith("#")) return false;
		const entry = {
			kind: "entry",
			key: null,
			start,
			keyEnd: start + 1,
			node: emptyAt(start + 1)
		};
		return this.#put(into, entry, column, into.keys, rest);
	}
	/** `- key: value`: an item that is a mapping, whose first entry stands behind the dash. */
	#itemMapping(into, column, start, key, rest) {
		const item = {
			kind: "entry",
			key: null,
			start,
			keyEnd: start + 1,
			node: emptyAt(start + 1)
		};
		into.items.push(item);
		const mapping = this.#open({
			kind: "mapping",
			start: start + 2
		}, column + 2, into.keys, item);
		return this.#entry(mapping, column + 2, start + 2, key, rest);
	}
	#put(into, entry, column, keys, rest) {
		into.items.push(entry);
		this.#waiting = void 0;
		const restStart = this.#at - rest.length - (this.#text.charAt(this.#at - 1) === "\n" ? 1 : 0);
		if (rest === LITERAL) return this.#literal(entry, column, restStart);
		const match = rest.length > LONGEST_VALUE ? null : VALUE.exec(rest);
		if (match === null) return false;
		const [, value = "", comment] = match;
		const end = restStart + rest.length;
		if (comment !== void 0 && (value === "[]" || value === "{}")) return false;
		if (comment !== void 0) this.#comments.push({
			start: end - comment.length + 1,
			end
		});
		if (value !== "") return this.#value(entry, value, restStart);
		if (comment !== void 0 || rest !== "") return false;
		this.#waiting = {
			entry,
			column,
			keys
		};
		return true;
	}
	#value(entry, text, start) {
		const end = start + text.length;
		if (text === "{}" || text === "[]") {
			entry.node = {
				kind: text === "{}" ? "mapping" : "list",
				layout: "flow",
				start,
				end,
				items: []
			};
			return true;
		}
		const value = /^["']/.test(text) ? {
			type: "str",
			text: text.slice(1, -1)
		} : plainYaml(text);
		if (value === void 0 || text === "-" || text.startsWith("- ") || text.startsWith("---")) return false;
		entry.node = {
			kind: "leaf",
			start,
			end,
			value
		};
		return true;
	}
	/** A literal block (`|`) of lines that are indented alike, none of them blank, as SOPS writes an age file. */
	#literal(entry, column, start) {
		const from = this.#at;
		const indent = /^ */.exec(this.#text.slice(from, from + MOST_INDENT))?.[0].length ?? 0;
		if (indent <= column || indent === MOST_INDENT) return false;
		const pad = " ".repeat(indent);
		let content = "";
		while (this.#text.startsWith(pad, this.#at)) {
			const found = this.#text.indexOf("\n", this.#at);
			if (found < 0) return false;
			const line = this.#text.slice(this.#at + indent, found);
			if (!/^[^\s]/.test(line) || /[\t\r]/.test(line)) return false;
			content += `${line}\n`;
			this.#at = found + 1;
		}
		const isBlank = this.#at < this.#text.length && /^ *(?:\n|$)/.test(this.#text.slice(this.#at, this.#at + MOST_INDENT));
		if (content === "" || isBlank) return false;
		entry.node = {
			kind: "leaf",
			start,
			end: this.#at - 1,
			value: {
				type: "str",
				text: content
			}
		};
		return true;
	}
};
/** Deepest indentation of a literal block that is looked at. */
const MOST_INDENT = 100;
function emptyAt(offset) {
	return {
		kind: "leaf",
		start: offset,
		end: offset,
		value: null
	};
}
/** Whether `<<` can merge a node: a mapping, or a list of them. */
function isMergeable(node) {
	if (node.kind !== "list") return node.kind === "mapping";
	return entriesOf(node).every((entry) => entry.node.kind === "mapping");
}
/**
* Refuses what go-yaml takes for no document: a key that is given twice, and anything but mappings to merge.
*
* @throws SopsRefusal `duplicate-key`, `bad-content`
*/
function refuseTwice(container, document) {
	const keys = /* @__PURE__ */ new Set();
	for (const { key, start, keyEnd, node, alias } of entriesOf(container)) {
		if (key !== null) {
			if (keys.has(key)) refuse("duplicate-key", {
				start,
				end: keyEnd,
				document,
				tokens: [key]
			});
			keys.add(key);
			if (key === "<<" && !isMergeable(node)) refuse("bad-content", {
				start,
				end: keyEnd,
				document,
				tokens: [key]
			});
		}
		if (node.kind !== "leaf" && alias === void 0) refuseTwice(node, document);
	}
}
// src/stages/sops/yaml-tags.ts
/**
* What a tag makes of a scalar. go-yaml takes `!!str` and the numbers' tags, and writes the text `<<` as `!!merge <<`;
* of tags of one's own it keeps what is a text.
*/
function withTag(tag, plain, text) {
	if (tag === void 0) return plain();
	if (tag === "!!str" || tag === "!" || tag === "!!merge" && text === "<<") return {
		type: "str",
		text
	};
	const value = plain();
	if (tag === "!!float" && value?.type === "int") return {
		type: "float",
		text: value.text
	};
	if (tag === "!!null") return value === null ? null : void 0;
	if (!tag.startsWith("!!")) return value?.type === "str" ? value : void 0;
	return value !== null && value !== void 0 && TAGS[tag] === value.type ? value : void 0;
}
const TAGS = {
	"!!int": "int",
	"!!float": "float",
	"!!bool": "bool",
	"!!timestamp": "time"
};
// src/stages/sops/read-yaml.ts
/**
* Reads YAML as SOPS does: every document an ordered mapping with its comments, aliases written out, merge keys as keys
* named `<<`, scalars typed by go-yaml's rules. It expects text that the parse stage accepts; what SOPS cannot hold is
* refused: documents that are no mappings, keys that are no texts, 64-bit integers without room for a sign.
*
* @throws SopsRefusal `bad-content`; `not-taken` for `!!binary`, of which go-yaml makes a text where it is one, and for
* brackets that are closed to the left of what they are in
*/
function readYaml(text) {
	return new YamlReader(text).read();
}
var YamlReader = class {
	#text;
	#anchors = /* @__PURE__ */ new Map();
	#containers = [];
	#comments = [];
	constructor(text) {
		this.#text = text;
	}
	read() {
		const documents = [];
		for (const token of new Parser().parse(this.#text)) if (token.type === "document") documents.push(this.#document(token));
		else if (token.type === "comment") this.#comments.push(spanOf(token));
		else if (token.type === "doc-end") this.#noteComments(token.end);
		else if (token.type === "error") this.#refuse(token.offset);
		if (documents.length === 0) return this.#refuse(0);
		if (this.#comments.length > 0) placeComments(this.#text, this.#lastRoot, this.#comments);
		return documents;
	}
	#lastRoot = [];
	#document({ start, value, end, offset }) {
		this.#anchors = /* @__PURE__ */ new Map();
		this.#containers = [];
		this.#noteComments(start);
		this.#noteComments(end);
		const props = this.#props(start);
		const root = this.#root(value, props, offset);
		placeComments(this.#text, this.#containers, this.#comments);
		this.#lastRoot = this.#containers;
		this.#comments = [];
		return { root };
	}
	/** The mapping of a document; what holds nothing is an empty one. */
	#root(value, props, offset) {
		if (value === void 0) return this.#empty(offset);
		const { node } = this.#node(value, props, {
			keys: [],
			depth: 0
		});
		if (node.kind === "mapping") return node;
		return node.kind === "leaf" && node.value === null ? this.#empty(offset) : this.#refuse(node.start);
	}
	#empty(offset) {
		const items = [];
		const mapping = {
			kind: "mapping",
			layout: "block",
			start: offset,
			end: offset,
			items
		};
		this.#containers.push({
			node: mapping,
			items,
			keys: []
		});
		return mapping;
	}
	#node(token, props, at) {
		const weighed = this.#bare(token, props, at);
		if (props.anchor !== void 0) this.#anchors.set(props.anchor, weighed);
		if (weighed.weight > 1e6) return this.#refuse(token.offset);
		return weighed;
	}
	#bare(token, props, at) {
		if (at.depth > 100) return this.#refuse(token.offset);
		switch (token.type) {
			case "block-map": return this.#mapping(token.items, {
				kind: "mapping",
				layout: "block",
				start: token.offset
			}, at);
			case "block-seq": return this.#list(token.items, {
				kind: "list",
				layout: "block",
				start: token.offset
			}, at);
			case "flow-collection": return this.#flow(token, at);
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar": return {
				node: this.#scalar(token, props),
				weight: 1
			};
			default: return this.#refuse(token.offset);
		}
	}
	#flow(token, at) {
		const last = token.end[0];
		if (last === void 0 || last.type === "flow-error-end") return this.#unclosed(token.offset);
		this.#noteComments(token.end);
		const open = {
			layout: "flow",
			start: token.start.offset,
			end: last.offset + 1
		};
		return token.start.type === "flow-map-start" ? this.#mapping(token.items, {
			...open,
			kind: "mapping"
		}, at) : this.#list(token.items, {
			...open,
			kind: "list"
		}, at);
	}
	/** go-yaml takes, and writes, brackets that are closed to the left of what they are in. */
	#unclosed(start) {
		const isClosed = /^ *[}\]]/m.test(this.#text.slice(start));
		return refuse(isClosed ? "not-taken" : "bad-content", {
			start,
			end: start
		});
	}
	#mapping(items, open, at) {
		const into = this.#open(open, at);
		let weight = 1;
		for (const item of items) {
			this.#noteComments(item.start);
			if (item.key === void 0 && item.sep === void 0) {
				if (!item.value) continue;
				const key = this.#key(item.value);
				into.push({
					kind: "entry",
					...key,
					node: emptyLeaf(key.keyEnd)
				});
				continue;
			}
			const named = item.key === void 0 || item.key === null ? this.#refuse(open.start) : this.#key(item.key);
			const before = item.start.find(({ type }) => type === "explicit-key-ind" || type === "tag" || type === "anchor");
			const key = {
				...named,
				start: before?.offset ?? named.start
			};
			const within = {
				keys: [...at.keys, key.key],
				depth: at.depth + 1
			};
			const value = this.#value(item.value, item.sep ?? [], key.keyEnd, within);
			weight += value.weight;
			into.push({
				kind: "entry",
				...key,
				...value.entry
			});
		}
		return {
			node: this.#close(open, into),
			weight
		};
	}
	#list(items, open, at) {
		const into = this.#open(open, at);
		let weight = 1;
		for (const item of items) {
			this.#noteComments(item.start);
			const indicator = item.start.find(({ type }) => type === "seq-item-ind");
			if (item.key !== void 0 || item.sep !== void 0) return this.#refuse(open.start);
			if (indicator === void 0 && !item.value) continue;
			const start = indicator?.offset ?? item.value?.offset ?? open.start;
			const keyEnd = indicator === void 0 ? start : indicator.offset + 1;
			const after = indicator === void 0 ? item.start : item.start.slice(item.start.indexOf(indicator) + 1);
			const value = this.#value(item.value, after, keyEnd, {
				keys: at.keys,
				depth: at.depth + 1
			});
			weight += value.weight;
			into.push({
				kind: "entry",
				key: null,
				start,
				keyEnd,
				...value.entry
			});
		}
		return {
			node: this.#close(open, into),
			weight
		};
	}
	#open(open, { keys }) {
		const items = [];
		const { kind, layout, start, end = start } = open;
		this.#containers.push({
			node: {
				kind,
				layout,
				start,
				end,
				items
			},
			items,
			keys
		});
		return items;
	}
	#close(open, items) {
		const last = items.findLast((item) => item.kind === "entry");
		const end = open.end ?? (last === void 0 ? open.start : last.alias?.end ?? last.node.end);
		return {
			kind: open.kind,
			layout: open.layout,
			start: open.start,
			end,
			items
		};
	}
	#value(token, before, keyEnd, at) {
		this.#noteComments(before);
		const props = this.#props(before);
		if (token === void 0 || token === null) {
			const colon = before.find(({ type }) => type === "map-value-ind");
			return {
				weight: 1,
				entry: { node: this.#typed("", props, colon === void 0 ? keyEnd : colon.offset + 1) }
			};
		}
		if (token.type !== "alias") {
			const { node, weight } = this.#node(token, props, at);
			return {
				weight,
				entry: { node }
			};
		}
		const found = this.#anchors.get(token.source.slice(1)) ?? this.#refuse(token.offset);
		this.#noteComments(token.end);
		return {
			weight: found.weight,
			entry: {
				node: found.node,
				alias: spanOf(token)
			}
		};
	}
	#typed(text, props, offset) {
		const value = withTag(props.tag, () => plainYaml(text), text);
		return value === void 0 ? this.#refuse(offset) : {
			kind: "leaf",
			start: offset,
			end: offset,
			value
		};
	}
	#scalar(token, props) {
		if (token.type === "block-scalar") this.#noteComments(token.props);
		else this.#noteComments(token.end);
		const start = token.type === "block-scalar" ? token.props[0]?.offset ?? token.offset : token.offset;
		const text = this.#textOf(token);
		if (props.tag === BINARY) return refuse("not-taken", {
			start,
			end: endOf(token)
		});
		const value = withTag(props.tag, () => token.type === "scalar" ? plainYaml(text) : {
			type: "str",
			text
		}, text);
		if (value === void 0) return this.#refuse(start);
		return {
			kind: "leaf",
			start,
			end: endOf(token),
			value
		};
	}
	#textOf(token) {
		if (token.type === "scalar" && !token.source.includes("\n") && !ODD_START.test(token.source)) return token.source;
		return resolveAsScalar(token, true, () => this.#refuse(token.offset)).value;
	}
	#key(token) {
		if (token.type === "block-scalar") {
			this.#noteComments(token.props);
			return {
				key: this.#textOf(token),
				start: token.props[0]?.offset ?? token.offset,
				keyEnd: endOf(token)
			};
		}
		if (token.type !== "scalar" && token.type !== "single-quoted-scalar" && token.type !== "double-quoted-scalar") return this.#refuse(token.offset);
		this.#noteComments(token.end);
		const key = this.#textOf(token);
		if (token.type === "scalar" && key !== "<<" && plainYaml(key)?.type !== "str") return this.#refuse(token.offset);
		return {
			key,
			start: token.offset,
			keyEnd: token.offset + token.source.length
		};
	}
	#props(tokens) {
		return {
			anchor: tokens.find(({ type }) => type === "anchor")?.source.slice(1),
			tag: tokens.find(({ type }) => type === "tag")?.source
		};
	}
	#noteComments(tokens) {
		for (const token of tokens ?? []) if (token.type === "comment") this.#comments.push(spanOf(token));
		else if (token.type === "error") this.#refuse(token.offset);
	}
	#refuse(offset) {
		const start = Math.max(0, offset);
		return refuse("bad-content", {
			start,
			end: start
		});
	}
};
const BINARY = "!!binary";
/** What a plain scalar cannot start with; the library says so. */
const ODD_START = /^[@`,[\]{}&*!|>'"%\t\r]/;
function spanOf(token) {
	return {
		start: token.offset,
		end: token.offset + token.source.length
	};
}
/** Where a scalar ends in the text; of a block scalar without the line breaks that end it. */
function endOf(token) {
	if (token.type !== "block-scalar") return token.offset + token.source.length;
	const last = token.props.at(-1);
	return (last === void 0 ? token.offset : last.offset + ("source" in last ? last.source.length : 0)) + token.source.replace(/[\r\n]+$/, "").length;
}
function emptyLeaf(offset) {
	return {
		kind: "leaf",
		start: offset,
		end: offset,
		value: null
	};
}
// src/stages/sops/refuse-odd.ts
/** Another version of YAML than 1.1, line breaks that go-yaml has not, and characters that it takes nowhere. */
const NOT_GO = /^%YAML[ \t]+(?!1\.1\s)|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/m;
const GO_BREAK = /[\u0085\u2028\u2029]/;
/**
* Refuses YAML that go-yaml reads otherwise than YAML 1.2, or not at all.
*
* @throws SopsRefusal `bad-content`
*/
function refuseOdd(text, documents) {
	const start = text.search(NOT_GO);
	if (start >= 0) refuse("bad-content", {
		start,
		end: start + 1
	});
	if (GO_BREAK.test(text)) for (const { root } of documents) refuseBreaks(text, root);
	if (text.includes("	")) refuseTabs(text, documents);
	if (END.test(text)) refuseBare(text);
}
/** The line that ends a document. */
const END = /^\.\.\.(?:\s|$)/m;
/** Behind the end of a document go-yaml takes another one only where `---` begins it. */
function refuseBare(text) {
	let isEnded = false;
	let start = 0;
	for (const line of text.split("\n")) {
		const isMark = /^(?:---|\.\.\.|%)/.test(line);
		if (isEnded && !isMark && /^\s*[^\s#]/.test(line)) refuse("bad-content", {
			start,
			end: start + line.length
		});
		if (isMark) isEnded = END.test(line);
		start += line.length + 1;
	}
}
/** Keys and comments stand in the file as they are. */
function refuseBreaks(text, { items }) {
	for (const item of items) {
		const [start, end] = [item.start, item.kind === "comment" ? item.end : item.keyEnd];
		if (GO_BREAK.test(text.slice(start, end))) refuse("bad-content", {
			start,
			end
		});
		if (item.kind === "entry" && item.node.kind !== "leaf") refuseBreaks(text, item.node);
	}
}
/** A line of blanks and perhaps a comment, a tab among the blanks: go-yaml takes it for indentation. */
const TABBED = /^( *)\t[ \t]*(?=\r?$|#)/gm;
function refuseTabs(text, documents) {
	const spans = documents.flatMap(({ root }) => tabSpans(text, root));
	for (const match of text.matchAll(TABBED)) {
		const start = match.index;
		const column = match[1]?.length ?? 0;
		if (!spans.some((span) => span.start <= start && start <= span.end && column > span.column)) refuse("bad-content", {
			start,
			end: start + match[0].length
		});
	}
}
/** A block of text whose first line that is not blank begins with a tab: go-yaml takes that for indentation, too. */
const TABBED_BLOCK = /[|>][+-]?[ \t]*(?:#[^\n]*)?\r?\n(?: *\r?\n)* *\t/y;
/**
* Where tabs may be: in scalars, between brackets, and in empty lines behind a plain scalar, which they might continue,
* to the right of the column that it belongs to.
*/
function tabSpans(text, node) {
	return node.items.flatMap((item) => {
		if (item.kind === "comment") return [];
		const { start, end } = item.node;
		if (item.node.kind !== "leaf" && item.node.layout !== "flow") return tabSpans(text, item.node);
		TABBED_BLOCK.lastIndex = start;
		if (item.node.kind === "leaf" && TABBED_BLOCK.test(text)) refuse("bad-content", {
			start,
			end
		});
		const within = {
			start,
			end,
			column: -1
		};
		if (!(item.node.kind === "leaf" && start < end && !/["'|>]/.test(text.charAt(start)))) return [within];
		const blanks = /\s*/y;
		blanks.lastIndex = end;
		return [within, {
			start: end,
			end: end + (blanks.exec(text)?.[0].length ?? 0),
			column: columnOf(text, item.start)
		}];
	});
}
function columnOf(text, offset) {
	return offset - 1 - text.lastIndexOf("\n", offset - 1);
}
// src/stages/sops/read.ts
/** The format of a path as SOPS tells it: by the end of its name alone, so that `.env.prod` is binary. */
function sopsFormatOf(path) {
	if (path.endsWith(".yaml") || path.endsWith(".yml")) return "yaml";
	if (path.endsWith(".json")) return "json";
	if (path.endsWith(".env")) return "env";
	return path.endsWith(".ini") ? "ini" : "binary";
}
const READERS = {
	yaml: (text) => readPlainYaml(text) ?? readYaml(text),
	json: readJson,
	env: (text) => readDotenv(text),
	ini: readIni,
	binary: readJson
};
/** Reads a file in clear. Its text should be one that the parse stage accepts; what SOPS cannot hold is refused. */
function readPlain(text, format) {
	return attempt(() => READERS[format](text));
}
/**
* Reads an encrypted file: its documents in SOPS's terms and its metadata, with places in the text. Needs no key and
* verifies nothing.
*
* @param text decoded; of YAML and INI without a byte order mark
* @param mark the byte order mark that was taken off the text, if one was: of a dotenv file it is a part of the first
* key, and no JSON has one
* @returns or `no-metadata`, `bad-metadata`, `no-keys`, `several-selectors`, `bad-content`, `duplicate-key`
*/
function readSops(text, format, mark = "") {
	return attempt(() => {
		const whole = mark === "" ? READERS[format](text) : readMarked(text, format, mark);
		const found = whole.map((document, index) => takeMetadata(document, index, format));
		const metadata = readMetadata((found[0]?.block ?? refuse("no-metadata")).block);
		if (format === "yaml") refuseOdd(text, whole);
		if (format === "yaml" && found[0] !== void 0) refuseTwice(found[0].document.root, 0);
		const blocks = found.flatMap(({ block }) => block === void 0 ? [] : [block]);
		return {
			format,
			text,
			documents: found.map(({ document }) => document),
			metadata,
			blocks
		};
	});
}
function readMarked(text, format, mark) {
	if (format === "env") return readDotenv(text, mark);
	return format === "yaml" || format === "ini" ? READERS[format](text) : refuse("bad-content", {
		start: 0,
		end: 0
	});
}
function takeMetadata({ root }, document, format) {
	const isOurs = (item) => item.kind === "entry" && (format === "env" ? item.key?.startsWith(`sops_`) === true : item.key === "sops" && item.node.kind === "mapping");
	const entries = root.items.filter(isOurs);
	const items = root.items.filter((item) => !isOurs(item));
	const block = blockOf(entries, format);
	const twice = format === "env" || format === "ini" ? void 0 : entries[1];
	if (twice !== void 0) refuse("bad-metadata", {
		start: twice.start,
		end: twice.keyEnd,
		document,
		tokens: [METADATA_KEY]
	});
	return {
		document: { root: {
			...root,
			items
		} },
		block: block === void 0 ? void 0 : {
			document,
			block,
			entries
		}
	};
}
function blockOf(entries, format) {
	const last = entries.at(-1);
	if (last === void 0) return void 0;
	if (format === "env") return unflatten(entries, (key) => key.slice(5));
	if (last.node.kind !== "mapping") return void 0;
	return format === "ini" ? unflatten(entriesOf(last.node), (key) => key) : last.node;
}
/** Makes nested metadata of the flat names that dotenv and INI files have for it. */
function unflatten(entries, nameOf) {
	const root = {
		isList: false,
		children: /* @__PURE__ */ new Map()
	};
	for (const entry of entries) {
		const name = nameOf(entry.key ?? "");
		const lists = [...name.matchAll(/__(map|list)_/g)].map(([, kind]) => kind === "list");
		let at = root;
		const tokens = unflattenName(name);
		for (const [i, token] of tokens.entries()) if (i < tokens.length - 1) at = descend(at, token, lists[i] === true, entry);
		else if (at.children.has(token)) refuse("bad-metadata", {
			start: entry.start,
			end: entry.node.end,
			tokens
		});
		else at.children.set(token, unescaped(entry));
	}
	const grown = grow(root);
	return grown.kind === "mapping" ? grown : refuse("bad-metadata");
}
function descend(at, token, isList, { start, node }) {
	const known = at.children.get(token);
	if (known !== void 0) return "children" in known ? known : refuse("bad-metadata", {
		start,
		end: node.end
	});
	const branch = {
		isList,
		children: /* @__PURE__ */ new Map()
	};
	at.children.set(token, branch);
	return branch;
}
/** INI files have line breaks of the metadata as the two characters `\n` too. */
function unescaped(entry) {
	const { node } = entry;
	if (node.kind !== "leaf" || node.value === null || !("text" in node.value)) return entry;
	return {
		...entry,
		node: {
			...node,
			value: {
				type: "str",
				text: node.value.text.replaceAll("\\n", "\n")
			}
		}
	};
}
function grow({ isList, children }) {
	const items = [];
	for (const [token, child] of children) {
		const key = isList ? null : token;
		if (isList && token !== String(items.length)) return refuse("bad-metadata");
		if (!("children" in child)) {
			items.push({
				...child,
				key
			});
			continue;
		}
		const node = grow(child);
		items.push({
			kind: "entry",
			key,
			start: node.start,
			keyEnd: node.start,
			node
		});
	}
	const start = Math.min(...items.map((item) => item.start));
	const end = Math.max(...items.map((item) => item.node.end));
	return {
		kind: isList ? "list" : "mapping",
		layout: "lines",
		start,
		end,
		items
	};
}
// src/stages/sops/open.ts
/** The additional data of a value: its keys with `:`, and one at the end. List indexes are not in it. */
function additionalOf(keys) {
	return `${keys.join(":")}:`;
}
/**
* Opens a file: every selected leaf, and its MAC verified. Either everything is right, or the problems are told, all of
* a kind: damaged or forged leaves first, and only where there are none, the MAC.
*
* @param dataKey 32 bytes, from one of the file's recipients
*/
function openSops(file, dataKey, run) {
	const problems = [];
	if (!isValidSelector(file.metadata.selector, run.regexp)) return failed([selectorProblem(file)]);
	const opened = openLeaves(file, dataKey, run, problems);
	if (problems.length > 0) return failed(problems);
	const wrong = verifyMac(opened, run.cipher);
	return wrong === void 0 ? {
		ok: true,
		result: opened
	} : failed([wrong]);
}
function failed(problems) {
	return {
		ok: false,
		problems
	};
}
function selectorProblem({ metadata, blocks }) {
	const { start = 0, end = 0 } = blocks[0]?.block ?? {};
	return problem("bad-selector", {
		start,
		end,
		tokens: [metadata.selector.kind]
	});
}
/** Visits every leaf and comment with whether it is selected, and returns the documents with what the visits return. */
function rewriteSelected(documents, { selector }, regexp, visit) {
	const selection = new Selection(selector, regexp);
	return rewrite(documents, {
		visit: (at) => visit(at, selection.selects(at)),
		enter: () => selection.enter(),
		leave: () => selection.leave(),
		after: () => selection.after()
	});
}
/** Opens every leaf and comment, the MAC left aside; what does not open is told. */
function openLeaves(file, dataKey, run, problems) {
	const { cipher, regexp } = run;
	const leaves = [];
	const comments = [];
	const opener = new Opener(cipher, dataKey, problems);
	rewriteSelected(file.documents, file.metadata, regexp, (at, selected) => {
		const { item, document, keys, tokens, aliased } = at;
		if (item.kind === "comment") {
			const opened = selected ? opener.comment(item, {
				document,
				keys,
				tokens,
				aliased
			}) : void 0;
			comments.push({
				document,
				keys,
				tokens,
				aliased,
				comment: item,
				selected,
				opened
			});
			return;
		}
		const value = selected ? opener.leaf(item, at) : clearOf(item);
		if (value === void 0) return void 0;
		if (value instanceof Secret && value.type === "comment") {
			const opened = {
				text: value,
				additional: additionalOf(keys)
			};
			comments.push({
				document,
				keys,
				tokens,
				aliased,
				comment: item,
				selected,
				opened
			});
		} else leaves.push({
			document,
			keys,
			tokens,
			aliased,
			leaf: item,
			selected,
			value
		});
	});
	return {
		file,
		dataKey,
		leaves,
		comments
	};
}
/** What stands in a leaf of a file that was read. */
function clearOf({ value }) {
	if (value instanceof Secret) throw new TypeError("a file that was read holds no secrets");
	return value;
}
var Opener = class {
	#cipher;
	#dataKey;
	#problems;
	constructor(cipher, dataKey, problems) {
		this.#cipher = cipher;
		this.#dataKey = dataKey;
		this.#problems = problems;
	}
	leaf(leaf, at) {
		const value = clearOf(leaf);
		if (value === null || value.type === "str" && value.text === "") return value;
		const opened = this.#opened(value, at.keys);
		if (opened instanceof Secret) return opened;
		this.#problems.push(problem(opened, {
			...leaf,
			document: at.document,
			tokens: at.tokens
		}));
	}
	#opened({ type, text }, keys) {
		if (type !== "str") return "not-text";
		if (!text.startsWith("ENC[AES256_GCM,")) return "plaintext";
		const envelope = parseEnvelope(text);
		if (envelope === void 0) return "damaged-envelope";
		if (envelope.type === "bytes") return "bad-value";
		const opened = this.#cipher.open(envelope, additionalOf(keys), this.#dataKey);
		if (opened instanceof Secret) return opened;
		return opened === "forged" ? "forged-value" : "bad-value";
	}
	/** A comment that does not open was written by hand, as SOPS assumes; no MAC covers comments. */
	comment(comment, at) {
		const { text, alsoUnder = [] } = comment;
		const envelope = typeof text === "string" ? parseEnvelope(text) : void 0;
		if (envelope === void 0) return void 0;
		if (envelope.type === "bytes") this.#problems.push(problem("bad-value", {
			...comment,
			document: at.document,
			tokens: at.tokens
		}));
		for (const additional of new Set([at.keys, ...alsoUnder].map(additionalOf))) {
			const opened = this.#cipher.open(envelope, additional, this.#dataKey);
			if (opened instanceof Secret) return {
				text: opened,
				additional
			};
		}
	}
};
/** SHA-256 of the four characters `sops`, with which a MAC over encrypted values alone begins. */
const MAC_ONLY_ENCRYPTED = "8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69";
/** The MAC of a file's values in order, in clear. Source: SOPS 3.13.3, `sops.go`. */
function macOf(leaves, macOnlyEncrypted, cipher) {
	return hash(leaves, macOnlyEncrypted, cipher.mac(), (value) => value);
}
function hash(leaves, macOnlyEncrypted, mac, as) {
	if (macOnlyEncrypted) mac.addBytes(MAC_ONLY_ENCRYPTED);
	for (const { value, selected } of leaves) if (value !== null && (selected || !macOnlyEncrypted)) mac.add(value instanceof Secret ? value : as(value));
	return mac.digest();
}
function verifyMac({ file, dataKey, leaves }, cipher) {
	const { mac, lastModifiedSeconds, macOnlyEncrypted } = file.metadata;
	const { start = 0, end = 0 } = file.blocks[0]?.block ?? {};
	const wrong = (kind) => problem(kind, {
		start,
		end,
		tokens: ["mac"]
	});
	if (mac === void 0) return wrong("mac-missing");
	const envelope = parseEnvelope(mac);
	const opened = envelope === void 0 ? "forged" : cipher.open(envelope, lastModifiedSeconds, dataKey);
	if (!(opened instanceof Secret)) return wrong("mac-forged");
	if (cipher.same(opened, macOf(leaves, macOnlyEncrypted, cipher))) return void 0;
	const asFloats = file.format === "json" ? hash(leaves, macOnlyEncrypted, cipher.mac(), asFloat) : void 0;
	return asFloats !== void 0 && cipher.same(opened, asFloats) ? void 0 : wrong("mac-mismatch");
}
// src/stages/sops/yaml-text.ts
/** A scalar as go-yaml would read it back: plain where that is safe, a literal block for lines, quotes else. */
function yamlScalar(value, place) {
	if (value === null) return "null";
	switch (value.type) {
		case "str": return yamlString(value.text, place);
		case "bool": return value.text === "True" ? "true" : "false";
		case "float": return floatSpelling(value);
		default: return value.text;
	}
}
const SPECIAL_FLOATS = /* @__PURE__ */ new Map([
	["NaN", ".nan"],
	["+Inf", ".inf"],
	["-Inf", "-.inf"]
]);
/** With a point, so that it is read as a float again. */
function floatSpelling({ text }) {
	return SPECIAL_FLOATS.get(text) ?? (text.includes(".") ? text : `${text}.0`);
}
/** Control characters, line separators, marks and half surrogates: only escapes can write them. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const NO_PLAIN_START = /^[-?:,[\]{}#&*!|>'"%@`\s=]|^\.\.\./;
const NO_PLAIN = /:(?:\s|$)|\s#|\s$|[\n\t]/;
const NO_PLAIN_IN_FLOW = /[,[\]{}]|:["']/;
function yamlString(text, { context, indent, lineBreak }) {
	if (UNPRINTABLE.test(text)) return doubleQuoted(text);
	if (text.includes("\n")) return context === "block" && isLiteral(text) ? literal(text, indent, lineBreak) : doubleQuoted(text);
	if (isAmbiguous(text)) return doubleQuoted(text);
	if (!NO_PLAIN_START.test(text) && !NO_PLAIN.test(text) && (context === "block" || !NO_PLAIN_IN_FLOW.test(text))) return text;
	return text.includes("	") ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}
/** A text of several lines that a literal block can hold without an indentation indicator. */
function isLiteral(text) {
	return /^[^\s]/.test(text) && !/\n\n$/.test(text) && text !== "\n" && !/[ \t]\n|[ \t]$/.test(text);
}
/** A literal block: the header, and lines indented by some columns; without a line break at the end. */
function literal(text, indent, lineBreak) {
	const ends = text.endsWith("\n");
	const lines = (ends ? text.slice(0, -1) : text).split("\n").map((line) => line === "" ? "" : " ".repeat(indent) + line);
	return [ends ? "|" : "|-", ...lines].join(lineBreak);
}
const ESCAPED = new RegExp(UNPRINTABLE.source, "gu");
function doubleQuoted(text) {
	return JSON.stringify(text).replace(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** go-yaml takes no longer key on one line. */
const LONGEST_KEY = 1e3;
/** A key of a mapping, in quotes where it would be read as something else. */
function yamlKey(key, context) {
	if (key.length > LONGEST_KEY) return refuse("not-representable");
	if (key === "<<") return "!!merge <<";
	const text = yamlString(key, {
		context: "flow",
		indent: 0,
		lineBreak: "\n"
	});
	return /^[\w./$-]+$/.test(text) || context === "block" || /^["']/.test(text) ? text : JSON.stringify(key);
}
// src/stages/sops/read-to-seal.ts
/**
* Reads a text in clear that is to be sealed. What is read in it and would make a file that SOPS does not read is
* refused here: nobody could tell before the file is needed.
*
* @returns or `bad-content`, `duplicate-key` (YAML; in JSON SOPS keeps both), `reserved-key`
*/
function readToSeal(text, format) {
	return attempt(() => {
		const read = readPlain(text, format);
		if (!read.ok) return refuse(read.problems[0]?.kind ?? "bad-content", read.problems[0]);
		for (const [document, { root }] of read.result.entries()) {
			refuseReserved(root, document, format);
			if (format === "yaml") refuseTwice(root, document);
		}
		if (format === "yaml") refuseOdd(text, read.result);
		return read.result;
	});
}
/** No key of the first level may be one of the metadata's. */
function refuseReserved(root, document, format) {
	for (const { key, start, keyEnd } of entriesOf(root)) if (format === "env" ? key?.startsWith(`sops_`) === true : key === "sops") refuse("reserved-key", {
		start,
		end: keyEnd,
		document,
		tokens: [key ?? ""]
	});
}
// src/core/sops/problem-words.ts
const older = say`take the metadata from an older commit`;
const anew = say`take the metadata from an older commit, or encrypt the file anew`;
const restore = say`restore it from Git, and find out who changed it`;
const clear = {
	said: say`a value that should be encrypted stands in clear`,
	next: say`if it has been committed, change it where it comes from; then put it in with cairn secrets set`
};
/** The words for every class, in findings and in what commands print. */
const PROBLEM_WORDS = {
	"no-metadata": {
		said: say`this file is not encrypted: SOPS finds no metadata in it, of a stream in its first document`,
		next: say`cairn secrets encrypt makes it so; where the metadata was lost, take it from an older commit`
	},
	"bad-metadata": {
		said: say`SOPS cannot read this of its metadata, or it is missing`,
		next: older
	},
	"no-keys": {
		said: say`nobody can open this file: its metadata has no keys`,
		next: older
	},
	"several-selectors": { said: say`the metadata has more than one selector, and SOPS takes one` },
	"bad-selector": {
		said: say`its selector is no expression of RE2: SOPS would write all values in clear`,
		next: say`correct it in .sops.yaml`
	},
	"bad-content": { said: say`SOPS cannot read this: it takes what the name of the file says, mappings with texts as keys, and no tags of one's own` },
	"not-taken": {
		said: say`Cairn does not take this, even where SOPS does: it reads YAML 1.2, and no \`!!binary\``,
		next: say`write it otherwise, or let sops do it`
	},
	"no-identity": { said: say`none of the keys of this run opens it` },
	"unsupported-key": {
		said: say`it is encrypted to keys that Cairn cannot use`,
		next: say`Cairn opens what is encrypted to recipients of age`
	},
	"bad-recipient-block": {
		said: say`the data key for this recipient is damaged`,
		next: anew
	},
	"too-few-groups": { said: say`the keys of this run open fewer of its key groups than it takes` },
	"bad-data-key": {
		said: say`what its metadata gives is no data key`,
		next: anew
	},
	"plaintext": clear,
	"not-text": clear,
	"damaged-envelope": {
		said: say`this SOPS envelope is damaged`,
		next: say`restore its text, or set the value anew`
	},
	"forged-value": {
		said: say`this value does not open with the key of the file: it was changed, moved here from another key or file, or its key was renamed`,
		next: restore
	},
	"bad-value": {
		said: say`what is encrypted here is none of the type that its envelope says: it was changed`,
		next: restore
	},
	"mac-missing": {
		said: say`the file has no MAC, so that nobody can tell whether values were changed`,
		next: say`restore the metadata from Git`
	},
	"mac-forged": {
		said: say`the MAC does not open with the key of the file: it or \`lastmodified\` was changed`,
		next: say`restore the metadata from Git; after a merge: cairn secrets merge --finish`
	},
	"mac-mismatch": {
		said: say`the values of this file are not those that the MAC was made of: a value in clear was changed, or values were added, removed, reordered or given another type, without SOPS`,
		next: say`compare the file with Git's; after a merge: cairn secrets merge --finish`
	},
	"nothing-selected": {
		said: say`the selector selects no value of this file, so that all would stay in clear`,
		next: say`correct the selector in .sops.yaml`
	},
	"reserved-key": {
		said: say`this key belongs to the metadata of SOPS`,
		next: say`give it another name`
	},
	"duplicate-key": {
		said: say`this key is given twice, and SOPS reads no such file`,
		next: say`take one of them out`
	},
	"not-representable": { said: say`a value has no form in this format` },
	"empty-document": {
		said: say`a document without a value has no place for the metadata of SOPS`,
		next: say`take it out, together with its \`---\`, or give it a value`
	},
	"already-encrypted": {
		said: say`it is encrypted already`,
		next: say`cairn secrets edit or set changes it`
	},
	"no-such-value": { said: say`there is no such value` },
	"through-alias": {
		said: say`this value stands elsewhere, where its anchor is`,
		next: say`change it there`
	},
	"read-only": {
		said: say`INI files are only read: SOPS itself loses text when it writes them`,
		next: say`sops edits them`
	}
};
// src/stages/sops/rule-keys.ts
/** The lists of keys of a rule or a key group, by what SOPS's metadata calls them. */
const TYPES = /* @__PURE__ */ new Map([
	["age", "age"],
	["pgp", "pgp"],
	["kms", "kms"],
	["gcp_kms", "gcp_kms"],
	["hckms", "hckms"],
	["azure_keyvault", "azure_kv"],
	["hc_vault_transit_uri", "hc_vault"],
	["hc_vault", "hc_vault"]
]);
const RULE_KEY_FIELDS = [...TYPES.keys()];
const GROUP_FIELDS = [...RULE_KEY_FIELDS, "merge"];
/** What rules call fields of a key otherwise than a file's metadata do. */
const FIELDS = {
	vault_url: "vaultUrl",
	name: "key"
};
/** The keys of a rule: those of its `key_groups`, where it has any; else one group of all its flat lists. */
function readRuleKeys(fields, report) {
	let wrong = false;
	const watched = (found) => {
		wrong ||= found.severity === "error";
		report(found);
	};
	const grouped = fields.get("key_groups");
	const flat = RULE_KEY_FIELDS.flatMap((field) => fields.get(field) ?? []);
	if (grouped === void 0) return {
		groups: [RULE_KEY_FIELDS.flatMap((field) => readKeys(field, fields.get(field), watched))],
		place: flat[0] && placeOf$1(flat[0]),
		wrong
	};
	for (const ignored of flat) watched(finding("config/bad-value", keyOf$2(ignored), say`SOPS ignores this beside \`key_groups\``, { severity: "warning" }));
	const items = readList(grouped, say`a list of groups such as {age: […]}`, watched) ?? [];
	const groups = items.map((item) => withoutRepeats(readGroup(item, watched)));
	const place = placeOf$1(grouped);
	if (groups.length > 1) reportEmpty(items, groups, watched);
	return {
		groups: groups.length === 0 ? [[]] : groups,
		place,
		wrong
	};
}
function reportEmpty(items, groups, report) {
	for (const [i, item] of items.entries()) if (groups[i]?.length === 0 && isMapping(item.value) && !hasHole(item.value)) badValue(item, say`nobody is in this key group`, report);
}
/** Whether something of a value could not be read, which has been reported. */
function hasHole(value) {
	if (isList(value)) return value.some(hasHole);
	return isMapping(value) ? Object.values(value).some(hasHole) : value === HOLE;
}
/** What `merge` names comes first, as in SOPS. */
function readGroup(item, report) {
	if (!isMapping(item.value)) wrongType(item, say`a group such as {age: […]}`, report);
	const fields = new Map([...fieldsOf(item)].filter(([, field]) => !isBlank(field)));
	for (const [key, field] of fields) {
		if (GROUP_FIELDS.includes(key)) continue;
		const near = didYouMean(key, GROUP_FIELDS);
		const hint = near === "" ? say`; known here: ${list(GROUP_FIELDS.map(name))}` : near;
		report(finding("config/unknown-key", keyOf$2(field), say`unknown key ${name(key)}${hint}`));
	}
	const merged = fields.get("merge");
	return [...merged === void 0 ? [] : (readList(merged, say`a list of groups`, report) ?? []).flatMap((one) => readGroup(one, report)), ...RULE_KEY_FIELDS.flatMap((field) => readKeys(field, fields.get(field), report))];
}
function withoutRepeats(keys) {
	const known = /* @__PURE__ */ new Set();
	return keys.filter(({ type, name: named }) => {
		const key = `${type} ${named}`;
		return !known.has(key) && known.add(key);
	});
}
/** A text with commas, or a list of texts or mappings. */
function readKeys(field, setting, report) {
	if (setting === void 0 || isBlank(setting)) return [];
	const type = TYPES.get(field) ?? field;
	const { value } = setting;
	return (isList(value) ? itemsOf(setting) : [setting]).flatMap((item) => {
		if (typeof item.value === "string") return readNames(type, item, item.value, report);
		if (type !== "age" && isMapping(item.value)) return [{
			type,
			name: nameOf(type, item),
			place: placeOf$1(item)
		}];
		wrongType(item, type === "age" ? say`a recipient of age, or a list of them` : say`a key, or a list of keys`, report);
		return [];
	});
}
function readNames(type, setting, text, report) {
	return text.split(",").map((part) => part.trim()).filter((part) => part !== "").flatMap((named) => {
		if (type === "age" && !isRecipient(setting, named, report)) return [];
		return [{
			type,
			name: writtenKeyName(type, named),
			place: placeOf$1(setting)
		}];
	});
}
const PRIVATE_KEY = /AGE-(?:SECRET-KEY|PLUGIN)-/i;
const RECIPIENT = /^age1[02-9ac-hj-np-z]{6,}$/;
const PLUGIN_OR_SSH = /^age1[a-z0-9-]+1[02-9ac-hj-np-z]+$|^ssh-(?:ed25519|rsa) \S/;
/** Whether a text has the form of a recipient; what has not is never shown, as it may be anything. */
function isRecipient(setting, text, report) {
	if (RECIPIENT.test(text) || PLUGIN_OR_SSH.test(text)) return true;
	if (PRIVATE_KEY.test(text)) badValue(setting, say`a private key stands here, for everybody to read: make a new one with ${KEYGEN}, replace this one everywhere, and change what it could open`, report);
	else badValue(setting, say`this is no recipient of age: they start with ${AGE_START}`, report);
	return false;
}
const KEYGEN = name("cairn secrets keygen");
const AGE_START = name("age1");
function nameOf(type, setting) {
	const fields = fieldsOf(setting);
	const textOf = (value) => typeof value === "string" ? value : "";
	const context = fields.get("context")?.value;
	const pairs = isMapping(context) ? Object.entries(context) : [];
	const named = new Map(pairs.map(([key, value]) => [key, textOf(value)]));
	return keyName(type, (field) => textOf(fields.get(FIELDS[field] ?? field)?.value), named);
}
// src/stages/sops/creation-rules.ts
const TOP_KEYS = [
	"creation_rules",
	"destination_rules",
	"stores"
];
/** `kms` and others have settings beside them. */
const BESIDE_KEYS = ["aws_profile", "name"];
const RULE_FIELDS = [
	"path_regex",
	"key_groups",
	"shamir_threshold",
	"mac_only_encrypted",
	...SELECTOR_KINDS,
	...RULE_KEY_FIELDS,
	...BESIDE_KEYS
];
/**
* Reads `.sops.yaml`, of any version of SOPS. What SOPS would refuse is an error; what it ignores in silence, such as a
* key that is mistyped, is told too. Destination rules and stores are left to SOPS. Keys at the top that nobody knows
* are fine: people keep the anchors of their recipients there.
*
* @throws NotLoaded from the engine of expressions, once
*/
function readCreationRules(tree, regexp, report) {
	const root = rootOf(tree);
	let sound = !hasHole(root.value);
	const watched = (found) => {
		sound &&= found.severity !== "error";
		report(found);
	};
	if (!isBlank(root) && !isMapping(root.value)) wrongType(root, say`a mapping with \`creation_rules\``, watched);
	const fields = fieldsOf(root);
	reportSlips(fields, TOP_KEYS, watched);
	const listed = fields.get("creation_rules");
	if (listed === void 0 || isBlank(listed)) return {
		sound,
		rules: void 0
	};
	const items = readList(listed, say`a list of rules such as {path_regex: …, age: …}`, watched) ?? [];
	if (isList(listed.value) && items.length === 0) badValue(listed, say`no rules: nothing could be encrypted`, watched);
	const rules = items.flatMap((item) => readRule(item, regexp, watched) ?? []);
	return {
		sound,
		rules
	};
}
function reportSlips(fields, known, report) {
	for (const [key, field] of fields) {
		if (known.includes(key) || nearest(key, known) === void 0) continue;
		report(finding("config/unknown-key", keyOf$2(field), say`unknown key ${name(key)}${didYouMean(key, known)}`));
	}
}
function readRule(item, regexp, report) {
	if (!isMapping(item.value)) {
		wrongType(item, say`a rule such as {path_regex: …, age: …}`, report);
		return;
	}
	const fields = new Map([...fieldsOf(item)].filter(([, field]) => !isBlank(field)));
	reportUnknown(fields, report);
	const keys = readRuleKeys(fields, report);
	if (keys.groups.every((group) => group.length === 0) && !keys.wrong && !hasHole(item.value)) report(finding("config/missing-key", placeOf$1(item), say`nobody could open a file of this rule: it has no \`age\` with a recipient`));
	const selector = readSelector(fields, regexp, report);
	const place = placeOf$1(item);
	const onlyEncrypted = fields.get("mac_only_encrypted");
	return {
		pathRegex: readPathRegex(fields.get("path_regex"), regexp, report),
		groups: keys.groups,
		threshold: readThreshold(fields.get("shamir_threshold"), keys.groups, report),
		selector: selector?.selector ?? DEFAULT_SELECTOR,
		macOnlyEncrypted: onlyEncrypted !== void 0 && readBoolean(onlyEncrypted, report) === true,
		place,
		keysPlace: keys.place ?? place,
		selectorPlace: selector === void 0 ? place : placeOf$1(selector.setting)
	};
}
/** An error where it is a slip; what only another version of SOPS may know is a warning. */
function reportUnknown(fields, report) {
	for (const [key, field] of fields) {
		if (RULE_FIELDS.includes(key)) continue;
		const near = didYouMean(key, RULE_FIELDS);
		const severity = near === "" ? "warning" : "error";
		const hint = near === "" ? say`, which SOPS ignores` : near;
		report(finding("config/unknown-key", keyOf$2(field), say`unknown key ${name(key)}${hint}`, { severity }));
	}
}
/** An expression that is none matches no path: SOPS stops there, and so does whoever asks whether all was sound. */
function readPathRegex(setting, regexp, report) {
	if (setting === void 0 || setting.value === "") return void 0;
	const pattern = readString(setting, say`an expression that is searched in paths`, report);
	if (pattern === void 0) return NOTHING;
	if (regexp.test(pattern, "") !== void 0) return pattern;
	badValue(setting, say`this is no expression of RE2, so that SOPS refuses the file`, report);
	return NOTHING;
}
/** Found in no text. */
const NOTHING = "[^\\x00-\\x{10FFFF}]";
function readSelector(fields, regexp, report) {
	const given = SELECTOR_KINDS.flatMap((kind) => {
		const setting = fields.get(kind);
		return setting === void 0 || setting.value === "" ? [] : [{
			kind,
			setting
		}];
	});
	const [first, second] = given;
	if (first === void 0) return void 0;
	if (second !== void 0) {
		const names = list(given.map(({ kind }) => name(kind)));
		report(finding("config/bad-value", keyOf$2(second.setting), say`a rule has one selector at most, and this has ${names}`));
	}
	const pattern = readString(first.setting, said$2(first.kind), report);
	if (pattern === void 0) return void 0;
	const selector = {
		kind: first.kind,
		pattern
	};
	if (!isValidSelector(selector, regexp)) badValue(first.setting, say`this is no expression of RE2: SOPS takes it for one that matches nothing, in silence`, report);
	return {
		selector,
		setting: first.setting
	};
}
const said$2 = (kind) => kind.endsWith("_suffix") ? say`a suffix of keys` : say`an expression of RE2`;
function readThreshold(setting, groups, report) {
	const count = groups.length;
	if (setting === void 0 || setting.value === 0 || count < 2) return count;
	const { value } = setting;
	if (typeof value === "number" && Number.isInteger(value) && value >= 2 && value <= count) return value;
	if (typeof value === "number") badValue(setting, say`with ${count} key groups this is a number from 2 to ${count}`, report);
	else wrongType(setting, say`a number of key groups`, report);
	return count;
}
// src/secret-rules.ts
/** Reads the rules of all folders, and reports what is wrong with them. */
async function readRules({ snapshot, reader, engines }, collector) {
	const paths = snapshot.entries.filter(({ path, type }) => type !== "submodule" && isRulesFile(path)).map(({ path }) => path);
	snapshot.prefetch(paths);
	return reader.whole(collector, () => {
		const rules = /* @__PURE__ */ new Map();
		for (const path of paths) {
			const [tree] = reader.trees(path, { stream: false }, collector.report);
			if (tree !== void 0) rules.set(path.slice(0, -CREATION_RULES_FILE.length).replace(/\/$/, ""), readCreationRules(tree, engines.goRegexp, collector.report));
		}
		return rules;
	});
}
/** The rules that count for a file. */
function rulesOf(path, all) {
	if (all.size === 0) return void 0;
	const folders = new Set(Array.from(all.keys(), (folder) => folder === "" ? CREATION_RULES_FILE : `${folder}/${CREATION_RULES_FILE}`));
	const folder = rulesFolderOf(path, (file) => folders.has(file));
	const rules = folder === void 0 ? void 0 : all.get(folder);
	if (folder === void 0 || rules === void 0) return void 0;
	const prefix = folder === "" ? "" : `${folder}/`;
	return {
		file: `${prefix}${CREATION_RULES_FILE}`,
		rules,
		below: path.slice(prefix.length)
	};
}
// src/stages/secrets/plain-file.ts
/** Files that are never encrypted: a rule that matches them says how files are encrypted, and not which. */
const NEVER_ENCRYPTED = [
	"cairn.yaml",
	".sops.yaml",
	"environments/production/environment.yaml",
	"README.md"
];
/**
* Whether all that a rule matches has to be encrypted: where its expression is about some paths. One like `\.yaml$`
* only says how.
*
* @throws NotLoaded from the engine of expressions, once
*/
function asksForEncryption({ pathRegex }, regexp) {
	return pathRegex !== void 0 && !NEVER_ENCRYPTED.some((path) => regexp.test(pathRegex, path) === true);
}
/** Reports a file in clear of which a rule would have values encrypted, at the first of them. */
function checkPlainFile(file, run) {
	const { source, rule, rules } = file;
	const { regexp, report } = run;
	if (!isValidSelector(rule.selector, regexp)) return;
	const selected = selectedLeaves(file, regexp);
	const [first] = selected;
	if (first === void 0) return;
	const count = selected.length === 1 ? say`a value` : say`${selected.length} values`;
	const message = say`${name(rules)} says that ${count} of this file ${selected.length === 1 ? say`is` : say`are`} encrypted, and the file is not: run ${name("cairn secrets encrypt")}, and change what was ever pushed`;
	const related = [{
		message: say`this rule says so`,
		place: rule.place
	}];
	const severity = file.protected ? "error" : "warning";
	report(finding("secret/plain-file", inSpan(source, first.start, first.end), message, {
		severity,
		related
	}));
}
function selectedLeaves({ documents, rule }, regexp) {
	const leaves = [];
	const selection = new Selection(rule.selector, regexp);
	rewrite(documents, {
		visit: (at) => {
			const { item } = at;
			if (!selection.selects(at) || item.kind !== "leaf" || item.value === null || !("text" in item.value)) return void 0;
			const { type, text } = item.value;
			if (text !== "" && !(type === "str" && text.startsWith("ENC[AES256_GCM,"))) leaves.push(item);
		},
		enter: () => selection.enter(),
		leave: () => selection.leave(),
		after: () => selection.after()
	});
	return leaves;
}
// src/plain-files.ts
/** A name that promises encryption has a finding of its own. */
const PROMISING_NAME = /[^/]\.sops\.[^./]+$/;
/**
* Checks plain files of which `.sops.yaml` says that they are encrypted.
*
* @param plain the plain files that documents are made of, and whether a protected environment uses them
*/
async function checkPlainFiles({ reader, engines: { goRegexp: regexp } }, plain, { rules: all, collector }) {
	if (all.size === 0) return;
	for (const [path, isProtected] of plain) {
		const ruled = rulesOf(path, all);
		if (ruled?.rules.sound !== true || PROMISING_NAME.test(path)) continue;
		await reader.whole(collector, () => {
			const rule = ruleFor(ruled.rules, ruled.below, regexp);
			const format = formatOf(path);
			if (rule === void 0 || format === void 0 || format === "toml" || !asksForEncryption(rule, regexp)) return;
			const source = reader.source(path);
			const documents = source && readPlain(source.text, format);
			if (source === void 0 || documents?.ok !== true) return;
			checkPlainFile({
				source,
				documents: documents.result,
				rule,
				rules: ruled.file,
				protected: isProtected
			}, {
				regexp,
				report: collector.report
			});
		});
		collector.close();
	}
}
// src/stages/secrets/check-age.ts
const DAY = 864e5;
/** Says of a file that was last changed too long ago that it is. */
function checkAge(file, { today, days }, report) {
	const { lastModifiedSeconds } = file.metadata;
	const age = Math.floor((Date.parse(today) - Date.parse(lastModifiedSeconds)) / DAY);
	if (!(age >= days)) return;
	const message = say`this file was last changed ${age} days ago, on ${name(lastModifiedSeconds.slice(0, 10))}; it is due after ${days}: change what is in it at its source, and encrypt it with ${name("cairn secrets rotate")}`;
	report(finding("secret/old", fieldPlace(file, "lastmodified"), message));
}
// src/stages/secrets/check-leaves.ts
/** Findings of a kind in one file that are told. */
const MOST_TOLD$1 = 20;
/** Says which values stand in clear and should not, and which are sealed and will not be opened. */
function checkLeaves(file, run) {
	const { selector } = file.metadata;
	const leaves = leavesOf(file, run);
	if (leaves.length > 0 && !leaves.some(({ own }) => own)) {
		const message = say`${said$1(selector)} selects no value of this file: what is written into it stays in clear`;
		run.report(finding("secret/selects-nothing", fieldPlace(file, selector.kind), message));
		return;
	}
	const tell = teller(file, run.report);
	for (const { leaf, isSealed, own, wanted } of leaves) if (isSealed && !own) tell("secret/never-opened", leaf, say`this value is encrypted, but ${said$1(selector)} of this file does not select it: nobody will decrypt it`);
	else if (!isSealed && own) tell("secret/in-clear", leaf, say`this value stands in clear, and ${said$1(selector)} of this file says that it is encrypted; change it if it was ever pushed, and encrypt it`);
	else if (!isSealed && wanted) {
		const rules = say`${run.wanted === void 0 ? say`` : said$1(run.wanted)} of ${name(run.rules ?? "")}`;
		tell("secret/in-clear", leaf, say`this value stands in clear, and ${rules} says that it is encrypted, other than ${said$1(selector)} of this file`);
	}
}
/**
* The values in clear that a selector selects and that of the file leaves out.
*
* @throws NotLoaded from the engine of expressions, once
*/
function leftOut(file, selector, regexp) {
	if (![selector, file.metadata.selector].every((one) => isValidSelector(one, regexp))) return [];
	return leavesOf(file, {
		regexp,
		wanted: selector
	}).filter(({ isSealed, own, wanted }) => wanted && !own && !isSealed).map(({ leaf }) => leaf);
}
const said$1 = ({ kind, pattern }) => say`${name(kind)} ${name(pattern)}`;
function teller({ source }, report) {
	const told = /* @__PURE__ */ new Map();
	return (rule, { start, end }, message) => {
		const count = (told.get(rule) ?? 0) + 1;
		told.set(rule, count);
		if (count > MOST_TOLD$1) return;
		report(finding(rule, inSpan(source, start, end), count < MOST_TOLD$1 ? message : say`${message} (and more in this file)`));
	};
}
/** The values that can be encrypted: null and empty texts never are. */
function leavesOf({ documents, metadata }, { regexp, wanted }) {
	const leaves = [];
	const selections = [metadata.selector, ...wanted === void 0 ? [] : [wanted]].map((selector) => new Selection(selector, regexp));
	const each = (step) => () => {
		for (const selection of selections) selection[step]();
	};
	rewrite(documents, {
		visit: (at) => {
			const [own = false, also = false] = selections.map((selection) => selection.selects(at));
			const { item } = at;
			if (item.kind === "leaf" && item.value !== null && "text" in item.value && item.value.text !== "") {
				const isSealed = item.value.type === "str" && item.value.text.startsWith("ENC[AES256_GCM,");
				leaves.push({
					leaf: item,
					isSealed,
					own,
					wanted: also
				});
			}
		},
		enter: each("enter"),
		leave: each("leave"),
		after: each("after")
	});
	return leaves;
}
// src/stages/secrets/check-recipients.ts
/**
* Compares who can open a file with who should, and says who is in it twice. Keys of all types that SOPS has, each by
* its type and name.
*/
function checkRecipients(file, rule, report) {
	const keys = file.metadata.groups.flatMap((group) => group.keys).filter(({ type }) => isKeyType(type));
	const first = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const known = first.get(keyOf$3(key));
		if (known === void 0) first.set(keyOf$3(key), key);
		else {
			const related = [{
				message: say`first named here`,
				place: placeOf(file, known)
			}];
			report(finding("secret/duplicate-recipient", placeOf(file, key), say`${called(key)} is a recipient twice`, { related }));
		}
	}
	if (rule !== void 0) compare(file, first, rule, report);
}
function compare(file, present, rule, report) {
	const wanted = new Map(rule.groups.flat().map((key) => [keyOf$3(key), key]));
	const related = [{
		message: say`this rule says who can`,
		place: rule.keysPlace
	}];
	for (const [id, key] of present) {
		if (wanted.has(id)) continue;
		const next = key.type === "age" ? say`run ${name("cairn secrets update-recipients --revoke")}` : BY_SOPS;
		const message = say`${called(key)} can open this file, and should not: ${next}`;
		report(finding("secret/extra-recipient", placeOf(file, key), message, { related }));
	}
	for (const [id, key] of wanted) {
		if (present.has(id)) continue;
		const next = key.type === "age" ? say`run ${name("cairn secrets update-recipients")}` : BY_SOPS;
		const message = say`${called(key)} should be able to open this file, and cannot: ${next}`;
		report(finding("secret/missing-recipient", metadataPlace(file), message, { related }));
	}
}
/** Cairn cannot give the data key to other keys than those of age. */
const BY_SOPS = say`run ${name("sops updatekeys")}, and ${name("sops rotate")} where somebody is to lose access`;
function called({ type, name: key }) {
	if (type === "age") return say`${name(key)}`;
	return key === "" ? say`a key of ${name(type)} that does not say which` : say`the key ${name(key)} of ${name(type)}`;
}
const placeOf = ({ source }, { start, end }) => inSpan(source, start, end);
// src/stages/secrets/check-rule.ts
/**
* Reports where a file was encrypted otherwise than its rule says now: what of it is encrypted, what its MAC covers,
* and how its recipients are grouped. An encrypted file keeps all of these from the day that it was made, so that a
* value which the rule would encrypt is written into it in clear. Selectors that could differ for keys which are not
* there yet are told, too; those that are the same in other words are not.
*/
function checkRule(file, run) {
	const { metadata } = file;
	const { rule, rules } = run;
	if (file.format !== "binary") {
		if (!run.isSelectorTold && !selectSame(metadata.selector, rule.selector)) {
			const message = say`${said(metadata.selector)} says what of this file is encrypted, and ${said(rule.selector)} of ${name(rules)} something else: decrypt it, and encrypt it anew`;
			tell$1(file, metadata.selector.kind, message, rule.selectorPlace, run);
		}
		if (metadata.macOnlyEncrypted !== rule.macOnlyEncrypted) {
			const [is, should] = [covered(metadata.macOnlyEncrypted), covered(rule.macOnlyEncrypted)];
			tell$1(file, "mac_only_encrypted", say`the MAC of this file covers ${is}, and that of its rule in ${name(rules)} ${should}: decrypt it, and encrypt it anew`, rule.place, run);
		}
	}
	if (!isGroupedAlike(file, rule)) tell$1(file, "key_groups", say`the key groups of this file, or how many of them it takes, are not those of ${name(rules)}: run ${name("cairn secrets update-recipients")}`, rule.keysPlace, run);
}
function tell$1(file, field, message, place, { report }) {
	const related = [{
		message: say`this rule says so`,
		place
	}];
	report(finding("secret/unlike-rule", fieldPlace(file, field), message, { related }));
}
const said = ({ kind, pattern }) => say`${name(kind)} ${name(pattern)}`;
const covered = (isEncryptedOnly) => isEncryptedOnly ? say`encrypted values alone` : say`all values`;
/** Whether the same recipients are in the same groups; others than those of the rule are told by themselves. */
function isGroupedAlike({ metadata: { groups, threshold } }, rule) {
	const are = groups.map(({ keys }) => setOf(keys.flatMap((key) => key.type === "age" ? [key.name] : [])));
	const should = ageRecipientsOf(rule).map(setOf);
	if (setOf(are.flat()).join() !== setOf(should.flat()).join()) return true;
	if (are.length !== should.length || are.some((group, i) => group.join() !== should[i]?.join())) return false;
	return are.length < 2 || threshold === rule.threshold;
}
const setOf = (recipients) => [...new Set(recipients)].sort();
// src/stages/secrets/check-sealed.ts
/**
* Checks an encrypted file as far as that takes no key: every value that should be sealed is, and no other; it has a
* MAC; who can open it is who should; it is not older than it may be. Damaged envelopes are the parser's business.
*
* @throws NotLoaded from the engine of expressions, once
*/
function checkSealed(file, run) {
	const { regexp, report, expected } = run;
	const { metadata } = file;
	const rule = expected?.rule;
	let isSelectorTold = false;
	if (isValidSelector(metadata.selector, regexp)) {
		const wanted = rule !== void 0 && isValidSelector(rule.selector, regexp) ? rule.selector : void 0;
		const watched = (found) => {
			isSelectorTold ||= found.rule === "secret/in-clear" || found.rule === "secret/selects-nothing";
			report(found);
		};
		checkLeaves(file, {
			regexp,
			report: watched,
			...wanted && {
				wanted,
				rules: expected?.rules ?? ""
			}
		});
	} else {
		const message = say`this ${name(metadata.selector.kind)} is no expression of RE2: SOPS takes it for one that matches nothing, in silence`;
		report(finding("secret/bad-selector", fieldPlace(file, metadata.selector.kind), message));
	}
	checkMac(file, report);
	if (expected !== void 0 && rule === void 0) {
		const message = say`no rule of ${name(expected.rules)} covers this file: nobody says who is to open it`;
		report(finding("secret/no-rule", metadataPlace(file), message));
	}
	checkRecipients(file, rule, report);
	if (rule !== void 0) checkRule(file, {
		rule,
		rules: expected?.rules ?? "",
		report,
		isSelectorTold
	});
	checkOpenable(file, report);
	if (run.due !== void 0) checkAge(file, run.due, report);
}
function checkMac(file, report) {
	const { mac } = file.metadata;
	if (mac !== void 0 && parseEnvelope(mac) !== void 0) return;
	const what = mac === void 0 ? say`this file has no MAC` : say`this is no MAC`;
	const message = say`${what}: nobody can tell whether values were changed, and SOPS does not open it`;
	report(finding("secret/no-mac", fieldPlace(file, "mac"), message));
}
/** Keys of other types than age may open a file: not here. */
function checkOpenable(file, report) {
	const { groups, threshold } = file.metadata;
	if (groups.filter(({ keys }) => keys.some(({ type }) => type === "age")).length >= threshold) return;
	const types = [...new Set(groups.flatMap(({ keys }) => keys.map(({ type }) => type)))].filter((type) => type !== "age");
	const message = say`this run cannot open this file with any key: it is encrypted for ${list(types.map(name))}, and Cairn opens what is encrypted for age`;
	report(finding("secret/other-keys", metadataPlace(file), message));
}
// src/stages/secrets/refused.ts
/** What is told of a file without a key: its metadata cannot be read. */
const UNREADABLE = {
	"no-keys": "secret/bad-metadata",
	"several-selectors": "secret/bad-metadata",
	"bad-metadata": "secret/bad-metadata",
	"no-metadata": "secret/bad-metadata",
	"bad-content": "secret/bad-metadata",
	"not-taken": "secret/bad-metadata",
	"duplicate-key": "secret/bad-metadata"
};
/** What is told with a key. Leaves in clear, damaged envelopes and a MAC that is missing are told without one. */
const UNOPENED = {
	"bad-recipient-block": "secret/damaged-key",
	"bad-data-key": "secret/damaged-key",
	"forged-value": "secret/forged-value",
	"bad-value": "secret/forged-value",
	"mac-forged": "secret/forged-mac",
	"mac-mismatch": "secret/mac-mismatch"
};
/** Reports why SOPS's format could not be read. */
function reportUnreadable(source, problems, report) {
	tell(source, problems, UNREADABLE, report);
}
/** Reports why a file could not be opened, or is not to be believed. */
function reportUnopened(file, problems, report) {
	const { start, end } = fieldPlace(file, "mac");
	const isAboutMac = ({ kind }) => kind === "mac-forged" || kind === "mac-mismatch";
	tell(file.source, problems.map((one) => isAboutMac(one) ? {
		...one,
		start,
		end
	} : one), UNOPENED, report);
}
/** Findings of one file that are told. */
const MOST_TOLD = 20;
function tell(source, problems, rules, report) {
	for (const { kind, start, end } of problems.slice(0, MOST_TOLD)) {
		const rule = rules[kind];
		if (rule === void 0) continue;
		const { said, next } = PROBLEM_WORDS[kind];
		const message = next === void 0 ? said : say`${said}; ${next}`;
		report(finding(rule, inSpan(source, start, Math.max(start, end)), message));
	}
}
/** Recipients that are named. */
const MOST_NAMED = 6;
/** Reports that none of the identities is a recipient of a file, if that is why it was not opened. */
function reportLocked({ source, metadata, severity }, problems, report) {
	const locked = problems.find(({ kind }) => kind === "no-identity" || kind === "too-few-groups");
	if (locked === void 0) return;
	const recipients = [...new Set(metadata.groups.flatMap(({ keys }) => keys.filter(({ type }) => type === "age").map((key) => key.name)))];
	const named = recipients.slice(0, MOST_NAMED).map((recipient) => say`${name(recipient)}`);
	const others = recipients.length > MOST_NAMED ? [say`${recipients.length - MOST_NAMED} others`] : [];
	const enough = locked.kind === "too-few-groups" ? say`, of which it takes keys of ${metadata.threshold} groups` : say``;
	const message = say`none of the keys given opens this file: it is for ${list([...named, ...others])}${enough}`;
	const more = severity === void 0 ? {} : { severity };
	report(finding("secret/locked", inSpan(source, locked.start, Math.max(locked.start, locked.end)), message, more));
}
// src/unlock.ts
/**
* Opens files, their data keys unwrapped at once, and verifies them, one by one: nothing of one is kept when the next
* is opened. What is wrong is reported, and the file is left out. Whoever masks secrets is told of them before anything
* else is done.
*/
async function* unlock(files, run) {
	const { opener, workspace: { reader, engines: { goRegexp: regexp } }, collector } = run;
	const keys = await Promise.all(files.map(({ file }) => opener.dataKey(file.metadata)));
	for (const [i, { path, source, file }] of files.entries()) {
		const key = keys[i];
		if (key === void 0) continue;
		if (!key.ok) {
			reportLocked({
				source,
				...file,
				severity: run.locked
			}, key.problems, collector.report);
			reportUnopened({
				source,
				...file
			}, key.problems, collector.report);
		} else {
			const { cipher } = opener;
			const opened = await reader.whole(collector, () => openSops(file, key.result, {
				cipher,
				regexp
			}));
			if (opened.ok) {
				opener.opened(secretsIn(opened.result));
				yield {
					path,
					opened: opened.result
				};
			} else reportUnopened({
				source,
				...file
			}, opened.problems, collector.report);
		}
		collector.close();
	}
}
function secretsIn({ leaves, comments }) {
	const secrets = [];
	for (const { value } of leaves) if (value instanceof Secret) secrets.push(value);
	for (const { opened } of comments) if (opened !== void 0) secrets.push(opened.text);
	return secrets;
}
/** Adds the values of a file to those that are known. */
function keepSecrets({ opened: { leaves } }, secrets) {
	for (const { leaf, value } of leaves) if (value instanceof Secret && leaf.value !== null && "text" in leaf.value) secrets.set(leaf.value.text, value);
}
// src/secrets.ts
/** Files that are read and unlocked together: unwrapping keys one by one takes twice as long. */
const TOGETHER = 8;
/**
* Checks the encrypted files that documents are made of, and with a key opens them: those of environments without
* errors of parsing and linking. A file's data key is unwrapped once, and its MAC verified before anything is used.
*/
async function checkSecretFiles(workspace, files, run) {
	const { collector, opener, isWhole } = run;
	const rules = await readRules(workspace, collector);
	const secrets = /* @__PURE__ */ new Map();
	const opened = /* @__PURE__ */ new Set();
	const others = isWhole === true ? otherFiles(workspace) : [];
	const isLayer = new Set(files.paths);
	const paths = [...files.paths, ...others];
	for (let start = 0; start < paths.length; start += TOGETHER) {
		const read = [];
		for (const path of paths.slice(start, start + TOGETHER)) {
			const one = await checkOne(path, {
				workspace,
				rules,
				run,
				isLayer: isLayer.has(path)
			});
			const mayOpen = isLayer.has(path) ? files.mayOpen(path) : files.isSound;
			if (one !== void 0 && mayOpen) read.push(one);
		}
		if (opener === void 0) continue;
		for await (const file of unlock(read, {
			opener,
			workspace,
			collector
		})) {
			opened.add(file.path);
			if (run.isAsked === true) keepSecrets(file, secrets);
		}
	}
	await checkPlainFiles(workspace, files.plain, {
		rules,
		collector
	});
	return {
		secrets,
		opened,
		notChecked: notChecked(files, paths.length, opened, run)
	};
}
function notChecked({ closed }, count, opened, { opener }) {
	const left = count - opened.size;
	if (left === 0) return [];
	const which = left === count ? say`${left}` : say`${left} of ${count}`;
	const nouns = left === 1 ? say`file` : say`files`;
	const what = say`the values of ${which} encrypted ${nouns}, and whether they were changed without SOPS (MAC)`;
	if (opener === void 0) return [say`${what}: this run was given no key`];
	if (closed.length === 0) return [what];
	const where = list(closed.map((one) => name(one)));
	return [say`${what}; nothing is opened in ${where}: a file there cannot be read, or a reference is not resolved`];
}
/** Files that are no layers and that their names call encrypted, as far as they are. */
function otherFiles(workspace) {
	const { snapshot, discovery, reader } = workspace;
	const layers = new Set(discovery.files);
	const isOurs = mayBeOurs(workspace);
	const paths = snapshot.entries.filter(({ path, type }) => {
		return type === "file" && hasEncryptedName(path) && !layers.has(path) && isOurs(path);
	}).map(({ path }) => path);
	snapshot.prefetch(paths);
	return paths.filter((path) => reader.bytes(path)?.includes("lastmodified") === true);
}
/** Tells the files that a repository looks at: those of the folders of its layout, but for what is ignored. */
function mayBeOurs({ config }) {
	const ignored = config.ignore.flatMap((glob) => compileGlob(glob, () => void 0));
	const layout = createLayout(config);
	return (path) => isUnderRoot(layout, path) && !isIgnored(ignored, path);
}
async function checkOne(path, checking) {
	const { run: { collector, memory }, isLayer } = checking;
	if (memory === void 0) return checkSource(path, checking, collector);
	let findings = memory.recallFile(path, isLayer);
	if (findings === void 0) {
		await checkSource(path, checking, findings = new Collector());
		memory.keepFile(path, isLayer, findings);
	}
	collector.absorb(findings);
}
async function checkSource(path, by, collector) {
	const { workspace: { reader, engines: { goRegexp: regexp }, config }, rules, run, isLayer } = by;
	const { today, maxAgeDays: days = config.secrets.maxAgeDays } = run;
	const read = await reader.whole(collector, () => {
		const source = reader.source(path);
		const file = source && readEncrypted(source, collector.report, isLayer ? TOLD : void 0);
		if (source === void 0 || file === void 0) return void 0;
		const ruled = rulesOf(path, rules);
		const isKnown = ruled?.rules.rules !== void 0 && ruled.rules.sound;
		checkSealed({
			source,
			...file
		}, {
			regexp,
			report: collector.report,
			...isKnown ? { expected: {
				rules: ruled.file,
				rule: ruleFor(ruled.rules, ruled.below, regexp)
			} } : {},
			...today === void 0 ? {} : { due: {
				today,
				days
			} }
		});
		return {
			path,
			source,
			file
		};
	});
	collector.close();
	return read;
}
const TOLD = /* @__PURE__ */ new Set(["duplicate-key"]);
/** Reads an encrypted file in SOPS's terms; why it cannot be read is reported, but for what has been told. */
function readEncrypted(source, report, told = /* @__PURE__ */ new Set()) {
	const format = formatOf(source.path);
	const read = readSops(source.text, format === void 0 || format === "toml" ? "binary" : format, source.mark);
	if (read.ok) return read.result;
	reportUnreadable(source, read.problems.filter(({ kind }) => !told.has(kind)), report);
}
/** Whether every encrypted layer of a document was opened. */
function isOpened({ effective: { layers } }, opened) {
	return layers.every((layer) => layer.from !== "file" || !layer.encrypted || opened.has(layer.tree.source.path));
}
// src/stages/validate/decided.ts
/** Asks no schema anything: what is told of unions and conditions is told in general words. */
const SILENT = { validate: () => ({
	definite: [],
	undecided: [],
	deprecated: [],
	exhausted: true
}) };
/**
* Reports what a key has shown to be wrong with a document, as it would be of values in clear; no message shows one.
* Runs no code that was made of a schema.
*
* @param linked with secrets in the places of sealed leaves
*/
function tellDecided(linked, issues, { root, report, provenance }) {
	const subject = new Subject(linked, root, provenance ?? {});
	tellAll(new Telling(subject, SILENT).problems(issues), subject, report);
}
// src/decisions.ts
/**
* Answers what only a key would decide: each document is made again, with secrets in the places of its sealed leaves,
* and what the schema asked of these is asked of them. What is found is reported as it would be of a value in clear. No
* schema is compiled: code that was made of one never runs after the first secret is opened.
*/
async function decide(workspace, open, run) {
	for (const { document, environment, questions } of open) {
		const left = await workspace.reader.whole(run.collector, () => {
			const [effective] = evaluate(workspace, document, [environment], ignore);
			if (effective === void 0) return questions;
			return decideOne(workspace, link(workspace, effective, ignore), questions, run);
		});
		run.collector.close();
		for (const question of left) run.undecided(question, environment.name);
	}
}
/** What was wrong with a document was reported when it was first made. */
const ignore = () => void 0;
/** @returns the questions that stay open */
function decideOne(workspace, linked, questions, run) {
	const { files: { secrets, opened }, opener, collector } = run;
	const schema = workspace.schemas.of(linked.effective.document.kind);
	if (schema === void 0 || !isOpened(linked, opened)) return questions;
	const value = withSecrets(linked.value, secrets);
	const broken = /* @__PURE__ */ new Map();
	const left = questions.filter(({ asks }) => {
		const answers = asks.map((issue) => {
			const about = valueAt(value, issue.tokens);
			return about === void 0 ? void 0 : opener.judge(issue, about);
		});
		for (const issue of answers.flatMap((answer) => answer ?? [])) broken.set(keyOf(issue), issue);
		return answers.length === 0 || answers.includes(void 0);
	});
	if (broken.size > 0) {
		const provenance = provenanceIn(workspace, linked.effective.environment);
		tellDecided({
			...linked,
			value
		}, [...broken.values()], {
			root: schema.root,
			report: collector.report,
			provenance
		});
	}
	return left;
}
function keyOf({ schema, keyword, tokens }) {
	return JSON.stringify([
		schema.id,
		keyword,
		...tokens
	]);
}
/** A value with secrets for the ciphertext that was opened; subtrees without any are shared. */
function withSecrets(value, secrets) {
	if (value instanceof Sealed) return value.lookUp(secrets) ?? value;
	if (value instanceof Opaque) return value;
	if (isList(value)) {
		const items = value.map((item) => withSecrets(item, secrets));
		return items.every((item, i) => item === value[i]) ? value : items;
	}
	if (!isMapping(value)) return value;
	let copy;
	for (const key of Object.keys(value)) {
		const entry = value[key];
		const opened = withSecrets(entry, secrets);
		if (opened === entry) continue;
		copy ??= { ...value };
		put(copy, key, opened);
	}
	return copy ?? value;
}
export { readSops as C, flattenName as D, METADATA_KEY as E, readPlain as S, isMergeable as T, additionalOf as _, readEncrypted as a, openSops as b, leftOut as c, readCreationRules as d, PROBLEM_WORDS as f, yamlScalar as g, yamlKey as h, mayBeOurs as i, readRules as l, refuseReserved as m, checkSecretFiles as n, keepSecrets as o, readToSeal as p, isOpened as r, unlock as s, decide as t, rulesOf as u, macOf as v, sopsFormatOf as w, rewriteSelected as x, openLeaves as y };
