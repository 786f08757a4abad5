import { a as selectDocuments, c as link, i as environmentNamed, s as evaluate } from "./selection.js";
import { t as diffLinked } from "./diff.js";
// src/stages/diff/compare.ts
/**
* How one document differs between two environments, as changes from the first to the second: `before` is what the
* first runs with, `after` the second, each side with its environment's name. `undefined` is an environment that lacks
* the document.
*/
function compareEnvironments(first, second, strategy) {
	const names = [first, second].map((linked) => linked?.effective.environment.name);
	const environments = names.filter((name) => name !== void 0).sort();
	return diffLinked(first, second, strategy).map((change) => ({
		...change,
		environments,
		...change.before === void 0 ? {} : { before: named(change.before, names[0]) },
		...change.after === void 0 ? {} : { after: named(change.after, names[1]) }
	}));
}
function named(side, environment) {
	return environment === void 0 ? side : {
		...side,
		environment
	};
}
// src/queries/compare.ts
async function compare(workspace, question, collector) {
	const left = environmentNamed(workspace, question.left);
	const right = environmentNamed(workspace, question.right);
	const changes = [];
	let compared = 0;
	for (const document of selectDocuments(workspace, question.selection)) {
		await workspace.reader.whole(collector, () => {
			const sides = evaluate(workspace, document, [left, right], collector.report);
			const linked = new Map(sides.map((side) => [side.environment.name, link(workspace, side, collector.report)]));
			if (linked.size > 0) compared++;
			changes.push(...compareEnvironments(linked.get(left.name), linked.get(right.name)));
		});
		collector.close();
	}
	const findings = collector.findings();
	return {
		snapshot: workspace.snapshot.label,
		left: left.name,
		right: right.name,
		changes,
		compared,
		findings
	};
}
export { compare as t };
