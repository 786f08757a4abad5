import { At as diffText, G as openRange, Sn as diff, Tt as inert, U as tellFindings, W as writeJson, X as diffMarkdown, xt as diffJson } from "./shared.js";
// src/cli/diff.ts
async function runDiff(range, options, terminal) {
	const opener = options.open === true ? await (await import("./opener3.js")).openerFor(terminal) : void 0;
	const opened = await openRange(range, options, terminal);
	const result = await diff({
		...opened,
		...opener && { opener },
		selection: {
			environments: options.environment,
			documents: options.document
		}
	});
	if (options.format === "json") writeJson(terminal, diffJson(result));
	else if (options.format === "markdown") terminal.out(inert(diffMarkdown(result)));
	else terminal.out(inert(diffText(result, terminal.outStyle)));
	return tellFindings(result.findings, terminal);
}
export { runDiff };
