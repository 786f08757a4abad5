import { At as yamlText, C as tellFindings, D as open, Gs as name, Ks as say, Rr as render, Rs as pointer, Uo as finding, Us as escapeControls, Vo as Collector, hr as fence, ht as jsonText, mr as code, os as Failure, p as DOCUMENT_FORMATS, pt as isActive, qo as inEnvironment } from "./shared.js";
import { N as placeOfValue } from "./publication.js";
import { chmodSync, closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { resolve } from "node:path";
// src/adapters/secret-output.ts
/**
* Writes plaintext to a file that only its owner can read. One that exists is replaced, in one step, if it is such a
* file already: whoever could read it before shall not read this.
*
* @param file absolute
* @param shown the path as it was given
* @throws Failure where others may read the file that is there, or it cannot be written
*/
function writeSecretFile(file, shown, content) {
	const there = lstatSync(file, { throwIfNoEntry: false });
	if (there !== void 0 && !isPrivate(there)) {
		const hint = say`chmod 600 ${name(shown)}, remove it, or name another file`;
		throw new Failure("usage", say`${name(shown)} is there, and is no file that only you can read`, hint);
	}
	const fresh = `${file}.${process.pid}.new`;
	try {
		const descriptor = openSync(fresh, "wx", 384);
		try {
			chmodSync(fresh, 384);
			writeAll(descriptor, content);
			fsyncSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
		renameSync(fresh, file);
	} catch {
		rmSync(fresh, { force: true });
		throw new Failure("broken", say`${name(shown)} cannot be written`);
	}
}
function isPrivate(there) {
	return there.isFile() && (there.mode & 63) === 0 && there.uid === process.getuid?.();
}
function writeAll(descriptor, content) {
	for (let at = 0; at < content.byteLength;) at += writeSync(descriptor, content, at);
}
// src/report/rendered.ts
/** One document of a YAML stream, headed by a comment that says what it is. */
function renderedYaml({ environment, document, value }) {
	return `---\n# ${escapeControls(environment)} ${escapeControls(document)}\n${yaml(value)}`;
}
function renderedMarkdown({ environment, document, value }) {
	return `### ${code(environment)} ${code(document)}\n\n${fence(yaml(value), "yaml")}\n`;
}
/** YAML; where that would put something into a log that a runner or a terminal acts on: JSON, which is YAML as well. */
function yaml(value) {
	const text = yamlText(value);
	return isActive(text) ? `${jsonText(value)}\n` : text;
}
// src/cli/render.ts
/** Prints effective documents, or writes them to a file; with `--artifacts` writes what would be published. */
async function runRender(documents, options, terminal) {
	if (options.artifacts !== void 0) {
		const { runArtifacts } = await import("./render-artifacts.js");
		return runArtifacts({
			...options,
			artifacts: options.artifacts,
			documents
		}, terminal);
	}
	if (options.reveal === true) refuseLogs(options, terminal);
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	let last;
	const rendered = await renderedBy(workspace, {
		documents,
		options,
		terminal,
		collector,
		seen: isDocumentFormat(options.format) ? (linked) => {
			last = linked;
		} : void 0
	});
	const { output } = options;
	const texts = [];
	if (rendered !== void 0) await writeAs(rendered, {
		write: output === void 0 ? terminal.out : (text) => texts.push(text),
		options,
		collector,
		linked: () => last
	});
	const code = tellFindings(collector.findings(), terminal);
	if (output !== void 0 && code === 0) writeSecretFile(placeOf(output, options, terminal), output, Buffer.from(texts.join("")));
	return code;
}
/** Undefined where nothing is to be shown: something is wrong, and what would be shown are secrets. */
async function renderedBy(workspace, by) {
	const { documents, options, terminal, collector, seen } = by;
	const selection = {
		environments: options.environment,
		documents
	};
	if (options.reveal !== true) return render(workspace, {
		selection,
		collector,
		seen
	});
	const { openerFor } = await import("./opener2.js");
	const { revealDocuments } = await import("./reveal.js");
	const revealed = await revealDocuments(workspace, {
		selection,
		collector,
		opener: await openerFor(terminal, say`--reveal`),
		seen
	});
	return collector.findings().some(({ severity }) => severity === "error") ? void 0 : revealed;
}
/** What a runner prints is kept, and shown to everybody who may read the repository. */
function refuseLogs({ output }, { variables }) {
	if (!(variables["GITHUB_ACTIONS"] === "true" || ![
		"",
		"false",
		void 0
	].includes(variables["CI"])) || output !== void 0) return;
	throw new Failure("usage", say`--reveal prints secrets, and a runner would keep them in its log`, say`write them to a file: --output <file>`);
}
function isDocumentFormat(format) {
	return DOCUMENT_FORMATS.some((known) => known === format);
}
async function writeAs(rendered, by) {
	const { write, options: { format } } = by;
	if (isDocumentFormat(format)) write(await documentText(rendered, format, by));
	else if (format === "json") await writeByEnvironment(rendered, write);
	else {
		const text = format === "markdown" ? renderedMarkdown : renderedYaml;
		for await (const one of rendered) write(text(one));
	}
}
/** The one document, in a format that holds one. */
async function documentText(rendered, format, { options: { output, reveal }, collector, linked }) {
	const all = [];
	for await (const one of rendered) all.push(one);
	const [only] = all;
	if (only === void 0 || all.length > 1) {
		const hint = say`name one, and its environment: cairn render services/api --environment production --format ${name(format)}`;
		throw new Failure("usage", say`${name(format)} holds one document, and these are ${all.length}`, hint);
	}
	const { writeValue } = await import("./write.js");
	const { environment } = only;
	let problems = 0;
	const text = writeValue(only.value, format, ({ tokens, said }) => {
		problems++;
		const message = say`${name(format)} cannot hold ${tokens.length === 0 ? name(only.document) : pointer(tokens)}: ${said}`;
		const of = linked();
		const place = of === void 0 ? inEnvironment(environment) : placeOfValue(of, tokens);
		collector.report(finding("render/unrepresentable", place, message, { environment }));
	});
	if (reveal === true && problems > 0) return "";
	if (output !== void 0 || !isActive(text)) return text;
	throw new Failure("usage", say`this has something in it that a runner or a terminal would act on`, say`write it to a file: --output <file>`);
}
function placeOf(output, { directory }, terminal) {
	return resolve(terminal.directory, directory ?? ".", output);
}
/**
* `{environment: {document: value}}`. Documents come in another order than they are printed in: what is kept of each is
* its text, as bytes, which lie outside the heap.
*/
async function writeByEnvironment(rendered, write) {
	const members = /* @__PURE__ */ new Map();
	for await (const { environment, document, value } of rendered) {
		let known = members.get(environment);
		if (known === void 0) members.set(environment, known = []);
		const text = jsonText({ [environment]: { [document]: value } });
		known.push(Buffer.from(text.slice(headOf(environment).length, -TAIL.length)));
	}
	let separator = "{\n";
	for (const environment of [...members.keys()].sort()) {
		const texts = (members.get(environment) ?? []).map((bytes) => bytes.toString());
		write(separator + headOf(environment).slice(2) + texts.join(",\n") + TAIL.slice(0, -2));
		separator = ",\n";
	}
	write(members.size === 0 ? "{}\n" : "\n}\n");
}
/** What stands before the one member of an environment, and behind it, in the text of both alone. */
const headOf = (environment) => `{\n  ${jsonText(environment)}: {\n`;
const TAIL = "\n  }\n}";
export { runRender };
