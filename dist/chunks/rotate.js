import { Ks as say, os as Failure } from "./shared.js";
import { n as planRotation } from "./plan.js";
import { t as applyPlan } from "./apply.js";
import { s as selectFiles } from "./files.js";
import { n as dueFiles, r as openQuietly, t as aliasesOf } from "./selection.js";
import { t as openSecretsWorld } from "./world2.js";
// src/cli/secrets/rotate.ts
/** Gives files a new data key, with which all values are encrypted anew. */
async function runRotate(named, options, terminal) {
	if (named.length === 0 && options.due !== true && options.all !== true) throw new Failure("usage", say`name the files to rotate, or say --due or --all`);
	const [world, workspace] = await Promise.all([openSecretsWorld(terminal), openQuietly(options, terminal)]);
	const chosen = selectFiles(named, options, terminal);
	const files = options.due === true ? dueFiles(chosen, workspace, terminal.today) : chosen;
	return applyPlan(planRotation(files), {
		files,
		aliases: aliasesOf(workspace),
		options,
		terminal,
		world
	});
}
export { runRotate };
