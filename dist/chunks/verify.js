import { i as verify, n as toldProblem, t as tellProblems } from "./tell.js";
import { Qo as showLocation, ft as inert, gr as md, lr as plural, mr as code, vr as table, w as writeJson } from "./shared.js";
import { s as selectFiles } from "./files.js";
import { t as openSecretsWorld } from "./world2.js";
// src/report/secrets/verify.ts
function reported({ path, text, state, problems }) {
	return {
		path,
		state,
		problems: problems.map((found) => toldProblem(path, text, found))
	};
}
/** Files, and why they are not right (`schemas/output/secrets-verify.json`). */
function verifyJson(files) {
	return { files: files.map(reported) };
}
/** `2 files verified, 0 wrong, 1 not opened`. */
function verifySummary(files) {
	const count = (state) => files.filter((one) => one.state === state).length;
	return `${plural(count("verified"), "file")} verified, ${count("wrong")} wrong, ${count("not opened")} not opened`;
}
function verifyMarkdown(files) {
	if (files.length === 0) return "There are no encrypted files.\n";
	const rows = files.map(reported).map(({ path, state, problems }) => {
		const said = problems.map(({ location, message, next }) => md(`${showLocation(location)}: ${message}${next === void 0 ? "" : `; ${next}`}`));
		return [
			code(path),
			state,
			said.join("<br>")
		];
	});
	return `${table([
		"File",
		"State",
		"Why"
	], rows)}\n${verifySummary(files)}.\n`;
}
// src/cli/secrets/verify.ts
/** Opens files, every value and the MAC, and says which are right; nothing of what they hold. */
async function runVerify(named, options, terminal) {
	const world = await openSecretsWorld(terminal);
	const files = selectFiles(named, options, terminal);
	const found = [];
	const progress = (done, total) => terminal.progress(done, total, "files");
	let code = 0;
	for await (const one of verify(files, world, progress)) {
		found.push(one);
		if (one.state !== "verified" && options.format === "terminal") await tellProblems(one, one.problems, terminal, world);
	}
	terminal.clear();
	if (found.some(({ state }) => state === "not opened")) code = 3;
	if (found.some(({ state }) => state === "wrong")) code = 1;
	if (options.format === "json") writeJson(terminal, verifyJson(found));
	else if (options.format === "markdown") terminal.out(inert(verifyMarkdown(found)));
	else terminal.out(`${verifySummary(found)}\n`);
	return code;
}
export { runVerify };
