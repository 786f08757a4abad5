import { d as writeFileAtomically, i as listSecretFiles, u as readBytes } from "./files.js";
import { O as rootOf, is as git, rs as repositoryOf } from "./shared.js";
// src/adapters/git/merge-driver.ts
const DRIVER = "cairn-secrets";
/** What `.sops.` in a name says; the configuration of SOPS itself, `.sops.yaml`, is left out. */
const PATTERN = "?*.sops.*";
/**
* Where a program of Git's does not find `cairn` (another PATH), lines are merged: a driver that fails leaves our side
* in the file, unmarked, and whoever adds that loses theirs.
*/
const COMMAND = ["if command -v cairn >/dev/null 2>&1; then cairn secrets merge -- %O %A %B %P;", "else git merge-file -L ours -L base -L theirs %A %O %B; fi"].join(" ");
/** @param paths of encrypted files, below the top of the repository */
function planDriver(top, paths) {
	const settings = [[`merge.${DRIVER}.name`, "values of SOPS files, by Cairn"], [`merge.${DRIVER}.driver`, COMMAND]].filter(([setting, value]) => {
		const { status, stdout } = git(top, [
			"config",
			"--local",
			"--get",
			setting
		], { answers: [1] });
		return status !== 0 || stdout.toString("utf8").trimEnd() !== value;
	});
	const lines = new Set(readBytes(attributesOf(top))?.toString("utf8").split(/\r?\n/));
	const others = paths.filter((path) => !/[^/]\.sops\.[^/]*$/.test(path)).map((path) => `/${path}`);
	return {
		settings,
		attributes: [PATTERN, ...others.map(quoted)].map((pattern) => `${pattern} merge=${DRIVER}`).filter((line) => !lines.has(line))
	};
}
/** Carries a plan out. */
function installDriver(top, { settings, attributes }) {
	for (const [setting, value] of settings) git(top, [
		"config",
		"--local",
		setting,
		value
	]);
	if (attributes.length === 0) return;
	const before = readBytes(attributesOf(top));
	const text = before?.toString("utf8") ?? "";
	const gap = text === "" || text.endsWith("\n") ? "" : "\n";
	writeFileAtomically(attributesOf(top), {
		before,
		after: `${text}${gap}${attributes.map((line) => `${line}\n`).join("")}`
	});
}
const attributesOf = (top) => ({
	top,
	path: ".gitattributes",
	shown: ".gitattributes"
});
/** A path as a pattern of its own (gitattributes(5)): in quotes where it has blanks, its wildcards escaped. */
function quoted(path) {
	const escaped = path.replace(/[\\*?[\]]/g, "\\$&");
	return /[\s"]/.test(escaped) ? JSON.stringify(escaped) : escaped;
}
// src/cli/secrets/merge-install.ts
/** Has Git merge encrypted files with Cairn, in this clone. */
function runMergeInstall(options, terminal) {
	const { top } = repositoryOf(rootOf(options, terminal));
	const plan = planDriver(top, listSecretFiles(options, terminal).map(({ file }) => file.path));
	for (const [setting, value] of plan.settings) terminal.out(`git config --local ${setting} ${JSON.stringify(value)}\n`);
	for (const line of plan.attributes) terminal.out(`.gitattributes: ${line}\n`);
	if (plan.settings.length + plan.attributes.length === 0) terminal.err("Git merges encrypted files with Cairn already\n");
	else if (options.dryRun === true) terminal.err("nothing was written\n");
	else {
		installDriver(top, plan);
		terminal.err("commit .gitattributes; every clone runs this once, since Git takes no commands from a repository\n");
	}
	return 0;
}
export { runMergeInstall };
