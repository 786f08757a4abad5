import { At as Collector, B as check, C as verdict, E as checkJson, M as inert, g as checkText, n as writeJson, o as checkMarkdown, r as open } from "./shared.js";
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
