import { x as Collector } from "./discover.js";
import { t as explain } from "./explain.js";
import { a as explanationMarkdown, f as explanationJson } from "./markdown.js";
import { l as explanationText, n as writeJson, t as tellFindings } from "./output.js";
import { t as open } from "./open.js";
// src/cli/explain.ts
async function runExplain(question, options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const explanation = await explain(workspace, question, collector);
	if (options.format === "json") writeJson(terminal, explanationJson(explanation));
	else if (options.format === "markdown") terminal.out(explanationMarkdown(explanation));
	else terminal.out(explanationText(explanation, terminal.outStyle));
	return tellFindings(collector.findings(), terminal);
}
export { runExplain };
