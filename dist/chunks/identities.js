import { Gs as name, Ks as say, Ws as list, g as wordsOf } from "./shared.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
// src/adapters/identities.ts
/**
* Finds age identities where SOPS does, in all of these places together: `SOPS_AGE_KEY` (the key itself),
* `SOPS_AGE_KEY_FILE` (a key file), `SOPS_AGE_KEY_CMD` (what a command prints; it is not run in a shell), and SOPS's
* own key file. What is wrong with one place does not keep the others from being used.
*/
async function findIdentities(world, age) {
	const identities = [];
	const looked = [];
	for (const { where, read } of placesIn(world)) {
		const text = read();
		if (typeof text !== "string") {
			looked.push({
				where,
				found: 0,
				problem: text.problem
			});
			continue;
		}
		const parsed = await age.identities(text);
		identities.push(...parsed.identities);
		const problem = faultsText(parsed.faults, parsed.identities.length);
		looked.push({
			where,
			found: parsed.identities.length,
			...problem && { problem }
		});
	}
	return {
		identities,
		looked
	};
}
function placesIn(world) {
	const { SOPS_AGE_KEY: key = "", SOPS_AGE_KEY_FILE: file = "", SOPS_AGE_KEY_CMD: command = "" } = world.variables;
	const places = [];
	const variable = (text) => say`the variable ${name(text)}`;
	if (key !== "") places.push({
		where: variable("SOPS_AGE_KEY"),
		read: () => key
	});
	if (file !== "") places.push({
		where: say`${variable("SOPS_AGE_KEY_FILE")}, ${name(file)}`,
		read: () => textOf(file)
	});
	if (command !== "") places.push({
		where: variable("SOPS_AGE_KEY_CMD"),
		read: () => printed(command, world)
	});
	const usual = defaultKeyFile(world);
	places.push({
		where: say`${name(usual)}`,
		read: () => textOf(usual)
	});
	return places;
}
/** SOPS's own key file: where `SOPS_AGE_KEY…` say nothing, and where `cairn secrets keygen` writes. */
function defaultKeyFile({ variables, platform }) {
	return join(configFolder(variables, platform), "sops", "age", "keys.txt");
}
function configFolder(variables, platform) {
	const { XDG_CONFIG_HOME: xdg = "", HOME: given = "", APPDATA: appData = "" } = variables;
	const home = given === "" ? homedir() : given;
	if (platform === "win32") return appData === "" ? join(home, "AppData", "Roaming") : appData;
	if (xdg !== "") return xdg;
	return platform === "darwin" ? join(home, "Library", "Application Support") : join(home, ".config");
}
function textOf(file) {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		return { problem: error.code === "ENOENT" ? say`there is no such file` : say`it cannot be read` };
	}
}
/** Most bytes that a command may print. */
const MOST_PRINTED = 1e6;
/** The command may ask for something: it has the terminal. What it prints goes nowhere else. */
function printed(command, { variables }) {
	const [program, ...args] = wordsOf(command) ?? [];
	if (program === void 0) return { problem: say`it is no command: a quote is open, or there is nothing in it` };
	const { status, error, stdout } = spawnSync(program, args, {
		env: { ...variables },
		encoding: "utf8",
		maxBuffer: MOST_PRINTED,
		stdio: [
			"inherit",
			"pipe",
			"inherit"
		],
		windowsHide: true
	});
	if (error !== void 0) return { problem: say`the command could not be run` };
	return status === 0 ? stdout : { problem: say`the command ended with exit code ${status ?? -1}` };
}
const FAULTS = {
	unknown: say`holds no key of age (mistyped, or cut?)`,
	recipient: say`holds a recipient, the public half: the private one is needed`,
	plugin: say`holds the key of a plugin, which Cairn cannot use`,
	ssh: say`holds an SSH key, which Cairn cannot use`,
	passphrase: say`is a key file under a passphrase: open it with \`age -d\` in SOPS_AGE_KEY_CMD`
};
/** Most lines that are named. */
const MOST_FAULTS = 3;
function faultsText(faults, found) {
	if (faults.length === 0) return found === 0 ? say`there is no key in it` : void 0;
	const told = faults.slice(0, MOST_FAULTS).map(({ kind, line }) => kind === "passphrase" ? say`it ${FAULTS[kind]}` : say`line ${line} ${FAULTS[kind]}`);
	return faults.length > MOST_FAULTS ? say`${list(told)}, and more` : list(told);
}
export { findIdentities as n, defaultKeyFile as t };
