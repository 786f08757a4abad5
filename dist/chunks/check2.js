import { x as Collector } from "./discover.js";
import { t as check } from "./check.js";
import { m as inert, n as writeJson, s as checkText } from "./output.js";
import { c as checkJson, t as checkMarkdown } from "./markdown.js";
import { a as verdict } from "./verdict.js";
import { t as open } from "./open.js";
// src/cli/check.ts
async function runCheck(options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const selection = { environments: options.environment };
	const result = await check(workspace, {
		selection,
		collector,
		progress: terminal.progress
	});
	terminal.clear();
	const judged = verdict(result.findings, options.failOn);
	if (options.format === "json") writeJson(terminal, checkJson(result, judged));
	else if (options.format === "markdown") terminal.out(inert(checkMarkdown(result, judged)));
	else terminal.out(inert(checkText(result, judged, terminal.outStyle)));
	return judged.exitCode;
}
export { runCheck };
