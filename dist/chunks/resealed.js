import { Vo as Collector, Zs as Sealed } from "./shared.js";
import { a as readEncrypted, o as keepSecrets, s as unlock } from "./sealed.js";
// src/queries/resealed.ts
/**
* Finds out with a key which values that were encrypted anew are another value: those that are not are no changes.
* Where a side may not be opened, or no key opens it, that stays open.
*/
async function settleResealed(changes, { opener, base, head }) {
	const found = changes.map(({ environment, changes: of }) => ({
		environment,
		changes: [...of]
	}));
	if (!found.some((one) => one.changes.some(({ resealed }) => resealed === true))) return found;
	const [was, is] = await Promise.all([base, head].map((side) => openSide(side, opener)));
	return found.map(({ environment, changes: of }) => {
		if (!base.files.isOpen(environment) || !head.files.isOpen(environment)) return {
			environment,
			changes: of
		};
		return {
			environment,
			changes: of.flatMap((change) => settled(change))
		};
	});
	function settled(change) {
		const [before, after] = [change.before?.value, change.after?.value];
		if (change.resealed !== true || !(before instanceof Sealed) || !(after instanceof Sealed)) return [change];
		const [old, now] = [was && before.lookUp(was), is && after.lookUp(is)];
		if (old === void 0 || now === void 0) return [change];
		if (opener.cipher.same(old, now)) return [];
		return [withoutDoubt(change)];
	}
}
function withoutDoubt(change) {
	const certain = { ...change };
	delete certain.resealed;
	return certain;
}
/** Files that no key opens, or that are not to be believed, are left out: they have findings of their own. */
async function openSide({ workspace, files }, opener) {
	const secrets = /* @__PURE__ */ new Map();
	const read = files.paths.filter((path) => files.mayOpen(path)).flatMap((path) => {
		const source = workspace.reader.source(path);
		const file = source && readEncrypted(source, () => void 0);
		return source === void 0 || file === void 0 ? [] : [{
			path,
			source,
			file
		}];
	});
	for await (const file of unlock(read, {
		opener,
		workspace,
		collector: new Collector()
	})) keepSecrets(file, secrets);
	return secrets;
}
export { settleResealed };
