import { l as documentKey, p as pointer } from "./discover.js";
import { l as inEnvironment, s as finding } from "./lines.js";
import { o as say, u as Opaque } from "./rules.js";
import { a as selectDocuments, c as link, f as placeIn, o as selectEnvironments, s as evaluate } from "./selection.js";
import { w as put, x as isMapping } from "./scalars.js";
// src/queries/render.ts
/**
* Renders the selected documents one at a time: memory follows the largest document. Abstract environments are rendered
* only when named. Opaque leaves cannot be written; each is a finding at the place that supplies it.
*/
async function* render(workspace, { selection, collector }) {
	const named = (selection.environments ?? []).length > 0;
	const environments = selectEnvironments(workspace, selection).filter(({ abstract }) => named || !abstract);
	for (const document of selectDocuments(workspace, selection)) {
		const rendered = await workspace.reader.whole(collector, () => evaluate(workspace, document, environments, collector.report).flatMap((effective) => {
			const linked = link(workspace, effective, collector.report);
			const value = withoutOpaque(linked.value, [], (tokens, leaf) => {
				leftOut(linked, tokens, leaf, collector);
			});
			if (value === void 0) return [];
			return [{
				environment: effective.environment.name,
				document: documentKey(effective.document),
				value
			}];
		}));
		collector.close();
		yield* rendered;
	}
}
function leftOut(linked, tokens, leaf, { report }) {
	if (leaf.opaque === "hole") return;
	const reference = linked.references.find((one) => one.tokens.every((token, i) => tokens[i] === token));
	const { winner } = linked.effective.originsAt(reference?.tokens ?? tokens);
	const { environment } = linked.effective;
	const place = winner === void 0 ? inEnvironment(environment.name) : placeIn(winner.layer, winner.tokens, "value");
	const message = say`${pointer(tokens)} is ${leaf.opaque} and is left out: this run has no key`;
	report(finding("render/sealed", place, message, { environment: environment.name }));
}
/** A copy without opaque leaves; subtrees that hold none are shared. `undefined` for an opaque leaf itself. */
function withoutOpaque(value, path, dropped) {
	if (typeof value !== "object" || value === null) return value;
	if (value instanceof Opaque) {
		dropped([...path], value);
		return;
	}
	return isMapping(value) ? mappingWithout(value, path, dropped) : listWithout(value, path, dropped);
}
function mappingWithout(value, path, dropped) {
	let kept;
	for (const key of Object.keys(value)) {
		const child = value[key];
		path.push(key);
		const copy = withoutOpaque(child, path, dropped);
		path.pop();
		if (copy === child) continue;
		kept ??= { ...value };
		if (copy === void 0) Reflect.deleteProperty(kept, key);
		else put(kept, key, copy);
	}
	return kept ?? value;
}
/** A list is left out whole: without one item the others would stand at indices that are not theirs. */
function listWithout(value, path, dropped) {
	const kept = [];
	let same = true;
	for (const [i, child] of value.entries()) {
		path.push(String(i));
		const copy = withoutOpaque(child, path, dropped);
		path.pop();
		if (copy !== child) same = false;
		if (copy !== void 0) kept.push(copy);
	}
	if (kept.length < value.length) return void 0;
	return same ? value : kept;
}
export { render as t };
