import { m as showLocation } from "./lines.js";
import { d as Sealed, r as escapeControls, u as Opaque } from "./rules.js";
import { b as isList, w as put, x as isMapping } from "./scalars.js";
import { a as verdict, i as plural, n as countsText, o as SEVERITY_LOOK } from "./verdict.js";
// src/report/inert.ts
/**
* Output that nothing acts on but a person: no line of it is a workflow command of GitHub Actions (`::name::` at the
* start, `##[name]` anywhere), and nothing in it steers a terminal. Names and values come from the repository.
*/
/** Blanks and colours may stand before a command: the runner takes the former away, terminals the latter. */
const COMMAND = /^((?:[^\S\n]|\u001b\[[\d;]*m)*):(?=:)/gm;
/** Text for a terminal or a log. The escapes are those of messages: `\u003a` is a colon. */
function inert(text) {
	return text.replace(COMMAND, "$1\\u003a").replaceAll("##[", "#\\u0023[");
}
/** What a terminal acts on and JSON does not escape by itself: C1 controls, bidirectional and invisible characters. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Data as JSON, two blanks deep, whatever it holds the same data to every reader. */
function jsonText(data) {
	return JSON.stringify(data, null, 2).replace(UNESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).replaceAll("##[", "#\\u0023[");
}
/** Whether YAML text would be read by a runner or a terminal, too. */
function isActive(text) {
	return inert(text) !== text || text.search(UNESCAPED) >= 0;
}
// src/report/show.ts
const LONGEST = 160;
/**
* A value on one line for people, at most 160 code points: JSON, with what is opaque in words. Only for the values that
* a command was asked to show; messages use `shown`.
*/
function showValue(value) {
	if (value === void 0) return "(none)";
	const points = Array.from(escapeControls(inline(value)));
	return points.length <= LONGEST ? points.join("") : points.slice(0, 159).join("") + "…";
}
function inline(value) {
	if (value instanceof Opaque) return opaqueWords(value);
	if (isList(value)) return value.length === 0 ? "[]" : `[${value.map(inline).join(", ")}]`;
	if (!isMapping(value)) return JSON.stringify(value);
	const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${inline(child)}`);
	return entries.length === 0 ? "{}" : `{${entries.join(", ")}}`;
}
function opaqueWords(value) {
	if (value instanceof Sealed) return `(sealed ${value.type})`;
	return value.opaque === "hole" ? "(could not be determined)" : `(${value.opaque})`;
}
/** A value as JSON data; what is opaque becomes `{"$opaque": "sealed", "type": "str"}`. */
function plainValue(value) {
	if (value instanceof Sealed) return {
		$opaque: value.opaque,
		type: value.type
	};
	if (value instanceof Opaque) return { $opaque: value.opaque };
	if (isList(value)) return value.map(plainValue);
	if (!isMapping(value)) return value;
	return mapValues(value, plainValue);
}
function mapValues(value, change) {
	const out = {};
	for (const key of Object.keys(value)) put(out, key, change(value[key]));
	return out;
}
/** A commit shortened as Git does; `working tree` as it is. */
function showSnapshot(label) {
	return /^[0-9a-f]{40,64}$/.test(label) ? label.slice(0, 12) : label;
}
// src/report/terminal.ts
/** Findings, one a block: place, severity, rule and message on the first line, related places below. */
function findingsText(findings, style) {
	return findings.map((found) => findingText(found, style)).join("");
}
function findingText(found, style) {
	const { severity, rule, message, environments } = found;
	let text = `${style("bold", showLocation(found.location))} ${style(SEVERITY_LOOK[severity], severity)} ${rule} ${message}\n`;
	for (const { location, message: said } of found.related) text += `  ${showLocation(location)} ${said}\n`;
	if (environments.length > 0) text += style("dim", `  in ${names(environments)}`) + "\n";
	return text;
}
/** At most six names, the rest counted. */
function names(all) {
	const first = all.slice(0, 6).map(escapeControls).join(", ");
	return all.length <= 6 ? first : `${first} and ${all.length - 6} more`;
}
function checkText(result, judged, style) {
	const { documents, effectiveDocuments, environments, notChecked, snapshot } = result;
	const blank = result.findings.length > 0 ? "\n" : "";
	const mark = judged.passed ? style("green", "passed") : style("red", "failed");
	const scope = `${plural(documents, "document")}, ${plural(effectiveDocuments, "effective document")} in ${plural(environments.length, "environment")}`;
	const left = notChecked.map((what) => style("dim", `not checked: ${what}`) + "\n").join("");
	return findingsText(result.findings, style) + `${blank}${mark}: ${countsText(judged)} (${scope}; ${showSnapshot(snapshot)}, no base)\n${left}`;
}
function environmentsText(result, documents, style) {
	return result.environments.map((one) => environmentText(one, documents, style)).join("");
}
function environmentText(one, documents, style) {
	const marks = [one.abstract ? "abstract" : "", one.protected ? "protected" : ""].filter((mark) => mark !== "");
	const kind = marks.length > 0 ? ` (${marks.join(", ")})` : "";
	const order = one.lineage.length > 1 ? `  ${style("dim", one.lineage.slice(1).map((name) => `< ${escapeControls(name)}`).join(" "))}` : "";
	let text = `${style("bold", escapeControls(one.name))}${kind}  ${plural(one.documents.length, "document")}${order}\n`;
	const labels = Object.entries(one.labels).map(([key, value]) => `${escapeControls(key)}=${showValue(value)}`);
	if (labels.length > 0) text += `  labels: ${labels.join(" ")}\n`;
	if (documents === "listed") for (const document of one.documents) text += `  ${escapeControls(document)}\n`;
	return text;
}
function explanationText(found, style) {
	let text = `${style("bold", `${escapeControls(found.environment)} ${escapeControls(found.document)}${found.pointer === "" ? "" : " " + escapeControls(found.pointer)}`)}${found.leaves.length > 0 ? "" : ` = ${showValue(found.value)}`}\n`;
	for (const { pointer, value, via, location } of found.leaves) {
		const from = via.length > 0 ? via.map(hopText) : location === void 0 ? [] : [showLocation(location)];
		text += `  ${escapeControls(pointer)} = ${showValue(value)}  ${style("dim", from.join(", "))}\n`;
	}
	for (const hop of found.via) text += `  through ${hopText(hop)}\n`;
	if (found.said.length > 0) text += style("dim", found.leaves.length > 0 ? "layers, strongest first:" : "said by:") + "\n";
	for (const { effect, location, value, environment } of found.said) {
		const of = environment === null ? "" : style("dim", ` (${escapeControls(environment)})`);
		const said = found.leaves.length > 0 && effect !== "shadowed" ? "" : ` ${showValue(value)}`;
		text += `  ${effect.padEnd(11)} ${showLocation(location)}${said}${of}\n`;
	}
	return text;
}
function hopText(hop) {
	const target = hop.targetLocation === void 0 ? "" : ` set at ${showLocation(hop.targetLocation)}`;
	return `\${cairn:${escapeControls(hop.target)}} at ${showLocation(hop.location)}${target}`;
}
// src/report/markdown-text.ts
/**
* Text from the repository as Markdown shows it literally: no markup, HTML, mention, link, reference, emoji or table
* cell can come of it (GitHub-flavoured Markdown), wherever in a line it stands.
*/
function md(text) {
	return escapeControls(text).replace(MARKUP, (found) => {
		return /^www\.$/i.test(found) ? found.slice(0, -1) + entity(".") : entity(found.charAt(0)) + found.slice(1);
	});
}
/** Characters of markup; the start of a link, an emoji, a reference to an issue, a mention, a list or a heading. */
const MARKUP = /[&\\`*_~[\]<>|@]|:(?=\/\/|[\w+-]+:)|#(?=\w)|^[-+#=]|^\d+(?=[.)])|\bwww\./gi;
const entity = (char) => `&#${char.charCodeAt(0)};`;
/** A code span that holds the text whatever backticks it has (GFM 6.1); pipes are escaped for table cells. */
function code(text) {
	if (text === "") return "";
	const safe = escapeControls(text).replaceAll("|", "\\|");
	const runs = safe.match(/`+/g) ?? [];
	const ticks = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
	const pad = safe.startsWith("`") || safe.endsWith("`") || safe.trim() === "" ? " " : "";
	return `${ticks}${pad}${safe}${pad}${ticks}`;
}
/** A fenced block that the text cannot close (GFM 4.5). */
function fence(text, language) {
	const runs = text.match(/`{3,}/g) ?? [];
	const ticks = "`".repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
	return `${ticks}${language}\n${text.endsWith("\n") ? text : text + "\n"}${ticks}\n`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |\n`;
	return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
// src/cli/output.ts
function writeJson(terminal, data) {
	terminal.out(`${jsonText(data)}\n`);
}
/**
* For commands whose output is something else than findings: tells what was found on standard error.
*
* @returns the exit code: 1 where there is an error, since the output then has holes
*/
function tellFindings(findings, terminal) {
	terminal.clear();
	terminal.err(inert(findingsText(findings.filter(({ severity }) => severity !== "note"), terminal.errStyle)));
	return verdict(findings).exitCode;
}
export { md as a, environmentsText as c, plainValue as d, showSnapshot as f, jsonText as g, isActive as h, fence as i, explanationText as l, inert as m, writeJson as n, table as o, showValue as p, code as r, checkText as s, tellFindings as t, names as u };
