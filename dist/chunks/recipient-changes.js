import { lo as documentKey } from "./shared.js";
import { E as METADATA_KEY } from "./sealed.js";
import { n as accessTo, r as aliasIn, t as NOBODY } from "./file-access.js";
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
	/**
	* Nobody loses what a file that is gone had; of one that is new everybody is told who could open none of those that
	* are gone.
	*
	* @returns changes at `/sops/age/<recipient>` and `/sops/shamir_threshold`, where no value can be
	*/
	between(before, after) {
		if (before === void 0 || after === void 0) return [];
		const [old, now] = [encryptedIn(before), encryptedIn(after)];
		const removed = old.filter((path) => !now.includes(path));
		const gone = new Set(removed.flatMap((path) => [...this.#accessTo(this.#base, path).keys.keys()]));
		const changes = [];
		for (const path of now) {
			const isNew = !old.includes(path);
			const [was, is] = [isNew ? NOBODY : this.#accessTo(this.#base, path), this.#accessTo(this.#head, path)];
			for (const key of is.keys.keys()) if (!was.keys.has(key) && !(isNew && gone.has(key))) changes.push(this.#change("added", after, is, key));
			for (const key of was.keys.keys()) if (!is.keys.has(key)) changes.push(this.#change("removed", before, was, key));
			if (!isNew && was.threshold !== is.threshold && is.keys.size > 0) changes.push(thresholdChange(after, was, is));
		}
		return changes;
	}
	#change(kind, { effective }, { keys }, key) {
		const { type, name, location } = keys.get(key);
		const side = {
			value: aliasIn(this.#base, this.#head, name) ?? name,
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
	#accessTo(workspace, path) {
		let ofSide = this.#known.get(workspace);
		if (ofSide === void 0) this.#known.set(workspace, ofSide = /* @__PURE__ */ new Map());
		let known = ofSide.get(path);
		if (known === void 0) ofSide.set(path, known = accessTo(workspace, path));
		return known;
	}
};
function thresholdChange({ effective }, was, is) {
	const side = ({ threshold, location }) => {
		return {
			value: threshold,
			...location && { location },
			shadowed: []
		};
	};
	return {
		document: documentKey(effective.document),
		tokens: [METADATA_KEY, "shamir_threshold"],
		kind: "changed",
		before: side(was),
		after: side(is),
		environments: [effective.environment.name]
	};
}
function encryptedIn({ effective: { layers } }) {
	return layers.flatMap((layer) => layer.from === "file" && layer.encrypted ? [layer.tree.source.path] : []);
}
export { RecipientChanges };
