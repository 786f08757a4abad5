import { x as Collector } from "./discover.js";
import { t as render } from "./render.js";
import { v as dump } from "./yaml-mistakes.js";
import { r as escapeControls } from "./rules.js";
import { i as fence, r as code, t as tellFindings } from "./output.js";
import { t as open } from "./open.js";
// src/report/rendered.ts
/** One document of a YAML stream, headed by a comment that says what it is. */
function renderedYaml({ environment, document, value }) {
	return `---\n# ${escapeControls(environment)} ${escapeControls(document)}\n${yaml(value)}`;
}
function renderedMarkdown({ environment, document, value }) {
	return `### ${code(environment)} ${code(document)}\n\n${fence(yaml(value), "yaml")}\n`;
}
function yaml(value) {
	return dump(value, {
		lineWidth: -1,
		noRefs: true
	});
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
/** `{environment: {document: value}}`. Each document is turned into text as it comes, so that only text is kept. */
async function writeByEnvironment(rendered, terminal) {
	const texts = /* @__PURE__ */ new Map();
	for await (const { environment, document, value } of rendered) {
		let members = texts.get(environment);
		if (members === void 0) texts.set(environment, members = []);
		members.push(`    ${JSON.stringify(document)}: ${JSON.stringify(value, null, 2).replaceAll("\n", "\n    ")}`);
	}
	let separator = "{\n";
	for (const environment of [...texts.keys()].sort()) {
		terminal.out(`${separator}  ${JSON.stringify(environment)}: {\n${(texts.get(environment) ?? []).join(",\n")}\n  }`);
		separator = ",\n";
	}
	terminal.out(texts.size === 0 ? "{}\n" : "\n}\n");
}
export { runRender };
