import { A as rewrite, C as entriesOf, Ui as Secret, at as refuse, b as isValidSelector, ct as floatText, g as unflattenName, h as readMetadata, it as problem, p as METADATA_KEY, pr as parseEnvelope, rt as attempt, st as fitsInt, ut as timeText, y as Selection } from "./shared.js";
import { t as require_dist } from "./yaml.js";
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
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
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
		if (first === "\"") return this.#leaf(STRING, (text) => ({
			type: "str",
			text: textOf(text)
		}));
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
		const key = textOf(this.#match(STRING));
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
/** Half a surrogate pair becomes U+FFFD, as Go has it: no UTF-8 text can hold one. */
function textOf(quoted) {
	const text = JSON.parse(quoted);
	return quoted.includes("\\u") ? text.replace(/\p{Surrogate}/gu, "�") : text;
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
	rewriteSelected(file.documents, file.metadata, regexp, ({ item, ...at }, selected) => {
		if (item.kind === "comment") {
			comments.push({
				...at,
				comment: item,
				selected,
				opened: selected ? opener.comment(item, at.keys) : void 0
			});
			return;
		}
		const value = selected ? opener.leaf(item, at) : clearOf(item);
		if (value === void 0) return void 0;
		if (value instanceof Secret && value.type === "comment") {
			const additional = additionalOf(at.keys);
			comments.push({
				...at,
				comment: item,
				selected,
				opened: {
					text: value,
					additional
				}
			});
		} else leaves.push({
			...at,
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
		const opened = this.#cipher.open(envelope, additionalOf(keys), this.#dataKey);
		if (opened instanceof Secret) return opened;
		return opened === "forged" ? "forged-value" : "bad-value";
	}
	/** A comment that does not open was written by hand, as SOPS assumes; no MAC covers comments. */
	comment({ text, alsoUnder = [] }, keys) {
		const envelope = typeof text === "string" ? parseEnvelope(text) : void 0;
		if (envelope === void 0) return void 0;
		for (const additional of new Set([keys, ...alsoUnder].map(additionalOf))) {
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
// src/stages/sops/read-lines.ts
/**
* Reads a dotenv file as SOPS does: lines end with `\n` alone, a key goes to the first `=`, nothing is trimmed, quotes
* and `export` belong to value and key; the two characters `\n` in a value are a line break.
*
* @throws SopsRefusal `bad-content` for a line without `=`
*/
function readDotenv(text) {
	const items = [];
	for (const { start, end } of linesOf(text)) {
		if (start === end) continue;
		if (text[start] === "#") {
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
			key: text.slice(start, sign),
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
	constructor(text, root, containers) {
		this.#text = text;
		this.#root = root;
		this.#standing = containers.flatMap((container) => container.items.filter((item) => item.kind === "entry").map((entry) => ({
			entry,
			container,
			column: this.#column(entry.start)
		}))).sort((a, b) => a.entry.start - b.entry.start);
	}
	place(span) {
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
	#ownLine(comment, next, previous) {
		const column = this.#column(comment.start);
		if (next !== void 0 && (previous === void 0 || next.column === column)) return insertBefore(next, comment);
		const above = previous === void 0 ? void 0 : this.#columnAbove(previous, column);
		if (above !== void 0) return insertAfter(above, comment);
		if (next !== void 0) return insertBefore(next, comment);
		this.#root.items.push(comment);
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
const clear = (type, text) => ({
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
	].map((text) => [text, clear("bool", "True")]),
	...[
		"false",
		"False",
		"FALSE"
	].map((text) => [text, clear("bool", "False")]),
	...[
		".nan",
		".NaN",
		".NAN"
	].map((text) => [text, clear("float", "NaN")]),
	...[
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	].map((text) => [text, clear("float", "+Inf")]),
	...[
		"-.inf",
		"-.Inf",
		"-.INF"
	].map((text) => [text, clear("float", "-Inf")])
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
		if (fitting !== void 0) return clear("int", fitting);
		if (integer > 0n && integer <= MAX_UNSIGNED && !digits.startsWith("+")) return BEYOND;
	}
	return FLOAT.test(digits) ? floatOf(digits) : void 0;
}
function floatOf(text) {
	const value = Number(text);
	return Number.isFinite(value) ? clear("float", floatText(value)) : void 0;
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
	return time === void 0 ? void 0 : clear("time", time);
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
		const match = VALUE.exec(rest);
		if (match === null) return false;
		const [, value = "", comment] = match;
		const end = restStart + rest.length;
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
// src/stages/sops/read-yaml.ts
var import_dist = require_dist();
/**
* Reads YAML as SOPS does: every document an ordered mapping with its comments, aliases written out, merge keys as keys
* named `<<`, scalars typed by go-yaml's rules. It expects text that the parse stage accepts; what SOPS cannot hold is
* refused: documents that are no mappings, keys that are no texts, 64-bit integers without room for a sign.
*
* @throws SopsRefusal `bad-content`
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
		for (const token of new import_dist.Parser().parse(this.#text)) if (token.type === "document") documents.push(this.#document(token));
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
		if (last === void 0 || last.type === "flow-error-end") return this.#refuse(token.offset);
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
			const key = item.key === void 0 || item.key === null ? this.#refuse(open.start) : this.#key(item.key);
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
		const { kind, layout, start } = open;
		this.#containers.push({
			node: {
				kind,
				layout,
				start,
				end: start,
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
		return import_dist.CST.resolveAsScalar(token, true, () => this.#refuse(token.offset)).value;
	}
	#key(token) {
		if (token.type !== "scalar" && token.type !== "single-quoted-scalar" && token.type !== "double-quoted-scalar") return this.#refuse(token.offset);
		this.#noteComments(token.end);
		const key = this.#textOf(token);
		if (token.type === "scalar" && key !== MERGE && plainYaml(key)?.type !== "str") return this.#refuse(token.offset);
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
const MERGE = "<<";
/** What a plain scalar cannot start with; the library says so. */
const ODD_START = /^[@`,[\]{}&*!|>'"%\t\r]/;
/**
* What a tag makes of a scalar. go-yaml takes `!!str` and the numbers' tags, and writes the text `<<` as `!!merge <<`;
* of tags of one's own it keeps what is a text.
*/
function withTag(tag, plain, text) {
	if (tag === void 0) return plain();
	if (tag === "!!str" || tag === "!" || tag === "!!merge" && text === MERGE) return {
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
	env: readDotenv,
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
* @param text decoded, without a byte order mark
* @returns or `no-metadata`, `bad-metadata`, `no-keys`, `several-selectors`, `bad-content`
*/
function readSops(text, format) {
	return attempt(() => {
		const found = READERS[format](text).map((document, index) => takeMetadata(document, index, format));
		const first = found[0]?.block ?? refuse("no-metadata");
		const metadata = readMetadata(first.block);
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
function takeMetadata({ root }, document, format) {
	const isOurs = (item) => item.kind === "entry" && (format === "env" ? item.key?.startsWith(`sops_`) === true : item.key === "sops" && item.node.kind === "mapping");
	const entries = root.items.filter(isOurs);
	const items = root.items.filter((item) => !isOurs(item));
	const block = blockOf(entries, format);
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
	if (format === "env") return unflatten(entries, (key) => key.slice(METADATA_KEY.length + 1));
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
		for (const [i, token] of tokens.entries()) if (i === tokens.length - 1) at.children.set(token, unescaped(entry));
		else at = descend(at, token, lists[i] === true, entry);
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
export { additionalOf as a, openSops as c, isAmbiguous as i, rewriteSelected as l, readSops as n, macOf as o, sopsFormatOf as r, openLeaves as s, readPlain as t };
