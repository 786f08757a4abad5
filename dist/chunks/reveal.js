import { Gs as name, Jo as inFile, Ks as say, Rs as pointer, Uo as finding, ai as selectDocuments, bi as evaluate, lo as documentKey, oi as selectEnvironments, xi as link, zr as withoutOpaque } from "./shared.js";
import { a as readEncrypted, o as keepSecrets, s as unlock } from "./sealed.js";
import { N as placeOfValue, P as sealedSources, t as revealed } from "./publication.js";
// src/queries/reveal.ts
/**
* Renders the selected documents in clear, their sealed leaves opened. All or nothing: nothing is opened where
* something is wrong with what is selected, and nothing is returned where a file does not open.
*/
async function revealDocuments(workspace, run) {
	const { collector } = run;
	const documents = await linkSelected(workspace, run);
	if (hasErrors(collector)) return [];
	const secrets = await openFiles(workspace, pathsOf(workspace, documents), run);
	if (hasErrors(collector)) return [];
	const rendered = documents.flatMap((linked) => {
		run.seen?.(linked);
		const { document, environment } = linked.effective;
		const value = revealed(linked.value, secrets, (tokens) => {
			const said = say`${pointer(tokens)} cannot be put in: its file was not opened, or it is nothing that a document can hold`;
			const more = {
				environment: environment.name,
				severity: "error"
			};
			collector.report(finding("render/sealed", placeOfValue(linked, tokens), said, more));
		});
		return value === void 0 ? [] : [{
			environment: environment.name,
			document: documentKey(document),
			value
		}];
	});
	collector.close();
	return hasErrors(collector) ? [] : rendered;
}
async function linkSelected(workspace, { selection, collector }) {
	const named = (selection.environments ?? []).length > 0;
	const environments = selectEnvironments(workspace, selection).filter(({ abstract }) => named || !abstract);
	const all = [];
	for (const document of selectDocuments(workspace, selection)) {
		all.push(...await workspace.reader.whole(collector, () => {
			return evaluate(workspace, document, environments, collector.report).map((effective) => link(workspace, effective, collector.report));
		}));
		collector.close();
	}
	return all;
}
const hasErrors = (collector) => collector.findings().some(({ severity }) => severity === "error");
/** The encrypted files that hold what is opaque in some documents. */
function pathsOf(workspace, documents) {
	const paths = /* @__PURE__ */ new Set();
	for (const { effective, value } of documents) withoutOpaque(value, [], (tokens) => {
		for (const { path } of sealedSources(workspace, effective, tokens)) paths.add(path);
	});
	return paths;
}
async function openFiles(workspace, paths, run) {
	const { collector, opener } = run;
	const files = [];
	for (const path of [...paths].sort()) {
		const source = workspace.reader.source(path);
		const file = source && readEncrypted(source, collector.report);
		if (source !== void 0 && file !== void 0) files.push({
			path,
			source,
			file
		});
	}
	collector.close();
	const secrets = /* @__PURE__ */ new Map();
	const opened = /* @__PURE__ */ new Set();
	for await (const file of unlock(files, {
		opener,
		workspace,
		collector,
		locked: "error"
	})) {
		keepSecrets(file, secrets);
		opened.add(file.path);
	}
	const known = new Set(collector.findings().flatMap(({ severity, location }) => severity === "error" ? location.file ?? [] : []));
	for (const path of paths) {
		if (opened.has(path) || known.has(path)) continue;
		const said = say`${name(path)} is not opened, so nothing is shown`;
		collector.report(finding("render/sealed", inFile(path), said, { severity: "error" }));
	}
	collector.close();
	return secrets;
}
export { revealDocuments };
