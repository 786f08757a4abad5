import { G as compareJson, Tt as inert, U as tellFindings, Ur as Collector, W as writeJson, Z as open, et as compareMarkdown, kn as compare, kt as compareText } from "./shared.js";
// src/cli/compare.ts
async function runCompare(sides, options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const result = await compare(workspace, {
		...sides,
		selection: { documents: options.document }
	}, collector);
	if (options.format === "json") writeJson(terminal, compareJson(result));
	else if (options.format === "markdown") terminal.out(inert(compareMarkdown(result)));
	else terminal.out(inert(compareText(result, terminal.outStyle)));
	return tellFindings(result.findings, terminal);
}
export { runCompare };
