import { Gs as name, Ks as say, Zt as childOf, an as rewrite, nn as newList, os as Failure, qt as problem, rn as newMapping, tn as newLeaf, zs as tokensOf, zt as canonical } from "./shared.js";
import { S as readPlain } from "./sealed.js";
import { S as json, T as inClear } from "./plan.js";
// src/stages/sops/set-at.ts
/** What stands for the item behind the last of a list. Source: RFC 6901 §4. */
const NEXT = "-";
/**
* The edit that puts a value at a pointer: `/hosts/-` adds an item to a list. In a mapping `-` is a key like any other;
* below what is not there yet it makes a list.
*/
function setAt({ file }, { document, tokens }, value) {
	let node = file.documents[document]?.root;
	for (const [i, token] of tokens.entries()) {
		if (node === void 0 || node.kind === "leaf") break;
		const rest = nodeBelow(tokens.slice(i + 1), value);
		if (node.kind === "list" && token === NEXT) return {
			op: "append",
			document,
			tokens: tokens.slice(0, i),
			value: rest
		};
		const entry = childOf(node, token);
		if (entry === void 0) return {
			op: "set",
			document,
			tokens: tokens.slice(0, i + 1),
			value: rest
		};
		node = entry.node;
	}
	return {
		op: "set",
		document,
		tokens,
		value
	};
}
/** A value and what has to be made above it. */
function nodeBelow(tokens, value) {
	return tokens.reduceRight((inner, token) => token === NEXT ? newList([inner]) : newMapping([[token, inner]]), value);
}
// src/queries/secrets/values.ts
/** The types that a text is to be read as, of a leaf that stands somewhere. */
function typeAt({ leaves }, place) {
	const key = place.tokens.join("\0");
	const type = leaves.find((leaf) => leaf.document === place.document && leaf.tokens.join("\0") === key)?.value?.type;
	return type === void 0 || type === "bytes" || type === "comment" ? "str" : type;
}
/**
* The node that a text stands for. Scalars become secrets; they are sealed where the selector of the file says so.
*
* @returns `undefined` where the text is none of the type
*/
function nodeOf(text, type, { cipher }) {
	if (type === "null") return text.trim() === "" || text.trim() === "null" ? newLeaf(null) : void 0;
	if (type === "json") return jsonNode(text);
	const value = canonical(type, type === "str" ? text : text.trim());
	return value === void 0 ? void 0 : newLeaf(cipher.keep({
		type,
		text: value
	}));
}
/** JSON as SOPS reads it; anything that JSON can hold, not only what a file can. */
function jsonNode(text) {
	const read = readPlain(`{"value": ${text}}`, "json");
	const root = read.ok ? read.result[0]?.root : void 0;
	return root?.items.length === 1 ? childOf(root, "value")?.node : void 0;
}
/** A document that holds one value and nothing else. */
function documentOf(tokens, value) {
	const [key = "", ...below] = tokens;
	return { root: newMapping([[key, nodeBelow(below, value)]]) };
}
/**
* A value in clear: a scalar as its text, anything else as JSON. PLAINTEXT: for standard output, nothing else.
*
* @returns or `no-such-value`, `not-representable` (bytes)
*/
function valueText(opened, { document, tokens }) {
	const values = new Map(opened.leaves.map(({ leaf, value }) => [leaf, value]));
	let node = rewrite(opened.file.documents, { visit: ({ item }) => {
		const value = item.kind === "leaf" ? values.get(item) : void 0;
		return value === void 0 || value === null ? void 0 : newLeaf(inClear(value));
	} })[document]?.root;
	for (const token of tokens) node = node === void 0 || node.kind === "leaf" ? void 0 : childOf(node, token)?.node;
	if (node === void 0) return {
		ok: false,
		problems: [problem("no-such-value", {
			document,
			tokens
		})]
	};
	return {
		ok: true,
		result: node.kind === "leaf" ? scalarText(node) : json(node, 0, "  ")
	};
}
function scalarText({ value }) {
	if (value === null) return "null";
	const clear = inClear(value);
	return clear.type === "bool" ? clear.text.toLowerCase() : clear.text;
}
// src/cli/secrets/place.ts
/** A value as it is named on the command line. */
function placeOf(text, document) {
	const tokens = tokensOf(text);
	const index = Number(document ?? "0");
	if (tokens === void 0 || tokens.length === 0) throw new Failure("usage", say`${name(text)} names no value`, say`write it as a JSON Pointer: /database/password`);
	if (!Number.isInteger(index) || index < 0) throw new Failure("usage", say`documents are counted from 0`);
	return {
		tokens,
		document: index
	};
}
export { valueText as a, typeAt as i, documentOf as n, setAt as o, nodeOf as r, placeOf as t };
