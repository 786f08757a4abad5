import { D as open, Gs as name, Ks as say, Nr as parsedJson, O as rootOf, Us as escapeControls, Vo as Collector, ao as formatOf, ft as inert, gr as md, hn as makeFolders, hr as fence, jr as isObject, os as Failure, w as writeJson } from "./shared.js";
import { lstatSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
// src/adapters/edit-file.ts
/**
* The text of a file that is to be edited; `undefined` where there is none.
*
* @throws Failure where it is no regular file, or cannot be read
*/
function readText(folder, path) {
	for (let above = dirname(path); above !== "."; above = dirname(above)) if (lstatSync(join(folder, above), { throwIfNoEntry: false })?.isDirectory() === false) throw new Failure("usage", say`${name(above)} is no folder of its own, and is left alone`);
	const file = join(folder, path);
	const stats = lstatSync(file, { throwIfNoEntry: false });
	if (stats === void 0) return void 0;
	if (!stats.isFile()) throw new Failure("usage", say`${name(path)} is no regular file, and is left alone`);
	try {
		return readFileSync(file, "utf8");
	} catch {
		throw new Failure("broken", say`${name(path)} cannot be read`);
	}
}
/**
* Puts a new text in the place of a file's, in one step; makes the folder that it is in. Where the file says something
* else by now than what the text was made from, nothing is written.
*
* @throws Failure where it has changed, or cannot be written
*/
function replaceText(folder, path, { before, after }) {
	if (readText(folder, path) !== before) throw new Failure("broken", say`${name(path)} has changed in the meantime, and is left alone`);
	const file = join(folder, path);
	try {
		makeFolders(dirname(resolve(file)));
		writeFileSync(`${file}.cairn`, after, { flag: "wx" });
		renameSync(`${file}.cairn`, file);
	} catch {
		throw new Failure("broken", say`${name(path)} cannot be written`);
	}
}
// src/core/editor.ts
/** Where VS Code keeps the settings of a folder. */
const SETTINGS_FILE = ".vscode/settings.json";
// src/stages/editor/mapping.ts
const BUILT_IN = "cairn:";
/**
* Works out from the layout which files are documents of which kind, and so which schema an editor should hold them
* against. The globs have only `*` and `**`, which every version of the YAML language server and VS Code reads alike.
* Parts of files, and files with flat keys, have no mapping: the schema is not about the file as it stands there.
*/
function editorMapping({ layout, schemas, files }) {
	const yaml = {};
	const json = [];
	const left = [];
	for (const [kind, path] of schemas) {
		if (path.startsWith(BUILT_IN)) {
			left.push(say`${name(kind)}: its schema comes with Cairn and is no file here; save what "cairn schema ${name(kind)} --resolved" prints to have one`);
			continue;
		}
		const entries = layout.filter((entry) => entry.kind === void 0 || entry.kind === kind);
		const whole = entries.filter(isWhole);
		if (whole.length < entries.length) left.push(say`${name(kind)}: parts of files, and files with flat keys`);
		const used = files.get(kind) ?? [];
		const yamlGlobs = globs(whole, kind, endingsAmong(used));
		if (yamlGlobs.length > 0) yaml[path] = [...yaml[path] ?? [], ...yamlGlobs];
		if (!used.some((file) => file.endsWith(".json"))) continue;
		const jsonGlobs = formatOf(path) === "json" ? globs(whole, kind, ["json"]) : [];
		if (jsonGlobs.length > 0) json.push({
			fileMatch: jsonGlobs,
			url: `./${path}`
		});
		else left.push(say`${name(kind)}: layers in JSON; for those, editors read schemas in JSON only`);
	}
	return {
		yaml,
		json,
		left
	};
}
/** Whether the files of an entry are documents as they stand. */
function isWhole({ at = [], separator }) {
	return at.length === 0 && separator === void 0;
}
/** The endings of YAML that are in use; the usual one where none is. */
function endingsAmong(files) {
	const found = ["yaml", "yml"].filter((ending) => files.some((file) => file.endsWith(`.${ending}`)));
	return found.length === 0 ? ["yaml"] : found;
}
function globs(entries, kind, endings) {
	const found = /* @__PURE__ */ new Set();
	for (const { path } of entries) for (const ending of endings) {
		const glob = globOf(path, kind, ending);
		if (glob.endsWith(`.${ending}`)) found.add(glob);
	}
	return [...found].filter((glob) => ![...found].some((other) => other !== glob && isCovered(glob, other)));
}
/** Whether all that a glob matches another one does, too: `a/*.sops.yaml` and `a/*.yaml`. */
function isCovered(glob, by) {
	const star = by.lastIndexOf("*") + 1;
	return star > 0 && glob.startsWith(by.slice(0, star)) && glob.slice(star).endsWith(by.slice(star)) && !glob.slice(star).includes("/");
}
/** A pattern of the layout language as a glob: what it captures may be anything, but for the kind and the ending. */
function globOf(path, kind, ending) {
	return path.replaceAll("{kind}", kind).replaceAll("{ext}", ending).replace(/\{[^{}]*\*\*\}/g, "**").replace(/\{[^{}]*\}/g, "*");
}
// src/queries/editor.ts
/** Which schema an editor should hold which files against, for the kinds that there are documents of. */
function mappingOf({ config, discovery, schemas }) {
	const files = new Map(Array.from(config.kinds.keys(), (kind) => [kind, []]));
	for (const { id, sources } of discovery.documents.values()) {
		let ofKind = files.get(id.kind);
		if (ofKind === void 0) files.set(id.kind, ofKind = []);
		for (const { path } of sources) ofKind.push(path);
	}
	const paths = /* @__PURE__ */ new Map();
	for (const kind of schemas.kinds) {
		const path = schemas.of(kind)?.root.document.path;
		if (path !== void 0 && files.has(kind)) paths.set(kind, path);
	}
	return editorMapping({
		layout: config.layout,
		schemas: paths,
		files
	});
}
// src/report/editor.ts
/** What goes into the settings of an editor, to be cut out as it is, and what does not. */
function editorText(settings, { left }, style) {
	const without = left.length === 0 ? "" : `\n${style("yellow", "without a mapping:")}\n${left.map((one) => `  ${one}\n`).join("")}`;
	return `${style("dim", `// ${SETTINGS_FILE}`)}\n${escapeLines(settings)}${without}`;
}
function editorMarkdown(settings, { left }) {
	const without = left.length === 0 ? "" : `\nWithout a mapping:\n\n${left.map((one) => `- ${md(one)}\n`).join("")}`;
	return `**${SETTINGS_FILE}**\n\n${fence(escapeLines(settings), "json")}${without}`;
}
/** In JSON what steers a terminal can only be inside of strings, where an escape says the same. */
function escapeLines(json) {
	return json.split("\n").map(escapeControls).join("\n");
}
// src/stages/editor/settings.ts
/**
* Puts a mapping into the text of a settings file: JSON in which comments and trailing commas are allowed. All that is
* not about these two settings stays as it is, to the letter; of the two, what is about other schemas stays.
*/
function editSettings(text, { yaml, json }) {
	const withYaml = editMember(text, "yaml.schemas", {}, (before) => isObject(before) ? {
		...before,
		...flat(yaml)
	} : void 0);
	if (withYaml === void 0) return void 0;
	if (json.length === 0) return {
		text: withYaml,
		changed: withYaml !== text
	};
	const urls = new Set(json.map(({ url }) => url));
	const withJson = editMember(withYaml, "json.schemas", [], (before) => {
		return Array.isArray(before) ? [...before.filter((one) => !isAbout(one, urls)), ...json] : void 0;
	});
	return withJson === void 0 ? void 0 : {
		text: withJson,
		changed: withJson !== text
	};
}
/** The settings as they would be in a file of their own. */
function newSettings({ yaml, json }) {
	return `${JSON.stringify({
		"yaml.schemas": flat(yaml),
		...json.length > 0 && { "json.schemas": json }
	}, null, 2)}\n`;
}
/** One glob is written without a list around it. */
function flat(yaml) {
	return Object.fromEntries(Object.entries(yaml).map(([path, globs]) => [path, globs.length === 1 ? globs[0] : globs]));
}
function isAbout(one, urls) {
	return isObject(one) && typeof one["url"] === "string" && urls.has(one["url"]);
}
function editMember(text, key, empty, change) {
	const settings = readMembers(text);
	if (settings === void 0) return void 0;
	const member = settings.members.find((one) => one.key === key);
	const before = member === void 0 ? empty : parsedJson(text.slice(member.start, member.end));
	const after = change(before);
	if (after === void 0) return void 0;
	if (JSON.stringify(after) === JSON.stringify(before)) return text;
	const written = JSON.stringify(after, null, 2).replaceAll("\n", "\n  ");
	if (member !== void 0) return text.slice(0, member.start) + written + text.slice(member.end);
	const { last, close } = settings;
	const comma = settings.members.length === 0 || settings.hasTrailingComma ? "" : ",";
	const tail = text.slice(last, close).trimEnd();
	return `${text.slice(0, last)}${comma}${tail}\n  ${JSON.stringify(key)}: ${written}\n${text.slice(close)}`;
}
/** Blanks and comments; a string; a bracket or a mark; any other word. */
const TOKEN = /(?<blank>(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)+)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<mark>[[\]{},:])|(?<word>[^\s"[\]{},:/]+)/y;
function tokensIn(text) {
	const tokens = [];
	TOKEN.lastIndex = text.startsWith("﻿") ? 1 : 0;
	while (TOKEN.lastIndex < text.length) {
		const start = TOKEN.lastIndex;
		const groups = TOKEN.exec(text)?.groups;
		if (groups === void 0) return void 0;
		const is = [
			"text",
			"mark",
			"word"
		].find((one) => groups[one] !== void 0);
		if (is !== void 0) tokens.push({
			is,
			text: groups[is] ?? "",
			start,
			end: TOKEN.lastIndex
		});
	}
	return tokens;
}
/** The members of the one object that a text holds; `undefined` where it is anything else. */
function readMembers(text) {
	const tokens = tokensIn(text);
	const [open, close] = [tokens?.[0], tokens?.at(-1)];
	if (tokens === void 0 || open?.text !== "{" || close?.text !== "}" || tokens.length < 2) return void 0;
	const members = [];
	let hasTrailingComma = false;
	for (let i = 1; i < tokens.length - 1;) {
		const key = tokens[i];
		const end = key?.is === "text" && tokens[i + 1]?.text === ":" ? afterValue(tokens, i + 2) : void 0;
		if (key === void 0 || end === void 0 || end > tokens.length - 1) return void 0;
		const [first, last] = [tokens[i + 2], tokens[end - 1]];
		members.push({
			key: String(parsedJson(key.text)),
			start: first.start,
			end: last.end
		});
		hasTrailingComma = tokens[end]?.text === ",";
		if (!hasTrailingComma && end !== tokens.length - 1) return void 0;
		i = hasTrailingComma ? end + 1 : end;
	}
	return {
		members,
		last: tokens.at(-2).end,
		close: close.start,
		hasTrailingComma
	};
}
/** The index after a value's last token. */
function afterValue(tokens, from) {
	let depth = 0;
	for (let i = from; i < tokens.length; i++) {
		const { is, text } = tokens[i];
		if (is === "mark" && (text === "{" || text === "[")) depth++;
		else if (is === "mark" && (text === "}" || text === "]")) depth--;
		else if (is === "mark" && depth === 0) return void 0;
		if (depth === 0) return i + 1;
		if (depth < 0) return void 0;
	}
}
// src/cli/init-editor.ts
/** Proposes, and with `--write` puts into the settings of VS Code, by which schemas files are to be checked. */
async function runInitEditor(options, terminal) {
	const mapping = mappingOf(await open(options, terminal, new Collector()));
	const proposal = newSettings(mapping);
	if (options.format === "json") writeJson(terminal, mapping);
	else if (options.format === "markdown") terminal.out(inert(editorMarkdown(proposal, mapping)));
	else terminal.out(inert(editorText(proposal, mapping, terminal.outStyle)));
	if (options.write === true) terminal.err(`${write(rootOf(options, terminal), mapping)}\n`);
	return 0;
}
/** @returns what was done */
function write(root, mapping) {
	if (Object.keys(mapping.yaml).length + mapping.json.length === 0) throw new Failure("usage", say`no kind has a schema that an editor can read, so nothing was written`);
	const before = readText(root, SETTINGS_FILE);
	const edited = before === void 0 || before.trim() === "" ? {
		text: newSettings(mapping),
		changed: true
	} : editSettings(before, mapping);
	if (edited === void 0) throw new Failure("usage", say`${SETTINGS} cannot be edited without losing something in it, so it is left alone`, say`put in by hand what is printed above`);
	if (!edited.changed) return `${SETTINGS_FILE} says so already`;
	replaceText(root, SETTINGS_FILE, {
		before,
		after: edited.text
	});
	return `wrote ${SETTINGS_FILE}`;
}
const SETTINGS = say`.vscode/settings.json`;
export { runInitEditor };
