import { C as tellFindings, D as open, Gs as name, Ks as say, Us as escapeControls, Vo as Collector, hn as makeFolders, ht as jsonText, lr as plural, os as Failure, sn as sha256 } from "./shared.js";
import { D as makePublication, R as toolIdentity, T as buildPublication } from "./publication.js";
import { t as VERSION } from "./version.js";
import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
// src/adapters/new-folder.ts
/**
* Writes files into a folder that has none yet, and makes it where there is none.
*
* @param folder absolute
* @param shown the folder as it was given
* @throws Failure where something is there already, or nothing can be written
*/
function writeNewFolder(folder, shown, files) {
	try {
		const there = lstatSync(folder, { throwIfNoEntry: false });
		if (there !== void 0 && (!there.isDirectory() || readdirSync(folder).length > 0)) throw new Failure("usage", say`${name(shown)} is not empty`, say`name a folder that is empty, or that is not there`);
		makeFolders(folder);
		for (const { path, bytes } of files) {
			makeFolders(dirname(join(folder, path)));
			writeFileSync(join(folder, path), bytes, { flag: "wx" });
		}
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure("broken", say`${name(shown)} cannot be written`);
	}
}
// src/cli/render-artifacts.ts
/**
* Writes what would be published of a working tree or a commit into a new folder: artifacts, encrypted files and the
* lists of sealed leaves, without manifests, which are of commits.
*/
async function runArtifacts(options, terminal) {
	refuseOthers(options);
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const { check, inputs } = await makePublication(workspace, {
		collector,
		source: {
			commit: "",
			prefix: ""
		},
		tool: toolIdentity(VERSION),
		digest: sha256,
		environments: options.environment,
		today: terminal.today,
		progress: terminal.progress
	});
	const code = tellFindings(check.findings, terminal);
	const files = (inputs === void 0 ? [] : buildPublication(inputs, sha256).files).filter(({ path }) => !isManifest(path, check.environments));
	if (inputs !== void 0) writeNewFolder(resolve(terminal.directory, options.directory ?? ".", options.artifacts), options.artifacts, files);
	const written = files.map(({ path }) => path);
	if (options.format === "json") terminal.out(`${jsonText({
		version: 1,
		blocked: inputs === void 0,
		files: written,
		findings: check.findings
	})}\n`);
	else if (inputs === void 0) terminal.out("nothing is written: errors block what would be published\n");
	else terminal.out(`${plural(files.length, "file")} written to ${escapeControls(options.artifacts)}\n`);
	return code;
}
function isManifest(path, environments) {
	return path === "manifest.json" || environments.some((environment) => path === `${environment}/manifest.json`);
}
function refuseOthers({ documents, reveal, output, format }) {
	const hint = say`cairn.yaml says what is published, and in which formats`;
	if (documents.length > 0) throw new Failure("usage", say`--artifacts writes all documents, and takes none by name`, hint);
	if (reveal === true) throw new Failure("usage", say`--artifacts never holds anything in clear`, say`use --reveal without it`);
	if (output !== void 0) throw new Failure("usage", say`--artifacts and --output exclude each other`);
	if (format !== "terminal" && format !== "json") throw new Failure("usage", say`--artifacts tells what it wrote as json only`, hint);
}
export { runArtifacts };
