import { m as showLocation } from "./lines.js";
import { p as pointer } from "./discover.js";
import { a as name, i as list, o as say, r as escapeControls } from "./rules.js";
import "./scalars.js";
import { a as md, d as plainValue, f as showSnapshot, o as table, p as showValue, r as code, u as names } from "./output.js";
import { i as plural, n as countsText } from "./verdict.js";
// src/report/json.ts
/** A finding as JSON: rule, severity, message, its place's fields, related places, environments. */
function findingJson({ rule, severity, message, location, related, environments }) {
	return {
		rule,
		severity,
		message,
		...location,
		related: related.map((one) => ({
			message: one.message,
			...one.location
		})),
		environments
	};
}
function checkJson({ findings, ...result }, { passed, counts }) {
	return {
		verdict: passed ? "pass" : "fail",
		counts,
		...result,
		findings: findings.map(findingJson)
	};
}
function environmentsJson({ snapshot, environments }) {
	return {
		snapshot,
		environments: environments.map((one) => ({
			...one,
			labels: plainValue(one.labels),
			variables: plainValue(one.variables)
		}))
	};
}
function explanationJson(found) {
	return {
		...found,
		...found.value === void 0 ? {} : { value: plainValue(found.value) },
		said: found.said.map(({ value, ...said }) => value === void 0 ? said : {
			...said,
			value: plainValue(value)
		}),
		leaves: found.leaves.map((leaf) => ({
			...leaf,
			value: plainValue(leaf.value)
		}))
	};
}
function diffJson({ changes, shadowed, findings, ...result }) {
	return {
		...result,
		changes: changes.map(changeJson),
		shadowed: shadowed.map(({ tokens, ...edit }) => ({
			...edit,
			pointer: pointer(tokens)
		})),
		findings: findings.map(findingJson)
	};
}
function compareJson({ changes, findings, ...result }) {
	const differences = changes.map(changeJson).map(({ before, after, environments: _, ...change }) => ({
		...change,
		...before === void 0 ? {} : { left: before },
		...after === void 0 ? {} : { right: after }
	}));
	return {
		...result,
		differences,
		findings: findings.map(findingJson)
	};
}
function changeJson({ tokens, beforeTokens, before, after, ...change }) {
	const side = ({ value, ...rest }) => change.secret === true ? rest : {
		...rest,
		value: plainValue(value)
	};
	return {
		...change,
		pointer: pointer(tokens),
		...beforeTokens === void 0 ? {} : { beforePointer: pointer(beforeTokens) },
		...before === void 0 ? {} : { before: side(before) },
		...after === void 0 ? {} : { after: side(after) }
	};
}
// src/core/change.ts
/** `no effect in production-eu: overridden at environments/production-eu/services/db.yaml:14`. */
function shadowedEditMessage(edit) {
	return say`no effect in ${environmentsOf(edit.environments)}: ${because(edit)}`;
}
function because({ reason, by, kind }) {
	if (reason === "overridden") return by === void 0 ? say`overridden` : say`overridden at ${lineOf(by)}`;
	if (by === void 0) return say`the value stays what it was`;
	return kind === "removed" || kind === "layer-removed" ? say`the same still comes from ${lineOf(by)}` : say`the same as at ${lineOf(by)}`;
}
/** `file:line`: inside a sentence the column only gets in the way. */
function lineOf(at) {
	return at.file !== void 0 && at.line !== void 0 ? say`${name(at.file)}:${at.line}` : showLocation(at);
}
say`an encrypted value`, say`a secret`, say`a value that takes a key to know`, say`a value that could not be determined`, say`a number`;
const MOST_NAMED = 4;
function environmentsOf(environments) {
	if (environments.length > MOST_NAMED) return say`${environments.length} environments`;
	return list(environments.map((environment) => name(environment)));
}
// src/report/changes.ts
const SIGN = {
	added: "+",
	removed: "-",
	changed: "~"
};
const LOOK = {
	added: "green",
	removed: "red",
	changed: "yellow"
};
/** Changes by document; the same change in many environments is one line that names them. */
function diffText(result, style) {
	const { changes, shadowed, environmentsAdded, environmentsRemoved } = result;
	let text = "";
	for (const name of environmentsAdded) text += style("green", `+ environment ${escapeControls(name)}`) + "\n";
	for (const name of environmentsRemoved) text += style("red", `- environment ${escapeControls(name)}`) + "\n";
	text += changesText(changes, style);
	if (shadowed.length > 0) text += `${style("bold", "edits without effect")}\n` + shadowed.map(shadowedText).join("");
	return `${text}${diffSummary(result)}\n`;
}
/** `3 changes in 2 documents, 1 edit without effect (abc → def)`. */
function diffSummary({ changes, shadowed, base, head, compared, baseErrors }) {
	const documents = new Set(changes.map(({ document }) => document)).size;
	const range = `${showSnapshot(base)} → ${showSnapshot(head)}`;
	const what = changes.length === 0 ? "no effective change" : `${plural(changes.length, "change")} in ${plural(documents, "document")}`;
	const without = shadowed.length === 0 ? "" : `, ${plural(shadowed.length, "edit")} without effect`;
	const errors = baseErrors === 0 ? "" : `; the base has ${plural(baseErrors, "error")}`;
	return `${what}${without} (${range}; ${plural(compared, "document")} compared${errors})`;
}
function compareText(result, style) {
	const { changes, left, right, compared } = result;
	const documents = new Set(changes.map(({ document }) => document)).size;
	const what = changes.length === 0 ? `${escapeControls(left)} and ${escapeControls(right)} do not differ` : `${plural(changes.length, "change")} in ${plural(documents, "document")} from ${escapeControls(left)} to ${escapeControls(right)}`;
	return `${changesText(changes.map((change) => ({
		...change,
		environments: []
	})), style)}${what} (${plural(compared, "document")} compared)\n`;
}
function changesText(changes, style) {
	let text = "";
	let document;
	for (const change of changes) {
		if (change.document !== document) text += style("bold", escapeControls(change.document)) + "\n";
		document = change.document;
		text += changeText(change, style);
	}
	return text;
}
function changeText(change, style) {
	const { kind, before, after, environments } = change;
	const at = change.whole === true ? "the whole document" : pointerText(change);
	const values = change.whole === true ? "" : `: ${valuesText(change)}`;
	const where = environments.length === 0 ? "" : `  ${style("dim", `in ${names(environments)}`)}`;
	return `  ${style(LOOK[kind], `${SIGN[kind]} ${at}`)}${values}${where}\n${originsText(before, after, style)}`;
}
/** Where the value stands; both pointers where an item of a list has moved. */
function pointerText({ tokens, beforeTokens }) {
	const [before, now] = [beforeTokens, tokens].map((one) => one && (one.length === 0 ? "its value" : pointer(one)));
	return escapeControls(before === void 0 ? now ?? "" : `${before} → ${now ?? ""}`);
}
/** Old and new value as people read them; of what is under `x-secret` only that it changed. */
function valuesText({ before, after, secret }) {
	if (secret === true) return "(secret)";
	if (before === void 0) return showValue(after?.value);
	return after === void 0 ? showValue(before.value) : `${showValue(before.value)} → ${showValue(after.value)}`;
}
function originsText(before, after, style) {
	const [old, now] = [originText(before), originText(after)];
	const origin = old !== void 0 && now !== void 0 && old !== now ? `${now} (before: ${old})` : now ?? old;
	return origin === void 0 ? "" : `      ${style("dim", origin)}\n`;
}
/** Where a side's value was set; through which reference, if through one. */
function originText(side) {
	if (side?.location === void 0) return void 0;
	if (side.via === void 0) return showLocation(side.location);
	return `through ${names(side.targets ?? [])} at ${showLocation(side.via)}`;
}
function shadowedText(edit) {
	return `  ${`${escapeControls(edit.document)} ${escapeControls(pointer(edit.tokens))}`} at ${showLocation(edit.edit)}\n      ${shadowedEditMessage(edit)}\n`;
}
// src/report/markdown.ts
function checkMarkdown(result, judged) {
	const { documents, effectiveDocuments, environments, notChecked, snapshot } = result;
	const head = `**${judged.passed ? "Passed" : "Failed"}**: ${countsText(judged)}\n`;
	const scope = `${plural(documents, "document")}, ${plural(effectiveDocuments, "effective document")} in ${plural(environments.length, "environment")} (${showSnapshot(snapshot)}, no base)\n`;
	const left = notChecked.map((what) => `\nNot checked: ${md(what)}\n`).join("");
	return `${head}\n${findingsTable(result.findings)}${scope}${left}`;
}
function findingsTable(findings) {
	if (findings.length === 0) return "";
	const rows = findings.map(({ severity, rule, message, location, related, environments }) => [
		severity,
		code(showLocation(location)),
		[
			md(message),
			...related.map((one) => `${code(showLocation(one.location))} ${md(one.message)}`),
			...environments.length === 0 ? [] : [`in ${md(names(environments))}`]
		].join("<br>"),
		code(rule)
	]);
	return table([
		"",
		"Where",
		"What",
		"Rule"
	], rows) + "\n";
}
function environmentsMarkdown({ environments }, documents) {
	const rows = environments.map((one) => [
		code(one.name),
		[one.abstract ? "abstract" : "", one.protected ? "protected" : ""].filter((mark) => mark !== "").join(", "),
		one.lineage.slice(1).map(code).join(" &lt; "),
		documents === "counted" ? String(one.documents.length) : one.documents.map(code).join("<br>")
	]);
	return table([
		"Environment",
		"",
		"Inherits",
		"Documents"
	], rows);
}
function explanationMarkdown(found) {
	const where = `${code(found.environment)} ${code(found.document)}${found.pointer === "" ? "" : " " + code(found.pointer)}`;
	const value = found.leaves.length > 0 ? "" : ` = ${code(showValue(found.value))}`;
	const leaves = found.leaves.map(({ pointer: at, value: leaf, via, location }) => [
		code(at),
		code(showValue(leaf)),
		via.length > 0 ? via.map((hop) => `${code(hop.target)} at ${code(showLocation(hop.location))}`).join("<br>") : location === void 0 ? "" : code(showLocation(location))
	]);
	const said = found.said.map((one) => [
		one.effect,
		code(showLocation(one.location)),
		code(showValue(one.value)),
		one.environment === null ? "" : code(one.environment)
	]);
	return `**${where}**${value}\n${found.via.map((hop) => {
		const target = hop.targetLocation === void 0 ? "" : `, set at ${code(showLocation(hop.targetLocation))}`;
		return `\nThrough ${code(hop.target)} at ${code(showLocation(hop.location))}${target}\n`;
	}).join("")}\n` + (leaves.length === 0 ? "" : table([
		"Pointer",
		"Value",
		"Set at"
	], leaves) + "\n") + (said.length === 0 ? "" : table([
		"",
		"Layer",
		"Says",
		"Environment"
	], said));
}
function diffMarkdown(result) {
	const { changes, shadowed, environmentsAdded, environmentsRemoved } = result;
	const shadowedRows = shadowed.map((edit) => [
		code(`${edit.document} ${pointer(edit.tokens)}`),
		code(showLocation(edit.edit)),
		md(shadowedEditMessage(edit))
	]);
	return `**${md(diffSummary(result))}**\n\n` + environmentsAdded.map((name) => `- environment ${code(name)} added\n`).join("") + environmentsRemoved.map((name) => `- environment ${code(name)} removed\n`).join("") + changesTable(changes, ["Before", "After"]) + (shadowed.length === 0 ? "" : `\n**Edits without effect**\n\n${table([
		"Value",
		"Edit",
		"Why"
	], shadowedRows)}`);
}
function compareMarkdown({ changes, left, right }) {
	if (changes.length === 0) return `${code(left)} and ${code(right)} do not differ.\n`;
	return changesTable(changes.map((change) => ({
		...change,
		environments: []
	})), [code(left), code(right)]);
}
function changesTable(changes, sides) {
	if (changes.length === 0) return "";
	const rows = changes.map((change) => [
		`${code(change.document)} ${change.whole === true ? "(whole document)" : code(pointerText(change))}`,
		sideText(change, change.before),
		sideText(change, change.after),
		change.environments.length > 6 ? md(names(change.environments)) : change.environments.map(code).join(" "),
		originMarkdown(change.after ?? change.before)
	]);
	return table([
		"Value",
		...sides,
		"In",
		"Set at"
	], rows);
}
function sideText({ secret }, side) {
	if (side === void 0) return "";
	return secret === true ? "(secret)" : code(showValue(side.value));
}
function originMarkdown(side) {
	if (side?.location === void 0) return "";
	if (side.via === void 0) return code(showLocation(side.location));
	return `through ${(side.targets ?? []).map(code).join(", ")} at ${code(showLocation(side.via))}`;
}
export { explanationMarkdown as a, checkJson as c, environmentsJson as d, explanationJson as f, environmentsMarkdown as i, compareJson as l, compareMarkdown as n, compareText as o, diffMarkdown as r, diffText as s, checkMarkdown as t, diffJson as u };
