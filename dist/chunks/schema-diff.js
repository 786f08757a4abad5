import { i as schemaDiff } from "./review.js";
import { C as tellFindings, Kn as showSnapshot, Qo as showLocation, Rs as pointer, T as openRange, Us as escapeControls, dt as findingJson, ft as inert, gr as md, l as passes, lr as plural, mr as code, vr as table, w as writeJson, wt as names } from "./shared.js";
// src/report/schema-diff.ts
const LOOK = {
	major: "red",
	minor: "yellow",
	patch: "cyan"
};
/** Changes that are listed of a kind, documents of each sort, and findings of a document, outside JSON. */
const MOST_CHANGES = 50;
const MOST_DOCUMENTS = 10;
const MOST_FINDINGS = 3;
function schemaDiffText(result, style) {
	return result.kinds.map((one) => kindText(one, style)).join("") + `${style("bold", schemaDiffSummary(result))}\n`;
}
/** `major: 3 changes in 2 kinds, 1 document breaks (abc → def)`. */
function schemaDiffSummary({ level, kinds, base, head, baseErrors }) {
	const changes = kinds.reduce((sum, one) => sum + one.changes.length, 0);
	const broken = kinds.reduce((sum, one) => sum + one.broken.length, 0);
	const range = `${showSnapshot(base)} → ${showSnapshot(head)}`;
	const errors = baseErrors === 0 ? "" : `; the base has ${plural(baseErrors, "error")}`;
	if (level === void 0) return `no schema means anything else (${range}${errors})`;
	const breaks = broken === 0 ? "" : `, ${plural(broken, "document")} ${broken === 1 ? "breaks" : "break"}`;
	return `${level}: ${plural(changes, "change")} in ${plural(kinds.length, "kind")}${breaks} (${range}${errors})`;
}
function kindText(one, style) {
	const { kind, level, changes, broken, unreadable, advice } = one;
	const said = level === void 0 ? "written differently, nothing else" : style(LOOK[level], level);
	let text = `${style("bold", escapeControls(kind))}  ${said}  ${style("dim", filesText(one))}\n`;
	for (const change of changes.slice(0, MOST_CHANGES)) text += changeText(change, style);
	text += rest(changes.length, MOST_CHANGES, "  ");
	if (broken.length > 0) text += `  ${style("red", "valid before, and refused now:")}\n${evidenceText(broken)}`;
	if (unreadable.length > 0) text += `  ${style("yellow", "valid now, and refused by the schema before:")}\n${evidenceText(unreadable)}`;
	for (const { message, location } of advice) text += `  ${showLocation(location)} ${message}\n`;
	return text;
}
function filesText({ schema: { base, head } }) {
	if (base === head || base === void 0 || head === void 0) return escapeControls(head ?? base ?? "");
	return `${escapeControls(base)} → ${escapeControls(head)}`;
}
function changeText(change, style) {
	const { level, message, base, head } = change;
	const before = base !== void 0 && head !== void 0 && !samePlace(base, head) ? style("dim", ` (before: ${showLocation(base)})`) : "";
	const at = head ?? base;
	const place = at === void 0 ? "" : ` ${showLocation(at)}${head === void 0 ? " (before)" : ""}`;
	return `  ${style(LOOK[level], level)}${place} ${pointersText(change)}: ${message}${before}\n`;
}
function samePlace(one, other) {
	return one.file === other.file && one.line === other.line && one.column === other.column;
}
/** Where in documents, and under what reservation: `the keys of /labels, in some cases`. */
function pointersText({ pointers, elsewhere, part, conditional }) {
	const places = pointers.map((tokens) => tokens.length === 0 ? "the document" : escapeControls(pointer(tokens)));
	return `${part === "key" ? "the keys of " : ""}${places.join(", ")}${elsewhere === true ? " and elsewhere" : ""}${conditional === true ? ", in some cases" : ""}`;
}
function evidenceText(documents) {
	let text = "";
	for (const { document, findings } of documents.slice(0, MOST_DOCUMENTS)) {
		text += `    ${escapeControls(document)}\n`;
		for (const { location, rule, message, environments } of findings.slice(0, MOST_FINDINGS)) {
			const where = environments.length === 0 ? "" : ` (in ${names(environments)})`;
			text += `      ${showLocation(location)} ${rule} ${message}${where}\n`;
		}
		text += rest(findings.length, MOST_FINDINGS, "      ");
	}
	return text + rest(documents.length, MOST_DOCUMENTS, "    ");
}
function rest(count, most, indent) {
	return count <= most ? "" : `${indent}${count - most} more; --format json has all\n`;
}
function schemaDiffMarkdown(result) {
	return `**${md(schemaDiffSummary(result))}**\n` + result.kinds.map(kindMarkdown).join("");
}
function kindMarkdown(one) {
	const { kind, level, changes, broken, unreadable, advice } = one;
	const rows = changes.slice(0, MOST_CHANGES).map((change) => {
		const places = [change.head, change.base].filter((at) => at !== void 0);
		return [
			change.level,
			md(pointersText(change)),
			md(change.message),
			code(places[0] === void 0 ? "" : showLocation(places[0]))
		];
	});
	const told = advice.map(({ message, location }) => `\n${code(showLocation(location))} ${md(message)}\n`).join("");
	return `\n### ${code(kind)}: ${level ?? "written differently, nothing else"}\n\n` + (rows.length === 0 ? "" : table([
		"",
		"Value",
		"Change",
		"Schema"
	], rows)) + rest(changes.length, MOST_CHANGES, "\n") + evidenceMarkdown("Valid before, and refused now", broken) + evidenceMarkdown("Valid now, and refused by the schema before", unreadable) + told;
}
function evidenceMarkdown(title, documents) {
	if (documents.length === 0) return "";
	const rows = documents.slice(0, MOST_DOCUMENTS).flatMap(({ document, findings }) => {
		return findings.slice(0, MOST_FINDINGS).map(({ location, message, environments }) => {
			return [
				code(document),
				code(showLocation(location)),
				md(message),
				md(names(environments))
			];
		});
	});
	return `\n**${title}**\n\n${table([
		"Document",
		"Where",
		"What",
		"In"
	], rows)}` + rest(documents.length, MOST_DOCUMENTS, "\n");
}
function schemaDiffJson({ kinds, findings, ...result }) {
	return {
		...result,
		kinds: kinds.map(kindJson),
		findings: findings.map(findingJson)
	};
}
function kindJson({ changes, broken, unreadable, advice, ...one }) {
	const evidence = ({ document, findings }) => ({
		document,
		findings: findings.map(findingJson)
	});
	return {
		...one,
		changes: changes.map(({ pointers, ...change }) => ({
			...change,
			pointers: pointers.map(pointer)
		})),
		broken: broken.map(evidence),
		unreadable: unreadable.map(evidence),
		advice: advice.map(({ message, location }) => ({
			message,
			...location
		}))
	};
}
// src/cli/schema-diff.ts
/** @returns 1 where the level reaches `--fail-on`, or the head's structure or schemas have an error */
async function runSchemaDiff(range, options, terminal) {
	const opened = await openRange(range, options, terminal);
	const result = await schemaDiff({
		...opened,
		kinds: options.kind,
		progress: terminal.progress
	});
	terminal.clear();
	if (options.format === "json") writeJson(terminal, schemaDiffJson(result));
	else if (options.format === "markdown") terminal.out(inert(schemaDiffMarkdown(result)));
	else terminal.out(inert(schemaDiffText(result, terminal.outStyle)));
	const code = tellFindings(result.findings, terminal);
	return passes(result.level, options.failOn) ? code : 1;
}
export { runSchemaDiff };
