import { Br as order, C as tellFindings, D as open, S as orderText, Vo as Collector, b as orderJson, ft as inert, w as writeJson, x as orderMarkdown } from "./shared.js";
// src/cli/order.ts
async function runOrder(environment, options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const result = await order(workspace, environment, collector);
	if (options.format === "json") writeJson(terminal, orderJson(result));
	else if (options.format === "markdown") terminal.out(inert(orderMarkdown(result)));
	else terminal.out(inert(orderText(result, terminal.outStyle)));
	return tellFindings(result.findings, terminal);
}
export { runOrder };
