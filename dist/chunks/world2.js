import { nc as whenLoaded, tc as createGoRegExp } from "./shared.js";
import { a as shareDataKey, i as sealDataKey, n as newDataKey, o as createSopsCipher, r as openDataKey, s as createAge } from "./opening.js";
import { n as findIdentities } from "./identities.js";
// src/adapters/sops/keyring.ts
/** Data keys by age, with the identities of the process. */
function createKeyring(world) {
	const age = createAge();
	let found;
	const find = () => found ??= findIdentities(world, age);
	return {
		age,
		found: find,
		open: async (metadata) => openDataKey(metadata, (await find()).identities, age),
		fresh: newDataKey,
		share: shareDataKey,
		seal: (part, recipient) => sealDataKey(part, recipient, age)
	};
}
// src/cli/secrets/world.ts
/** Ciphers, expressions, the clock, and the keys of this run, which are looked for when the first file is opened. */
async function openSecretsWorld(terminal) {
	return {
		run: {
			cipher: createSopsCipher(),
			regexp: await loadedRegExp()
		},
		keys: createKeyring({
			variables: terminal.variables,
			platform: process.platform
		}),
		now: `${(/* @__PURE__ */ new Date()).toISOString().slice(0, 19)}Z`
	};
}
async function loadedRegExp() {
	const regexp = createGoRegExp();
	await whenLoaded(() => regexp.test("", ""));
	return regexp;
}
export { openSecretsWorld as t };
