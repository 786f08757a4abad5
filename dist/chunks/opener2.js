import { s as createAge, t as createOpener } from "./opening.js";
import { n as findIdentities } from "./identities.js";
import { Ks as say, Ws as list, os as Failure } from "./shared.js";
// src/cli/opener.ts
/**
* Opens encrypted files with the age identities that SOPS would use.
*
* @param asked the option that asks for it
* @throws Failure (usage) where there is none: a check that was to open files and cannot has not checked them
*/
async function openerFor({ variables }, asked = say`--open`) {
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
	throw new Failure("usage", say`${asked} needs a key of age, and there is none`, say`looked for in ${list(places)}`);
}
export { openerFor };
