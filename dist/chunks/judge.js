import { Ks as say, Sa as SCALAR_STYLE, Uo as finding, Yo as inSpan, _a as wholeLine, ba as COLLECTION_STYLE, ga as placeMistake, ha as mistakeFinding, ma as isUnfounded, pa as at1, va as lineStart, xa as EVENT_ID, ya as CHOMPING_MODE } from "./shared.js";
import { t as Composer } from "./yaml2.js";
import { n as resolveAsScalar, t as Parser } from "./yaml.js";
// src/stages/parse/cst-events.ts
const NO_TOKENS = [];
/**
* The events that js-yaml would give for a document that `yaml` has read as a concrete syntax tree; `undefined` where
* it is nested deeper than `MAX_DEPTH`. What js-yaml leaves out of its events is left out here as well.
*/
function cstEvents(token, directives) {
	const explicitStart = token.start.some(({ type }) => type === "doc-start");
	const walk = new CstWalk();
	walk.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd: false,
		directives: [...directives]
	});
	walk.node(token.value, token.start);
	walk.events.push({ type: EVENT_ID.POP });
	return walk.tooDeep ? void 0 : walk.events;
}
var CstWalk = class {
	events = [];
	tooDeep = false;
	#depth = 0;
	/** @param before the tokens before a node, its tag and anchor among them. */
	node(token, before) {
		const properties = propertiesOf(before);
		switch (token?.type) {
			case "alias":
				this.events.push({
					type: EVENT_ID.ALIAS,
					anchorStart: token.offset + 1,
					anchorEnd: token.offset + token.source.length
				});
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
				this.#flowScalar(token, properties);
				break;
			case "block-scalar":
				this.#blockScalar(token, properties);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				this.#collection(token, properties);
				break;
			default: this.#scalar(SCALAR_STYLE.PLAIN, -1, -1, "", properties);
		}
	}
	#flowScalar(token, properties) {
		const { type, source, offset } = token;
		const text = resolveAsScalar(token, false, ignore).value;
		if (type === "single-quoted-scalar" || type === "double-quoted-scalar") {
			const style = type === "single-quoted-scalar" ? SCALAR_STYLE.SINGLE_QUOTED : SCALAR_STYLE.DOUBLE_QUOTED;
			this.#scalar(style, offset + 1, offset + source.length - 1, text, properties);
		} else if (source === "") this.#scalar(SCALAR_STYLE.PLAIN, -1, -1, "", properties);
		else this.#scalar(SCALAR_STYLE.PLAIN, offset, offset + source.length, text, properties);
	}
	#blockScalar(token, properties) {
		let start = token.offset;
		let indicator = "";
		for (const header of token.props) {
			if (!("source" in header)) continue;
			start += header.source.length;
			if (header.type === "block-scalar-header") indicator = header.source;
		}
		const style = indicator.startsWith(">") ? SCALAR_STYLE.FOLDED_BLOCK : SCALAR_STYLE.LITERAL_BLOCK;
		const text = resolveAsScalar(token, false, ignore).value;
		const chomping = indicator.includes("+") ? CHOMPING_MODE.KEEP : CHOMPING_MODE.CLIP;
		this.#scalar(style, start, start + token.source.length, text, properties, chomping);
	}
	#scalar(style, valueStart, valueEnd, text, properties, chomping = CHOMPING_MODE.CLIP) {
		const event = {
			type: EVENT_ID.SCALAR,
			valueStart,
			valueEnd,
			...properties,
			style,
			chomping,
			indent: -1,
			fast: false,
			text
		};
		this.events.push(event);
	}
	#collection(token, properties) {
		if (++this.#depth > 100) this.tooDeep = true;
		else if (token.type === "block-map") {
			this.#open(EVENT_ID.MAPPING, blockStart(token), properties, COLLECTION_STYLE.BLOCK);
			for (const item of token.items) {
				if (item.sep === void 0 && !includes(item.start, "explicit-key-ind") && !hasProperties(item.start)) continue;
				this.node(item.key, item.start);
				this.node(item.value, item.sep ?? NO_TOKENS);
			}
			this.events.push({ type: EVENT_ID.POP });
		} else if (token.type === "block-seq") {
			this.#open(EVENT_ID.SEQUENCE, token.offset, properties, COLLECTION_STYLE.BLOCK);
			for (const item of token.items) {
				if (item.value === void 0 && !includes(item.start, "seq-item-ind") && !hasProperties(item.start)) continue;
				this.node(item.value, item.start);
			}
			this.events.push({ type: EVENT_ID.POP });
		} else this.#flowCollection(token, properties);
		this.#depth--;
	}
	#flowCollection(token, properties) {
		const isMapping = token.start.source === "{";
		this.#open(isMapping ? EVENT_ID.MAPPING : EVENT_ID.SEQUENCE, token.offset, properties, COLLECTION_STYLE.FLOW);
		for (const item of token.items) {
			const explicit = includes(item.start, "explicit-key-ind");
			if (!explicit && !hasProperties(item.start) && item.sep === void 0 && item.value === void 0) continue;
			if (isMapping) this.#pair(item);
			else if (item.sep === void 0 && !explicit) this.node(item.value, item.start);
			else {
				this.#open(EVENT_ID.MAPPING, pairStart(item, token.offset), propertiesOf(NO_TOKENS), COLLECTION_STYLE.FLOW);
				this.#pair(item);
				this.events.push({ type: EVENT_ID.POP });
			}
		}
		this.events.push({ type: EVENT_ID.POP });
	}
	#pair(item) {
		this.node(item.key, item.start);
		this.node(item.value, item.sep ?? NO_TOKENS);
	}
	#open(type, start, properties, style) {
		this.events.push({
			type,
			start,
			...properties,
			style
		});
	}
};
function propertiesOf(tokens) {
	const properties = {
		anchorStart: -1,
		anchorEnd: -1,
		tagStart: -1,
		tagEnd: -1
	};
	for (const { type, offset, source } of tokens) if (type === "anchor") {
		properties.anchorStart = offset + 1;
		properties.anchorEnd = offset + source.length;
	} else if (type === "tag") {
		properties.tagStart = offset;
		properties.tagEnd = offset + source.length;
	}
	return properties;
}
function hasProperties(tokens) {
	return includes(tokens, "anchor") || includes(tokens, "tag");
}
function includes(tokens, wanted) {
	return tokens.some(({ type }) => type === wanted);
}
/** js-yaml lets a block mapping start with its first key's tag, anchor or `?`. */
function blockStart(token) {
	const first = token.items[0]?.start.find(({ type }) => FIRST_OF_KEY.has(type));
	return Math.min(token.offset, first?.offset ?? token.offset);
}
const FIRST_OF_KEY = /* @__PURE__ */ new Set([
	"explicit-key-ind",
	"anchor",
	"tag"
]);
/** Where a pair without braces starts: `[a: b]`. */
function pairStart(item, otherwise) {
	return item.start.find(({ type }) => type === "anchor" || type === "tag")?.offset ?? item.key?.offset ?? item.sep?.[0]?.offset ?? otherwise;
}
function ignore() {}
// src/stages/parse/judge-mistakes.ts
const CODES = {
	ALIAS_PROPS: "aliasProperties",
	BAD_ALIAS: "anchorName",
	BAD_DIRECTIVE: "directive",
	BAD_DQ_ESCAPE: "escape",
	BAD_INDENT: "indent",
	BAD_PROP_ORDER: "propertyPlace",
	BAD_SCALAR_START: "reserved",
	BLOCK_AS_IMPLICIT_KEY: "secondColon",
	BLOCK_IN_FLOW: "missingComma",
	KEY_OVER_1024_CHARS: "longKey",
	MULTILINE_IMPLICIT_KEY: "noColon",
	MULTIPLE_ANCHORS: "twoProperties",
	MULTIPLE_TAGS: "twoProperties",
	RESOURCE_EXHAUSTION: "tooDeep",
	TAB_AS_INDENT: "tab",
	TAG_RESOLVE_FAILED: "tag",
	UNEXPECTED_TOKEN: "trailing"
};
/**
* The mistake behind a document that both parsers refuse. js-yaml stops where the text no longer makes sense, which may
* be far below; `yaml` knows which quote or bracket is open there, and where a key began that has no colon.
*
* @param refused what js-yaml says of this document; `undefined` where it has not come that far.
*/
function judgeMistake(text, document, first, refused) {
	if (refused === void 0) return unclosed(document, first.pos[0]) ?? placeOfError(first);
	const placed = placeMistake(text, refused);
	if (placed.mistake === "bracketIndent" || placed.mistake === "tab") return placed;
	const open = unclosed(document, refused.at);
	if (open !== void 0) return open;
	if ((first.code === "MISSING_CHAR" && placed.mistake === "noColon" || first.code === "MULTILINE_IMPLICIT_KEY") && first.pos[0] < refused.at) return wholeLine("noColon", text, lineStart(text, first.pos[0]));
	return first.code === "BAD_ALIAS" || first.code === "BAD_DQ_ESCAPE" ? placeOfError(first) : placed;
}
/** The mistake that `yaml` alone has found. */
function placeOfError({ code, pos }) {
	return {
		mistake: CODES[code] ?? "other",
		start: pos[0],
		end: Math.max(pos[1], pos[0])
	};
}
/** The innermost quote or bracket before `at` that is never closed. */
function unclosed(document, at) {
	let last;
	visit(document, (token) => {
		if (token.offset > at || last !== void 0 && token.offset < last.start) return;
		if (isOpenQuote(token)) last = at1("unclosedQuote", token.offset);
		else if (token.type === "flow-collection" && !isClosed(token)) last = at1("unclosedBracket", token.offset);
	});
	return last;
}
function isOpenQuote(token) {
	if (token.type === "single-quoted-scalar") return token.source.length < 2 || !token.source.endsWith("'");
	if (token.type !== "double-quoted-scalar") return false;
	const { source } = token;
	let backslashes = 0;
	while (source[source.length - 2 - backslashes] === "\\") backslashes++;
	return source.length < 2 || !source.endsWith("\"") || backslashes % 2 === 1;
}
function isClosed({ start, end }) {
	return end[0]?.source === (start.source === "{" ? "}" : "]");
}
/** Closing brackets that stand no further right than the key their list or mapping belongs to; `yaml` takes them. */
function misplacedBrackets(text, document) {
	const found = [];
	visit(document, (token) => {
		if (token.type !== "block-map" && token.type !== "block-seq") return;
		for (const { value } of token.items) {
			if (value?.type !== "flow-collection" || !isClosed(value)) continue;
			const closer = value.end[0]?.offset ?? value.offset;
			const line = lineStart(text, closer);
			if (line > value.offset && text.slice(line, closer).trim() === "" && closer - line <= token.indent) found.push(at1("bracketIndent", closer));
		}
	});
	return found;
}
/** Shows `look` every token below a document. No recursion: the text may be nested as deep as it likes. */
function visit(document, look) {
	const stack = [document.value];
	while (stack.length > 0) {
		const token = stack.pop();
		if (token === null || token === void 0) continue;
		look(token);
		if (token.type !== "block-map" && token.type !== "block-seq" && token.type !== "flow-collection") continue;
		for (const item of token.items) stack.push(item.key, item.value);
	}
}
// src/stages/parse/judge.ts
/**
* Reads what js-yaml has refused with `yaml`, which goes on after an error. Documents that `yaml` takes keep their
* values: what js-yaml objects to does not change them. Its objection is reported all the same: on yaml-test-suite it
* is right whenever the two differ, and the one case where it is known to be wrong is recognised. Documents that both
* refuse become holes, but for a bad escape, which makes a hole of its scalar only. One finding a document, and one for
* every closing bracket out of place.
*/
function judge(source, refused) {
	const judged = new Judging(source, refused);
	judged.run();
	return judged;
}
var Judging = class {
	events = [];
	holes = /* @__PURE__ */ new Set();
	findings = [];
	#source;
	#refused;
	constructor(source, refused) {
		this.#source = source;
		this.#refused = refused;
	}
	run() {
		const documents = documentsOf(this.#source.text);
		const culprit = documents?.findLast(({ token }) => token.offset <= this.#refused.at) ?? documents?.[0];
		if (documents === void 0 || culprit === void 0) {
			this.#tell(placeMistake(this.#source.text, this.#refused));
			this.#hole(false);
			return;
		}
		for (const document of documents) {
			const events = cstEvents(document.token, document.directives);
			const [first] = document.errors;
			if (events === void 0) this.#tooDeep(document);
			else if (first === void 0) this.#accept(document, events, document === culprit);
			else if (!this.#acceptButEscapes(document, events)) this.#refuse(document, first, document === culprit);
		}
	}
	#accept({ token }, events, isCulprit) {
		for (const event of events) this.events.push(event);
		const mistakes = misplacedBrackets(this.#source.text, token);
		if (isCulprit && !isUnfounded(this.#source.text, this.#refused)) {
			const objection = placeMistake(this.#source.text, this.#refused);
			if (!mistakes.some(({ start }) => start === objection.start)) mistakes.push(objection);
		}
		mistakes.sort((a, b) => a.start - b.start);
		for (const mistake of mistakes) this.#tell(mistake);
	}
	/** Accepts a document whose only mistakes are escapes. */
	#acceptButEscapes({ errors }, events) {
		if (errors.some(({ code }) => code !== "BAD_DQ_ESCAPE")) return false;
		const places = errors.map(({ pos }) => pos[0]).sort((a, b) => a - b);
		let next = 0;
		for (const event of events) {
			this.events.push(event);
			if (event.type !== EVENT_ID.SCALAR) continue;
			for (; (places[next] ?? Infinity) < event.valueEnd; next++) this.holes.add(event);
		}
		for (const error of errors) this.#tell(placeOfError(error));
		return true;
	}
	#refuse({ token }, first, isCulprit) {
		const { text } = this.#source;
		const refused = isCulprit && !isUnfounded(text, this.#refused) ? this.#refused : void 0;
		this.#tell(judgeMistake(text, token, first, refused));
		this.#hole(token.start.some(({ type }) => type === "doc-start"));
	}
	#tooDeep({ token }) {
		const message = say`this document is nested more than ${100} levels deep`;
		this.findings.push(finding("parse/too-deep", inSpan(this.#source, token.offset, token.offset), message));
		this.#hole(token.start.some(({ type }) => type === "doc-start"));
	}
	/** A document of which nothing is known. */
	#hole(explicitStart) {
		const scalar = { ...ABSENT };
		this.holes.add(scalar);
		this.events.push({
			type: EVENT_ID.DOCUMENT,
			explicitStart,
			explicitEnd: false,
			directives: []
		}, scalar, { type: EVENT_ID.POP });
	}
	#tell(mistake) {
		this.findings.push(mistakeFinding(this.#source, mistake));
	}
};
const ABSENT = {
	type: EVENT_ID.SCALAR,
	valueStart: -1,
	valueEnd: -1,
	anchorStart: -1,
	anchorEnd: -1,
	tagStart: -1,
	tagEnd: -1,
	style: SCALAR_STYLE.PLAIN,
	chomping: 1,
	indent: -1,
	fast: false
};
/** What `yaml` makes of a text; `undefined` where its nesting exhausts the stack. */
function documentsOf(text) {
	try {
		return read(text);
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
function read(text) {
	const composer = new Composer({
		prettyErrors: false,
		uniqueKeys: false,
		schema: "failsafe",
		logLevel: "error"
	});
	const tokens = [];
	const errors = [];
	let directives = [];
	for (const token of new Parser().parse(text)) {
		if (token.type === "directive") directives.push(...directiveOf(token.source));
		if (token.type === "document") {
			tokens.push({
				token,
				directives
			});
			directives = [];
		}
		for (const document of composer.next(token)) errors.push(document.errors);
	}
	for (const document of composer.end()) errors.push(document.errors);
	return tokens.map((document, i) => ({
		...document,
		errors: errors[i] ?? []
	}));
}
function directiveOf(source) {
	const [name, handle, prefix] = source.split(/[ \t]+/);
	return name === "%TAG" && handle !== void 0 && prefix !== void 0 ? [{
		kind: "tag",
		handle,
		prefix
	}] : [];
}
export { judge };
