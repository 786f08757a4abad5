import { C as tellFindings, O as rootOf, Z as inert, so as Collector, us as say, w as writeJson, wo as Failure } from "./shared.js";
import { A as publishCommit, O as publishJson, k as publishText } from "./publication.js";
import { resolve } from "node:path";
// src/cli/publish.ts
/** Publishes a commit to its targets, or with `--dry-run` says what that would do. */
async function runPublish(options, terminal) {
	if (options.at !== void 0 && options.rollbackTo !== void 0) throw new Failure("usage", say`--at and --rollback-to both name the commit to publish`, say`leave --at out`);
	const collector = new Collector();
	const result = await publishCommit({
		root: rootOf(options, terminal),
		folder: resolve(terminal.directory, options.directory ?? "."),
		commit: options.rollbackTo ?? options.at ?? "HEAD",
		targets: options.to,
		environments: options.environment,
		rollback: options.rollbackTo !== void 0,
		dryRun: options.dryRun === true,
		...options.signKey !== void 0 && { signKey: options.signKey },
		variables: terminal.variables,
		told: {
			ref: null,
			actor: null,
			run: null,
			builder: null
		},
		repository: null,
		collector,
		now: /* @__PURE__ */ new Date(),
		progress: terminal.progress
	});
	const found = tellFindings(result.check.findings, terminal);
	const report = {
		...result,
		dryRun: options.dryRun === true
	};
	if (options.format === "json") writeJson(terminal, publishJson(report));
	else terminal.out(inert(publishText(report, terminal.outStyle)));
	return found !== 0 || result.outcomes.some(({ decision }) => decision.does === "refuse") ? 1 : 0;
}
export { runPublish };
