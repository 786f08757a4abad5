import { u as readBytes } from "./files.js";
import { C as tellFindings, Gs as name, Ks as say, Vo as Collector, fa as parseFile, hi as CREATION_RULES_FILE, os as Failure, vi as ruleFor, yi as rulesFolderOf } from "./shared.js";
import { d as readCreationRules } from "./sealed.js";
// src/cli/secrets/rules.ts
/** Reads each `.sops.yaml` once, when it is first asked for; mistakes are told, and stop the command. */
function openRuleBook(regexp, terminal) {
	const books = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	return { ruleOf: ({ top, path }) => {
		const folder = rulesFolderOf(path, (wanted) => {
			let has = known.get(wanted);
			if (has === void 0) known.set(wanted, has = readBytes({
				top,
				path: wanted,
				shown: wanted
			}) !== void 0);
			return has;
		});
		if (folder === void 0) return void 0;
		let book = books.get(folder);
		if (book === void 0) books.set(folder, book = readRules(top, folder, {
			regexp,
			terminal
		}));
		return ruleFor(book, folder === "" ? path : path.slice(folder.length + 1), regexp);
	} };
}
function readRules(top, folder, { regexp, terminal }) {
	const path = folder === "" ? CREATION_RULES_FILE : `${folder}/${CREATION_RULES_FILE}`;
	const collector = new Collector();
	const bytes = readBytes({
		top,
		path,
		shown: path
	}) ?? Buffer.alloc(0);
	const [tree] = parseFile(path, bytes, {
		stream: false,
		tags: /* @__PURE__ */ new Map()
	}, collector.report);
	const rules = tree === void 0 ? {
		sound: false,
		rules: void 0
	} : readCreationRules(tree, regexp, collector.report);
	const findings = collector.findings();
	tellFindings(findings, terminal);
	if (!rules.sound || findings.some(({ severity }) => severity === "error")) throw new Failure("usage", say`${name(path)} has mistakes, so that nobody can tell who is to open what`, say`correct them first: SOPS would refuse it, or leave values in clear`);
	return rules;
}
export { openRuleBook as t };
