import { O as rootOf, ft as inert, pr as verdict, w as writeJson } from "./shared.js";
import { i as verifyText, n as verifyPublications, r as verifyJson } from "./publication.js";
import { resolve } from "node:path";
// src/cli/verify.ts
/** Verifies publications: whole, unchanged, and following from their commits. */
async function runVerify(publications, options, terminal) {
	const results = await verifyPublications({
		root: rootOf(options, terminal),
		folder: resolve(terminal.directory, options.directory ?? "."),
		publications,
		...options.allowedSigners !== void 0 && { allowedSigners: options.allowedSigners },
		...options.bundle !== void 0 && { bundle: options.bundle },
		...options.allowUnproven !== void 0 && { allowUnproven: options.allowUnproven },
		variables: terminal.variables,
		progress: terminal.progress
	});
	terminal.clear();
	if (options.format === "json") writeJson(terminal, verifyJson(results));
	else terminal.out(inert(results.map((result) => verifyText(result, terminal.outStyle)).join("")));
	return results.some(({ findings }) => !verdict(findings, options.failOn).passed) ? 1 : 0;
}
export { runVerify };
