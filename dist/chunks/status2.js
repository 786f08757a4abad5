import { O as rootOf, Us as escapeControls, ft as inert, gr as md, lr as plural, mr as code, nc as whenLoaded, vr as table, w as writeJson } from "./shared.js";
import { n as status } from "./status.js";
import { c as showRecipient, r as openQuietly } from "./selection.js";
import { r as layerPathOf, s as selectFiles } from "./files.js";
import { t as openRuleBook } from "./rules.js";
import { t as openSecretsWorld } from "./world2.js";
// src/report/secrets/status.ts
/** Of each file and environment (`schemas/output/secrets-status.json`). */
function statusJson({ files, ...result }) {
	const plain = files.map(({ problems, ...file }) => ({
		...file,
		problems: problems.map(({ kind }) => kind)
	}));
	return {
		...result,
		files: plain
	};
}
/** Files with who opens them, then who opens what of each environment, as a table. */
function statusText(result, style) {
	const { files, maxAgeDays } = result;
	if (files.length === 0) return "there are no encrypted files\n";
	const aliases = aliasesOf(result);
	const due = files.filter((file) => file.due).length;
	const text = files.map((file) => fileText(file, aliases, style)).join("");
	const counted = `${plural(files.length, "file")}, ${due} due for rotation (${plural(maxAgeDays, "day")} or older)\n`;
	return `${text}\n${environmentsText(result, style)}${counted}`;
}
function fileText(file, aliases, style) {
	const path = style("bold", escapeControls(file.path));
	if (file.problems.length > 0) return `${path}  ${style("red", `cannot be read: ${file.problems.map(({ kind }) => kind).join(", ")}`)}\n`;
	const age = `${plural(file.ageDays, "day")} old`;
	let text = `${path}  ${[
		file.due ? style("yellow", `${age}, due`) : age,
		plural(file.values, "value"),
		ruleText(file, style)
	].filter((note) => note !== "").join(", ")}\n`;
	for (const [i, group] of file.groups.entries()) {
		const label = file.groups.length > 1 ? `group ${i + 1}: ` : "";
		text += `  ${label}${[...group.map((one) => showRecipient(one, aliases)), ...(file.otherKeys[i] ?? []).map((key) => showRecipient(key, aliases))].join(", ")}\n`;
	}
	if (file.groups.length > 1) text += `  it takes ${file.threshold} of ${plural(file.groups.length, "group")}\n`;
	return text;
}
function ruleText({ rule }, style) {
	if (rule === "as ruled") return "";
	return style("yellow", rule === "differs" ? "not the recipients of .sops.yaml" : "no rule in .sops.yaml");
}
/** Environments down, recipients across: how many of the environment's files each opens. */
function environmentsText(result, style) {
	const rows = accessRows(result);
	if (rows.length === 0) return "";
	const head = ["environment", ...result.recipients.map(({ recipient, alias }) => alias ?? short(recipient))].map(escapeControls);
	const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
	const line = (cells) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ").trimEnd();
	return `${style("bold", line(head))}\n${rows.map((row) => `${line(row)}\n`).join("")}\n`;
}
function accessRows({ environments, recipients }) {
	return environments.map(({ environment, files, opens }) => [escapeControls(environment), ...recipients.map(({ recipient }) => {
		const count = Object.hasOwn(opens, recipient) ? opens[recipient] ?? 0 : 0;
		return count === 0 ? "-" : count === files ? `all ${files}` : `${count} of ${files}`;
	})]);
}
function statusMarkdown(result) {
	if (result.files.length === 0) return "There are no encrypted files.\n";
	const aliases = aliasesOf(result);
	const files = result.files.map((file) => [
		code(file.path),
		[...file.groups, ...file.otherKeys].flat().map((one) => md(showRecipient(one, aliases))).join("<br>"),
		`${plural(file.ageDays, "day")}${file.due ? ", due" : ""}`,
		String(file.values),
		md(file.problems.length > 0 ? "cannot be read" : file.rule)
	]);
	const rows = accessRows(result);
	const head = ["Environment", ...result.recipients.map(({ recipient, alias }) => md(alias ?? short(recipient)))];
	const access = rows.length === 0 ? "" : `\n${table(head, rows.map((row) => row.map(md)))}`;
	return table([
		"File",
		"Recipients",
		"Age",
		"Values",
		".sops.yaml"
	], files) + access;
}
function aliasesOf({ recipients }) {
	const named = recipients.filter(({ alias }) => alias !== void 0);
	return new Map(named.map(({ recipient, alias = "" }) => [recipient, alias]));
}
/** Enough of a recipient to tell it from others at the head of a column. */
function short(recipient) {
	return recipient.length <= 16 ? recipient : `${recipient.slice(0, 9)}…${recipient.slice(-4)}`;
}
// src/cli/secrets/status.ts
/** Says who can open what, and what is due; needs no key. */
async function runStatus(named, options, terminal) {
	const [world, workspace] = await Promise.all([openSecretsWorld(terminal), openQuietly(options, terminal)]);
	const files = selectFiles(named, options, terminal);
	const root = rootOf(options, terminal);
	const byPath = new Map(files.map((file) => [file.path, file]));
	const fileOf = (path) => byPath.get(path);
	const book = openRuleBook(world.run.regexp, terminal);
	const result = await whenLoaded(() => status({
		files,
		workspace,
		ruleOf: (path) => book.ruleOf(fileOf(path).file),
		layerPath: (path) => layerPathOf(fileOf(path), root),
		today: terminal.today
	}));
	if (options.format === "json") writeJson(terminal, statusJson(result));
	else if (options.format === "markdown") terminal.out(inert(statusMarkdown(result)));
	else terminal.out(inert(statusText(result, terminal.outStyle)));
	return result.files.some(({ problems }) => problems.length > 0) ? 1 : 0;
}
export { runStatus };
