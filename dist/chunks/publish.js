import { C as tellFindings, Ks as say, Lo as resolveCommit, O as rootOf, Vo as Collector, ft as inert, os as Failure, w as writeJson } from "./shared.js";
import { C as publishCommit, S as publishText, x as publishJson } from "./publication.js";
import { resolve } from "node:path";
// src/cli/publish.ts
/** Publishes a commit to its targets, or with `--dry-run` says what that would do. */
async function runPublish(options, terminal) {
	if (options.at !== void 0 && options.rollbackTo !== void 0) throw new Failure("usage", say`--at and --rollback-to both name the commit to publish`, say`leave --at out`);
	const collector = new Collector();
	const root = rootOf(options, terminal);
	const commit = resolveCommit(root, options.rollbackTo ?? options.at ?? "HEAD");
	const dryRun = options.dryRun === true;
	const done = [];
	const result = await publishCommit({
		root,
		folder: resolve(terminal.directory, options.directory ?? "."),
		commit,
		...options.rollbackTo !== void 0 && { targetsAt: "HEAD" },
		targets: options.to,
		environments: options.environment,
		rollback: options.rollbackTo !== void 0,
		dryRun,
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
		progress: terminal.progress,
		done: (outcome) => done.push(outcome)
	}).catch((error) => {
		terminal.clear();
		if (options.format !== "json") terminal.out(inert(publishText({
			commit,
			outcomes: done,
			blocked: false,
			dryRun
		}, terminal.outStyle)));
		throw error;
	});
	const found = tellFindings(result.check.findings, terminal);
	const report = {
		...result,
		dryRun
	};
	if (options.format === "json") writeJson(terminal, publishJson(report));
	else terminal.out(inert(publishText(report, terminal.outStyle)));
	return found !== 0 || result.outcomes.some(({ decision }) => decision.does === "refuse") ? 1 : 0;
}
export { runPublish };
