import { t as Failure } from "./failure.js";
import { a as name, o as say } from "./rules.js";
import { l as documentKey, m as tokensOf, p as pointer, y as nearest } from "./discover.js";
import { E as valueAt, b as isList, x as isMapping } from "./scalars.js";
import { c as link, d as targetText, f as placeIn, i as environmentNamed, n as documentNamed, p as placeOfLabel, s as evaluate } from "./selection.js";
import { p as locate } from "./lines.js";
// src/stages/explain/explain.ts
/**
* Says where the value at a pointer comes from and what it shadows, for a whole document with the empty pointer. The
* answer is the merge's own (a replay with a recorder), so it cannot disagree with what was merged.
*/
function explain$1(linked, tokens, world) {
	const { effective } = linked;
	const value = valueAt(linked.value, tokens);
	const through = referencesAt(linked.references, tokens);
	const origins = effective.originsAt(through[0]?.tokens ?? tokens);
	return {
		environment: effective.environment.name,
		document: documentKey(effective.document),
		pointer: pointer(tokens),
		value,
		said: sayings(origins),
		via: through.map((reference) => hop(reference, tokens.slice(reference.tokens.length), world)),
		leaves: value === void 0 || !isCollection(value) ? [] : leaves(linked, tokens, value, world)
	};
}
function sayings(origins) {
	const said = [];
	if (origins.removedBy !== void 0) said.push(saying(origins.removedBy, "removes"));
	const winner = origins.winner === void 0 ? [] : [origins.winner];
	const above = origins.contributors.length > 0 ? origins.contributors : winner;
	for (const origin of above) said.push(saying(origin, above.length > 1 ? "contributes" : "sets"));
	for (const origin of origins.shadows) said.push(saying(origin, "shadowed"));
	return said;
}
function saying(origin, effect) {
	return {
		effect,
		environment: origin.layer.environment,
		location: locate(placeIn(origin.layer, origin.tokens, "value")),
		value: valueAt(origin.layer.value, origin.tokens)
	};
}
/** The references in the text at or above a pointer, if the value there came through any. */
function referencesAt(references, tokens) {
	return references.filter((reference) => reference.tokens.every((token, i) => tokens[i] === token));
}
function hop(reference, rest, world) {
	const place = targetPlace(reference.target, rest, world);
	return {
		pointer: pointer(reference.tokens),
		target: targetText(reference.target),
		location: locate(reference.place),
		...place === void 0 ? {} : { targetLocation: locate(place) }
	};
}
function targetPlace(target, rest, world) {
	if (target.of === "variable") return world.placeOf("variables", [target.variable, ...rest]);
	if (target.of === "environment") {
		const [field, ...tokens] = target.tokens;
		return field === "labels" || field === "variables" ? world.placeOf(field, [...tokens, ...rest]) : void 0;
	}
	const winner = world.lookup(target.document)?.originsAt([...target.tokens, ...rest]).winner;
	return winner && placeIn(winner.layer, winner.tokens, "value");
}
const isCollection = (value) => isMapping(value) && Object.keys(value).length > 0 || isList(value) && value.length > 0;
function leaves(linked, at, value, world) {
	if (!isCollection(value)) return [leaf(linked, at, value, world)];
	return (isList(value) ? value.map((item, i) => [String(i), item]) : Object.entries(value)).flatMap(([key, child]) => leaves(linked, [...at, key], child, world));
}
function leaf(linked, at, value, world) {
	const through = referencesAt(linked.references, at);
	const { winner } = linked.effective.originsAt(through[0]?.tokens ?? at);
	return {
		pointer: pointer(at),
		value,
		environment: winner?.layer.environment ?? null,
		...winner === void 0 ? {} : { location: locate(placeIn(winner.layer, winner.tokens, "value")) },
		via: through.map((reference) => hop(reference, at.slice(reference.tokens.length), world))
	};
}
// src/queries/explain.ts
/** Answers one question; only the document asked about and the targets of its references are read. */
async function explain(workspace, question, collector) {
	const environment = environmentNamed(workspace, question.environment);
	const document = documentNamed(workspace, question.document);
	return workspace.reader.whole(collector, () => {
		const [effective] = evaluate(workspace, document, [environment], collector.report);
		if (effective === void 0) throw absent(workspace, question);
		const linked = link(workspace, effective, collector.report);
		const tokens = pointerOf(question.pointer ?? "", linked.value);
		const explanation = explain$1(linked, tokens, {
			lookup: workspace.world(environment).lookup,
			placeOf: (field, path) => placeOfLabel(environment, workspace.environments, field, path)
		});
		if (explanation.value === void 0 && explanation.said.length === 0) throw nothingAt(linked.value, tokens);
		return explanation;
	});
}
function absent(workspace, { document, environment }) {
	const sources = documentNamed(workspace, document);
	const where = [...workspace.environments.values()].filter((other) => workspace.presence.sourcesIn(sources, other) !== void 0).map((other) => other.name);
	return new Failure("usage", say`${name(document)} does not exist in ${name(environment)}`, where.length === 0 ? void 0 : say`it exists in ${name(where.join(", "))}`);
}
function pointerOf(text, value) {
	const tokens = tokensOf(text);
	if (tokens !== void 0) return tokens;
	const dotted = text.split(".");
	if (valueAt(value, dotted) !== void 0) return dotted;
	throw new Failure("usage", say`${name(text)} is no pointer`, say`write it as RFC 6901 does: /network/port`);
}
function nothingAt(value, tokens) {
	let depth = 0;
	while (depth < tokens.length && valueAt(value, tokens.slice(0, depth + 1)) !== void 0) depth++;
	const parent = valueAt(value, tokens.slice(0, depth)) ?? null;
	const near = nearest(tokens[depth] ?? "", isMapping(parent) ? Object.keys(parent) : []);
	const kept = tokens.slice(0, depth).join("/");
	return new Failure("usage", say`there is nothing at ${name("/" + tokens.join("/"))}`, near !== void 0 ? say`did you mean ${name([
		"",
		...tokens.slice(0, depth),
		near
	].join("/"))}?` : isList(parent) ? say`the list at ${name("/" + kept)} has ${parent.length} items` : void 0);
}
export { explain as t };
