import { t as createAge } from "./age.js";
import { Ii as list, P as findIdentities, Ri as say, ri as Failure } from "./shared.js";
import { t as createOpener } from "./opener.js";
// src/cli/opener.ts
/**
* Opens encrypted files with the age identities that SOPS would use.
*
* @throws Failure (usage) where there is none: a check that was to open files and cannot has not checked them
*/
async function openerFor({ variables }) {
	const age = createAge();
	const { identities, looked } = await findIdentities({
		variables,
		platform: process.platform
	}, age);
	if (identities.length > 0) return createOpener({
		age,
		identities
	});
	const places = looked.map(({ where, problem }) => problem === void 0 ? where : say`${where} (${problem})`);
	throw new Failure("usage", say`--open needs a key of age, and there is none`, say`looked for in ${list(places)}`);
}
export { openerFor };
