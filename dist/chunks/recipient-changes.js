import { $r as locate, Er as documentKey, Qr as inSpan, p as METADATA_KEY } from "./shared.js";
import { r as readEncrypted } from "./secrets.js";
// src/queries/recipient-changes.ts
/** Tells who can open the encrypted files of a document, and could not before: a change like one of its values. */
var RecipientChanges = class {
	#base;
	#head;
	#known = /* @__PURE__ */ new Map();
	constructor({ base, head }) {
		this.#base = base;
		this.#head = head;
	}
	/** @returns changes at `/sops/age/<recipient>`, where SOPS keeps them and no value can stand */
	between(before, after) {
		if (before === void 0 || after === void 0) return [];
		const there = new Set(encryptedIn(after));
		const changes = [];
		for (const path of encryptedIn(before)) {
			if (!there.has(path)) continue;
			const [was, is] = [this.#recipientsOf(this.#base, path), this.#recipientsOf(this.#head, path)];
			for (const key of is.keys()) if (!was.has(key)) changes.push(this.#change("added", after, is, key));
			for (const key of was.keys()) if (!is.has(key)) changes.push(this.#change("removed", before, was, key));
		}
		return changes;
	}
	#change(kind, { effective }, recipients, key) {
		const { type, name, location } = recipients.get(key);
		const side = {
			value: [...(kind === "added" ? this.#head : this.#base).config.recipients].find(([, { recipient }]) => recipient === name)?.[0] ?? name,
			location,
			shadowed: []
		};
		return {
			document: documentKey(effective.document),
			tokens: [
				METADATA_KEY,
				type,
				name
			],
			kind,
			...kind === "added" ? { after: side } : { before: side },
			environments: [effective.environment.name]
		};
	}
	#recipientsOf(workspace, path) {
		let ofSide = this.#known.get(workspace);
		if (ofSide === void 0) this.#known.set(workspace, ofSide = /* @__PURE__ */ new Map());
		let known = ofSide.get(path);
		if (known === void 0) ofSide.set(path, known = recipientsIn(workspace, path));
		return known;
	}
};
function encryptedIn({ effective: { layers } }) {
	return layers.flatMap((layer) => layer.from === "file" && layer.encrypted ? [layer.tree.source.path] : []);
}
/** Empty where the metadata cannot be read: that has a finding of its own. */
function recipientsIn({ reader }, path) {
	const source = reader.source(path);
	const file = source && readEncrypted(source, () => void 0);
	const recipients = /* @__PURE__ */ new Map();
	if (source === void 0 || file === void 0) return recipients;
	for (const { type, name, start, end } of file.metadata.groups.flatMap(({ keys }) => keys)) recipients.set(`${type} ${name}`, {
		type,
		name,
		location: locate(inSpan(source, start, end))
	});
	return recipients;
}
export { RecipientChanges };
