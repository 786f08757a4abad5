import { t as diff } from "./difference.js";
import { C as tellFindings, T as openRange, _t as diffText, ct as diffJson, ft as inert, j as diffMarkdown, w as writeJson } from "./shared.js";
// src/cli/diff.ts
async function runDiff(range, options, terminal) {
	const opener = options.open === true ? await (await import("./opener2.js")).openerFor(terminal) : void 0;
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
