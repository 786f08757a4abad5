import { Gs as name, Ks as say, et as beforeEnding, ft as inert, lr as plural, w as writeJson } from "./shared.js";
import { c as takeStep } from "./plan.js";
import { a as planJson, o as planMarkdown, s as planText } from "./selection.js";
import { o as saveFile } from "./files.js";
import { t as tellProblems } from "./tell.js";
// src/cli/secrets/apply.ts
/**
* Prints a plan and, unless that is all that was asked for, carries it out: file by file, each in one step. A run that
* is stopped leaves whole files, and the next one does the rest.
*
* @returns the exit code: 0 all is done, else the worst of what was refused
*/
async function applyPlan(plan, run) {
	const { options, terminal, aliases } = run;
	if (options.format === "json") writeJson(terminal, planJson(plan));
	else if (options.format === "markdown") terminal.out(inert(planMarkdown(plan, aliases)));
	else terminal.out(inert(planText(plan, aliases, terminal.outStyle)));
	const refused = await tellRefused(plan, run);
	if (options.dryRun === true) {
		if (plan.steps.length > 0) terminal.err("nothing was written\n");
		return refused;
	}
	const stop = beforeEnding(() => void 0);
	try {
		const failed = await takeSteps(plan, run);
		return failed === 0 ? refused : failed;
	} finally {
		stop();
	}
}
async function takeSteps({ steps }, { files, terminal, world }) {
	const loaded = new Map(files.map((file) => [file.path, file]));
	let worst = 0;
	let done = 0;
	for (const [i, step] of steps.entries()) {
		terminal.progress(i, steps.length, "files");
		const file = loaded.get(step.path);
		if (file === void 0) continue;
		const made = await takeStep(step, world);
		if (made.ok) {
			saveFile(file, made.result);
			done++;
		} else worst = Math.max(worst, await tellProblems(file, made.problems, terminal, world));
	}
	terminal.clear();
	if (steps.length > 0) terminal.err(`${plural(done, "file")} written${done < steps.length ? `, ${steps.length - done} left as they were` : ""}\n`);
	return worst;
}
async function tellRefused({ refused }, { terminal, world }) {
	let worst = 0;
	for (const { path, text, problems, reason } of refused) {
		if (reason !== void 0) terminal.err(inert(`${say`${name(path)}: ${reason}`}\n`));
		worst = Math.max(worst, reason === void 0 ? await tellProblems({
			path,
			text
		}, problems, terminal, world) : 1);
	}
	return worst;
}
export { applyPlan as t };
