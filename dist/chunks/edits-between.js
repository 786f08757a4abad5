import { $t as isCommentItem, Jt as refuse, Kt as attempt, Qt as entriesOf } from "./shared.js";
// src/stages/sops/edits-between.ts
/**
* The edits that make of an opened file what its text in clear has become: what an editor or a merge hands back, read
* by `readPlain`. Values that are the same make no edit and keep their ciphertext. New keys are put behind the others
* of their mapping, and the order of those that stay, and comments, are left as they are in the file.
*
* @returns or `not-representable` where documents were added or removed, or a key stands twice
*/
function editsBetween(opened, edited, cipher) {
	return attempt(() => {
		const { documents } = opened.file;
		if (documents.length !== edited.length) refuse("not-representable");
		const comparison = new Comparison(opened, cipher);
		for (const [document, { root }] of documents.entries()) comparison.container(document, root, edited[document].root, []);
		return comparison.edits;
	});
}
var Comparison = class {
	edits = [];
	#cipher;
	#values;
	constructor({ leaves }, cipher) {
		this.#cipher = cipher;
		this.#values = new Map(leaves.map(({ leaf, value }) => [leaf, value]));
	}
	container(document, was, is, tokens) {
		if (was.kind === "list") this.#list(document, was, is, tokens);
		else this.#mapping(document, was, is, tokens);
	}
	#mapping(document, was, is, tokens) {
		const [before, after] = [byKey(was, document), byKey(is, document)];
		for (const [key, entry] of before) {
			const at = [...tokens, key];
			const now = after.get(key);
			if (now === void 0) this.edits.push({
				op: "delete",
				document,
				tokens: at
			});
			else this.#node(document, entry.node, now.node, at);
		}
		for (const [key, { node }] of after) if (!before.has(key)) this.edits.push({
			op: "set",
			document,
			tokens: [...tokens, key],
			value: node
		});
	}
	/** Items are compared one by one; those beyond are appended, or deleted from the end. */
	#list(document, was, is, tokens) {
		const [before, after] = [itemsOf(was), itemsOf(is)];
		for (let i = before.length - 1; i >= after.length; i--) this.edits.push({
			op: "delete",
			document,
			tokens: [...tokens, String(i)]
		});
		for (const [i, { node }] of after.entries()) {
			const old = before[i];
			if (old === void 0) this.edits.push({
				op: "append",
				document,
				tokens,
				value: node
			});
			else this.#node(document, old.node, node, [...tokens, String(i)]);
		}
	}
	#node(document, was, is, tokens) {
		if (was.kind !== "leaf" && was.kind === is.kind) this.container(document, was, is, tokens);
		else if (!this.#isSame(was, is)) this.edits.push({
			op: "set",
			document,
			tokens,
			value: is
		});
	}
	#isSame(was, is) {
		if (was.kind !== "leaf" || is.kind !== "leaf") return false;
		const value = this.#values.get(was) ?? null;
		if (value === null || is.value === null) return value === is.value;
		return this.#cipher.same(value, is.value);
	}
};
function byKey(container, document) {
	const entries = /* @__PURE__ */ new Map();
	for (const entry of entriesOf(container)) {
		if (entry.key === null || entries.has(entry.key)) refuse("not-representable", {
			...entry,
			end: entry.keyEnd,
			document
		});
		entries.set(entry.key, entry);
	}
	return entries;
}
function itemsOf(list) {
	return entriesOf(list).filter((entry) => !isCommentItem(entry));
}
export { editsBetween as t };
