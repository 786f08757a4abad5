import { C as tellFindings, D as open, N as explanationMarkdown, St as explanationText, Vo as Collector, Yr as explain, ft as inert, lr as plural, ut as explanationJson, w as writeJson } from "./shared.js";
// src/cli/explain.ts
async function runExplain(question, options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const explanation = await explain(workspace, question, collector);
	if (options.format === "json") writeJson(terminal, explanationJson(explanation));
	else if (options.format === "markdown") terminal.out(inert(explanationMarkdown(explanation)));
	else terminal.out(inert(explanationText(explanation, terminal.outStyle)));
	const findings = collector.findings();
	const own = findings.filter((found) => concerns(found, explanation));
	const others = findings.length - own.length;
	if (others > 0) terminal.err(terminal.errStyle("dim", `${plural(others, "finding")} elsewhere: cairn check`) + "\n");
	return tellFindings(own, terminal);
}
/** Whether a finding is in a file that the answer is made of. */
function concerns({ location: { file } }, { said, via, leaves }) {
	const hops = [...via, ...leaves.flatMap((leaf) => leaf.via)];
	return said.some(({ location }) => location.file === file) || hops.some(({ location, targetLocation }) => location.file === file || targetLocation?.file === file);
}
export { runExplain };
