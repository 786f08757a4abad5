import { Et as isActive, Fi as escapeControls, K as open, Kr as Collector, Ot as jsonText, U as tellFindings, dn as fence, or as dump, un as code, yn as render } from "./shared.js";
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
	const text = dump(value, {
		lineWidth: -1,
		noRefs: true
	});
	return isActive(text) ? `${jsonText(value)}\n` : text;
}
// src/cli/render.ts
async function runRender(documents, options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const rendered = render(workspace, {
		selection: {
			environments: options.environment,
			documents
		},
		collector
	});
	if (options.format === "json") await writeByEnvironment(rendered, terminal);
	else {
		const text = options.format === "markdown" ? renderedMarkdown : renderedYaml;
		for await (const one of rendered) terminal.out(text(one));
	}
	return tellFindings(collector.findings(), terminal);
}
/**
* `{environment: {document: value}}`. Documents come in another order than they are printed in: what is kept of each is
* its text, as bytes, which lie outside the heap.
*/
async function writeByEnvironment(rendered, terminal) {
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
		terminal.out(separator + headOf(environment).slice(2) + texts.join(",\n") + TAIL.slice(0, -2));
		separator = ",\n";
	}
	terminal.out(members.size === 0 ? "{}\n" : "\n}\n");
}
/** What stands before the one member of an environment, and behind it, in the text of both alone. */
const headOf = (environment) => `{\n  ${jsonText(environment)}: {\n`;
const TAIL = "\n  }\n}";
export { runRender };
