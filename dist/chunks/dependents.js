import { C as tellFindings, D as open, Jr as dependents, Ks as say, Vo as Collector, _ as dependentsJson, ft as inert, os as Failure, v as dependentsMarkdown, w as writeJson, y as dependentsText } from "./shared.js";
// src/cli/dependents.ts
/** `cairn explain --dependents`. */
async function runDependents(question, options, terminal) {
	if ((question.pointer ?? "") !== "") throw new Failure("usage", say`documents depend on documents: --dependents takes no pointer`);
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const result = await dependents(workspace, question, collector);
	if (options.format === "json") writeJson(terminal, dependentsJson(result));
	else if (options.format === "markdown") terminal.out(inert(dependentsMarkdown(result)));
	else terminal.out(inert(dependentsText(result, terminal.outStyle)));
	return tellFindings(result.findings, terminal);
}
export { runDependents };
