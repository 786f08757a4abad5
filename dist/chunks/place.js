import { A as rewrite, E as newLeaf, Li as name, O as newMapping, Ri as say, S as childOf, it as problem, ji as tokensOf, ot as canonical, ri as Failure } from "./shared.js";
import { t as readPlain } from "./read.js";
import { x as inClear, y as json } from "./world2.js";
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
	const node = tokens.reduceRight((inner, key) => newMapping([[key, inner]]), value);
	return { root: node.kind === "mapping" ? node : newMapping([]) };
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
export { valueText as a, typeAt as i, documentOf as n, nodeOf as r, placeOf as t };
