import { x as Collector } from "./discover.js";
import { t as environments } from "./environments.js";
import { c as environmentsText, m as inert, n as writeJson, t as tellFindings } from "./output.js";
import { d as environmentsJson, i as environmentsMarkdown } from "./markdown.js";
import { t as open } from "./open.js";
// src/cli/environments.ts
async function runEnvironments(options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const result = environments(workspace, { environments: options.environment }, collector);
	const documents = options.documents === true ? "listed" : "counted";
	if (options.format === "json") writeJson(terminal, environmentsJson(result));
	else if (options.format === "markdown") terminal.out(inert(environmentsMarkdown(result, documents)));
	else terminal.out(inert(environmentsText(result, documents, terminal.outStyle)));
	return tellFindings(result.findings, terminal);
}
export { runEnvironments };
