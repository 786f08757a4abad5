import { Ks as say, os as Failure } from "./shared.js";
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
// src/adapters/private-file.ts
const PREFIX = "cairn-secrets-";
/**
* Makes such a file, in memory where the system has a place for that (`XDG_RUNTIME_DIR`, `/dev/shm`). What a run that
* was killed has left behind is wiped first.
*
* @param name its name, which tells an editor the format, and a person what it is
*/
function createPrivateFile(name, variables) {
	const parent = privateParent(variables);
	sweep(parent);
	let folder;
	try {
		folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
	} catch {
		throw new Failure("broken", say`no private folder can be made`);
	}
	const path = join(folder, name);
	return {
		path,
		read: () => existsSync(path) ? readFileSync(path) : void 0,
		write: (text) => writeFileSync(path, text, { mode: 384 }),
		wipe: () => wipeFolder(folder)
	};
}
function privateParent({ XDG_RUNTIME_DIR: runtime }) {
	return [
		runtime,
		"/dev/shm",
		tmpdir()
	].find((place) => place !== void 0 && place !== "" && isFolder(place)) ?? tmpdir();
}
function isFolder(path) {
	return existsSync(path) && statSync(path).isDirectory();
}
/** Wipes the folders of processes that are gone. */
function sweep(parent) {
	const own = process.getuid?.();
	for (const entry of readdirSync(parent)) {
		const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(entry)?.[1]);
		if (!Number.isInteger(pid) || isAlive(pid)) continue;
		const folder = join(parent, entry);
		const stats = lstatSync(folder, { throwIfNoEntry: false });
		if (stats?.isDirectory() === true && stats.uid === own) wipeFolder(folder);
	}
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
/** Zeros first: on most disks that is all a program can do, and on some it does nothing. */
function wipeFolder(folder) {
	if (!existsSync(folder)) return;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		try {
			if (entry.isFile()) writeFileSync(path, Buffer.alloc(statSync(path).size), { flag: "r+" });
		} catch {}
	}
	rmSync(folder, {
		recursive: true,
		force: true
	});
}
export { createPrivateFile as t };
