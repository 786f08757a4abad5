import { Dn as hasEncryptedName, Gn as compileGlob, Ii as list, Li as name, Mn as ruleFor, Nn as rulesFolderOf, Ri as say, Rn as createLayout, Tr as formatOf, Ui as Secret, a as asksForEncryption, i as checkSealed, jn as isRulesFile, kn as CREATION_RULES_FILE, n as reportUnopened, o as checkPlainFile, qn as isIgnored, r as reportUnreadable, t as reportLocked, zn as isUnderRoot } from "./shared.js";
import { t as readCreationRules } from "./creation-rules.js";
import { c as openSops, n as readSops, t as readPlain } from "./read.js";
// src/secret-rules.ts
/** Reads the rules of all folders, and reports what is wrong with them. */
async function readRules({ snapshot, reader, engines }, collector) {
	const paths = snapshot.entries.filter(({ path, type }) => type !== "submodule" && isRulesFile(path)).map(({ path }) => path);
	snapshot.prefetch(paths);
	return reader.whole(collector, () => {
		const rules = /* @__PURE__ */ new Map();
		for (const path of paths) {
			const [tree] = reader.trees(path, { stream: false }, collector.report);
			if (tree !== void 0) rules.set(path.slice(0, -CREATION_RULES_FILE.length).replace(/\/$/, ""), readCreationRules(tree, engines.goRegexp, collector.report));
		}
		return rules;
	});
}
/** The rules that count for a file. */
function rulesOf(path, all) {
	if (all.size === 0) return void 0;
	const folders = new Set(Array.from(all.keys(), (folder) => folder === "" ? CREATION_RULES_FILE : `${folder}/${CREATION_RULES_FILE}`));
	const folder = rulesFolderOf(path, (file) => folders.has(file));
	const rules = folder === void 0 ? void 0 : all.get(folder);
	if (folder === void 0 || rules === void 0) return void 0;
	const prefix = folder === "" ? "" : `${folder}/`;
	return {
		file: `${prefix}${CREATION_RULES_FILE}`,
		rules,
		below: path.slice(prefix.length)
	};
}
// src/plain-files.ts
/** A name that promises encryption has a finding of its own. */
const PROMISING_NAME = /[^/]\.sops\.[^./]+$/;
/**
* Checks plain files of which `.sops.yaml` says that they are encrypted.
*
* @param plain the plain files that documents are made of, and whether a protected environment uses them
*/
async function checkPlainFiles({ reader, engines: { goRegexp: regexp } }, plain, { rules: all, collector }) {
	if (all.size === 0) return;
	for (const [path, isProtected] of plain) {
		const ruled = rulesOf(path, all);
		if (ruled?.rules.sound !== true || PROMISING_NAME.test(path)) continue;
		await reader.whole(collector, () => {
			const rule = ruleFor(ruled.rules, ruled.below, regexp);
			const format = formatOf(path);
			if (rule === void 0 || format === void 0 || format === "toml" || !asksForEncryption(rule, regexp)) return;
			const source = reader.source(path);
			const documents = source && readPlain(source.text, format);
			if (source === void 0 || documents?.ok !== true) return;
			const file = {
				source,
				documents: documents.result,
				rule,
				rules: ruled.file,
				protected: isProtected
			};
			checkPlainFile(file, {
				regexp,
				report: collector.report
			});
		});
		collector.close();
	}
}
// src/unlock.ts
/**
* Opens files, their data keys unwrapped at once, and verifies them. What is wrong is reported, and the file is left
* out. Whoever masks secrets is told of them before anything else is done.
*/
async function unlock(files, run) {
	const { opener, workspace: { reader, engines: { goRegexp: regexp } }, collector } = run;
	const keys = await Promise.all(files.map(({ file }) => opener.dataKey(file.metadata)));
	const unlocked = [];
	for (const [i, { path, source, file }] of files.entries()) {
		const key = keys[i];
		if (key === void 0) continue;
		if (!key.ok) {
			reportLocked({
				source,
				...file
			}, key.problems, collector.report);
			reportUnopened({
				source,
				...file
			}, key.problems, collector.report);
		} else {
			const { cipher } = opener;
			const opened = await reader.whole(collector, () => openSops(file, key.result, {
				cipher,
				regexp
			}));
			if (opened.ok) {
				opener.opened(secretsIn(opened.result));
				unlocked.push({
					path,
					opened: opened.result
				});
			} else reportUnopened({
				source,
				...file
			}, opened.problems, collector.report);
		}
		collector.close();
	}
	return unlocked;
}
function secretsIn({ leaves, comments }) {
	const secrets = [];
	for (const { value } of leaves) if (value instanceof Secret) secrets.push(value);
	for (const { opened } of comments) if (opened !== void 0) secrets.push(opened.text);
	return secrets;
}
/** Adds the values of a file to those that are known. */
function keepSecrets({ opened: { leaves } }, secrets) {
	for (const { leaf, value } of leaves) if (value instanceof Secret && leaf.value !== null && "text" in leaf.value) secrets.set(leaf.value.text, value);
}
// src/secrets.ts
/** Files that are read and unlocked together: unwrapping keys one by one takes twice as long. */
const TOGETHER = 32;
/**
* Checks the encrypted files that documents are made of, and with a key opens them: those of environments without
* errors of parsing and linking. A file's data key is unwrapped once, and its MAC verified before anything is used.
*/
async function checkSecretFiles(workspace, files, run) {
	const { collector, opener, isWhole } = run;
	const rules = await readRules(workspace, collector);
	const secrets = /* @__PURE__ */ new Map();
	const opened = /* @__PURE__ */ new Set();
	const others = isWhole === true ? otherFiles(workspace) : [];
	const isLayer = new Set(files.paths);
	const paths = [...files.paths, ...others];
	for (let start = 0; start < paths.length; start += TOGETHER) {
		const read = [];
		for (const path of paths.slice(start, start + TOGETHER)) {
			const one = await checkOne(path, {
				workspace,
				rules,
				run
			});
			const mayOpen = isLayer.has(path) ? files.mayOpen(path) : files.isSound;
			if (one !== void 0 && mayOpen) read.push(one);
		}
		if (opener === void 0) continue;
		for (const file of await unlock(read, {
			opener,
			workspace,
			collector
		})) {
			opened.add(file.path);
			keepSecrets(file, secrets);
		}
	}
	await checkPlainFiles(workspace, files.plain, {
		rules,
		collector
	});
	return {
		secrets,
		opened,
		notChecked: notChecked(files, paths.length, opened, run)
	};
}
function notChecked({ closed }, count, opened, { opener }) {
	const left = count - opened.size;
	if (left === 0) return [];
	const which = left === count ? say`${left}` : say`${left} of ${count}`;
	const nouns = left === 1 ? say`file` : say`files`;
	const what = say`the values of ${which} encrypted ${nouns}, and whether they were changed without SOPS (MAC)`;
	if (opener === void 0) return [say`${what}: this run was given no key`];
	if (closed.length === 0) return [what];
	const where = list(closed.map((one) => name(one)));
	return [say`${what}; nothing is opened in ${where}: a file there cannot be read, or a reference is not resolved`];
}
/** Files that are no layers and that their names call encrypted, as far as they are. */
function otherFiles({ snapshot, config, discovery, reader }) {
	const layers = new Set(discovery.files);
	const ignored = config.ignore.flatMap((glob) => compileGlob(glob, () => void 0));
	const layout = createLayout(config);
	const paths = snapshot.entries.filter(({ path, type }) => {
		return type === "file" && hasEncryptedName(path) && isUnderRoot(layout, path) && !layers.has(path) && !isIgnored(ignored, path);
	}).map(({ path }) => path);
	snapshot.prefetch(paths);
	return paths.filter((path) => reader.bytes(path)?.includes("lastmodified") === true);
}
async function checkOne(path, { workspace, rules, run }) {
	const { reader, engines: { goRegexp: regexp }, config } = workspace;
	const { collector, today } = run;
	const read = await reader.whole(collector, () => {
		const source = reader.source(path);
		const file = source && readEncrypted(source, collector.report);
		if (source === void 0 || file === void 0) return void 0;
		const ruled = rulesOf(path, rules);
		const isKnown = ruled?.rules.rules !== void 0 && ruled.rules.sound;
		checkSealed({
			source,
			...file
		}, {
			regexp,
			report: collector.report,
			...isKnown ? { expected: {
				rules: ruled.file,
				rule: ruleFor(ruled.rules, ruled.below, regexp)
			} } : {},
			...today === void 0 ? {} : { due: {
				today,
				days: config.secrets.maxAgeDays
			} }
		});
		return {
			path,
			source,
			file
		};
	});
	collector.close();
	return read;
}
/** Reads an encrypted file in SOPS's terms; why it cannot be read is reported. */
function readEncrypted(source, report) {
	const format = formatOf(source.path);
	const read = readSops(source.text, format === void 0 || format === "toml" ? "binary" : format);
	if (read.ok) return read.result;
	reportUnreadable(source, read.problems, report);
}
/** Whether every encrypted layer of a document was opened. */
function isOpened({ effective: { layers } }, opened) {
	return layers.every((layer) => layer.from !== "file" || !layer.encrypted || opened.has(layer.tree.source.path));
}
export { unlock as a, keepSecrets as i, isOpened as n, readEncrypted as r, checkSecretFiles as t };
