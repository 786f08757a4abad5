// src/core/opaque.ts
/**
* What a tree holds besides JSON: leaves whose value this run does not know or must not show.
*
* An opaque leaf is a class instance so that no merge, clone or writer can mistake it for data: turning one into text
* throws, which makes every writer that forgot about opaque leaves fail loudly instead of printing a placeholder.
*/
var Opaque = class {
	toJSON() {
		throw new TypeError(`a ${this.opaque} value was about to be written; writers must leave opaque values out`);
	}
	toString() {
		throw new TypeError(`a ${this.opaque} value was about to become text`);
	}
	[Symbol.toPrimitive]() {
		return this.toString();
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return `[${this.opaque}]`;
	}
};
/** Ciphertext of one leaf. Its type can be told; its bytes belong to its file alone. */
var Sealed = class extends Opaque {
	opaque = "sealed";
	type;
	#envelope;
	constructor(type, envelope) {
		super();
		this.type = type;
		this.#envelope = envelope;
		Object.freeze(this);
	}
	/** Whether two leaves hold the same ciphertext, that is: certainly the same value of the same place. */
	sameCiphertext(other) {
		return this.#envelope === other.#envelope;
	}
};
/** An opened value. Its plaintext is in the vault, never in a property; only `reveal` returns it. */
var Secret = class extends Opaque {
	opaque = "secret";
	/** Distinguishes this secret from every other one of the run, so that no comparison calls two opaque values equal. */
	id;
	type;
	constructor(id, type) {
		super();
		this.id = id;
		this.type = type;
		Object.freeze(this);
	}
};
/** A value that a later stage or a key would supply: a text with a sealed part, a reference to a sealed leaf. */
var Unresolved = class extends Opaque {
	opaque = "unresolved";
	#parts;
	/** @param parts what it will be put together from, texts and opaque leaves; none where that is not known. */
	constructor(parts = []) {
		super();
		this.#parts = parts;
	}
	/** Whether two values are put together from the same parts, that is: certainly the same value. */
	sameParts(other, same) {
		const [mine, theirs] = [this.#parts, other.#parts];
		return mine.length > 0 && mine.length === theirs.length && mine.every((part, i) => same(part, theirs[i]));
	}
};
/** What stands where something failed. Its finding has been reported; later stages pass it on in silence. */
var Hole = class extends Opaque {
	opaque = "hole";
};
/** The one hole. Holes carry nothing, so one serves all. */
const HOLE = new Hole();
// src/core/message.ts
/**
* Makes a message from pointers, names, kinds of values, numbers, shown values and other messages. A raw string does
* not compile: whatever comes from a file has to pass `name` or `shown` first.
*/
function say(fixed, ...parts) {
	let text = fixed[0] ?? "";
	for (const [i, part] of parts.entries()) text += (typeof part === "number" ? String(part) : escapeControls(part)) + (fixed[i + 1] ?? "");
	return text;
}
/** Joins messages or names: `a, b and c`. */
function list(parts, last = "and") {
	if (parts.length < 2) return say`${parts[0] ?? say``}`;
	const head = parts.slice(0, -1).join(", ");
	return last === "and" ? say`${head} and ${parts.at(-1)}` : say`${head} or ${parts.at(-1)}`;
}
const LONGEST = 80;
/** Long enough for every path: one that is cut cannot be opened. */
const LONGEST_PATH = 4096;
/** A name from the repository as it may stand in a message. */
function name(text) {
	return shorten(escapeControls(text), text.includes("/") ? LONGEST_PATH : LONGEST);
}
/**
* A leaf as it may stand in a message: strings in quotes, scalars as JSON. `undefined` for what must not be shown:
* opaque leaves, collections, and whatever the caller knows to be under `x-secret` (it does not call this).
*/
function shown(value) {
	if (value instanceof Opaque || typeof value === "object" && value !== null) return void 0;
	return shorten(escapeControls(JSON.stringify(value)), LONGEST);
}
function shorten(text, limit) {
	if (text.length <= limit) return text;
	const points = Array.from(text);
	return points.length <= limit ? text : points.slice(0, limit - 1).join("") + "…";
}
/** Control, bidirectional and zero-width characters, lone surrogates, and line separators: none reaches a terminal. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
function escapeControls(text) {
	return text.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// src/core/rules.ts
/** From most to least severe. */
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
const error = {
	severity: "error",
	waivable: false
};
const warning = {
	severity: "warning",
	waivable: true
};
/**
* Every rule there is. The identifiers are stable: people write them into waivers and dashboards. Each has a row in
* `docs/findings.md` and a golden case; a test compares the three lists.
*/
const RULES = {
	"config/unknown-key": error,
	"config/wrong-type": error,
	"config/bad-value": error,
	"config/missing-key": error,
	"discover/nothing-to-check": warning,
	"discover/unused-entry": warning,
	"discover/unused-file": warning,
	"discover/ambiguous-pattern": error,
	"discover/duplicate-layer": error,
	"discover/duplicate-environment": error,
	"discover/unknown-environment": error,
	"discover/similar-environment": warning,
	"discover/bad-name": error,
	"discover/no-name": error,
	"discover/without-layer": error,
	"discover/without-nothing": warning,
	"discover/unknown-document": error,
	"discover/unreadable-file": error,
	"discover/too-large": error,
	"discover/outside-link": error,
	"discover/broken-link": error,
	"discover/submodule": warning,
	"discover/lfs-pointer": error,
	"parse/encoding": error,
	"parse/binary": error,
	"parse/syntax": error,
	"parse/template": error,
	"parse/duplicate-key": error,
	"parse/number": error,
	"parse/tag": error,
	"parse/unknown-tag": error,
	"parse/unknown-anchor": error,
	"parse/merge-key": error,
	"parse/complex-key": error,
	"parse/too-deep": error,
	"parse/too-many-nodes": error,
	"parse/stream": error,
	"parse/flat-key": error,
	"parse/encrypted-name": error,
	"parse/stray-envelope": error,
	"parse/damaged-envelope": error,
	"inherit/unknown-environment": error,
	"inherit/cycle": error,
	"inherit/order": error,
	"inherit/too-deep": error,
	"merge/removes-nothing": warning,
	"merge/kind-change": warning,
	"merge/secret-exposed": {
		severity: "warning",
		waivable: false
	},
	"merge/tag-misplaced": error,
	"merge/key-missing": error,
	"merge/key-duplicate": error,
	"link/syntax": error,
	"link/dangling": error,
	"link/cycle": error,
	"link/not-scalar": error,
	"link/too-large": error,
	"render/sealed": warning
};
export { name as a, HOLE as c, Sealed as d, Secret as f, list as i, Hole as l, SEVERITIES as n, say as o, Unresolved as p, escapeControls as r, shown as s, RULES as t, Opaque as u };
