import { W as writeJson, an as plural } from "./shared.js";
import { i as verify, n as toldProblem, t as tellProblems } from "./tell.js";
import { s as selectFiles } from "./files.js";
import { t as openSecretsWorld } from "./world2.js";
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
		if (one.state !== "verified" && options.format !== "json") await tellProblems(one, one.problems, terminal, world);
	}
	terminal.clear();
	const count = (state) => found.filter((one) => one.state === state).length;
	if (count("not opened") > 0) code = 3;
	if (count("wrong") > 0) code = 1;
	if (options.format === "json") writeJson(terminal, { files: found.map(plain) });
	else terminal.out(`${plural(count("verified"), "file")} verified, ${count("wrong")} wrong, ${count("not opened")} not opened\n`);
	return code;
}
function plain({ path, text, state, problems }) {
	return {
		path,
		state,
		problems: problems.map((found) => toldProblem(path, text, found))
	};
}
export { runVerify };
