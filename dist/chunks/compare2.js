import { x as Collector } from "./discover.js";
import { t as compare } from "./compare.js";
import { m as inert, n as writeJson, t as tellFindings } from "./output.js";
import { l as compareJson, n as compareMarkdown, o as compareText } from "./markdown.js";
import { t as open } from "./open.js";
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
