import { C as tellFindings, D as open, M as environmentsMarkdown, Vo as Collector, Vr as environments, ft as inert, lt as environmentsJson, w as writeJson, xt as environmentsText } from "./shared.js";
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
