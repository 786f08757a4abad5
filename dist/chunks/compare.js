import { A as compareMarkdown, C as tellFindings, D as open, Vo as Collector, Xr as compare, ft as inert, gt as compareText, st as compareJson, w as writeJson } from "./shared.js";
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
