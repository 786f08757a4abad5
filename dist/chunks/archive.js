import { Co as codeOf, Ht as sha256, ls as name, si as MANIFEST_FILE, us as say, wo as Failure } from "./shared.js";
import { C as isAbandoned, S as listed, _ as packFiles, b as claim, g as diskFailure, h as disk, v as publishedArchive, w as unfinishedName, x as clearClaims, y as failpoint } from "./publication.js";
import { basename, dirname, join } from "node:path";
// src/adapters/targets/archive.ts
const NOTHING = "nothing";
const NEW = ".new";
/**
* A gzipped tar archive of one publication: the same files, the same bytes. It is written aside and swapped by a
* rename, by whoever has the claim to replace what is there.
*/
function archiveTarget(path, target, { world = disk } = {}) {
	const guarded = async (work) => {
		try {
			return await work();
		} catch (error) {
			throw diskFailure(error, path);
		}
	};
	const current = () => {
		try {
			return world.read(path);
		} catch (error) {
			if (codeOf(error) === "ENOENT") return void 0;
			throw error;
		}
	};
	return {
		name: target,
		canAdvance: false,
		settle: () => guarded(async () => {
			await Promise.resolve();
			clearClaims(path, world);
			clearUnfinished(path, world);
		}),
		read: () => guarded(async () => {
			const bytes = current();
			if (bytes === void 0) return {
				revision: NOTHING,
				files: void 0,
				newest: void 0
			};
			const files = await publishedArchive(bytes, path);
			if (files.entries.some((entry) => entry.path === "manifest.json")) return {
				revision: sha256(bytes),
				files,
				newest: void 0
			};
			throw new Failure("usage", say`${name(path)} is an archive of something else: it has no ${name(MANIFEST_FILE)}`, say`name another file, or remove this one`);
		}),
		apply: (change) => guarded(async () => {
			const bytes = await packFiles(change.files);
			world.makeFolder(dirname(path));
			const claimed = await claim(path, change.on.revision, world);
			try {
				failpoint("archive/claimed");
				const there = current();
				if ((there === void 0 ? NOTHING : sha256(there)) !== change.on.revision) return "moved";
				swapIn(path, bytes, world);
				return "applied";
			} finally {
				claimed.release();
			}
		}),
		close: () => Promise.resolve()
	};
}
function swapIn(path, bytes, world) {
	const aside = unfinishedName(`${path}${NEW}`);
	try {
		world.write(aside, bytes);
		failpoint("archive/written");
		world.rename(aside, path);
		failpoint("archive/swapped");
	} catch (error) {
		world.remove(aside);
		throw error;
	}
}
/** Takes away what runs that were killed had written aside. */
function clearUnfinished(path, world) {
	const folder = dirname(path);
	for (const entry of listed(folder, world)) {
		if (!entry.startsWith(`${basename(path)}${NEW}-`)) continue;
		const changed = world.lstat(join(folder, entry), { throwIfNoEntry: false })?.mtimeMs;
		if (changed !== void 0 && isAbandoned(entry, changed)) world.remove(join(folder, entry));
	}
}
export { archiveTarget };
