import { At as Collector, Dt as defaultBase, M as inert, Nt as createBlobs, O as diffJson, Ot as commitTree, R as diff, V as openWorkspace, a as rootOf, c as diffMarkdown, h as diffText, i as openSnapshot, j as showSnapshot, n as writeJson, t as tellFindings } from "./shared.js";
// src/cli/diff.ts
async function runDiff(range, options, terminal) {
	const collectors = {
		base: new Collector(),
		head: new Collector()
	};
	const root = rootOf(options, terminal);
	const blobs = createBlobs(root);
	const base = commitTree(root, range.base ?? baseOf(root, terminal), { blobs });
	const head = range.head === void 0 ? openSnapshot(root, void 0) : commitTree(root, range.head, { blobs });
	const result = await diff({
		base: await openWorkspace(base, terminal.variables, collectors.base),
		head: await openWorkspace(head, terminal.variables, collectors.head),
		selection: {
			environments: options.environment,
			documents: options.document
		},
		collectors
	});
	if (options.format === "json") writeJson(terminal, diffJson(result));
	else if (options.format === "markdown") terminal.out(inert(diffMarkdown(result)));
	else terminal.out(inert(diffText(result, terminal.outStyle)));
	return tellFindings(result.findings, terminal);
}
/** The base where none was named; says which it is. Without a default branch: HEAD, so that uncommitted edits show. */
function baseOf(root, terminal) {
	const found = defaultBase(root);
	const told = found.commit === void 0 ? `HEAD: ${found.reason}` : `${showSnapshot(found.commit)}, ${found.because}`;
	terminal.err(terminal.errStyle("dim", `comparing with ${told}`) + "\n");
	return found.commit ?? "HEAD";
}
export { runDiff };
